// Which of the stored numbers the center can still take, after this gateway had a second life.

import { decodePayload, equalBytes, type FactOf, type Sha256 } from "@driftbox/proto";
import type { Journal } from "../../ports/storage.ts";
import type { HeldReceipt } from "../uplink/receipt-judge.ts";
import { firstStored, storedRecords, type StoredRecord } from "./stored-events.ts";

type Stored = Pick<Journal, "head" | "read">;

/** Numbers from `fromSeq` up to `toSeq`, which is not one of them. */
export interface SeqSpan {
  readonly fromSeq: number;
  readonly toSeq: number;
}

/** A recovery that went on behind the center's head and not behind this journal's. */
export interface Branch {
  /** What the center held when it was made. */
  readonly held: HeldReceipt;
  /** Sequence of the ChainRecovered. */
  readonly atSeq: number;
  /** Sequence of the branch before it that the center may not hold either; 0 = none. */
  readonly beforeSeq: number;
}

/** Knows the numbers that were signed in two lives: they stay in the journal and are never sent. */
export class Lineage {
  readonly #journal: Stored;
  #orphans: SeqSpan = { fromSeq: 0, toSeq: 0 };

  constructor(journal: Stored, branch: Branch | undefined) {
    this.#journal = journal;
    if (branch !== undefined) this.branched(branch.held.nextSeq, branch.atSeq);
  }

  /** Numbers below it are not on the way to the center any more; 0 = there was no branch. */
  get sinceSeq(): number {
    return this.#orphans.toSeq;
  }

  /** The center holds everything below `heldNextSeq`; what follows for it begins at `atSeq`. */
  branched(heldNextSeq: number, atSeq: number): void {
    this.#orphans = { fromSeq: heldNextSeq, toSeq: atSeq };
  }

  /** `seq`, or where the numbers go on that may be sent. */
  sendableFrom(seq: number): number {
    const { fromSeq, toSeq } = this.#orphans;
    return seq >= fromSeq && seq < toSeq ? toSeq : seq;
  }

  /** True when the next record for a center at `nextSeq` links to the event it holds last. */
  continues(nextSeq: number, eventId: Uint8Array): boolean {
    const { head } = this.#journal;
    if (nextSeq > head.nextSeq) return false;
    const next = firstStored(this.#journal, this.sendableFrom(nextSeq));
    if (next === undefined) return head.nextSeq === 0 || equalBytes(head.prev, eventId);
    return next.header.seq === 0 || equalBytes(next.header.prev, eventId);
  }
}

/** The newest branch that the last receipt does not cover; undefined when there is none. */
export function findBranch(
  journal: Stored,
  held: HeldReceipt | undefined,
  sha256: Sha256,
): Branch | undefined {
  let found: Branch | undefined;
  let before: StoredRecord | undefined;
  for (const stored of storedRecords(journal, held?.nextSeq ?? 0)) {
    const { prev, seq, keyEpoch } = stored.header;
    const fact = before === undefined ? undefined : recoveryOf(stored);
    const isLinked = before === undefined || equalBytes(prev, sha256(before.record.header));
    before = stored;
    if (fact === undefined || isLinked) continue;
    const nextSeq = fact.resumesAfterSeq + 1;
    const receipt = { nextSeq, eventId: prev, epoch: keyEpoch - 1, issuedUs: held?.issuedUs ?? 0 };
    found = { held: receipt, atSeq: seq, beforeSeq: found?.atSeq ?? 0 };
  }
  return found;
}

function recoveryOf({ header, record }: StoredRecord): FactOf<"ChainRecovered"> | undefined {
  if (header.eventClass !== "recovery") return undefined;
  const payload = decodePayload(record.payload);
  const isKnown = payload.ok && payload.value.isKnown;
  const fact = isKnown ? payload.value.fact : undefined;
  return fact?.kind === "ChainRecovered" ? fact : undefined;
}
