// A handover between two persons at a box: what is listed, released by one and accepted by another.

import { refuse } from "../visits/visits.ts";
import type { WishRule } from "../visits/wish-rules.ts";

export const handoverRule: WishRule<"handover"> = {
  come(draft, { box }, visitor) {
    refuse(draft, visitor, { box, compartment: 0, reason: "not-custodian" });
  },
};
