// One lock on a GPIO line, whoever ends its pulse.
import type { DeviceHealth, PulseOrder, PulseResult, Unsubscribe } from "../../ports/devices.ts";

/** No coil is ordered on for longer, whatever the caller asks. */
export const lockPulseMaxMs = 5_000;

export type LinePulse = Omit<PulseOrder, "channel">;

/**
 * A lock coil behind a line. The line is inactive at `start`, after each pulse and after `stop`.
 * `pulse` never rejects and never waits for another pulse.
 */
export interface LockLine {
  readonly name: string;
  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe;
  start(): void;
  stop(): Promise<void>;
  pulse(order: LinePulse): Promise<PulseResult>;
}

/** Why a pulse must not be given, whatever the line; undefined = it may. */
export function refusalOf({ pulseMs }: LinePulse): string | undefined {
  if (pulseMs > 0 && pulseMs <= lockPulseMaxMs) return undefined;
  return `a pulse of ${pulseMs} ms is not within 1..${lockPulseMaxMs} ms`;
}

export function notSent(reason: string): PulseResult {
  return { outcome: "not-sent", reason };
}

export function isSameHealth(a: DeviceHealth, b: DeviceHealth): boolean {
  if (a.state === "online" || b.state === "online") return a.state === b.state;
  return a.state === b.state && a.reason === b.reason;
}
