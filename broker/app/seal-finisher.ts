// Verifies, beside ingest, the seals that a backlog run left covered by a later one.

import type { CoveredEntry, Ledger } from "../ports/ledger.ts";
import type { Log, Now } from "../ports/downlink.ts";
import type { SealChecks } from "../ports/seal-checks.ts";

export interface SealFinisherPorts {
  readonly ledger: Ledger;
  readonly seals: SealChecks;
  readonly log: Log;
  readonly now: Now;
  /** When ingest last appended covered entries, Unix ms. */
  readonly lastCoveredMs: () => number;
  /** Commits what was found of a slice. */
  readonly finish: (found: FinishedSeals) => void;
}

/** A slice of covered entries after each seal was verified by itself. */
export interface FinishedSeals {
  readonly direct: readonly CoveredEntry[];
  readonly broken: readonly CoveredEntry[];
}

export const finisherLimits = {
  /** Entries verified between two looks at the loop. */
  sliceMaxCount: 256,
  /** A backlog counts as still arriving this long after a part of it: two satellite round trips. */
  arrivingMs: 1_500,
  /** Pause between two looks at whether it has ended. */
  lookMs: 250,
  /** After this long the work goes on beside a backlog that does not end. */
  patienceMs: 30_000,
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
    const patientUntilMs = this.#ports.now() + finisherLimits.patienceMs;
    while (!this.#isClosed) {
      while (this.#isArriving(patientUntilMs)) await pause(finisherLimits.lookMs);
      const slice = this.#ports.ledger.coveredEntries(finisherLimits.sliceMaxCount);
      if (slice.length === 0) return;
      const results = await Promise.all(
        slice.map((each) => this.#ports.seals.checkBeside(each.key, each.record)),
      );
      if (this.#isClosed) return;
      this.#ports.finish({
        direct: slice.filter((_, i) => results[i] === true),
        broken: slice.filter((_, i) => results[i] !== true),
      });
    }
  }

  /** A gateway is owed its receipts sooner than anybody is owed these checks. */
  #isArriving(patientUntilMs: number): boolean {
    const nowMs = this.#ports.now();
    const sinceMs = nowMs - this.#ports.lastCoveredMs();
    const isFresh = sinceMs >= 0 && sinceMs < finisherLimits.arrivingMs;
    return isFresh && nowMs < patientUntilMs && !this.#isClosed;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
