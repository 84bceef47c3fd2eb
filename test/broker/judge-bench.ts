// Runs the judge over batches the way the center does, keeping what it appended as the ledger.

import { checkSeal, fromHex, type BatchMark, type SealedEvent } from "@driftbox/proto";
import { verifierOf } from "@driftbox/proto/node";
import { examine, eventIdOf, hexOf } from "../../broker/app/examine.ts";
import type { Candidate, Chain, JudgeReads, Outcome } from "../../broker/core/chain.ts";
import { judge } from "../../broker/core/judge.ts";
import { nothingParked, type Parked } from "../../broker/core/parking.ts";
import type { SealedChain } from "./sealed-chain.ts";

export class JudgeBench {
  chain: Chain;
  parked: Parked = nothingParked;
  readonly appended: Candidate[] = [];
  readonly outcomes: Outcome[] = [];
  sealChecks = 0;
  readonly #limit: number;

  constructor(sealed: SealedChain, parkedMaxCount = 64) {
    this.#limit = parkedMaxCount;
    this.chain = {
      gatewayId: sealed.gatewayId,
      origin: eventIdOf(hexOf(sealed.origin.enrollmentHash)),
      epoch: 0,
      nextSeq: 0,
      headEventId: eventIdOf(hexOf(sealed.origin.enrollmentHash)),
      standing: "accepted",
      key: hexOf(sealed.origin.signer.publicKey),
      rotation: undefined,
    };
  }

  readonly #reads: JudgeReads = {
    verifySeal: (key, record) => {
      this.sealChecks += 1;
      return checkSeal(record, verifierOf(fromHex(key) ?? new Uint8Array())).ok;
    },
    heldEventId: (epoch, seq) =>
      this.appended.find((each) => each.header.seq === seq && each.header.keyEpoch === epoch)
        ?.eventId,
  };

  take(events: readonly SealedEvent[], mark: BatchMark = "live"): readonly Outcome[] {
    const candidates = events.map((each) => {
      const candidate = examine(each.record, { isLate: mark === "backlog", receivedMs: 1 });
      if (!candidate.ok) throw new Error(candidate.detail);
      return candidate.value;
    });
    const judgment = judge({
      chain: this.chain,
      parked: this.parked,
      mark,
      candidates,
      reads: this.#reads,
      limits: { parkedMaxCount: this.#limit },
    });
    this.chain = judgment.chain;
    this.parked = judgment.parked;
    for (const outcome of judgment.outcomes) {
      this.outcomes.push(outcome);
      if (outcome.verdict === "append") this.appended.push(outcome.candidate);
    }
    return judgment.outcomes;
  }

  get appendedIds(): string[] {
    return this.appended.map((each) => each.eventId);
  }
}

export function verdicts(outcomes: readonly Outcome[]): string[] {
  return outcomes.map((each) => each.verdict);
}
