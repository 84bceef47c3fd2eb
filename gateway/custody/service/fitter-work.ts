// What the fitter at work may do at one compartment of the box, and the opening of an empty one.

import type { RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import { placeAt, type PlaceLayout } from "../layout.ts";
import type { Visitor } from "../state.ts";
import { isSurelyEmpty } from "./emptiness.ts";
import { openForService, openingRefusal } from "./service-opening.ts";
import { entitle, type Entitled, type ServicePlace } from "./service-rights.ts";

export type Work =
  | (Extract<Entitled, { readonly ok: true }> & { readonly place: PlaceLayout })
  | Extract<Entitled, { readonly ok: false }>;

export function servicePlace({ box, compartment }: PlaceLayout): ServicePlace {
  return { box: box.id, compartment: compartment.number };
}

/** Whether somebody is the fitter at work at a box, with the right for one of its compartments. */
export function workAt(
  { state, now }: Draft,
  at: ServicePlace,
  { person, badgeRef }: Visitor,
): Work {
  const place = placeAt(state.layout, at.box, at.compartment);
  if (place === undefined) return { ok: false, reason: "compartment-out-of-service" };
  const isFitter = state.durable.service.maintenance[at.box]?.person === person;
  if (!isFitter) return { ok: false, reason: "no-right" };
  const entitled = entitle(state, now, badgeRef, { right: "canMaintain", at });
  return entitled.ok ? { ...entitled, place } : entitled;
}

/** As `workAt`, for an opening now: nothing may be inside. */
export function emptyWorkAt(draft: Draft, at: ServicePlace, visitor: Visitor): Work {
  const work = workAt(draft, at, visitor);
  if (!work.ok) return work;
  const no = (reason: RefusalReason): Work => ({ ok: false, reason });
  if (!isSurelyEmpty(draft.state, work.place)) return no("not-custodian");
  const why = openingRefusal(draft, work.place);
  return why === undefined ? work : no(why);
}

/** Opens what `emptyWorkAt` allows. Returns the seq of the grant. */
export function openEmpty(
  draft: Draft,
  work: Extract<Work, { readonly ok: true }>,
  visitor: Visitor,
): number {
  return openForService(draft, work.place, { ...work, visitor });
}
