// Notices when the wall clock was set:
// wall and monotonic time drifted apart further than clocks do.

import type { Input } from "../custody/inputs.ts";
import type { Clock, ClockReading, Timers } from "../ports/runtime.ts";

const timerKey = "clock-watch";
const everyMs = 1_000;
/** Drift within one look that no oscillator explains. */
export const stepMinUs = 2_000_000;

type ClockStep = Extract<Input, { readonly kind: "ClockStepSeen" }>;

/** The step between two readings of one boot; undefined while the clocks agree. Pure. */
export function stepBetween(before: ClockReading, after: ClockReading): ClockStep | undefined {
  if (before.wallUs === 0 || after.wallUs === 0) return undefined;
  const expectedUs = before.wallUs + (after.monoUs - before.monoUs);
  const stepUs = after.wallUs - expectedUs;
  if (Math.abs(stepUs) <= stepMinUs) return undefined;
  return { kind: "ClockStepSeen", stepUs, wallBeforeUs: expectedUs, wallAfterUs: after.wallUs };
}

interface Parts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly offer: (input: Input) => void;
}

/** Compares the clocks once a second. Stops with `timers.clearAll`. */
export function watchClock(parts: Parts, before: ClockReading = parts.clock.read()): void {
  parts.timers.set(timerKey, everyMs, () => {
    const after = parts.clock.read();
    const step = stepBetween(before, after);
    if (step !== undefined) parts.offer(step);
    watchClock(parts, after);
  });
}
