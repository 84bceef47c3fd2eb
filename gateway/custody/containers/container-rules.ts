// Sealing, opening and checking a container at a box, by the person who has it in hand.

import type { Draft } from "../decision.ts";
import { parcelParts } from "../parcels/parts.ts";
import { tellSeals } from "../handover/seal-checks.ts";
import { custodyOf, type Custody } from "../parcels/holdings.ts";
import { holdOf } from "../parcels/holds.ts";
import { isInHandOf, listedOf } from "../parcels/listed.ts";
import type { Visitor } from "../state.ts";
import { refuse } from "../visits/visits.ts";
import type { WishRule } from "../visits/wish-rules.ts";
import { clearWish, type StandingWish } from "../visits/wishes.ts";
import { canContain, containerOf } from "./containers.ts";

function turnAway(draft: Draft, { box }: StandingWish, visitor: Visitor): void {
  refuse(draft, visitor, { box, compartment: 0, reason: "not-custodian" });
}

/** The listed parcels are in the container from now on; it takes the person who has them all. */
export const sealRule: WishRule<"seal"> = {
  come(draft, standing, visitor) {
    const custody = custodyOf(draft.state.durable);
    const { container, sealTag } = standing.wish;
    const { person } = visitor;
    const isOpen = containerOf(custody.containers, container)?.isSealed !== true;
    const canGoIn = (parcel: string): boolean =>
      isAtHand(custody, standing.wish, parcel, person) &&
      canContain(custody.carried, container, parcel);
    const parcels = listedOf(standing, canGoIn);
    if (!isOpen || !isInHandOf(custody, container, person) || parcels.length === 0) {
      return turnAway(draft, standing, visitor);
    }
    for (const part of parcelParts(parcels)) {
      draft.record("ContainerSealed", { container, parcels: part, sealTag, person });
    }
    clearWish(draft, standing.box);
  },
};

/** What is in the open container itself is at hand too. */
function isAtHand(
  custody: Custody,
  { container }: { readonly container: string },
  parcel: string,
  person: string,
): boolean {
  const hold = holdOf(custody.carried, parcel);
  const isInside = hold?.by === "container" && hold.container === container;
  return isInside || isInHandOf(custody, parcel, person);
}

/** An opening is on the way if the person says so, or while an open manifest expects it. */
export const unsealRule: WishRule<"unseal"> = {
  come(draft, standing, visitor) {
    const custody = custodyOf(draft.state.durable);
    const { container, isEnRoute } = standing.wish;
    const { person } = visitor;
    if (isOpenOnTheWay(custody, container) || !isInHandOf(custody, container, person)) {
      return turnAway(draft, standing, visitor);
    }
    const isExpected = Object.values(custody.manifests).some(({ expected }) =>
      expected.includes(container),
    );
    draft.record("ContainerOpened", { container, person, enRoute: isEnRoute || isExpected });
    clearWish(draft, standing.box);
  },
};

/**
 * Whether nothing of it is left to be opened. One that this gateway does not know was sealed at
 * another, and so was one that was opened here at an end and is opened again.
 */
function isOpenOnTheWay({ containers }: Custody, container: string): boolean {
  const record = containerOf(containers, container);
  return record?.isSealed === false && record.isDoubtful;
}

/** Seal tags are only looked at; whoever does needs not have what they close. */
export const checkRule: WishRule<"check-seals"> = {
  come(draft, { box, listing }, visitor) {
    tellSeals(draft, listing.seals, visitor.person);
    clearWish(draft, box);
  },
};
