// Ports to the hardware of a box: readers, lock boards, contacts, signals, power, position.
// Adapters in ../adapters implement them.

import type { Assurance } from "@driftbox/proto";

/** Health of a supervised device, as its driver knows it. `reason` is for logs and `doctor`. */
export type DeviceHealth =
  | { readonly state: "online" }
  | { readonly state: "absent" | "opening" | "probing" | "backing-off"; readonly reason: string };

/** Stops a subscription. Calling it twice does nothing. */
export type Unsubscribe = () => void;

/**
 * What a driver concludes from the bytes it saw, one word for log, health page and `doctor`:
 * - `noise`: bytes that belong to no frame; `bad-frame`: a frame with a wrong length or check;
 * - `half-frame`: a frame that began and did not end; `no-answer`: a question without answer;
 * - `garbled`: bytes arrive but never one good frame: wrong baud rate or A and B swapped;
 * - `echo`: our own bytes came back; `duplicate-address`: two devices answered one question;
 * - `repeated`: a device that speaks unasked said the same twice at once;
 * - `weak-check`: by its own word it knows one-byte checksums only, which miss one error in 256;
 * - `wrong-key`: the device does not have our key; `clear-text`: a device that must be secure
 *   talked in clear; `bad-credential`: a medium failed its proof; `unplugged`: the port went away.
 */
export const lineSymptoms = [
  "noise",
  "bad-frame",
  "half-frame",
  "no-answer",
  "garbled",
  "echo",
  "duplicate-address",
  "repeated",
  "weak-check",
  "wrong-key",
  "clear-text",
  "bad-credential",
  "unplugged",
] as const;
export type LineSymptom = (typeof lineSymptoms)[number];

/** How often each symptom was seen since the start of the program; an absent one was not. */
export type SymptomCounts = Readonly<Partial<Record<LineSymptom, number>>>;

/**
 * What all supervised devices have in common.
 *
 * Contract: `start` never throws and may be called once; all failures end in `onHealth`, which
 * fires on every change. `symptoms` only grows. `stop` resolves when the port is free.
 */
export interface Device {
  readonly id: string;
  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe;
  symptoms(): SymptomCounts;
  start(): void;
  stop(): Promise<void>;
}

/** What a reader knows of one transponder in its field. */
export interface BadgeRead {
  /**
   * Upper-case hexadecimal as the transponder sent it, without check bytes. It is secret: only
   * `BadgeRef` leaves the program, so nobody may log it.
   */
  readonly number: string;
  /** What the medium proved in this read, not what it could have proved. */
  readonly assurance: Assurance;
  /** Rolling counter of the medium, proved together with the number; it never goes back. */
  readonly counter?: number;
  /** The medium tried to prove itself and failed: a copy, or a medium of another system. */
  readonly isForged?: boolean;
}

/**
 * A reader of transponders: badges of persons and tags on parcels.
 *
 * Contract: one call of `onRead` per *presence*. A transponder that stays in the field, or whose
 * frame is repeated, is one read; it is a new read after it was away for the presence time-out.
 */
export interface BadgeReader extends Device {
  onRead(listener: (read: BadgeRead) => void): Unsubscribe;
}

/** A reader of printed barcodes and QR codes. One call of `onScan` per scan, text without CR/LF. */
export interface CodeScanner extends Device {
  onScan(listener: (text: string) => void): Unsubscribe;
}

/**
 * What a person at a box sees and hears; rhythm, color and words are data of the adapter.
 * `waiting` = for a PIN or another person; `secured` = closed again, and recorded.
 */
export type Signal =
  | "idle"
  | "working"
  | "granted"
  | "refused"
  | "waiting"
  | "door-open"
  | "held-open"
  | "secured"
  | "alarm"
  | "suspended"
  | "maintenance"
  | "locate";

/**
 * LED and buzzer of one place. `show` never throws; the last order wins; unheard ones are lost.
 * `isSilent`: the LED alone.
 */
export interface Signals {
  show(signal: Signal, isSilent?: boolean): void;
}

/** A position of the site, and the time the satellites told with it. */
export interface PositionFix {
  /** Degrees, north and east positive. */
  readonly latitude: number;
  readonly longitude: number;
  readonly speedKnots: number | undefined;
  readonly courseDegrees: number | undefined;
  /** 0 = no fix, 1 = GNSS, 2 = differential, as NMEA numbers them. */
  readonly quality: number;
  readonly satelliteCount: number | undefined;
  /** UTC of the fix in microseconds since 1970; undefined when the receiver does not know it. */
  readonly utcUs: number | undefined;
  /** Monotonic ms when the last byte of the sentence arrived. */
  readonly heardMonoMs: number;
}

/** A receiver of satellite positions. `undefined` = there is no fix now. */
export interface Position extends Device {
  onFix(listener: (fix: PositionFix | undefined) => void): Unsubscribe;
}

/**
 * What became of one order to a lock board. The three are different facts and are never folded:
 * - `not-sent`: no byte of it left the program, and none will. May be ordered again.
 * - `answered`: the board acknowledged, or answered the status poll that followed it.
 * - `unknown`: bytes left, no answer in time. Never ordered again by itself; read the status first.
 *
 * `isReleased` true: the output is known to be off. Absent: it is off a pulse after the answer at
 * the latest. False: it may be on until the board is online again, which it is with outputs off.
 */
export type PulseResult = (
  | { readonly outcome: "answered" }
  | { readonly outcome: "not-sent" | "unknown"; readonly reason: string }
) & { readonly isReleased?: boolean };

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
  /** Door contact on an input of the board; left out by boards that have none. */
  readonly isDoorClosed?: boolean | undefined;
}

/**
 * A lock board: its locks, with hook switches or door contacts and infrared inputs where it has
 * them. GPIO lines that drive locks are a board too.
 *
 * Contract: at start it orders outputs off and sets the pulse time where the board has one,
 * before `pulse` is accepted. `pulse` never rejects: every failure is a `PulseResult`. An order
 * that could not be sent is dropped, never queued across a reconnect: after replug no stale byte
 * leaves. `onInputs` fires on every change and once per channel after each (re)connect; while the
 * board does not answer, channels are reported as undefined.
 */
export interface LockBoard extends Device {
  readonly channelCount: number;
  pulse(order: PulseOrder): Promise<PulseResult>;
  onInputs(listener: (channel: number, inputs: ChannelInputs) => void): Unsubscribe;
  /** Polls that ended since the start, answered or not; absent when the board is never polled. */
  pollCount?(): number;
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

/**
 * A two-state output line: LED, buzzer, lamp; locks only through `LockBoard`.
 *
 * Contract: low at `start` and after `stop`, also when the program was killed, as far as the kernel
 * promises it. `set` never throws; an order for a line that cannot be driven now is lost.
 */
export interface OutputLine {
  readonly id: string;
  set(isActive: boolean): void;
  start(): void;
  stop(): Promise<void>;
}
