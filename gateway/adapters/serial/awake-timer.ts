// Time-outs that count only time in which this process could have heard an answer.
import type { Timers } from "../../ports/runtime.ts";

/** So much of a stall counts at most. */
const stepMs = 25;

/**
 * As `timers.set`, in short steps: while this process stood still, at a busy machine or for long
 * work of its own, neither question nor answer got on, so a late step counts as one on time.
 */
export function setAwake(timers: Timers, key: string, ms: number, onDue: () => void): void {
  const restMs = ms - stepMs;
  if (restMs <= 0) return timers.set(key, ms, onDue);
  timers.set(key, stepMs, () => setAwake(timers, key, restMs, onDue));
}
