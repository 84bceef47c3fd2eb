// Port to the ledger: the append-only store of verified events,
// and what the center knows beside it.

import type { EventId, GatewayId, GatewayName, RecordParts, SiteName } from "@driftbox/proto";
import type { Candidate, Chain, EvidenceKind, KeyHex, SealState, SeqRange } from "../core/chain.ts";
import type { CompartmentView } from "./views.ts";

/** The ledger's own short number of a gateway; never reused. */
export type GatewayNumber = number;

export interface GatewayIdentity {
  readonly site: SiteName;
  readonly gateway: GatewayName;
  readonly gatewayId: GatewayId;
  /** SHA-256 of the enrollment record: what seq 0 must carry as prev. */
  readonly enrollmentHash: EventId;
  readonly key: KeyHex;
}

export interface HeldGateway {
  readonly number: GatewayNumber;
  readonly identity: GatewayIdentity;
  readonly chain: Chain;
  /** By epoch, of every epoch of which an entry is held. */
  readonly epochKeys?: ReadonlyMap<number, KeyHex>;
  /** The oldest broken seals, at most as many as a desk remembers. */
  readonly brokenSeals?: readonly BrokenSeal[];
}

export interface Append {
  readonly gateway: GatewayNumber;
  readonly candidate: Candidate;
  readonly sealState: SealState;
  /** The key of the epoch that this entry begins. */
  readonly epochKey?: KeyHex | undefined;
}

/** An entry under a seal that is not valid; the chain proves its content. */
export interface BrokenSeal {
  readonly epoch: number;
  readonly seq: number;
  /** What its header names as the event before it. */
  readonly prev: EventId;
}

/** Broken seals of one gateway that wait to be mended; with more it is quarantined. */
export const brokenSealsMaxCount = 256;

/** A good seal for an entry whose first one was broken. */
export interface MendedSeal {
  readonly gateway: GatewayNumber;
  readonly epoch: number;
  readonly seq: number;
  readonly seal: Uint8Array;
}

/** Cursors of covered entries whose seals were verified one by one. */
export interface SealResults {
  readonly direct: readonly number[];
  readonly broken: readonly number[];
}

export interface Evidence {
  readonly gateway: GatewayNumber;
  readonly kind: EvidenceKind | "hello" | "broken-seal";
  readonly epoch: number;
  readonly seq: number;
  readonly eventId: EventId | undefined;
  readonly heldEventId: EventId | undefined;
  /** The record as framed on the wire, or the signed document. */
  readonly bytes: Uint8Array;
  readonly detail: string;
  readonly receivedMs: number;
}

/** One compartment of it; an older gateway does not say how many parcels fit in. */
export interface SnapshotCompartment extends CompartmentView {
  readonly holds?: number;
}

/** One box as its gateway's signed state describes it. */
export interface SnapshotBox {
  readonly box: string;
  readonly compartments: readonly SnapshotCompartment[];
  /** open, suspended or maintenance; absent in what an older center stored. */
  readonly service?: string;
}

/** Degrees, north and east positive; quality as NMEA numbers it, from 1. */
export interface SnapshotPosition {
  readonly latitude: number;
  readonly longitude: number;
  readonly quality: number;
}

/** What changed about one gateway; fields that are undefined stay as they were. */
export interface GatewayChange {
  readonly gateway: GatewayNumber;
  readonly chain?: Chain;
  /** Records waiting for a gap to close; kept in memory only, like the records themselves. */
  readonly parkedCount?: number;
  /** Replaces the open gaps; a gap that is still there keeps its beginning. */
  readonly openGaps?: readonly SeqRange[];
  readonly lostGaps?: readonly SeqRange[];
  readonly lastWordMs?: number;
  /** ready | sleeping | lost */
  readonly status?: string;
  /** The gateway's own next sequence, as it last said. */
  readonly announcedNextSeq?: number;
  /** What the newest verified state document says, and its place in the chain. */
  readonly snapshot?: {
    readonly epoch: number;
    readonly nextSeq: number;
    readonly boxes: readonly SnapshotBox[];
    /** Absent: the gateway does not know where it is. */
    readonly position?: SnapshotPosition;
  };
}

/** What a registrar decided about a gateway, and what the center held of it then. */
export interface Decision {
  readonly gateway: GatewayNumber;
  readonly kind: "quarantine-lifted" | "trouble-settled";
  readonly decidedBy: string;
  readonly reason: string;
  /** As signed, Unix ms. */
  readonly decidedMs: number;
  readonly epoch: number;
  readonly nextSeq: number;
  readonly headEventId: EventId;
  /** The signed document; no two decisions have the same. */
  readonly document: Uint8Array;
}

export interface LedgerChange {
  readonly atMs: number;
  /** In chain order for each gateway. */
  readonly appends: readonly Append[];
  readonly gateways: readonly GatewayChange[];
  readonly evidence: readonly Evidence[];
  readonly mendedSeals?: readonly MendedSeal[];
  readonly decisions?: readonly Decision[];
  /** What the background found of covered entries. */
  readonly seals?: SealResults;
  /** Added to the counters of these names. */
  readonly counts: ReadonlyMap<string, number>;
}

/** An entry whose own seal was not verified yet. */
export interface CoveredEntry {
  readonly cursor: number;
  readonly gateway: GatewayNumber;
  readonly epoch: number;
  readonly seq: number;
  readonly key: KeyHex;
  readonly eventId: EventId;
  readonly record: RecordParts;
}

/**
 * Contract:
 * 1. `commit` returns only when everything in the change is on stable storage, in one atomic
 *    transaction with its projections; when it throws (Fault ledger/io) nothing of it counts.
 * 2. Entries are unique by (gateway, epoch, seq); a second one throws a plain Error (a defect of
 *    the judge) and nothing is stored.
 * 3. `heldEventId` and `gateways` see every committed change, also after a restart.
 * 4. Evidence is bounded; what is over the bound is only counted (`evidence/dropped`).
 * 5. Decisions are only ever added. `hasDecision` sees every committed one.
 * 6. Only one process holds a ledger; the second gets ledger/locked. A ledger that is not in
 *    synchronous FULL mode does not open (ledger/not-durable).
 */
export interface Ledger {
  /** Makes a gateway known. Idempotent; the number of a known one is returned. */
  enroll(identity: GatewayIdentity): GatewayNumber;
  gateways(): readonly HeldGateway[];
  heldEventId(gateway: GatewayNumber, epoch: number, seq: number): EventId | undefined;
  commit(change: LedgerChange): void;
  /** Whether a decision was made by these very bytes. */
  hasDecision(document: Uint8Array): boolean;
  /** Entries in seal state `chain`, oldest first. */
  coveredEntries(maxCount: number): readonly CoveredEntry[];
  /**
   * Records the result of verifying a whole slice of `coveredEntries`: `direct` ones are good;
   * `broken` ones keep their content, proved by the chain, under a seal that is not valid. The
   * same as a commit of a change with nothing but `seals`.
   */
  finishSeals(result: SealResults): void;
  counters(): ReadonlyMap<string, number>;
  /** Folds every projection again from the entries; the result is the same. */
  rebuildProjections(): void;
  close(): void;
}
