// Tags read at a box: part of the session under way, or kept a moment for the badge that follows.

import type { Draft } from "../decision.ts";
import type { InputOf } from "../inputs.ts";
import { shownBy } from "../containers/containers.ts";
import { custodyOf } from "./holdings.ts";
import { whereIs } from "./inventory.ts";
import { bounds, placesOf, type PlaceLayout } from "../layout.ts";
import { isSessionLive } from "../visits/sessions.ts";
import { listTag } from "../visits/wishes.ts";
import { recordAt, watchAt, type State } from "../state.ts";

export function presentTag(draft: Draft, input: InputOf<"TagPresented">): void {
  const places = placesOf(draft.state.layout).filter(({ box }) => box.id === input.box);
  if (places.length === 0) return;
  const live = sessionPlace(draft, places);
  const parcel = shownBy(custodyOf(draft.state.durable), input.parcel);
  if (listTag(draft, input, parcel)) return;
  if (live === undefined) putOnTray(draft, input.box, parcel);
  else addSessionTags(draft, live.key, [parcel]);
}

/**
 * A tag that came into a field by itself is listed under a wish, if it is in no compartment. Else
 * it says something only of a visit whose door is open: it may be in the next box or pass by. It
 * names no visit, and moves nothing that is surely elsewhere.
 */
export function seeTag(draft: Draft, input: InputOf<"TagSeen">): void {
  const { state } = draft;
  const places = placesOf(state.layout).filter(({ box }) => box.id === input.box);
  const parcel = shownBy(custodyOf(state.durable), input.parcel);
  if (places.length > 0 && whereIs(state, parcel) === undefined) {
    if (listTag(draft, input, parcel)) return;
  }
  const live = sessionPlace(draft, places);
  if (live === undefined) return;
  const { session, isDoorOpen } = recordAt(state, live.key);
  if (session?.stage !== "open" || !isDoorOpen) return;
  const home = whereIs(state, parcel);
  if (home !== undefined && home !== live.key && isVerifiedAt(state, home, parcel)) return;
  addSessionTags(draft, live.key, [parcel]);
}

function isVerifiedAt(state: State, key: string, parcel: string): boolean {
  return recordAt(state, key).parcels.some((held) => held.parcel === parcel && held.isVerified);
}

/**
 * The newest session wins: an older one is only still there because its door was left open. One
 * whose door was not seen open since a restart gets no tags: it may have been shut long ago.
 */
function sessionPlace(draft: Draft, places: readonly PlaceLayout[]): PlaceLayout | undefined {
  const { state, now } = draft;
  return places
    .filter(({ key }) => isSessionLive(state, key, now.monoMs))
    .filter(({ key }) => !isLeftBehind(state, key))
    .toSorted((a, b) => grantSeqAt(state, b.key) - grantSeqAt(state, a.key))[0];
}

function isLeftBehind(state: State, key: string): boolean {
  const isOrphan = recordAt(state, key).session?.isOrphan === true;
  return isOrphan && watchAt(state, key).isOpenUnseen;
}

function grantSeqAt(state: State, key: string): number {
  return recordAt(state, key).session?.grantSeq ?? -1;
}

function addSessionTags(draft: Draft, key: string, parcels: readonly string[]): void {
  const { tags } = watchAt(draft.state, key);
  const all = [...new Set([...tags, ...parcels])];
  draft.watch(key, { tags: all.slice(0, bounds.sessionTagsMaxCount) });
}

/** Tags on the tray of a box that are still fresh, oldest first. */
export function trayOf(state: State, box: string, monoMs: number): readonly string[] {
  const since = monoMs - state.layout.timing.trayLifeMs;
  const tray = state.volatile.trays[box] ?? [];
  return tray.filter(({ readMonoMs }) => readMonoMs >= since).map(({ parcel }) => parcel);
}

/** Fresh tags on the tray of a box become tags of the session at a place of it. */
export function takeTray(draft: Draft, { key, box }: PlaceLayout): void {
  addSessionTags(draft, key, trayOf(draft.state, box.id, draft.now.monoMs));
  draft.observe({ trays: { ...draft.state.volatile.trays, [box.id]: [] } });
}

function putOnTray(draft: Draft, box: string, parcel: string): void {
  const { trays } = draft.state.volatile;
  const others = (trays[box] ?? []).filter((tag) => tag.parcel !== parcel);
  const tray = [...others, { parcel, readMonoMs: draft.now.monoMs }];
  draft.observe({ trays: { ...trays, [box]: tray.slice(-bounds.trayMaxCount) } });
}
