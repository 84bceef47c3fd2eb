// Counts how long answers took, in a bounded table of narrow buckets.

const bucketMs = 0.05;
const bucketCount = 20_000;

export class AnswerTimes {
  readonly #counts = new Uint32Array(bucketCount);
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** Times over a second count as one second. */
  add(tookMs: number): void {
    const bucket = Math.min(bucketCount - 1, Math.max(0, Math.floor(tookMs / bucketMs)));
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#total += 1;
  }

  /** The time that this share of the answers did not exceed; 0 when there are none. */
  quantileMs(share: number): number {
    let left = Math.ceil(this.#total * share);
    if (left === 0) return 0;
    for (const [bucket, count] of this.#counts.entries()) {
      left -= count;
      if (left <= 0) return (bucket + 1) * bucketMs;
    }
    return bucketCount * bucketMs;
  }
}
