// The words of the judge: what the center knows of one gateway's chain,
// and what it says of a record.

import type { ErrorCode, EventId, Fact, GatewayId, Header, RecordParts } from "@driftbox/proto";

/** A public key in lower-case hex. */
export type KeyHex = string;

export type Standing = "accepted" | "quarantined";

/**
 * What is held of one gateway: every sequence below `nextSeq` except declared-lost ranges.
 * At `nextSeq` 0 the head is `origin` and the epoch is not yet known.
 */
export interface Chain {
  readonly gatewayId: GatewayId;
  /** SHA-256 of the enrollment record: what the first event of all links to. */
  readonly origin: EventId;
  readonly epoch: number;
  readonly nextSeq: number;
  readonly headEventId: EventId;
  readonly standing: Standing;
  /** The key that seals this epoch. */
  readonly key: KeyHex;
  /** Announced by the KeyRotated at the head; the next record must be of this epoch. */
  readonly rotation: { readonly epoch: number; readonly key: KeyHex } | undefined;
}

/** How a record came; it takes no part in any verdict. */
export interface Arrival {
  /** In a batch marked backlog: it may be reviewed, but must not ring. */
  readonly isLate: boolean;
  /** Unix ms at the center. */
  readonly receivedMs: number;
}

/** One record after its hashes were computed; nothing here is believed before the judge says so. */
export interface Candidate {
  readonly record: RecordParts;
  readonly header: Header;
  readonly gatewayId: GatewayId;
  readonly eventId: EventId;
  readonly prev: EventId;
  readonly isPayloadIntact: boolean;
  /** Undefined when the payload is of a newer gateway, or undecodable. */
  readonly fact: Fact | undefined;
  readonly arrival: Arrival;
  /** While it is parked: the key under which its seal was verified. */
  readonly sealedUnder?: KeyHex | undefined;
}

/** direct = its own seal was verified; chain = covered by the verified seal of a later record. */
export type SealState = "direct" | "chain";

export interface SeqRange {
  readonly fromSeq: number;
  /** Inclusive. */
  readonly toSeq: number;
}

/** What is kept of a record that did not enter the ledger. */
export type EvidenceKind = "fork" | "rollback" | "orphan" | "quarantined" | "reject";

export type Outcome =
  | {
      readonly verdict: "append";
      readonly candidate: Candidate;
      readonly sealState: SealState;
      readonly lost: SeqRange | undefined;
      /** The key of the epoch that this record begins; undefined for every other record. */
      readonly epochKey: KeyHex | undefined;
    }
  | {
      readonly verdict: "duplicate";
      readonly candidate: Candidate;
      /** What arrived where a broken seal is held: a good one to put in its place, or a bad one. */
      readonly mend?: "good" | "bad";
    }
  | { readonly verdict: "gap"; readonly candidate: Candidate; readonly isParked: boolean }
  | {
      readonly verdict: "fork";
      readonly candidate: Candidate;
      /** What is held at the same sequence; undefined for a branch off the head. */
      readonly heldEventId: EventId | undefined;
      readonly detail: string;
    }
  | { readonly verdict: "rollback"; readonly candidate: Candidate; readonly detail: string }
  | { readonly verdict: "orphan"; readonly candidate: Candidate; readonly detail: string }
  | { readonly verdict: "quarantined"; readonly candidate: Candidate }
  | {
      readonly verdict: "reject";
      readonly candidate: Candidate;
      readonly code: ErrorCode;
      readonly detail: string;
    };

/** The chain after its quarantine was lifted: what is held stays held, and counts again. */
export function lifted(chain: Chain): Chain {
  return { ...chain, standing: "accepted" };
}

/** Maxima of the judge. */
export interface JudgeLimits {
  /** Records waiting for a gap to close, of one gateway. */
  readonly parkedMaxCount: number;
}

export const judgeLimits: JudgeLimits = { parkedMaxCount: 1_024 };

/** What the judge may look up; both are functions of their arguments alone during one call. */
export interface JudgeReads {
  /** True when the seal verifies under the key. False for a weak or malformed key. */
  verifySeal(key: KeyHex, record: RecordParts): boolean;
  /** Event id held in the ledger at this place, if any. */
  heldEventId(epoch: number, seq: number): EventId | undefined;
  /** The key that sealed an epoch that has ended; undefined, also when omitted, if unknown. */
  keyOfEpoch?(epoch: number): KeyHex | undefined;
  /** True when the seal that is held at this place was found to be bad. None is when omitted. */
  isSealBroken?(epoch: number, seq: number): boolean;
}
