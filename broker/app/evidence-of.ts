// What is kept of records that did not enter the ledger as they should have.

import { encodeRecord, eventIdFromBytes, parseHeader, type EventId } from "@driftbox/proto";
import type { EvidenceKind, Outcome } from "../core/chain.ts";
import type { CoveredEntry, Evidence, GatewayNumber } from "../ports/ledger.ts";

/** The verdicts of which evidence is kept. */
export const evidenceKinds: Partial<Record<Outcome["verdict"], EvidenceKind>> = {
  fork: "fork",
  rollback: "rollback",
  orphan: "orphan",
  quarantined: "quarantined",
  reject: "reject",
};

interface Circumstances {
  readonly gateway: GatewayNumber;
  readonly kind: Evidence["kind"];
  /** Unix ms at the center. */
  readonly atMs: number;
}

export function evidenceOfOutcome(outcome: Outcome, about: Circumstances): Evidence {
  const { eventId, header, record } = outcome.candidate;
  return {
    gateway: about.gateway,
    kind: about.kind,
    epoch: header.keyEpoch,
    seq: header.seq,
    eventId,
    heldEventId: outcome.verdict === "fork" ? outcome.heldEventId : undefined,
    bytes: encodeRecord(record),
    detail: detailOf(outcome),
    receivedMs: about.atMs,
  };
}

function detailOf(outcome: Outcome): string {
  if ("detail" in outcome) return outcome.detail;
  return outcome.verdict === "duplicate"
    ? "sent again under a bad seal"
    : "sent while in quarantine";
}

/** An entry that is in the ledger under a seal that is not valid. */
export function evidenceOfBrokenSeal(entry: CoveredEntry, atMs: number): Evidence {
  const { gateway, epoch, seq, eventId, record } = entry;
  return {
    gateway,
    kind: "broken-seal",
    epoch,
    seq,
    eventId,
    heldEventId: eventId,
    bytes: encodeRecord(record),
    detail: "a covered seal is not valid; the payload is in the ledger",
    receivedMs: atMs,
  };
}

/** What an entry's header names as the event before it. */
export function prevOf({ cursor, record }: CoveredEntry): EventId {
  const header = parseHeader(record.header);
  if (!header.ok) throw new Error(`entry ${cursor}: ${header.detail}`);
  return eventIdFromBytes(header.value.prev);
}
