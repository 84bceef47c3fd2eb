// Tags that a field sees at an open door while a wish stands: put in there, or moved by the wish.

import type { Fact } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import { isReserved } from "../handover/releases.ts";
import { bounds, placesOf, type PlaceLayout } from "../layout.ts";
import { watchAt, type State } from "../state.ts";
import { isListedToMove } from "../visits/wishes.ts";
import { movedParcels } from "./moved-parcels.ts";

export function noteUnderWish(draft: Draft, key: string, parcel: string): void {
  const all = [...new Set([...watchAt(draft.state, key).underWish, parcel])];
  draft.watch(key, { underWish: all.slice(0, bounds.sessionTagsMaxCount) });
}

/** What a wish made of parcels: they are in somebody's hand, whatever door is open beside them. */
export function claimTags(draft: Draft, box: string, facts: readonly Fact[]): void {
  const claimed = new Set(facts.flatMap(claimedBy));
  if (claimed.size === 0) return;
  for (const { key } of placesOf(draft.state.layout).filter((place) => place.box.id === box)) {
    const { underWish } = watchAt(draft.state, key);
    const left = underWish.filter((parcel) => !claimed.has(parcel));
    if (left.length < underWish.length) draft.watch(key, { underWish: left });
  }
}

function claimedBy(fact: Fact): readonly string[] {
  return fact.kind === "HandoverReleased" ? fact.parcels : movedParcels(fact);
}

/** Tags of the session of a place, less those that a wish at its box moves or may still move. */
export function sessionTags(state: State, { key, box }: PlaceLayout): readonly string[] {
  const { tags, underWish } = watchAt(state, key);
  const { releases } = state.durable.holdings;
  const loose = underWish.filter((parcel) => {
    return !isReserved(releases, parcel) && !isListedToMove(state, box.id, parcel);
  });
  return [...new Set([...tags, ...loose])].slice(0, bounds.sessionTagsMaxCount);
}
