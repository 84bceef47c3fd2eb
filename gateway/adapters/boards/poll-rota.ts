// Whose turn it is to be polled on a bus, so that all polls together stay within a budget.

/** A device as the rota sees it. */
export interface Polled {
  /** Wanted time between two polls of it now, in ms; more when it does not answer. */
  readonly pollMs: number;
}

/**
 * At most one poll starts in each slot. With N devices each is polled every `pollMs` or every
 * N slots, whichever is longer; whoever is due longest is next.
 */
export class PollRota<M extends Polled> {
  readonly #slotMs: number;
  readonly #dueMs = new Map<M, number>();
  #slotFreeMs = 0;

  /** `slotMs`: least time between the starts of two polls on the line. */
  constructor(slotMs: number) {
    this.#slotMs = slotMs;
  }

  /** Due at `dueMs`, also when it had another turn before. */
  plan(member: M, dueMs: number): void {
    this.#dueMs.set(member, dueMs);
  }

  remove(member: M): void {
    this.#dueMs.delete(member);
  }

  /** Monotonic ms of the next turn; undefined without devices. */
  nextMs(): number | undefined {
    if (this.#dueMs.size === 0) return undefined;
    return Math.max(Math.min(...this.#dueMs.values()), this.#slotFreeMs);
  }

  /** The device to poll now, if it is time; call `done` when that poll ended. */
  take(nowMs: number): M | undefined {
    const nextMs = this.nextMs();
    if (nextMs === undefined || nextMs > nowMs) return undefined;
    this.#slotFreeMs = nowMs + this.#slotMs;
    const [first] = [...this.#dueMs].toSorted(([, a], [, b]) => a - b);
    return first?.[0];
  }

  /** Plans the next turn of a device whose poll began at `startMs`; not of one that was removed. */
  done(member: M, startMs: number): void {
    if (this.#dueMs.has(member)) this.#dueMs.set(member, startMs + member.pollMs);
  }
}
