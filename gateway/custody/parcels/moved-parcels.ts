// Which parcels a fact says are elsewhere than before.

import type { Fact } from "@driftbox/proto";

/** Parcels that a fact moves, by name; `""` = one that nobody could name. */
export function movedParcels(fact: Fact): readonly string[] {
  switch (fact.kind) {
    case "ParcelCollected":
    case "ParcelDeposited":
    case "DepositUnverified":
      return [fact.parcel];
    case "ParcelUnaccounted":
    case "HandoverAccepted":
      return fact.parcels;
    case "ContainerSealed":
      return [fact.container, ...fact.parcels];
    default:
      return [];
  }
}
