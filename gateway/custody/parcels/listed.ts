// What a person means of the parcels that were listed under a wish, and may do something with.

import { isReserved } from "../handover/releases.ts";
import { custodianOf } from "./custodians.ts";
import type { Custody } from "./holdings.ts";
import { holdOf } from "./holds.ts";
import type { StandingWish, WishKind } from "../visits/wishes.ts";

/**
 * Listed parcels that `isMeant` holds for. A tag of something else may be near by accident and is
 * left out; a scan was meant, so one that it does not hold for leaves nothing.
 */
export function listedOf<K extends WishKind>(
  { wish, listing }: StandingWish<K>,
  isMeant: (parcel: string) => boolean,
): readonly string[] {
  const wished = listing.parcels.filter((parcel) => !listing.leftOut.includes(parcel));
  const meant = wished.filter(isMeant);
  const isScan = "method" in wish && wish.method === "scan";
  return isScan && meant.length < wished.length ? [] : meant;
}

/**
 * Whether a person can have a parcel in their hands and do something with it, as far as the gateway
 * knows. What is released to somebody is theirs to take first.
 */
export function isInHandOf(custody: Custody, parcel: string, person: string): boolean {
  if (isReserved(custody.releases, parcel)) return false;
  return canBeWith(custody, parcel, person);
}

/** Whether a person can have a parcel: it is in their custody, or in nobody's that is known. */
export function canBeWith(custody: Custody, parcel: string, person: string): boolean {
  if (holdOf(custody.carried, parcel)?.by === "container") return false;
  const custodian = custodianOf(custody, parcel);
  if (custodian?.kind === "person") return custodian.person === person;
  return custodian === undefined || custodian.kind === "unknown";
}
