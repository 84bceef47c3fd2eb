// An opening that a command asked for: a session like any other, given by a person at the center.

import type { Draft } from "../decision.ts";
import type { PlaceLayout } from "../layout.ts";
import { demandAt } from "../access/policy/demands.ts";
import { obstacle } from "../access/selection.ts";
import { recordGrant } from "../visits/granting.ts";
import { runWaiting } from "../coils/solenoids.ts";
import type { State } from "../state.ts";
import type { OrderRefusal } from "./order.ts";

/** Role in the grant of a command. No role of a policy has it: it stands for the center itself. */
export const centerRole = "center";

/**
 * States the grant under the running command of the place, and lets its coil have its turn.
 * @returns the seq of the grant
 */
export function openByOrder(draft: Draft, place: PlaceLayout, givenBy: string): number {
  const grantSeq = recordGrant(draft, place, {
    action: "collect",
    person: givenBy,
    role: centerRole,
    badgeRef: new Uint8Array(),
    assurance: "mutual-auth",
    reader: "",
    proof: "command",
  });
  draft.watch(place.key, { tags: [], seen: [], underWish: [], pulse: undefined });
  runWaiting(draft, place.compartment.supplyGroup);
  return grantSeq;
}

/** A compartment that asks for several persons at the box is never opened from afar. */
export function openingObstacle(state: State, place: PlaceLayout): OrderRefusal | undefined {
  const { policy } = state.volatile;
  if (policy === undefined) return "not-permitted";
  const demand = demandAt(policy.demands, "collect", place.key);
  if (demand.authorizers > 0 || demand.otherOrganization) return "not-permitted";
  const why = obstacle(state, place, "collect");
  if (why === undefined) return undefined;
  return why === "lock-offline" ? "lock-offline" : "out-of-service";
}
