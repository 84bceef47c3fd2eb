// Goes on behind the center's head when this journal does not continue it, and loses no fact by it.

import { Fault } from "@driftbox/proto";
import type { Clock, Log } from "../../ports/runtime.ts";
import type { Journal } from "../../ports/storage.ts";
import { planBehind, type EpochPlan } from "./chain-recovery.ts";
import type { Branch, Lineage, SeqSpan } from "./lineage.ts";
import type { Loop } from "../loop/loop.ts";
import type { HeldReceipt } from "../uplink/receipt-judge.ts";
import type { ReceiptStore } from "../uplink/receipt-store.ts";
import { restatementStart } from "./restatement.ts";

/** Two gateways with one key would otherwise answer each other with epoch after epoch. */
export const recoveryMinMs = 60_000;

interface Parts {
  readonly journal: Journal;
  readonly loop: Loop;
  readonly lineage: Lineage;
  readonly store: ReceiptStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Raw public key that seals the new epoch. */
  readonly publicKey: Uint8Array;
}

/** What a start has to do before its first input. */
export interface Unfinished {
  readonly epoch: EpochPlan | undefined;
  readonly branch: Branch | undefined;
}

export class ChainContinuation {
  readonly #parts: Parts;
  #lastMonoMs: number | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Opens the epoch a start needs, and finishes what an earlier run began to say again. */
  resume({ epoch, branch }: Unfinished): void {
    const { loop, journal, store } = this.#parts;
    const again = branch === undefined ? undefined : this.#unfinished(branch);
    loop.first(() => {
      const isDue = epoch !== undefined && journal.head.keyEpoch < epoch.head.keyEpoch;
      if (isDue && !loop.recoverChain(epoch)) return;
      if (branch === undefined || again === undefined) return;
      // Behind damage the count of what was said is lost with it: everything is said once more.
      loop.restate(again, epoch === undefined ? branch.atSeq + 1 : journal.head.nextSeq);
      store.hold(branch.held);
    });
  }

  #unfinished({ held, atSeq, beforeSeq }: Branch): SeqSpan {
    const { journal, store } = this.#parts;
    const knownSeq = Math.max(Math.min(store.held?.nextSeq ?? 0, held.nextSeq), beforeSeq);
    const known = { knownSeq, heldNextSeq: held.nextSeq, endSeq: atSeq };
    return { fromSeq: restatementStart(journal, known), toSeq: atSeq };
  }

  /**
   * Opens a new key epoch behind what the center holds. False: not now, because there is no space,
   * an unlock is under way, or the last one is not a minute ago; nothing changed then.
   */
  goBehind(held: HeldReceipt): boolean {
    const { journal, loop, lineage, store, clock, publicKey, log } = this.#parts;
    const nowMs = clock.read().monoUs / 1_000;
    const isSoon = this.#lastMonoMs !== undefined && nowMs - this.#lastMonoMs < recoveryMinMs;
    if (isSoon || loop.isDead || this.#isUnlocking()) return false;
    const plan = planBehind(journal.head, held, publicKey);
    const knownSeq = Math.max(Math.min(store.held?.nextSeq ?? 0, held.nextSeq), lineage.sinceSeq);
    const endSeq = journal.head.nextSeq;
    const fromSeq = restatementStart(journal, { knownSeq, heldNextSeq: held.nextSeq, endSeq });
    try {
      if (!loop.recoverChain(plan, { fromSeq, toSeq: endSeq })) return false;
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== "journal/full") throw error;
      log.error({ error }, "no new key epoch yet; free space on the disk of the journal");
      return false;
    }
    this.#lastMonoMs = nowMs;
    lineage.branched(held.nextSeq, plan.head.nextSeq);
    log.warn({ fromSeq, toSeq: endSeq, atSeq: plan.head.nextSeq }, "facts said again");
    return true;
  }

  /** The outcome of an unlock names its intent by number, so that number must stay meanwhile. */
  #isUnlocking(): boolean {
    const { compartments } = this.#parts.loop.state.durable;
    return Object.values(compartments).some(({ intent }) => intent !== undefined);
  }
}
