// The ingest judge: what a batch of one gateway's records does to what the center holds of it.

import { equalBytes, eventIdFromBytes, toHex, type BatchMark, type FactOf } from "@driftbox/proto";
import { sealCoverage } from "./seal-policy.ts";
import { Parking, type Parked } from "./parking.ts";
import {
  judgeLimits,
  type Candidate,
  type Chain,
  type JudgeLimits,
  type JudgeReads,
  type Outcome,
  type SealState,
  type SeqRange,
} from "./chain.ts";

export interface Judgment {
  readonly chain: Chain;
  readonly parked: Parked;
  /** In the order they took effect; appended ones are in chain order. */
  readonly outcomes: readonly Outcome[];
}

export interface JudgeInput {
  readonly chain: Chain;
  readonly parked: Parked;
  readonly mark: BatchMark;
  readonly candidates: readonly Candidate[];
  readonly reads: JudgeReads;
  readonly limits?: JudgeLimits;
}

/**
 * Judges one batch. Pure: the same input gives the same judgment. Never appends out of order;
 * two sealed records for one place of the chain always end in quarantine with both kept.
 */
export function judge(input: JudgeInput): Judgment {
  const bench = new Bench(input);
  const { candidates } = input;
  let covered = 0;
  let isCoverageOpen = input.mark === "backlog";
  for (const [i, candidate] of candidates.entries()) {
    if (isCoverageOpen && candidate.header.seq >= bench.chain.nextSeq) {
      isCoverageOpen = false;
      covered = i + sealCoverage(bench.chain, candidates.slice(i), input.reads);
    }
    const isNewestOfRun = i === covered - 1;
    const seal: SealCheck = i >= covered ? "unchecked" : isNewestOfRun ? "direct" : "chain";
    bench.take(candidate, seal);
  }
  return bench.judgment();
}

/** What is already known about the seal of a candidate. */
type SealCheck = SealState | "unchecked";

class Bench {
  chain: Chain;
  readonly #parking: Parking;
  readonly #reads: JudgeReads;
  readonly #outcomes: Outcome[] = [];
  /** Ids appended by this judgment, which the ledger does not hold yet. */
  readonly #appended = new Map<number, Candidate>();

  constructor(input: JudgeInput) {
    this.chain = input.chain;
    this.#reads = input.reads;
    this.#parking = new Parking(input.parked, (input.limits ?? judgeLimits).parkedMaxCount);
  }

  judgment(): Judgment {
    return { chain: this.chain, parked: this.#parking.result(), outcomes: this.#outcomes };
  }

  take(candidate: Candidate, seal: SealCheck): void {
    this.#judgeOne(candidate, seal);
    this.#unpark();
  }

  #judgeOne(candidate: Candidate, seal: SealCheck): void {
    const { chain } = this;
    const { header } = candidate;
    if (candidate.gatewayId !== chain.gatewayId) {
      return this.#reject(candidate, "ingest/wrong-gateway", `record of ${candidate.gatewayId}`);
    }
    if (!candidate.isPayloadIntact) {
      return this.#reject(candidate, "seal/payload-hash", `seq ${header.seq}: payload differs`);
    }
    const held = this.#held(header.keyEpoch, header.seq);
    if (held === candidate.eventId) return this.#duplicate(candidate);
    if (seal === "unchecked" && !this.#hasGoodSeal(candidate)) {
      if (this.#mayHaveNewerKey(candidate)) {
        return this.#put({ verdict: "gap", candidate, isParked: false });
      }
      return this.#reject(candidate, "seal/invalid", `seq ${header.seq}: the seal is wrong`);
    }
    if (chain.standing === "quarantined") {
      return this.#put({ verdict: "quarantined", candidate });
    }
    if (held !== undefined) return this.#fork(candidate, held, "another event is held there");
    if (chain.nextSeq > 0 && header.keyEpoch !== chain.epoch) return this.#otherEpoch(candidate);
    return this.#sameEpoch(candidate, seal === "unchecked" ? "direct" : seal);
  }

  /** The seal is not part of the event id: a record that came with a bad one may come again. */
  #duplicate(candidate: Candidate): void {
    const { keyEpoch, seq } = candidate.header;
    if (this.#reads.isSealBroken?.(keyEpoch, seq) !== true) {
      return this.#put({ verdict: "duplicate", candidate });
    }
    const mend = this.#hasGoodSeal(candidate) ? "good" : "bad";
    this.#put({ verdict: "duplicate", candidate, mend });
    if (mend === "bad") this.chain = { ...this.chain, standing: "quarantined" };
  }

  #sameEpoch(candidate: Candidate, sealState: SealState): void {
    const { nextSeq, headEventId, rotation } = this.chain;
    const { seq } = candidate.header;
    if (nextSeq === 0 && candidate.fact?.kind === "ChainRecovered") {
      return this.#recover(candidate, candidate.fact);
    }
    if (seq < nextSeq) return this.#orphan(candidate, "its range was declared lost");
    if (seq > nextSeq) return this.#park(candidate);
    if (candidate.prev !== headEventId) {
      return this.#fork(candidate, undefined, `prev of seq ${seq} is not the head that is held`);
    }
    if (rotation !== undefined) {
      return this.#fork(candidate, undefined, "the old key went on after its rotation");
    }
    return this.#append(candidate, sealState, undefined);
  }

  #otherEpoch(candidate: Candidate): void {
    const { chain } = this;
    const { header, fact } = candidate;
    if (header.keyEpoch < chain.epoch) {
      return this.#orphan(candidate, `epoch ${header.keyEpoch} ended, ${chain.epoch} is in force`);
    }
    if (fact?.kind === "ChainRecovered") return this.#recover(candidate, fact);
    if (header.seq > chain.nextSeq) return this.#park(candidate);
    if (chain.rotation?.epoch === header.keyEpoch && candidate.prev === chain.headEventId) {
      return this.#append(candidate, "direct", undefined);
    }
    return this.#rollback(candidate, `epoch ${header.keyEpoch} begins without a recovery`);
  }

  /** The first record of a new epoch names the last one before it; what lies between is lost. */
  #recover(candidate: Candidate, fact: FactOf<"ChainRecovered">): void {
    const { nextSeq, headEventId, origin } = this.chain;
    const { seq } = candidate.header;
    // A gateway that lost everything resumes after its enrollment, before sequence 0.
    const resumesAt = candidate.prev === origin ? 0 : fact.resumesAfterSeq + 1;
    const isConsistent =
      seq >= resumesAt &&
      fact.resumesAfterEventId.length === 32 &&
      eventIdFromBytes(fact.resumesAfterEventId) === candidate.prev;
    if (!isConsistent) {
      return this.#reject(candidate, "seal/chain", `seq ${seq}: header and recovery disagree`);
    }
    if (resumesAt > nextSeq) return this.#park(candidate);
    if (resumesAt < nextSeq) {
      return this.#rollback(candidate, `resumes at ${resumesAt}, held to ${nextSeq - 1}`);
    }
    if (candidate.prev !== headEventId) {
      return this.#fork(candidate, headEventId, `recovered after another event ${resumesAt - 1}`);
    }
    const lost: SeqRange | undefined =
      seq > nextSeq ? { fromSeq: nextSeq, toSeq: seq - 1 } : undefined;
    return this.#append(candidate, "direct", lost);
  }

  #append(candidate: Candidate, sealState: SealState, lost: SeqRange | undefined): void {
    const { header, fact } = candidate;
    const { gatewayId, origin, standing } = this.chain;
    const isNewEpoch = header.keyEpoch !== this.chain.epoch;
    const beginsEpoch = isNewEpoch || this.chain.nextSeq === 0;
    // Field by field: a spread costs a microsecond, and this runs per event.
    this.chain = {
      gatewayId,
      origin,
      standing,
      epoch: header.keyEpoch,
      nextSeq: header.seq + 1,
      headEventId: candidate.eventId,
      key: isNewEpoch ? this.#keyOfEpoch(candidate) : this.chain.key,
      rotation:
        fact?.kind === "KeyRotated" && fact.newEpoch > header.keyEpoch
          ? { epoch: fact.newEpoch, key: toHex(fact.newPublicKey) }
          : undefined,
    };
    this.#appended.set(header.seq, candidate);
    const epochKey = beginsEpoch ? this.chain.key : undefined;
    this.#put({ verdict: "append", candidate, sealState, lost, epochKey });
  }

  #keyOfEpoch(candidate: Candidate): string {
    const { fact } = candidate;
    if (fact?.kind === "ChainRecovered" && fact.newPublicKey.length > 0) {
      return toHex(fact.newPublicKey);
    }
    return this.chain.rotation?.key ?? this.chain.key;
  }

  #park(candidate: Candidate): void {
    let other = this.#parking.at(candidate.header.seq);
    if (other !== undefined && this.#sealOfParked(other) === "unchecked") {
      // The key has changed since: what waited must still be sealed by the key of its epoch.
      if (!this.#hasGoodSeal(other)) {
        this.#parking.remove(candidate.header.seq);
        this.#reject(other, "seal/invalid", `seq ${other.header.seq}: sealed by an ended key`);
        other = undefined;
      }
    }
    if (other === undefined) {
      const isParked = this.#parking.add({ ...candidate, sealedUnder: this.#keyFor(candidate) });
      return this.#put({ verdict: "gap", candidate, isParked });
    }
    if (other.eventId === candidate.eventId) {
      return this.#put({ verdict: "duplicate", candidate });
    }
    if (other.header.keyEpoch !== candidate.header.keyEpoch) {
      return this.#put({ verdict: "gap", candidate, isParked: false });
    }
    this.#parking.remove(candidate.header.seq);
    this.#fork(other, undefined, "waiting for its predecessors");
    return this.#fork(candidate, other.eventId, "another event was waiting there");
  }

  /** Appends what waited for the head, and judges what the head has overtaken. */
  #unpark(): void {
    while (this.#parking.size > 0) {
      for (const passed of this.#parking.takeBelow(this.chain.nextSeq)) {
        this.#judgeOne(passed, this.#sealOfParked(passed));
      }
      const next = this.#parking.successorOf(this.chain.nextSeq);
      if (next === undefined || this.chain.standing === "quarantined") return;
      this.#parking.remove(next.header.seq);
      this.#judgeOne(next, this.#sealOfParked(next));
      if (this.#parking.at(next.header.seq) !== undefined) return;
    }
  }

  #fork(candidate: Candidate, heldEventId: Candidate["eventId"] | undefined, detail: string): void {
    this.#put({ verdict: "fork", candidate, heldEventId, detail });
    this.chain = { ...this.chain, standing: "quarantined" };
  }

  #rollback(candidate: Candidate, detail: string): void {
    this.#put({ verdict: "rollback", candidate, detail });
  }

  #orphan(candidate: Candidate, detail: string): void {
    this.#put({ verdict: "orphan", candidate, detail });
  }

  #reject(
    candidate: Candidate,
    code: Extract<Outcome, { verdict: "reject" }>["code"],
    detail: string,
  ): void {
    this.#put({ verdict: "reject", candidate, code, detail });
  }

  #put(outcome: Outcome): void {
    this.#outcomes.push(outcome);
  }

  #held(epoch: number, seq: number): Candidate["eventId"] | undefined {
    if (seq >= this.chain.nextSeq) return undefined;
    const appended = this.#appended.get(seq);
    if (appended?.header.keyEpoch === epoch) return appended.eventId;
    return this.#reads.heldEventId(epoch, seq);
  }

  #hasGoodSeal(candidate: Candidate): boolean {
    return this.#reads.verifySeal(this.#keyFor(candidate), candidate.record);
  }

  /** The key of the record's own epoch; of an epoch to come, the key in force until then. */
  #keyFor({ header }: Candidate): string {
    const { epoch, key, rotation, nextSeq } = this.chain;
    if (header.keyEpoch === rotation?.epoch) return rotation.key;
    const hasEnded = nextSeq > 0 && header.keyEpoch < epoch;
    return hasEnded ? (this.#reads.keyOfEpoch?.(header.keyEpoch) ?? key) : key;
  }

  /** A seal that was verified counts as long as it was verified under the right key. */
  #sealOfParked(parked: Candidate): SealCheck {
    return parked.sealedUnder === this.#keyFor(parked) ? "direct" : "unchecked";
  }

  /** A later epoch may be sealed by a key whose announcement is still missing. */
  #mayHaveNewerKey(candidate: Candidate): boolean {
    const { keyEpoch, seq } = candidate.header;
    return keyEpoch > this.chain.epoch && seq > this.chain.nextSeq;
  }
}

/** How a gateway's hello relates to what is held of it. */
export type HelloStanding = "level" | "ahead" | "rollback";

/**
 * A gateway behind what the center holds was restored from an image: it must open a new epoch
 * and never seal an old number again. The receipt that answers it tells the real head.
 */
export function judgeHello(
  chain: Chain,
  hello: { readonly epoch: number; readonly nextSeq: number; readonly headEventId: Uint8Array },
): HelloStanding {
  if (chain.nextSeq === 0) return hello.nextSeq > 0 ? "ahead" : "level";
  if (hello.nextSeq < chain.nextSeq || hello.epoch < chain.epoch) return "rollback";
  if (hello.nextSeq > chain.nextSeq) return "ahead";
  const isSameHead =
    hello.headEventId.length === 32 && equalBytes(hello.headEventId, hexBytes(chain.headEventId));
  return isSameHead ? "level" : "rollback";
}

function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
