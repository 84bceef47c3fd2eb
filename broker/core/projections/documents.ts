// Which signed documents a gateway works with, and of when they are, as its events say.

import type { Fact } from "@driftbox/proto";

/** A document in force; times in Unix microseconds, as whoever signed it wrote them. */
interface InForce {
  readonly version: number;
  readonly issuedUs: number;
}

/** Undefined: no event has said it yet. */
export interface DocumentsFold {
  readonly policy?: InForce;
  readonly grants?: InForce & { readonly count: number };
  /** When the block list was made, by the age that the newest grant of a badge told. */
  readonly blockListUs?: number;
}

export const untoldDocuments: DocumentsFold = {};

/** Ages are told in whole seconds, by clocks that drift: smaller differences are none. */
const ageToleranceUs = 120_000_000;
const secondUs = 1_000_000;

/**
 * The documents of a gateway after one of its events. A policy brings its own block list, whose age
 * the first grant under it tells; an age at an unknown time says nothing.
 */
export function foldDocuments(before: DocumentsFold, fact: Fact, claimUs: number): DocumentsFold {
  switch (fact.kind) {
    case "PolicyApplied": {
      const { version, issuedUs } = fact;
      const { blockListUs: _ofThePolicyBefore, ...others } = before;
      return { ...others, policy: { version, issuedUs } };
    }
    case "GrantsApplied": {
      const { version, issuedUs, grantCount: count } = fact;
      return { ...before, grants: { version, issuedUs, count } };
    }
    case "AccessGranted": {
      if (fact.blockListAgeS === undefined || claimUs === 0) return before;
      const blockListUs = claimUs - fact.blockListAgeS * secondUs;
      const isTold = Math.abs((before.blockListUs ?? 0) - blockListUs) <= ageToleranceUs;
      return isTold ? before : { ...before, blockListUs };
    }
    default:
      return before;
  }
}
