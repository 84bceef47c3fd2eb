// Tells when a frame that stopped in its middle is forgotten: by the line, not by a late timer.

import type { Scheduler } from "./scheduler.ts";

/** How often the scheduler is looked at while a frame is unfinished. */
const lookMs = 5;

/**
 * The silence of a line within one frame. A simulator that stalls reads bytes late that came in
 * time: of a pause between two looks no more counts than the time to the next look was to be.
 */
export class FrameGap {
  readonly #scheduler: Scheduler;
  readonly #maxMs: number;
  #silentMs = 0;
  #lookCount = 0;

  constructor(scheduler: Scheduler, maxMs: number) {
    this.#scheduler = scheduler;
    this.#maxMs = maxMs;
  }

  /** Whether the line was silent for longer than a frame may be since `heard`. */
  get isOver(): boolean {
    return this.#silentMs > this.#maxMs;
  }

  /** Bytes came; `isUnfinished` = a frame has begun and not ended. */
  heard(isUnfinished: boolean): void {
    this.#silentMs = 0;
    this.#lookCount += 1;
    if (isUnfinished) this.#look(this.#lookCount);
  }

  #look(lookCount: number): void {
    this.#scheduler.after(lookMs, () => {
      if (lookCount !== this.#lookCount) return;
      this.#silentMs += lookMs;
      if (!this.isOver) this.#look(lookCount);
    });
  }
}
