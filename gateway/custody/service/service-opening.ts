// An opening that rests on a right of service: a session like any other, told with its reason.

import type { RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import { abandonSession } from "../doors/closing.ts";
import type { PlaceLayout } from "../layout.ts";
import type { CompiledPolicy } from "../access/policy.ts";
import type { CompiledBadge } from "../access/policy/people.ts";
import { ageS } from "../access/rights.ts";
import { obstacle } from "../access/selection.ts";
import { canWait, runWaiting } from "../coils/solenoids.ts";
import type { Visitor } from "../state.ts";
import { blockingPlaces } from "../visits/sessions.ts";
import { refBytes } from "../visits/visits.ts";

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
  readonly policy: CompiledPolicy;
  readonly badge: CompiledBadge;
  readonly visitor: Visitor;
}

/** @param tell states what the grant rests on, before its coil has its turn */
export function openForService(
  draft: Draft,
  place: PlaceLayout,
  { policy, badge, visitor }: Opener,
  tell: (grantSeq: number) => void,
): void {
  const { wallMs } = draft.now;
  abandonSession(draft, place);
  const grantSeq = draft.record("AccessGranted", {
    box: place.box.id,
    compartment: place.compartment.number,
    action: "collect",
    person: badge.person,
    role: badge.role,
    badgeRef: refBytes(visitor.badgeRef),
    assurance: visitor.assurance,
    reader: visitor.reader,
    policyVersion: policy.version,
    policyAgeS: ageS(policy.issuedUs, wallMs),
    ...(wallMs !== 0 && { blockListAgeS: ageS(policy.blockedUs, wallMs) }),
    proof: visitor.hasPin ? "badge-and-pin" : "badge",
  });
  tell(grantSeq);
  draft.watch(place.key, { tags: [], pulse: undefined });
  runWaiting(draft, place.compartment.supplyGroup);
}
