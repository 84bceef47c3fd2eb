// What two persons do at a box when parcels change hands, in the words of a handover.

import type { Fact, ListingMethod } from "@driftbox/proto";
import type { WishChange } from "../../../gateway/custody/visits/wishes.ts";
import type { Wish } from "../../../gateway/custody/visits/wishes.ts";
import { custodianOf } from "../../../gateway/custody/parcels/custodians.ts";
import { custodyOf } from "../../../gateway/custody/parcels/holdings.ts";
import type { BadgeName, Story } from "./story.ts";

export const box = "ferry";
const panel = "kiosk";

export function wish(story: Story, what: Wish | undefined): readonly Fact[] {
  return story.when({ kind: "WishStated", panel, box, wish: what });
}

export function amend(story: Story, change: WishChange): readonly Fact[] {
  return story.when({ kind: "WishAmended", panel, box, change });
}

/** Tags that an antenna near the box sees. */
export function see(story: Story, ...parcels: readonly string[]): void {
  for (const parcel of parcels) {
    story.when({ kind: "TagSeen", reader: "antenna", box, parcel });
  }
}

/** The giver lists parcels and shows a badge. */
export function give(
  story: Story,
  who: BadgeName,
  parcels: readonly string[],
  method: ListingMethod = "scan",
): readonly Fact[] {
  wish(story, { kind: "handover", method });
  if (method === "count") amend(story, { word: "count", count: parcels.length });
  else for (const parcel of parcels) story.tag(parcel, box);
  return story.badge(who, box);
}

/** Who a parcel is with, in a word: a compartment's key, a person, `unknown`, or `none`. */
export function holder(story: Story, parcel: string): string {
  const custodian = custodianOf(custodyOf(story.state.durable), parcel);
  if (custodian?.kind === "person") return custodian.person;
  return custodian?.kind === "compartment" ? custodian.key : (custodian?.kind ?? "none");
}

/** The courier has parcels that came out of the box. */
export function carry(story: Story, ...parcels: readonly string[]): void {
  story.visit("depositor", ["ferry", 1], { tags: parcels, leaves: true });
  story.visit("courier", ["ferry", 1], { tags: parcels, leaves: false });
}
