// Openings for a reason that is none of the policy's, and what persons still owe for such openings.

import type { FactOf, RefusalReason } from "@driftbox/proto";
import { toHex } from "@driftbox/proto";
import { bounds, placeAt } from "../layout.ts";
import type { Now } from "../inputs.ts";
import { demandAt } from "../access/policy/demands.ts";
import { isWeaker, nameOf } from "../access/rights.ts";
import type { State } from "../state.ts";
import { refuse } from "../visits/visits.ts";
import type { WishRule } from "../visits/wish-rules.ts";
import { awaitPin, clearWish } from "../visits/wishes.ts";
import { entitle, missingProof } from "./service-rights.ts";
import { isSurelyEmpty } from "./emptiness.ts";
import { openForService, openingRefusal } from "./service-opening.ts";

/**
 * Opens without the other persons that the compartment asks for. The reason is told before the
 * opening, and the signature of another person is owed from then on.
 */
export const emergencyRule: WishRule<"emergency"> = {
  come(draft, standing, visitor) {
    const { box, wish } = standing;
    const { compartment, reason: why } = wish;
    const no = (reason: RefusalReason) => refuse(draft, visitor, { box, compartment, reason });
    const place = placeAt(draft.state.layout, box, compartment);
    if (place === undefined) return no("compartment-out-of-service");
    const at = { box, compartment };
    const right = "canEmergency";
    const entitled = entitle(draft.state, draft.now, visitor.badgeRef, { right, at });
    if (!entitled.ok) return no(entitled.reason);
    // Only the other persons are waived: how hard a badge is to copy is not.
    const { assurance } = demandAt(entitled.policy.demands, "collect", place.key);
    if (isWeaker(visitor.assurance, assurance)) return no("weak-credential");
    const missing = missingProof(entitled.policy, visitor);
    if (missing === "pin") return awaitPin(draft, standing, visitor);
    if (missing !== undefined) return no(missing);
    if (isFullOfUnsigned(draft.state)) return no("second-person-missing");
    const obstacle = openingRefusal(draft, place);
    if (obstacle !== undefined) return no(obstacle);
    clearWish(draft, box);
    openForService(draft, place, { ...entitled, visitor }, (grantSeq) => {
      const { person } = visitor;
      draft.record("EmergencyDeclared", { ...at, grantSeq, person, reason: why });
    });
  },
};

/** With so many that wait for a signature no other emergency is declared. */
export function isFullOfUnsigned({ durable }: State): boolean {
  return durable.service.unsigned.length >= bounds.unsignedMaxCount;
}

/** Another person signs the oldest emergency of the box that waits for it. */
export const signRule: WishRule<"sign"> = {
  come(draft, standing, visitor) {
    const { box } = standing;
    const no = (reason: RefusalReason) => refuse(draft, visitor, { box, compartment: 0, reason });
    const owed = draft.state.durable.service.unsigned.filter((one) => one.box === box);
    const [oldest] = owed.filter(({ person }) => person !== visitor.person);
    if (oldest === undefined) return no(owed.length > 0 ? "same-person" : "no-right");
    if (!mayAnswer(draft.state, draft.now, box, visitor.badgeRef)) return no("no-right");
    clearWish(draft, box);
    const { person } = visitor;
    draft.record("SignatureGiven", { box, emergencySeq: oldest.seq, person });
  },
};

/** A person explains an opening by key or by force that was noticed. */
export const explainRule: WishRule<"explain"> = {
  come(draft, standing, visitor) {
    const { box, wish } = standing;
    const { compartment, explanation } = wish;
    const no = (reason: RefusalReason) => refuse(draft, visitor, { box, compartment, reason });
    const found = draft.state.durable.service.unexplained.find(
      (one) => one.box === box && one.compartment === compartment,
    );
    if (found === undefined) return no("no-right");
    if (!mayAnswer(draft.state, draft.now, box, visitor.badgeRef)) return no("no-right");
    clearWish(draft, box);
    const { person } = visitor;
    const overrideSeq = found.seq;
    draft.record("OverrideClosed", { box, compartment, overrideSeq, person, explanation });
  },
};

/** Who answers for a box: whoever may collect there, maintain it, or open it in an emergency. */
function mayAnswer(state: State, now: Now, box: string, badgeRef: string): boolean {
  const { policy } = state.volatile;
  const named = policy === undefined ? undefined : nameOf(policy, badgeRef);
  if (named?.ok !== true) return false;
  const at = { box, compartment: 0 };
  const rights = ["canMaintain", "canEmergency"] as const;
  if (rights.some((right) => entitle(state, now, badgeRef, { right, at }).ok)) return true;
  return named.role.rights.some((one) => one.box === box && one.canCollect);
}

/**
 * Whether a grant to one person rests on a right of service: an emergency that is told with it, or
 * the fitter at work at an empty compartment.
 */
export function isServiceGrant(
  { state, now }: { readonly state: State; readonly now: Now },
  grant: FactOf<"AccessGranted">,
  isEmergency: boolean,
): boolean {
  const { box, compartment, person } = grant;
  const place = placeAt(state.layout, box, compartment);
  if (place === undefined) return false;
  const at = { box, compartment };
  const badgeRef = toHex(grant.badgeRef);
  const may = (right: "canMaintain" | "canEmergency") =>
    entitle(state, now, badgeRef, { right, at }).ok;
  if (isEmergency) return grant.proof === "badge-and-pin" && may("canEmergency");
  const isFitter = state.durable.service.maintenance[box]?.person === person;
  return isFitter && may("canMaintain") && isSurelyEmpty(state, place);
}
