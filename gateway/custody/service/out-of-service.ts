// A fitter at work takes one compartment out of service, and puts it back.

import type { Draft } from "../decision.ts";
import { recordAt, type Visitor } from "../state.ts";
import type { WishRule } from "../visits/wish-rules.ts";
import { clearWish, type StandingWish } from "../visits/wishes.ts";
import { workAt } from "./fitter-work.ts";
import { turnAway } from "./maintenance.ts";

type Change = "disable" | "enable";

/** Nothing goes in or out until it is enabled; what is inside stays on record. */
export const disableRule: WishRule<"disable"> = {
  come(draft, standing, visitor) {
    change(draft, standing, visitor, (at, { isEnabled }) => {
      if (isEnabled) draft.record("CompartmentDisabled", at);
    });
  },
};

/** Its lock counts as sound again too. */
export const enableRule: WishRule<"enable"> = {
  come(draft, standing, visitor) {
    change(draft, standing, visitor, (at, { isEnabled, fault }) => {
      if (!isEnabled || fault !== undefined) draft.record("CompartmentEnabled", at);
    });
  },
};

interface At {
  readonly box: string;
  readonly compartment: number;
  readonly reason: string;
}

function change(
  draft: Draft,
  standing: StandingWish<Change>,
  visitor: Visitor,
  tell: (at: At, record: ReturnType<typeof recordAt>) => void,
): void {
  const { box, wish } = standing;
  const work = workAt(draft, { box, compartment: wish.compartment }, visitor);
  if (!work.ok) return turnAway(draft, standing, visitor, work.reason);
  clearWish(draft, box);
  const at = { box, compartment: wish.compartment, reason: `fitter ${visitor.person}` };
  tell(at, recordAt(draft.state, work.place.key));
}
