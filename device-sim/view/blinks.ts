// Tells the lamp that begins to blink from the one that goes on blinking.

import type { Happening } from "../world/index.ts";

/** A lamp that shows again what it showed so recently blinks; the slowest rhythm is faster. */
const blinkMaxMs = 3_000;
/** Sources of signals kept; of more than that every change is news. */
const shownMaxCount = 256;

export class Blinks {
  /** When each lamp or buzzer last came to show what it shows. */
  readonly #shownMs = new Map<string, number>();

  /** Whether people want to hear of it: everything but the further flashes of a signal. */
  isNews(happening: Happening): boolean {
    if (happening.kind !== "SignalChanged") return true;
    const { source, part, shows, atMs } = happening;
    const key = `${source} ${part} ${shows}`;
    const beforeMs = this.#shownMs.get(key);
    if (beforeMs !== undefined || this.#shownMs.size < shownMaxCount) this.#shownMs.set(key, atMs);
    return beforeMs === undefined || atMs - beforeMs > blinkMaxMs;
  }
}
