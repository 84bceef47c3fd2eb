// The fact that grants an opening: where, to whom, and how old what it rests on is.

import type { FactFields } from "@driftbox/proto";
import { ageS } from "../access/rights.ts";
import type { Draft } from "../decision.ts";
import { abandonSession } from "../doors/closing.ts";
import type { PlaceLayout } from "../layout.ts";

type Grant = FactFields["AccessGranted"];

/** To whom, and by what; the rest is of the place and of the policy in force. */
export type GrantedTo = Omit<
  Grant,
  "box" | "compartment" | "policyVersion" | "policyAgeS" | "blockListAgeS"
>;

/**
 * Grants a place that can be opened; what was left of an earlier session there is over.
 * @returns the seq of the grant
 */
export function recordGrant(draft: Draft, place: PlaceLayout, to: GrantedTo): number {
  abandonSession(draft, place);
  const { policy } = draft.state.volatile;
  const { wallMs } = draft.now;
  return draft.record("AccessGranted", {
    box: place.box.id,
    compartment: place.compartment.number,
    ...to,
    policyVersion: policy?.version ?? 0,
    policyAgeS: ageS(policy?.issuedUs ?? 0, wallMs),
    ...(policy !== undefined && wallMs !== 0 && { blockListAgeS: ageS(policy.blockedUs, wallMs) }),
  });
}
