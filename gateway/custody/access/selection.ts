// Which compartment a badge opens, and for what: collect before deposit, lowest number first.

import type { Action, RefusalReason } from "@driftbox/proto";
import { isDeviceOnline } from "../devices.ts";
import { holds, whereIs } from "../parcels/inventory.ts";
import { holdsOf, placesOf, type PlaceLayout } from "../layout.ts";
import type { CompiledRight } from "./policy/roles.ts";
import { allows } from "./rights.ts";
import { recordAt, watchAt, type State } from "../state.ts";

export type Selection =
  | { readonly ok: true; readonly place: PlaceLayout; readonly action: Action }
  | { readonly ok: false; readonly reason: RefusalReason; readonly compartment: number };

export interface Wish {
  readonly box: string;
  readonly rights: readonly CompiledRight[];
  /** Tags read just before the badge. */
  readonly tray: readonly string[];
  /** Whether whoever wishes collected there just before and has to wait. */
  readonly isPassedBack: (place: PlaceLayout) => boolean;
}

/**
 * Selects by what was shown and what is inside:
 * 1. a tag just read that is known in a compartment of the box: collect there;
 * 2. a tag just read that is known nowhere in it, with a right to deposit: deposit;
 * 3. a tag of something in a compartment where they have to wait: they bring it back, and in there
 *    where they may;
 * 4. collect where something is, or may be; a drop box may always be looked into;
 *    but not where the same person collected just before and has to wait;
 * 5. deposit into an empty compartment, in a drop box also beside other parcels; but not beside
 *    them where the same person has to wait to collect: who brings something shows its tag.
 */
export function selectCompartment(state: State, wish: Wish): Selection {
  const places = placesOf(state.layout).filter(({ box }) => box.id === wish.box);
  const may = (action: Action): readonly PlaceLayout[] =>
    places.filter(({ compartment }) => allows(wish.rights, action, compartment.number));
  const collectable = may("collect").filter((place) => !wish.isPassedBack(place));
  const tagged = collectable.find(({ key }) =>
    wish.tray.some((parcel) => holds(recordAt(state, key), parcel)),
  );
  if (tagged !== undefined) return usable(state, [tagged], "collect");
  const depositable = may("deposit");
  const brought = selectForBrought(state, wish, depositable);
  if (brought !== undefined) return brought;
  const filled = byLikelihood(state, collectable);
  if (filled.length > 0) return usable(state, filled, "collect");
  const unbarred = depositable.filter((one) => !wish.isPassedBack(one) || !mayHold(state, one.key));
  if (unbarred.length > 0) return selectForDeposit(state, unbarred);
  if (collectable[0]?.box.kind === "drop-box") return usable(state, collectable, "collect");
  const barred = [...may("collect"), ...depositable].find((place) => wish.isPassedBack(place));
  if (barred !== undefined) return refusal("passback", barred.compartment.number);
  return refusal("nothing-to-collect");
}

/** Undefined: nothing is brought, as far as tags say, or it can be put nowhere. */
function selectForBrought(
  state: State,
  wish: Wish,
  depositable: readonly PlaceLayout[],
): Selection | undefined {
  if (depositable.length === 0) return undefined;
  if (wish.tray.some((parcel) => !isInBox(state, parcel, wish.box))) {
    return selectForDeposit(state, depositable);
  }
  const homes = placesOf(state.layout)
    .filter((place) => place.box.id === wish.box && wish.isPassedBack(place))
    .filter(({ key }) => wish.tray.some((parcel) => holds(recordAt(state, key), parcel)));
  if (homes.length === 0) return undefined;
  const open = depositable.filter(({ key }) => homes.some((home) => home.key === key));
  const home = usable(state, open, "deposit");
  return home.ok ? home : selectForDeposit(state, depositable);
}

/** As `selectCompartment`, for somebody who may not deposit now. */
export function selectToCollect(state: State, wish: Wish): Selection {
  const rights = wish.rights.map((right) => ({ ...right, canDeposit: false }));
  return selectCompartment(state, { ...wish, rights });
}

function refusal(reason: RefusalReason, compartment = 0): Selection {
  return { ok: false, reason, compartment };
}

function isInBox(state: State, parcel: string, box: string): boolean {
  return whereIs(state, parcel)?.startsWith(`${box}#`) === true;
}

/** Occupied compartments first, then those whose content nobody vouches for. */
function byLikelihood(state: State, places: readonly PlaceLayout[]): readonly PlaceLayout[] {
  const occupied = places.filter(({ key }) => isOccupied(state, key));
  const doubtful = places.filter(({ key }) => !isOccupied(state, key) && isDoubtful(state, key));
  return [...occupied, ...doubtful];
}

/** Something is inside: by the record, by what has settled, or seen behind a door that is open. */
export function isOccupied(state: State, key: string): boolean {
  const { parcels, isDoorOpen } = recordAt(state, key);
  const { settled, isOccupied: isSeen } = watchAt(state, key);
  return parcels.length > 0 || settled === "occupied" || (isDoorOpen && isSeen === true);
}

function isDoubtful(state: State, key: string): boolean {
  return !recordAt(state, key).isInventoryKnown && watchAt(state, key).settled !== "empty";
}

function mayHold(state: State, key: string): boolean {
  return isOccupied(state, key) || isDoubtful(state, key);
}

/** The first of these places that has room. */
export function selectForDeposit(state: State, places: readonly PlaceLayout[]): Selection {
  const free = places.filter((place) => {
    const { key, box } = place;
    if (recordAt(state, key).parcels.length >= holdsOf(place)) return false;
    return box.kind === "drop-box" || !mayHold(state, key);
  });
  if (free.length === 0) return refusal("no-free-compartment");
  return usable(state, free, "deposit");
}

/** The first candidate that works; else why the first one does not. */
function usable(state: State, places: readonly PlaceLayout[], action: Action): Selection {
  const place = places.find((one) => obstacle(state, one, action) === undefined);
  if (place !== undefined) return { ok: true, place, action };
  const [first] = places;
  if (first === undefined) return refusal("compartment-out-of-service");
  const reason = obstacle(state, first, action) ?? "compartment-out-of-service";
  return refusal(reason, first.compartment.number);
}

/**
 * A jammed lock takes no more deposits; whoever may collect may still try to get things out.
 * A board that was not heard since the start is as good as offline:
 * nobody knows whether it is there.
 */
export function obstacle(
  state: State,
  place: PlaceLayout,
  action: Action,
): RefusalReason | undefined {
  const { isEnabled, fault } = recordAt(state, place.key);
  if (!isEnabled) return "compartment-out-of-service";
  if (fault === "jammed" && action === "deposit") return "compartment-out-of-service";
  return isDeviceOnline(state, place.compartment.board) === true ? undefined : "lock-offline";
}
