// Notices that a device which speaks unasked, or its line, says everything twice.

/** No hand shows one code twice, and no receiver tells one moment twice, in so short a time. */
const atOnceMs = 200;

/** Remembers the last thing heard, on the caller's clock in ms. */
export class Repeats {
  #last: { readonly said: string; readonly atMs: number } | undefined;

  /** Whether the same was heard just before. Its repetition is the next one's "before". */
  hears(said: string, nowMs: number): boolean {
    const last = this.#last;
    this.#last = { said, atMs: nowMs };
    return last !== undefined && last.said === said && nowMs - last.atMs < atOnceMs;
  }
}
