// Ports to the hardware of a box: readers, lock boards, contacts.
// Adapters in ../adapters implement them.

/** Health of a supervised device, as its driver knows it. `reason` is for logs and `doctor`. */
export type DeviceHealth =
  | { readonly state: "online" }
  | { readonly state: "absent" | "opening" | "probing" | "backing-off"; readonly reason: string };

/** Stops a subscription. Calling it twice does nothing. */
export type Unsubscribe = () => void;

/**
 * A reader of transponders: badges of persons and tags on parcels.
 *
 * Contract: one call of `onRead` per *presence*. A transponder that stays in the field, or whose
 * frame is repeated, is one read; it is a new read after it was away for the presence time-out.
 * `number` is upper-case hexadecimal as the transponder sent it, without check bytes; it is
 * secret: only `BadgeRef` leaves the program, so callers must not log it.
 */
export interface BadgeReader {
  readonly id: string;
  onRead(listener: (number: string) => void): Unsubscribe;
  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe;
  start(): void;
  stop(): Promise<void>;
}

/**
 * What became of one order to a lock board. The three are different facts and are never folded:
 * - `not-sent`: no byte of it left the program, and none will. May be ordered again.
 * - `answered`: the board acknowledged, or answered the status poll that followed it.
 * - `unknown`: bytes left, no answer in time. Never ordered again by itself; read the status first.
 */
export type PulseResult =
  | { readonly outcome: "answered" }
  | { readonly outcome: "not-sent" | "unknown"; readonly reason: string };

export interface PulseOrder {
  /** Lock index on the board, counted from 0. */
  readonly channel: number;
  /** Coil on-time in milliseconds. The board bounds it in hardware. */
  readonly pulseMs: number;
  /** Monotonic time in ms (same clock as `Clock.monoMs`) after which no byte may leave. */
  readonly deadlineMonoMs: number;
}

/** Inputs of one lock channel as the board last reported them; undefined = no answer yet. */
export interface ChannelInputs {
  /** Hook switch: true = bolt engaged. */
  readonly isHookClosed: boolean | undefined;
  /** Infrared occupancy: true = something is in the compartment. */
  readonly isOccupied: boolean | undefined;
}

/**
 * A lock board: up to 16 locks with their hook switches and infrared inputs.
 *
 * Contract: at start it orders outputs off and sets the pulse time where the board has one,
 * before `pulse` is accepted. `pulse` never rejects: every failure is a `PulseResult`. An order
 * that could not be sent is dropped, never queued across a reconnect: after replug no stale byte
 * leaves. `onInputs` fires on every change and once per channel after each (re)connect; while the
 * board does not answer, channels are reported as undefined.
 */
export interface LockBoard {
  readonly id: string;
  readonly channelCount: number;
  pulse(order: PulseOrder): Promise<PulseResult>;
  onInputs(listener: (channel: number, inputs: ChannelInputs) => void): Unsubscribe;
  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe;
  start(): void;
  stop(): Promise<void>;
}

/**
 * A two-state input line (door contact, tamper switch), debounced by the adapter.
 *
 * Contract: `onLevel` fires once soon after `start` with the level read, then on every change.
 * `undefined` = the line cannot be read now. `isActive` already includes the active-low setting.
 */
export interface InputLine {
  readonly id: string;
  onLevel(listener: (isActive: boolean | undefined) => void): Unsubscribe;
  start(): void;
  stop(): Promise<void>;
}
