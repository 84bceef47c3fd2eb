// A tag is listed at one box at most: the last that was shown, or deposited, says where it is now.

import type { Draft } from "../decision.ts";
import { placesOf, type PlaceLayout } from "../layout.ts";
import { recordAt, watchAt, type State } from "../state.ts";
import { holds } from "./inventory.ts";

/**
 * A tag that is shown at a box is not brought to any other one any more. What a session elsewhere
 * takes out stays named there.
 */
export function unlistAtOthers(draft: Draft, box: string, parcel: string): void {
  unlistInSessions(draft, box, parcel);
  unlistBrought(draft, parcel, box);
}

/** A tag that is seen at a box was seen there last. Who shows it next may still bring it. */
export function unlistInSessions(draft: Draft, box: string, parcel: string): void {
  unlist(draft, parcel, (place) => {
    return place.box.id !== box && !holds(recordAt(draft.state, place.key), parcel);
  });
}

/** What was put into a place is not put anywhere else by the same showing. */
export function unlistBut(draft: Draft, { key, box }: PlaceLayout, parcel: string): void {
  unlist(draft, parcel, (place) => place.key !== key);
  unlistBrought(draft, parcel, box.id);
}

function unlist(draft: Draft, parcel: string, isOther: (place: PlaceLayout) => boolean): void {
  const without = (tags: readonly string[]) => tags.filter((tag) => tag !== parcel);
  for (const place of placesOf(draft.state.layout).filter((one) => isOther(one))) {
    const { tags, seen, underWish } = watchAt(draft.state, place.key);
    if (!tags.includes(parcel) && !underWish.includes(parcel)) continue;
    const left = { tags: without(tags), seen: without(seen), underWish: without(underWish) };
    draft.watch(place.key, left);
  }
}

/** Nobody at another box brings it. */
function unlistBrought(draft: Draft, parcel: string, box: string): void {
  const { trays, visits } = draft.state.volatile;
  for (const [other, tray] of Object.entries(trays)) {
    if (other === box || !tray.some((tag) => tag.parcel === parcel)) continue;
    const left = tray.filter((tag) => tag.parcel !== parcel);
    draft.observe({ trays: { ...draft.state.volatile.trays, [other]: left } });
  }
  for (const [other, visit] of Object.entries(visits)) {
    if (other === box || !visit.tags.includes(parcel)) continue;
    const tags = visit.tags.filter((tag) => tag !== parcel);
    draft.observe({ visits: { ...draft.state.volatile.visits, [other]: { ...visit, tags } } });
  }
}

/** Whether a visit at another box has a parcel whose tag was shown there. */
export function isShownAtOther({ state }: Draft, box: string, parcel: string): boolean {
  return state.layout.boxes.some(({ id }) => {
    if (id === box) return false;
    return (
      state.volatile.visits[id]?.tags.includes(parcel) === true || isInSession(state, id, parcel)
    );
  });
}

function isInSession(state: State, box: string, parcel: string): boolean {
  return placesOf(state.layout).some((place) => {
    if (place.box.id !== box || recordAt(state, place.key).session === undefined) return false;
    const { tags, seen } = watchAt(state, place.key);
    return tags.includes(parcel) && !seen.includes(parcel);
  });
}
