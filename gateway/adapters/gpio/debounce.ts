// Debounces one input line: a level counts when it stayed for a while, or when bouncing never ends.
import type { Timers } from "../../ports/runtime.ts";

/** A line that never rests is sampled after this many debounce times since its first edge. */
const windowMaxCount = 10;

export interface DebounceOptions {
  readonly timerKey: string;
  readonly timers: Timers;
  readonly debounceMs: number;
  /**
   * Called with the level sampled, when it differs from the last one reported, and the first time.
   */
  readonly report: (level: boolean | undefined) => void;
}

/** The electrical level of one line; undefined = it cannot be read now, which is not debounced. */
export class Debounce {
  readonly #options: DebounceOptions;
  #level: boolean | undefined;
  #reported: { readonly level: boolean | undefined } | undefined;
  #windowCount = 0;
  #isWaiting = false;
  #hasMoved = false;

  constructor(options: DebounceOptions) {
    this.#options = options;
  }

  /** The level as it is now, after each edge or sample. */
  sample(level: boolean): void {
    if (level === this.#level) return;
    this.#level = level;
    this.#hasMoved = true;
    this.look();
  }

  /** Reports what is known after one debounce time, also when no sample came. */
  look(): void {
    if (!this.#isWaiting) this.#wait();
  }

  /** The line cannot be read any more: forgets the level and says so at once. */
  lose(): void {
    this.#rest();
    this.#level = undefined;
    this.#tell();
  }

  /** Forgets everything, so that the next `look` reports again. */
  stop(): void {
    this.#rest();
    this.#level = undefined;
    this.#reported = undefined;
  }

  #rest(): void {
    this.#options.timers.clear(this.#options.timerKey);
    this.#isWaiting = false;
    this.#windowCount = 0;
  }

  #wait(): void {
    this.#isWaiting = true;
    this.#hasMoved = false;
    this.#windowCount += 1;
    const { timers, timerKey, debounceMs } = this.#options;
    timers.set(timerKey, debounceMs, () => {
      if (this.#hasMoved && this.#windowCount < windowMaxCount) return this.#wait();
      this.#rest();
      this.#tell();
    });
  }

  #tell(): void {
    const level = this.#level;
    if (this.#reported !== undefined && this.#reported.level === level) return;
    this.#reported = { level };
    this.#options.report(level);
  }
}
