// What is true of each compartment now, in the words of the state document.

import type { DraftOf, Presence } from "@driftbox/proto";
import { isDeviceOnline } from "./devices.ts";
import { holdsOf, placeKey, placesOf, type PlaceLayout } from "./layout.ts";
import { presenceWord } from "./doors/fusion.ts";
import { fusedDoor } from "./doors/sensing.ts";
import { isSuspended } from "./service/suspension.ts";
import { recordAt, watchAt, type State } from "./state.ts";

/** `secured` bolt engaged; `released` not; `offline` its board does not answer. */
export type LockWord = "secured" | "released" | "unlocking" | "jammed" | "offline" | "unknown";
/** `ajar` shut but the bolt did not engage; `held-open` warned or alarmed about. */
export type DoorWord = "closed" | "open" | "held-open" | "ajar" | "forced" | "unknown";

export interface CompartmentWords {
  readonly lock: LockWord;
  readonly door: DoorWord;
  readonly presence: Presence;
}

export type BoxStatesDraft = NonNullable<DraftOf<"state">["boxes"]>;

/** Words of one compartment; sensors first, then what the last facts say. */
export function compartmentWords(state: State, place: PlaceLayout): CompartmentWords {
  const { isOccupied } = watchAt(state, place.key);
  return {
    lock: lockWord(state, place),
    door: doorWord(state, place),
    presence: presenceWord(isOccupied),
  };
}

function lockWord(state: State, place: PlaceLayout): LockWord {
  const { intent, fault } = recordAt(state, place.key);
  const { boltIsEngaged } = watchAt(state, place.key);
  if (isDeviceOnline(state, place.compartment.board) === false) return "offline";
  if (intent !== undefined) return "unlocking";
  if (fault === "jammed") return "jammed";
  if (boltIsEngaged === undefined) return "unknown";
  return boltIsEngaged ? "secured" : "released";
}

function doorWord(state: State, place: PlaceLayout): DoorWord {
  const { isDoorOpen, isForced, isAjar, heldStage } = recordAt(state, place.key);
  const watch = watchAt(state, place.key);
  const isOpen = fusedDoor(place, watch);
  if (isDoorOpen && isForced) return "forced";
  if (isDoorOpen && isAjar && isOpen === false) return "ajar";
  if (isDoorOpen && heldStage > 0 && isOpen !== false) return "held-open";
  if (isOpen === undefined) return isDoorOpen ? "open" : "unknown";
  return isOpen ? "open" : "closed";
}

function serviceWord(state: State, box: string): string {
  if (state.durable.service.maintenance[box] !== undefined) return "maintenance";
  return isSuspended(state, box) ? "suspended" : "open";
}

/** Boxes of the state document, in the order of the layout. */
export function boxStates(state: State): BoxStatesDraft {
  const places = placesOf(state.layout);
  return state.layout.boxes.map((box) => ({
    box: box.id,
    service: serviceWord(state, box.id),
    compartments: places
      .filter((place) => place.key === placeKey(box.id, place.compartment.number))
      .map((place) => ({
        compartment: place.compartment.number,
        ...compartmentWords(state, place),
        isEnabled: recordAt(state, place.key).isEnabled,
        parcels: recordAt(state, place.key).parcels.map(({ parcel }) => parcel),
        holds: place.box.kind === "cabinet" ? 1 : holdsOf(place),
        quarantined: [...recordAt(state, place.key).trust.quarantined],
      })),
  }));
}
