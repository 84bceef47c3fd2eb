// What a compartment's sensors say together, each keeping its own testimony.

import type { Presence } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { PlaceLayout } from "../layout.ts";
import { presenceWord } from "./fusion.ts";
import { quarantineIfDue } from "./quarantine.ts";
import { recordAt, watchAt, type CompartmentWatch, type State } from "../state.ts";

/**
 * Whether the door is open: by its contact, or by the bolt where the hook switch is the only
 * contact or the contact cannot be read. Undefined = nobody can tell.
 */
export function fusedDoor(place: PlaceLayout, watch: CompartmentWatch): boolean | undefined {
  if (place.compartment.hasDoorContact && watch.contactIsOpen !== undefined) {
    return watch.contactIsOpen;
  }
  return watch.boltIsEngaged === undefined ? undefined : !watch.boltIsEngaged;
}

/**
 * How long a door must be closed and its bolt engaged before presence is sampled: no time at all
 * when that happened before this run began and every sensor has said so.
 */
export function settleMs(state: State, place: PlaceLayout): number {
  const { hasDoorContact, hasPresenceSensor, hasScale = false } = place.compartment;
  const watch = watchAt(state, place.key);
  const wasShutBefore =
    watch.isOpenUnseen &&
    recordAt(state, place.key).isDoorOpen &&
    watch.boltIsEngaged === true &&
    (!hasDoorContact || watch.contactIsOpen === false) &&
    (!hasPresenceSensor || watch.isSeen !== undefined) &&
    (!hasScale || watch.isFelt !== undefined);
  if (wasShutBefore) return 0;
  return state.layout.timing.presenceSettleMs + (hasScale ? scaleSettleMs : 0);
}

/** A scale swings, and is asked a few times a second. */
export const scaleSettleMs = 1_500;

/** Presence as it was when the door opened: settled before, else what the sensor says now. */
export function presenceAtOpening(watch: CompartmentWatch): Presence {
  if (watch.isOccupied === undefined || watch.settled === "unknown") {
    return presenceWord(watch.isOccupied);
  }
  return watch.settled;
}

/** Records once an episode that a sensor contradicts what is held to be true. Never blocks. */
export function dissent(
  draft: Draft,
  place: PlaceLayout,
  said: { readonly sensor: string; readonly says: string; readonly fused: string },
): void {
  const { dissents } = watchAt(draft.state, place.key);
  if (dissents.includes(said.sensor)) return;
  draft.watch(place.key, { dissents: [...dissents, said.sensor] });
  draft.record("SensorDissented", {
    box: place.box.id,
    compartment: place.compartment.number,
    ...said,
  });
  quarantineIfDue(draft, place, said.sensor);
}

/** The sensor agrees again; its next dissent is a new episode. */
export function agree(draft: Draft, place: PlaceLayout, sensor: string): void {
  const { dissents } = watchAt(draft.state, place.key);
  if (!dissents.includes(sensor)) return;
  draft.watch(place.key, { dissents: dissents.filter((one) => one !== sensor) });
}

/** Sequence of the grant under which the door stands open; 0 = none, it was forced. */
export function openGrantSeq(draft: Draft, place: PlaceLayout): number {
  const { session } = recordAt(draft.state, place.key);
  return session?.stage === "open" ? session.grantSeq : 0;
}
