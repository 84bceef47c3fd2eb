// Parcel presence by sensor and scale. Outside a session a change that no grant explains is a
// parcel unaccounted for.

import type { Draft } from "../decision.ts";
import { enterByDoor, followDoor } from "./doors.ts";
import { presenceWord, sensedTogether } from "./fusion.ts";
import type { InputOf } from "../inputs.ts";
import { recordUnaccounted } from "../parcels/unaccounted.ts";
import { placeAt, type PlaceLayout } from "../layout.ts";
import { heard } from "./quarantine.ts";
import { agree, dissent } from "./sensing.ts";
import { recordAt, watchAt } from "../state.ts";

export function reportPresence(draft: Draft, input: InputOf<"PresenceReported">): void {
  const place = placeAt(draft.state.layout, input.box, input.compartment);
  if (place === undefined) return;
  const isSeen = heard(draft, place, "presence", input.isOccupied);
  draft.watch(place.key, { isSeen });
  if (isSeen === true) agree(draft, place, "presence");
  followPresence(draft, place);
}

export function reportWeight(draft: Draft, input: InputOf<"WeightReported">): void {
  const place = placeAt(draft.state.layout, input.box, input.compartment);
  if (place === undefined) return;
  const isFelt = heard(draft, place, "weight", input.isLoaded);
  draft.watch(place.key, { isFelt });
  if (isFelt === true) agree(draft, place, "weight");
  followPresence(draft, place);
}

function followPresence(draft: Draft, place: PlaceLayout): void {
  const { isSeen, isFelt } = watchAt(draft.state, place.key);
  const isOccupied = sensedTogether(isSeen, isFelt);
  draft.watch(place.key, { isOccupied });
  if (recordAt(draft.state, place.key).isDoorOpen) return;
  const isStirred =
    isOccupied !== undefined &&
    presenceWord(isOccupied) !== watchAt(draft.state, place.key).settled;
  if (isStirred) stir(draft, place);
  else calm(draft, place);
}

function stir(draft: Draft, place: PlaceLayout): void {
  draft.watch(place.key, { stirredMonoMs: draft.now.monoMs });
  const afterMs = draft.state.layout.timing.presenceSettleMs;
  draft.order({ kind: "setTimer", key: `presence:${place.key}`, afterMs });
}

function calm(draft: Draft, place: PlaceLayout): void {
  if (watchAt(draft.state, place.key).stirredMonoMs === undefined) return;
  draft.watch(place.key, { stirredMonoMs: undefined });
  draft.order({ kind: "clearTimer", key: `presence:${place.key}` });
}

/** Presence stayed changed with the door closed all the time. */
export function presenceDue(draft: Draft, place: PlaceLayout): void {
  const { isDoorOpen } = recordAt(draft.state, place.key);
  const { stirredMonoMs, isOccupied, settled } = watchAt(draft.state, place.key);
  if (isDoorOpen || stirredMonoMs === undefined || isOccupied === undefined) return;
  const waitMs = stirredMonoMs + draft.state.layout.timing.presenceSettleMs - draft.now.monoMs;
  if (waitMs > 0) {
    draft.order({ kind: "setTimer", key: `presence:${place.key}`, afterMs: waitMs });
    return;
  }
  if (wasEnteredUnseen(draft, place)) return enterUnseen(draft, place);
  draft.watch(place.key, { settled: presenceWord(isOccupied), stirredMonoMs: undefined });
  if (settled !== "unknown") loseTrack(draft, place, settled);
}

/** Something moved after the bolt released for a session, though the contact never said open. */
function wasEnteredUnseen(draft: Draft, place: PlaceLayout): boolean {
  const { session } = recordAt(draft.state, place.key);
  const { pulse } = watchAt(draft.state, place.key);
  return session !== undefined && session.attempts > 0 && pulse?.hasReleased === true;
}

/** A contact that lies must not turn a lawful visit into a loss: the visit counts, it dissents. */
function enterUnseen(draft: Draft, place: PlaceLayout): void {
  enterByDoor(draft, place, "presence changed after the bolt released");
  dissent(draft, place, { sensor: "door", says: "closed", fused: "open" });
  followDoor(draft, place, undefined);
}

/** The compartment changed by itself: what was in it is no longer vouched for. */
export function loseTrack(
  draft: Draft,
  place: PlaceLayout,
  presenceBefore: "empty" | "occupied" | "unknown",
): void {
  const { parcels, lastPerson } = recordAt(draft.state, place.key);
  const presenceAfter = watchAt(draft.state, place.key).settled;
  const isGone = presenceAfter === "empty";
  recordUnaccounted(draft, {
    box: place.box.id,
    compartment: place.compartment.number,
    parcels: isGone ? parcels.map(({ parcel }) => parcel) : [],
    presenceBefore,
    presenceAfter,
    lastPerson,
  });
}
