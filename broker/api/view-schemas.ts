// JSON schemas of the read models, key by key the same as broker/ports/views.ts.

import type { RoomLeft } from "../core/room.ts";
import type {
  BoxView,
  CommandView,
  CompartmentView,
  DecisionView,
  EventView,
  GapView,
  GatewayView,
  HappenedAt,
  ParcelView,
  PositionView,
  RepairView,
  TimelineView,
} from "../ports/views.ts";
import { custodySchemas } from "./custody-schemas.ts";
import {
  arrayOf,
  described,
  flag,
  integer,
  named,
  nullable,
  number,
  objectOf,
  oneOfWords,
  ref,
  text,
  type JsonSchema,
  type SchemasOf,
} from "./json-schema.ts";

/**
 * What every list answers: rows, where to go on, and the ledger's newest cursor when it was read.
 */
export interface Listed<T> {
  readonly rows: readonly T[];
  readonly next: string | number | null;
  /** Start the stream `after` this and nothing is missed. */
  readonly cursor: number;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

const unixMs = described(integer, "Unix time in ms");
const happenedAt = named(
  "HappenedAt",
  "When something happened, as far as its gateway's clock can say. Never re-stamped.",
  {
    wallMs: described(nullable(integer), "Unix ms as the gateway claimed; null = clock unknown"),
    errMs: described(nullable(integer), "claimed bound of the error in ms; null = unknown"),
    source: described(text, "none, rtc, ntp, gnss or center; say 'about' with none and rtc"),
    isPlausible: described(
      flag,
      "false = after it was received, or before there were gateways: that clock was wrong",
    ),
  } satisfies SchemasOf<HappenedAt>,
);

const eventView = named("EventView", "One custody event as the ledger holds it.", {
  cursor: described(integer, "position in the ledger in order of arrival, from 1"),
  site: text,
  gateway: text,
  epoch: described(integer, "key epoch of the gateway"),
  seq: described(integer, "sequence of the gateway, from 0, gapless"),
  eventId: described(text, "lower-case hex of SHA-256(header)"),
  kind: described(text, "kind of fact, or Unknown for a payload of a newer gateway"),
  box: nullable(text),
  compartment: nullable(integer),
  person: described(nullable(text), "staff number"),
  parcels: arrayOf(text),
  happened: ref("HappenedAt"),
  receivedMs: unixMs,
  isLate: described(flag, "arrived as backlog: to be reviewed, never to ring"),
  sealState: described(
    oneOfWords("direct", "chain", "broken"),
    "direct = seal verified; chain = covered by a later verified seal; broken = its own is bad",
  ),
  fact: {
    type: "object",
    additionalProperties: true,
    description: "the decoded fact without its kind; bytes as lower-case hex",
  },
} satisfies SchemasOf<EventView>);

const gapView = named("GapView", "Sequence numbers the center has not received.", {
  fromSeq: integer,
  toSeq: described(integer, "inclusive"),
  sinceMs: unixMs,
  state: described(oneOfWords("open", "lost"), "open = may still come; lost = declared lost"),
} satisfies SchemasOf<GapView>);

const position = objectOf({
  latitude: described(number, "degrees, north positive"),
  longitude: described(number, "degrees, east positive"),
  quality: described(integer, "as NMEA numbers it: 1 = GNSS, 2 = differential"),
} satisfies SchemasOf<PositionView>);

const gatewayView = named("GatewayView", "One gateway as the center knows it.", {
  site: text,
  gateway: text,
  gatewayId: described(text, "lower-case hex, 32 characters"),
  epoch: integer,
  nextSeq: described(integer, "events held without a gap: seq 0 to nextSeq - 1"),
  standing: oneOfWords("accepted", "quarantined"),
  status: described(text, "ready, sleeping, lost or unknown: last status word"),
  lastWordMs: described(nullable(integer), "last word of any kind, Unix ms; null = never"),
  outboxCount: described(nullable(integer), "events it still holds without receipt, as it said"),
  parkedCount: described(integer, "events the center holds apart until a gap fills"),
  position: described(nullable(position), "by its newest state; null = not known"),
  documents: ref("DocumentsView"),
  gaps: arrayOf(ref("GapView")),
  decisionCount: described(integer, "what staff decided about it so far"),
} satisfies SchemasOf<GatewayView>);

const decisionView = named("DecisionView", "What a registrar decided about a gateway.", {
  kind: oneOfWords("quarantine-lifted", "trouble-settled"),
  decidedBy: text,
  reason: text,
  decidedMs: described(integer, "as signed, Unix ms"),
  takenMs: described(integer, "when the center acted on it, Unix ms"),
  epoch: described(integer, "key epoch held then"),
  nextSeq: described(integer, "events held then: seq 0 to nextSeq - 1"),
  headEventId: described(text, "of the last event held then"),
} satisfies SchemasOf<DecisionView>);

const commandView = named("CommandView", "One command, as its gateway tells it.", {
  command: text,
  word: described(text, "empty = refused, and nothing more is known"),
  box: text,
  compartment: integer,
  givenBy: text,
  state: oneOfWords("accepted", "refused", "executed"),
  outcome: described(text, "how it ended, or why it was refused; empty = not known yet"),
  cursor: described(integer, "of the last event that changed it"),
} satisfies SchemasOf<CommandView>);

const compartmentView = named("CompartmentView", "One lockable space.", {
  compartment: integer,
  lock: text,
  door: text,
  presence: text,
  isEnabled: flag,
  parcels: arrayOf(text),
  quarantined: described(arrayOf(text), "sensors that count no more: door, bolt or presence"),
} satisfies SchemasOf<CompartmentView>);

const repairView = named("RepairView", "Sensors of one compartment that wait for a repair.", {
  site: text,
  gateway: text,
  box: text,
  compartment: integer,
  sensors: described(arrayOf(text), "door, bolt or presence; restored by a command"),
} satisfies SchemasOf<RepairView>);

const roomLeft = named("RoomLeft", "Parcels that still fit into a box, and that fit in all.", {
  free: integer,
  all: integer,
} satisfies SchemasOf<RoomLeft>);

const boxView = named("BoxView", "One enclosure with its compartments.", {
  site: text,
  gateway: text,
  box: text,
  compartments: arrayOf(ref("CompartmentView")),
  basis: described(
    oneOfWords("ledger", "snapshot"),
    "ledger = folded from events; snapshot = newer than the ledger, said by the gateway",
  ),
  lastWordMs: nullable(integer),
  troubles: described(arrayOf(text), "kinds of unresolved trouble"),
  room: described(nullable(ref("RoomLeft")), "null = the gateway does not say"),
} satisfies SchemasOf<BoxView>);

const parcelView = named("ParcelView", "Where a parcel is and who answers for it.", {
  parcel: text,
  custodian: oneOfWords("box", "person", "unknown"),
  box: nullable(text),
  compartment: nullable(integer),
  person: nullable(text),
  isUnverified: flag,
  containers: described(arrayOf(text), "what it is in and goes with, the innermost first"),
  since: described(nullable(ref("EventView")), "the event since which this is so"),
  unvouched: described(nullable(text), "why nobody is known to have it, where a container is why"),
  lastEvent: ref("EventView"),
} satisfies SchemasOf<ParcelView>);

const timelineEntry: JsonSchema = {
  oneOf: [
    objectOf({
      type: oneOfWords("event"),
      event: ref("EventView"),
    } satisfies SchemasOf<{ type: unknown; event: unknown }>),
    objectOf({
      type: oneOfWords("gap"),
      gateway: text,
      gap: ref("GapView"),
    } satisfies SchemasOf<{ type: unknown; gateway: unknown; gap: unknown }>),
  ],
};

const timelineView = named(
  "TimelineView",
  "The custody of one parcel in order of gateway sequence, holes included.",
  { parcel: text, entries: arrayOf(timelineEntry) } satisfies SchemasOf<TimelineView>,
);

const problem = named("Problem", "What went wrong (RFC 9457).", {
  type: described(text, "stable name of the problem"),
  title: described(text, "in Chinese or English by Accept-Language"),
  status: integer,
  detail: text,
} satisfies SchemasOf<Problem>);

const health = named("Health", "The process answers.", { status: text } satisfies SchemasOf<{
  status: unknown;
}>);
const readiness = named("Readiness", "It can read.", {
  status: text,
  cursor: described(integer, "newest ledger cursor"),
} satisfies SchemasOf<{ status: unknown; cursor: unknown }>);

function listSchema(id: string, row: string, next: JsonSchema): JsonSchema {
  return named(id, `Rows of ${row}.`, {
    rows: arrayOf(ref(row)),
    next: described(nullable(next), "pass it on to get the next page; null at the end"),
    cursor: described(integer, "newest ledger cursor when this was read"),
  } satisfies SchemasOf<Listed<unknown>>);
}

/** Every schema with a name, in the order in which references resolve. */
export const namedSchemas: readonly JsonSchema[] = [
  happenedAt,
  eventView,
  gapView,
  ...custodySchemas,
  gatewayView,
  decisionView,
  commandView,
  compartmentView,
  repairView,
  roomLeft,
  boxView,
  parcelView,
  timelineView,
  problem,
  health,
  readiness,
  listSchema("GatewayList", "GatewayView", text),
  listSchema("DecisionList", "DecisionView", text),
  listSchema("CommandList", "CommandView", text),
  listSchema("TravelFindingList", "TravelFinding", text),
  listSchema("TroubleList", "TroubleView", integer),
  listSchema("HandoverList", "HandoverView", integer),
  listSchema("ManifestList", "ManifestView", integer),
  listSchema("BoxList", "BoxView", text),
  listSchema("RepairList", "RepairView", text),
  listSchema("ParcelList", "ParcelView", text),
  listSchema("EventList", "EventView", integer),
];
