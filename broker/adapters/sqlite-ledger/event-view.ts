// One stored entry as a read model shows it: decoded, with what happened and when it was received.

import {
  decodePayload,
  eventIdFromBytes,
  parseHeader,
  toHex,
  type Fact,
  type Header,
} from "@driftbox/proto";
import { subjectOf } from "../../core/projections/subject.ts";
import { isPlausible } from "../../core/projections/timeline.ts";
import { sealStates } from "./covered-seals.ts";
import type { EventView, HappenedAt } from "../../ports/views.ts";

export interface EventRow {
  readonly cursor: number;
  readonly gatewayNumber: number;
  readonly site: string;
  readonly gateway: string;
  readonly epoch: number;
  readonly seq: number;
  readonly header: Uint8Array;
  readonly event_id: Uint8Array;
  readonly received_ms: number;
  readonly is_late: number;
  readonly seal_state: number;
  /** Null when the payload was erased. */
  readonly bytes: Uint8Array | null;
}

/** What every query that ends in `eventViewOf` selects. */
export const eventColumns = `
  e.cursor, e.gateway AS gatewayNumber, g.site, g.gateway, e.epoch, e.seq, e.header, e.event_id,
  e.received_ms, e.is_late, e.seal_state, p.bytes`;
export const eventJoins = `
  JOIN gateways g ON g.number = e.gateway LEFT JOIN payloads p ON p.cursor = e.cursor`;

export function eventViewOf(row: EventRow): EventView {
  const fact = factIn(row);
  const subject = subjectOf(fact);
  return {
    cursor: row.cursor,
    site: row.site,
    gateway: row.gateway,
    epoch: row.epoch,
    seq: row.seq,
    eventId: eventIdFromBytes(row.event_id),
    kind: fact?.kind ?? "Unknown",
    box: subject.box ?? null,
    compartment: subject.compartment ?? null,
    person: subject.person ?? null,
    parcels: subject.parcels,
    happened: happenedAt(headerOf(row), row.received_ms),
    receivedMs: row.received_ms,
    isLate: row.is_late === 1,
    sealState: sealStateOf(row.seal_state),
    fact: fact === undefined ? {} : plainFields(fact),
  };
}

function sealStateOf(stored: number): EventView["sealState"] {
  if (stored === sealStates.direct) return "direct";
  return stored === sealStates.chain ? "chain" : "broken";
}

export function headerOf(row: EventRow): Header {
  const header = parseHeader(row.header);
  if (!header.ok) throw new Error(`entry ${row.cursor}: ${header.detail}`);
  return header.value;
}

function happenedAt(header: Header, receivedMs: number): HappenedAt {
  return {
    wallMs: header.wallUs === 0 ? null : Math.floor(header.wallUs / 1_000),
    errMs: header.wallErrMs ?? null,
    source: header.clockSource,
    isPlausible: isPlausible({ header, receivedMs }),
  };
}

/** What an event says; undefined = its payload is erased, or of a newer gateway. */
export function factIn({ bytes }: EventRow): Fact | undefined {
  return bytes === null ? undefined : factOf(bytes);
}

function factOf(bytes: Uint8Array): Fact | undefined {
  const decoded = decodePayload(bytes);
  return decoded.ok && decoded.value.isKnown ? decoded.value.fact : undefined;
}

function plainFields(fact: Fact): Record<string, unknown> {
  const { kind: _, ...fields } = fact;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]): [string, unknown] => [
      name,
      value instanceof Uint8Array ? toHex(value) : value,
    ]),
  );
}
