// JSON schemas of what the center answers about custody, key by key as broker/ports gives it.

import type { BadgeUse, TravelFinding } from "../core/projections/travel.ts";
import type {
  DocumentsView,
  HandoverView,
  ManifestView,
  TroubleView,
} from "../ports/custody-views.ts";
import {
  arrayOf,
  described,
  flag,
  integer,
  named,
  nullable,
  oneOfWords,
  ref,
  text,
  type SchemasOf,
} from "./json-schema.ts";

const badgeUse = named("BadgeUse", "A badge that was shown.", {
  cursor: integer,
  seq: integer,
  site: text,
  gateway: text,
  person: text,
  wallMs: described(integer, "as its gateway claimed, Unix ms"),
  errMs: described(integer, "claimed bound of the error"),
} satisfies SchemasOf<Omit<BadgeUse, "gatewayNumber">>);

const travelFinding = named("TravelFinding", "Two uses that one person cannot both have made.", {
  person: text,
  from: ref("BadgeUse"),
  to: ref("BadgeUse"),
  gapMs: described(integer, "between them at most, the errors of both clocks included"),
  leastMs: described(integer, "what the way takes at least"),
  basis: described(
    oneOfWords("configured", "positions", "default"),
    "on what leastMs rests: the sites as configured, where the gateways were, or neither",
  ),
} satisfies SchemasOf<TravelFinding>);

const nullableEvent = nullable(ref("EventView"));

const troubleView = named("TroubleView", "What needs a person, until a later event ends it.", {
  kind: text,
  site: text,
  gateway: text,
  box: nullable(text),
  compartment: nullable(integer),
  person: described(nullable(text), "who was there; a witness, not a suspect"),
  parcels: arrayOf(text),
  about: described(
    text,
    "a sensor, a reason, a manifest, the other site, how many still fit; may be empty",
  ),
  untilMs: described(nullable(integer), "when it ends by itself, Unix ms; null = it does not"),
  event: described(nullableEvent, "what says so; null = no event does"),
} satisfies SchemasOf<TroubleView>);

const handoverView = named("HandoverView", "What each side of a handover says.", {
  site: text,
  gateway: text,
  handover: text,
  state: oneOfWords("released", "accepted", "disputed", "withdrawn"),
  box: text,
  giver: text,
  receiver: described(text, "empty = nobody came"),
  method: described(nullable(text), "tags, scan or count"),
  released: described(arrayOf(text), "what the giver says"),
  sealTags: arrayOf(text),
  received: described(arrayOf(text), "what the receiver says"),
  release: described(nullableEvent, "its check code was told to the giver"),
  answer: described(nullableEvent, "its check code was told to both"),
} satisfies SchemasOf<HandoverView>);

const manifestView = named("ManifestView", "What a voyage or round should find, and what it did.", {
  site: text,
  gateway: text,
  manifest: text,
  voyage: text,
  state: described(
    oneOfWords("issued", "lapsed", "withdrawn", "open", "closed"),
    "issued = no gateway has said yet that it took it; lapsed = none has, and its window is over",
  ),
  isOnBoard: described(flag, "made on board, because no signed one was there"),
  expected: arrayOf(text),
  found: arrayOf(text),
  missing: arrayOf(text),
  extra: described(arrayOf(text), "there, and not expected"),
  persons: described(arrayOf(text), "who closed it"),
  fromMs: nullable(integer),
  untilMs: described(nullable(integer), "it should be closed by then; null = within a day"),
  isOverdue: flag,
  opened: nullableEvent,
  closed: nullableEvent,
} satisfies SchemasOf<ManifestView>);

const documentsView = named("DocumentsView", "The documents that a gateway works with.", {
  policyVersion: nullable(integer),
  policyIssuedMs: nullable(integer),
  blockListMs: described(nullable(integer), "when it was made, as the newest grant told"),
  grantsVersion: nullable(integer),
  grantsIssuedMs: nullable(integer),
  grantCount: nullable(integer),
  publishedVersion: described(nullable(integer), "of the policy published for the site"),
  staleAfterMs: described(integer, "from this age on a policy is too old for some role"),
} satisfies SchemasOf<DocumentsView>);

/** Before the schemas that refer to them. */
export const custodySchemas = [
  badgeUse,
  travelFinding,
  troubleView,
  handoverView,
  manifestView,
  documentsView,
] as const;
