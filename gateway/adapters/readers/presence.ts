// Remembers which media are in the field of a reader, so that one presence is one read.

export interface PresenceOptions {
  /** A medium not seen for this long, in ms, is away. */
  readonly awayMs: number;
  /** More media than this are not told apart in one field; 4 by default. */
  readonly maxCount?: number;
  /**
   * What a newcomer does to a full field: `replaces` the one not seen for longest (default), or is
   * `ignored`, which keeps a crowded field steady.
   */
  readonly newcomer?: "replaces" | "ignored";
}

/**
 * Media present, by number, on the caller's clock in ms, which never goes back. A number seen
 * again before `awayMs` passed is still present.
 */
export class Presence {
  readonly #awayMs: number;
  readonly #maxCount: number;
  readonly #newcomer: "replaces" | "ignored";
  /** Number to time of the last sight, longest ago first. */
  readonly #seenMs = new Map<string, number>();

  constructor({ awayMs, maxCount = 4, newcomer = "replaces" }: PresenceOptions) {
    this.#awayMs = awayMs;
    this.#maxCount = maxCount;
    this.#newcomer = newcomer;
  }

  /** Never more than the maximum. */
  get count(): number {
    return this.#seenMs.size;
  }

  has(number: string, nowMs: number): boolean {
    const seenMs = this.#seenMs.get(number);
    return seenMs !== undefined && nowMs - seenMs < this.#awayMs;
  }

  /** Notes a sight; true when `number` was not present before this and is now. */
  seen(number: string, nowMs: number): boolean {
    const isHeld = this.has(number, nowMs);
    if (!isHeld) this.takeAway(nowMs);
    if (!isHeld && this.#seenMs.size >= this.#maxCount && !this.#makeRoom()) return false;
    this.#seenMs.delete(number);
    this.#seenMs.set(number, nowMs);
    return !isHeld;
  }

  /** Forgets the media that are away now, and names them. */
  takeAway(nowMs: number): string[] {
    const away = [...this.#seenMs.keys()].filter((number) => !this.has(number, nowMs));
    for (const number of away) this.#seenMs.delete(number);
    return away;
  }

  forget(): void {
    this.#seenMs.clear();
  }

  #makeRoom(): boolean {
    if (this.#newcomer === "ignored") return false;
    const [longest] = this.#seenMs.keys();
    return longest !== undefined && this.#seenMs.delete(longest);
  }
}
