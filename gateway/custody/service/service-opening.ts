// An opening that rests on a right of service: a session like any other, told with its reason.

import type { RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { PlaceLayout } from "../layout.ts";
import type { CompiledBadge } from "../access/policy/people.ts";
import { obstacle } from "../access/selection.ts";
import { canWait, runWaiting } from "../coils/solenoids.ts";
import type { Visitor } from "../state.ts";
import { recordGrant } from "../visits/granting.ts";
import { blockingPlaces } from "../visits/sessions.ts";
import { endVisit, refBytes } from "../visits/visits.ts";

/** Why a place cannot be opened now, whoever asks; undefined = it can. */
export function openingRefusal(
  { state, now }: Draft,
  place: PlaceLayout,
): RefusalReason | undefined {
  if (!state.volatile.canOpen) return "storage-full";
  if (blockingPlaces(state, place.box.id, now.monoMs).length > 0) return "box-busy";
  const why = obstacle(state, place, "collect");
  if (why !== undefined) return why;
  return canWait(state, place, now.monoMs) ? undefined : "box-busy";
}

interface Opener {
  readonly badge: CompiledBadge;
  readonly visitor: Visitor;
}

/**
 * Whoever else waits at the box for what their opening lacks is turned away.
 * @param tell states what the grant rests on, before its coil has its turn
 * @returns the seq of the grant
 */
export function openForService(
  draft: Draft,
  place: PlaceLayout,
  { badge, visitor }: Opener,
  tell: (grantSeq: number) => void = () => undefined,
): number {
  endVisit(draft, place.box.id, { reason: "box-busy", without: badge.person });
  const grantSeq = recordGrant(draft, place, {
    action: "collect",
    person: badge.person,
    role: badge.role,
    badgeRef: refBytes(visitor.badgeRef),
    assurance: visitor.assurance,
    reader: visitor.reader,
    proof: visitor.hasPin ? "badge-and-pin" : "badge",
  });
  tell(grantSeq);
  draft.watch(place.key, { tags: [], seen: [], underWish: [], pulse: undefined });
  runWaiting(draft, place.compartment.supplyGroup);
  return grantSeq;
}
