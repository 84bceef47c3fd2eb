// What must hold of parcels: one place, one custodian, and two persons where it takes two.

import type { Checks, Step } from "../checked-step.ts";
import { isEachClosingOfTwo, isEachHandoverOfTwo } from "../handover/two-persons.ts";
import { custodyOf } from "./holdings.ts";
import { canBeWith } from "./listed.ts";
import { isEachHeldOnce, isEachMovedKnown, movesParcels } from "./one-custodian.ts";

export const custodyChecks: Checks = {
  "a parcel is in one place at most": everyParcelIsOnce,
  "each parcel has exactly one custodian": everyParcelHasCustodian,
  "a handover moves what one person released and another accepted": ({ before, decision }) =>
    isEachHandoverOfTwo(before.durable.holdings.releases, decision.facts),
  "what is released stays with its giver until it is answered": everyReleaseIsWithItsGiver,
  "a manifest is closed by two persons": ({ decision }) => isEachClosingOfTwo(decision.facts),
};

function everyReleaseIsWithItsGiver({ after }: Step): boolean {
  const releases = Object.values(after.durable.holdings.releases);
  if (releases.length === 0) return true;
  const custody = custodyOf(after.durable);
  return releases.every(({ giver, parcels }) => {
    return parcels.every((parcel) => canBeWith(custody, parcel, giver));
  });
}

function everyParcelIsOnce({ after }: Step): boolean {
  const all = Object.values(after.durable.compartments).flatMap(({ parcels }) => parcels);
  return new Set(all.map(({ parcel }) => parcel)).size === all.length;
}

function everyParcelHasCustodian({ before, after, decision }: Step): boolean {
  const custody = custodyOf(after.durable);
  const isMoved =
    movesParcels(decision.facts) || custody.carried !== before.durable.holdings.carried;
  return !isMoved || (isEachHeldOnce(custody) && isEachMovedKnown(custody, decision.facts));
}
