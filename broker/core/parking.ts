// Records that came before their predecessors: one per sequence, seals verified, bounded.

import type { Candidate, SeqRange } from "./chain.ts";

/** Immutable between calls of the judge; the judge works on a copy. */
export type Parked = ReadonlyMap<number, Candidate>;

export const nothingParked: Parked = new Map();

/** A working copy with the few questions the judge asks. */
export class Parking {
  readonly #bySeq: Map<number, Candidate>;
  readonly #maxCount: number;

  constructor(parked: Parked, maxCount: number) {
    this.#bySeq = new Map(parked);
    this.#maxCount = maxCount;
  }

  at(seq: number): Candidate | undefined {
    return this.#bySeq.get(seq);
  }

  /** False when there is no room, or the place is taken. */
  add(candidate: Candidate): boolean {
    if (this.#bySeq.has(candidate.header.seq) || this.#bySeq.size >= this.#maxCount) return false;
    this.#bySeq.set(candidate.header.seq, candidate);
    return true;
  }

  remove(seq: number): void {
    this.#bySeq.delete(seq);
  }

  /** Takes out everything below `seq`, lowest first. */
  takeBelow(seq: number): Candidate[] {
    const taken = [...this.#bySeq.values()].filter((each) => each.header.seq < seq);
    for (const each of taken) this.#bySeq.delete(each.header.seq);
    return taken.toSorted((a, b) => a.header.seq - b.header.seq);
  }

  /** What may follow the head at `nextSeq`: that sequence, or a recovery that resumes there. */
  successorOf(nextSeq: number): Candidate | undefined {
    const next = this.#bySeq.get(nextSeq);
    if (next !== undefined) return next;
    for (const each of this.#bySeq.values()) {
      const fact = each.fact;
      if (fact?.kind === "ChainRecovered" && fact.resumesAfterSeq + 1 === nextSeq) return each;
    }
    return undefined;
  }

  get size(): number {
    return this.#bySeq.size;
  }

  result(): Parked {
    return this.#bySeq;
  }
}

/** The holes below and between parked records, seen from the head. */
export function openGaps(nextSeq: number, parked: Parked): SeqRange[] {
  const gaps: SeqRange[] = [];
  let expected = nextSeq;
  for (const seq of [...parked.keys()].toSorted((a, b) => a - b)) {
    if (seq > expected) gaps.push({ fromSeq: expected, toSeq: seq - 1 });
    expected = Math.max(expected, seq + 1);
  }
  return gaps;
}
