// Verifies, beside ingest, the seals that a backlog run left covered by a later one.

import type { CoveredEntry, Ledger } from "../ports/ledger.ts";
import type { Log, Now } from "../ports/downlink.ts";
import type { SealChecks } from "../ports/seal-checks.ts";

export interface SealFinisherPorts {
  readonly ledger: Ledger;
  readonly seals: SealChecks;
  readonly log: Log;
  readonly now: Now;
  /** When ingest last worked, Unix ms. */
  readonly lastTurnMs: () => number;
  readonly quarantine: (gateway: number, detail: string) => void;
}

export const finisherLimits = {
  /** Entries verified between two looks at the loop. */
  sliceMaxCount: 256,
  /** Ingest counts as busy this long after a turn. */
  busyMs: 50,
  /** Waits of `busyMs` before a slice is done in spite of a busy ingest. */
  waitsMaxCount: 20,
} as const;

/** One at a time; `wake` starts it when it sleeps, and it sleeps when nothing is covered. */
export class SealFinisher {
  readonly #ports: SealFinisherPorts;
  #running: Promise<void> | undefined;
  #isClosed = false;

  constructor(ports: SealFinisherPorts) {
    this.#ports = ports;
  }

  wake(): void {
    if (this.#isClosed || this.#running !== undefined) return;
    this.#running = this.#run()
      .catch((error: unknown) => {
        this.#ports.log.error({ err: error }, "could not finish covered seals; will try again");
      })
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  /** Ends after the slice under way; the rest is finished at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.idle();
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      await this.#waitForQuiet();
      const slice = this.#ports.ledger.coveredEntries(finisherLimits.sliceMaxCount);
      if (slice.length === 0) return;
      const results = await Promise.all(
        slice.map((each) => this.#ports.seals.checkBeside(each.key, each.record)),
      );
      if (this.#isClosed) return;
      this.#finish(slice, results);
    }
  }

  #finish(slice: readonly CoveredEntry[], results: readonly boolean[]): void {
    const broken = slice.filter((_, i) => results[i] !== true);
    this.#ports.ledger.finishSeals({
      direct: slice.filter((_, i) => results[i] === true).map((each) => each.cursor),
      broken: broken.map((each) => each.cursor),
    });
    for (const gateway of new Set(broken.map((each) => each.gateway))) {
      const seqs = broken.filter((each) => each.gateway === gateway).map((each) => each.seq);
      this.#ports.quarantine(gateway, `seal of seq ${seqs[0]} is not valid (${seqs.length} bad)`);
    }
  }

  async #waitForQuiet(): Promise<void> {
    for (let waits = 0; waits < finisherLimits.waitsMaxCount; waits += 1) {
      const idleMs = this.#ports.now() - this.#ports.lastTurnMs();
      if (this.#isClosed || idleMs >= finisherLimits.busyMs || idleMs < 0) return;
      await new Promise((resolve) => setTimeout(resolve, finisherLimits.busyMs));
    }
  }
}
