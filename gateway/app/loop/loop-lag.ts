// Notices that the program stood still: what was done at a box meanwhile comes in all at once.

import type { Clock, Log, Timers } from "../../ports/runtime.ts";

const timerKey = "loop-lag";
const everyMs = 250;
/** A standstill longer than this makes what is read behind it too late to open a door. */
export const standstillMaxMs = 2_000;
/** Bytes that waited in the kernel come in this soon after a standstill. */
export const lateForMs = 500;

interface Parts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Called once for each standstill, before anything that comes in behind it. */
  readonly onStandstill?: () => void;
}

/** Looks at the monotonic clock in every quarter of a second. Stops with `timers.clearAll`. */
export class LoopLag {
  readonly #parts: Parts;
  #turnMs: number;
  #lateUntilMs = -Infinity;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#turnMs = this.#monoMs();
  }

  start(): void {
    this.#look();
    this.#parts.timers.set(timerKey, everyMs, () => this.start());
  }

  /** Whether what comes in now may have happened before a standstill that has just ended. */
  isLate(): boolean {
    this.#look();
    return this.#monoMs() <= this.#lateUntilMs;
  }

  #look(): void {
    const nowMs = this.#monoMs();
    const stoodMs = nowMs - this.#turnMs - everyMs;
    this.#turnMs = nowMs;
    if (stoodMs <= standstillMaxMs) return;
    this.#lateUntilMs = nowMs + lateForMs;
    const log = { stoodMs: Math.round(stoodMs) };
    this.#parts.log.warn(log, "stood still: badges read before or meanwhile open nothing");
    this.#parts.onStandstill?.();
  }

  #monoMs(): number {
    return this.#parts.clock.read().monoUs / 1_000;
  }
}
