// Holds PUBACKs until their messages are on disk: one transaction for what one turn brought.

import { Fault } from "@driftbox/proto";
import type { Delivery } from "../../app/ingest.ts";

export const commitLimits = {
  /** Messages in one transaction. */
  turnMaxCount: 64,
  /**
   * Payload of one transaction, a single message aside: some 2,000 events, a tenth of a second.
   * Nobody else is heard meanwhile, however long the chain is that a gateway says again.
   */
  turnMaxBytes: 524_288,
} as const;

interface Waiting {
  /** Undefined for messages that need no commit, but must not overtake in PUBACK order. */
  readonly delivery: Delivery | undefined;
  readonly done: (error: Error | null) => void;
}

export class CommitQueue {
  readonly #commit: (deliveries: readonly Delivery[]) => void;
  readonly #onFailure: (error: Fault) => void;
  #waiting: Waiting[] = [];
  #isScheduled = false;

  constructor(
    commit: (deliveries: readonly Delivery[]) => void,
    onFailure: (error: Fault) => void,
  ) {
    this.#commit = commit;
    this.#onFailure = onFailure;
  }

  /**
   * `done` is called after the commit, in order of arrival. When the commit fails it gets the
   * Fault, the connection closes without PUBACK, and the gateway sends again. Anything that is not
   * a Fault is a defect and passes through, to the end of the process.
   */
  push(delivery: Delivery | undefined, done: (error: Error | null) => void): void {
    this.#waiting.push({ delivery, done });
    this.#schedule();
  }

  /** Commits everything that waits, now. */
  drain(): void {
    while (this.#waiting.length > 0) this.#commitTurn();
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.length === 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#commitTurn();
      this.#schedule();
    });
  }

  #commitTurn(): void {
    const turn = this.#waiting.slice(0, this.#turnCount());
    this.#waiting = this.#waiting.slice(turn.length);
    const failure = this.#tryCommit(turn);
    // One message that cannot be stored must not hold up what came with it.
    const isAlone = failure === undefined || turn.length === 1;
    for (const each of turn) each.done((isAlone ? failure : this.#tryCommit([each])) ?? null);
  }

  /** How many of those that wait are one transaction. */
  #turnCount(): number {
    const most = this.#waiting.slice(0, commitLimits.turnMaxCount);
    let bytes = 0;
    const over = most.findIndex(({ delivery }) => {
      bytes += delivery?.payload.length ?? 0;
      return bytes > commitLimits.turnMaxBytes;
    });
    return over < 0 ? most.length : Math.max(1, over);
  }

  #tryCommit(turn: readonly Waiting[]): Fault | undefined {
    const deliveries = turn.flatMap((each) => each.delivery ?? []);
    try {
      if (deliveries.length > 0) this.#commit(deliveries);
      return undefined;
    } catch (error) {
      // A defect may have left memory behind the ledger: only a new start makes them one again.
      if (!(error instanceof Fault)) throw error;
      this.#onFailure(error);
      return error;
    }
  }
}
