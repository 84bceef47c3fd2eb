// A center in memory around the real judge: appends what it accepts, answers with signed receipts,
// and can be put back to an older backup of its ledger.

import {
  checkSeal,
  fromHex,
  parseBatch,
  signDocument,
  Standing,
  type BatchMark,
  type RecordParts,
} from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { eventIdOf, examine, hexOf } from "../../../broker/app/examine.ts";
import type {
  Candidate,
  Chain,
  JudgeReads,
  Outcome,
  SeqRange,
} from "../../../broker/core/chain.ts";
import { judge } from "../../../broker/core/judge.ts";
import { nothingParked, type Parked } from "../../../broker/core/parking.ts";
import { centerSigner, gatewayId, gatewaySigner, genesis, must } from "./fixtures.ts";
import type { ManualTime } from "./manual-time.ts";
import type { Published } from "./memory-uplink.ts";
import type { CenterLine } from "./memory-center.ts";

const verifier = verifierOf(gatewaySigner.publicKey);

interface Ledger {
  readonly chain: Chain;
  readonly appended: readonly Candidate[];
}

export class JudgeCenter {
  chain: Chain;
  appended: readonly Candidate[] = [];
  readonly lost: SeqRange[] = [];
  /** Every verdict but append and duplicate, in order. */
  readonly refusals: Outcome["verdict"][] = [];
  batchCount = 0;
  readonly #line: CenterLine;
  readonly #time: Pick<ManualTime, "nowMs">;
  #parked: Parked = nothingParked;
  #issued = 0;

  constructor(line: CenterLine, time: Pick<ManualTime, "nowMs">) {
    this.#line = line;
    this.#time = time;
    const origin = eventIdOf(hexOf(genesis));
    const candidate = { origin, epoch: 0, nextSeq: 0, headEventId: origin };
    this.chain = {
      ...candidate,
      gatewayId: hexOf(gatewayId) as Chain["gatewayId"],
      standing: "accepted",
      key: hexOf(gatewaySigner.publicKey),
      rotation: undefined,
    };
    line.onPublish = (message) => this.#take(message);
  }

  backup(): Ledger {
    return { chain: this.chain, appended: this.appended };
  }

  restore({ chain, appended }: Ledger): void {
    this.chain = chain;
    this.appended = appended;
    this.#parked = nothingParked;
  }

  /** What the ledger says, as kind and time: a number is no part of a fact. */
  get facts(): readonly string[] {
    return this.appended.map(({ fact, header }) => `${fact?.kind} ${header.wallUs}`);
  }

  #take({ word, body }: Published): void {
    if (word === "hello") this.#answer(false);
    if (word !== "events") return;
    const batch = must(parseBatch(body));
    this.batchCount += 1;
    this.#answer(this.#judge(batch.mark, batch.records));
  }

  /** True when something is missing and asked for again. */
  #judge(mark: BatchMark, records: readonly RecordParts[]): boolean {
    const arrival = { isLate: mark === "backlog", receivedMs: this.#time.nowMs };
    const candidates = records.map((record) => must(examine(record, arrival)));
    const { chain, parked } = this;
    const judged = judge({ chain, parked, mark, candidates, reads: this.#reads });
    this.chain = judged.chain;
    this.#parked = judged.parked;
    const added: Candidate[] = [];
    for (const outcome of judged.outcomes) {
      if (outcome.verdict === "append") {
        added.push(outcome.candidate);
        if (outcome.lost !== undefined) this.lost.push(outcome.lost);
      } else if (outcome.verdict !== "duplicate") this.refusals.push(outcome.verdict);
    }
    this.appended = [...this.appended, ...added];
    return judged.outcomes.some(({ verdict }) => verdict === "gap");
  }

  get parked(): Parked {
    return this.#parked;
  }

  readonly #reads: JudgeReads = {
    verifySeal: (_key, record) => checkSeal(record, verifier).ok,
    heldEventId: (epoch, seq) =>
      this.appended.find(({ header }) => header.seq === seq && header.keyEpoch === epoch)?.eventId,
  };

  #answer(resend: boolean): void {
    this.#issued += 1;
    const isAccepted = this.chain.standing === "accepted";
    const draft = {
      gatewayId,
      epoch: this.chain.epoch,
      nextSeq: this.chain.nextSeq,
      headEventId: fromHex(this.chain.headEventId) ?? new Uint8Array(),
      standing: isAccepted ? Standing.STANDING_ACCEPTED : Standing.STANDING_QUARANTINED,
      resend,
      issuedUs: this.#time.nowMs * 1_000 + this.#issued,
    };
    this.#line.send("receipt", signDocument("receipt", draft, centerSigner, sha256));
  }
}
