// Tags read at a box: part of the session under way, or kept a moment for the badge that follows.

import type { Draft } from "../decision.ts";
import type { InputOf } from "../inputs.ts";
import { shownBy } from "../containers/containers.ts";
import { custodianOf } from "./custodians.ts";
import { custodyOf } from "./holdings.ts";
import { holds, whereIs } from "./inventory.ts";
import { bounds, placesOf, type PlaceLayout } from "../layout.ts";
import { isShownAtOther, unlistAtOthers, unlistInSessions } from "./tag-lists.ts";
import { noteUnderWish } from "./wish-tags.ts";
import { isSessionBlocking } from "../visits/sessions.ts";
import { listTag } from "../visits/wishes.ts";
import { recordAt, watchAt, type State } from "../state.ts";

/**
 * A tag that was shown is listed under a wish, else it is of the visit under way. One of a parcel
 * behind the open door of that visit is both: it is taken out now, and may change hands then.
 */
export function presentTag(draft: Draft, input: InputOf<"TagPresented">): void {
  const places = placesOf(draft.state.layout).filter(({ box }) => box.id === input.box);
  if (places.length === 0) return;
  const live = sessionPlace(draft, places);
  const parcel = shownBy(custodyOf(draft.state.durable), input.parcel);
  unlistAtOthers(draft, input.box, parcel);
  const isTakenOut = live !== undefined && isBehindOpenDoor(draft.state, live.key, parcel);
  if (listTag(draft, input, parcel) && !isTakenOut) return;
  if (live === undefined) putOnTray(draft, input.box, parcel);
  else {
    addSessionTags(draft, live.key, [parcel]);
    const { seen } = watchAt(draft.state, live.key);
    draft.watch(live.key, { seen: seen.filter((tag) => tag !== parcel) });
  }
}

function isBehindOpenDoor(state: State, key: string, parcel: string): boolean {
  const record = recordAt(state, key);
  return record.session?.stage === "open" && record.isDoorOpen && holds(record, parcel);
}

/**
 * A tag that came into a field by itself is listed under a wish, if it is in no compartment; at an
 * open door it counts there too, unless the wish moves its parcel. Else it says something only of
 * a visit whose door is open: it may be in the next box or pass by. It names no visit, takes
 * nothing out of where it is heard, and moves nothing that is surely elsewhere, or of a visit at
 * another box where it was shown.
 */
export function seeTag(draft: Draft, input: InputOf<"TagSeen">): void {
  const { state } = draft;
  const places = placesOf(state.layout).filter(({ box }) => box.id === input.box);
  const custody = custodyOf(state.durable);
  const parcel = shownBy(custody, input.parcel);
  const isLoose = places.length > 0 && whereIs(state, parcel) === undefined;
  const isUnderWish = isLoose && listTag(draft, input, parcel);
  const live = sessionPlace(draft, places);
  if (live === undefined) return;
  const { session, isDoorOpen } = recordAt(state, live.key);
  if (session?.stage !== "open" || !isDoorOpen) return;
  const custodian = custodianOf(custody, parcel);
  const isIn = custodian?.kind === "compartment";
  if (isIn && (custodian.key === live.key || custodian.isVerified)) return;
  if (isShownAtOther(draft, input.box, parcel)) return;
  unlistInSessions(draft, input.box, parcel);
  if (isUnderWish) return noteUnderWish(draft, live.key, parcel);
  const { tags, seen } = watchAt(draft.state, live.key);
  addSessionTags(draft, live.key, [parcel]);
  if (!tags.includes(parcel)) draft.watch(live.key, { seen: [...seen, parcel] });
}

/** Whether a parcel lies verified in another compartment, or in a container that lies in any. */
export function isSurelyElsewhere(state: State, { key }: PlaceLayout, parcel: string): boolean {
  if (holds(recordAt(state, key), parcel)) return false;
  const custodian = custodianOf(custodyOf(state.durable), parcel);
  return custodian?.kind === "compartment" && custodian.isVerified;
}

/** The same, or whether somebody with a name has it. */
export function isOfOthers(state: State, place: PlaceLayout, parcel: string): boolean {
  const custodian = custodianOf(custodyOf(state.durable), parcel);
  const isCarried = custodian?.kind === "person" && custodian.person !== "";
  return isCarried || isSurelyElsewhere(state, place, parcel);
}

/**
 * The session under way at a box, the newest of several. One that keeps nobody from the box gets
 * no tags: they are of the person who comes next. Nor does one whose door was not seen open since
 * a restart: it may have been shut long ago.
 */
function sessionPlace(draft: Draft, places: readonly PlaceLayout[]): PlaceLayout | undefined {
  const { state, now } = draft;
  return places
    .filter(({ key }) => isSessionBlocking(state, key, now.monoMs))
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
