// Monitors of physical truth against records: forced doors, and parcels where they really are.
// Each returns what it found, or undefined while its promise holds.

import type { Fact } from "@driftbox/proto";
import { placesOf } from "../../gateway/custody/layout.ts";
import { recordAt } from "../../gateway/custody/state.ts";
import { count, type Breaches, type Tally } from "./breaches.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Compartment } from "./compartment.ts";
import type { Machine } from "./machine.ts";
import type { MemoryLedger } from "./memory-ledger.ts";
import type { Parcel } from "./parcels.ts";
import type { Scheduler } from "./scheduler.ts";

const seenWithinMs = 2_000;
const sessionMaxMs = 60_000;

/** A grant, an open door on record or a loose bolt: what opens now may be lawful. */
function isCovered(place: Compartment, { chronicle }: Machine, nowMs: number): boolean {
  const { isDoorOpen } = recordAt(chronicle.state, place.key);
  const grantedMs = chronicle.lastGrantMs.get(place.key) ?? -sessionMaxMs;
  return isDoorOpen || nowMs - grantedMs < sessionMaxMs || !place.isBoltEngaged;
}

function hasForcedSince(chronicle: Chronicle, place: Compartment, sinceMs: number): boolean {
  for (let at = chronicle.told.length - 1; at >= 0; at -= 1) {
    const told = chronicle.told[at];
    if (told === undefined || told.atMs < sinceMs) return false;
    const { fact } = told;
    const isOpening = fact.kind === "DoorForced" || fact.kind === "OverrideUsed";
    if (isOpening && fact.box === place.box && fact.compartment === place.number) return true;
  }
  return false;
}

interface ForcedDoor {
  readonly machine: Machine;
  readonly place: Compartment;
  readonly scheduler: Scheduler;
  readonly breaches: Breaches;
  readonly tally: Tally;
}

/**
 * Watches one forced door: a gateway that was on for two seconds while it stood open, with sensors
 * that could tell, must have recorded it. Call just before the door is forced.
 */
export function watchForcedDoor(forced: ForcedDoor): void {
  const { place, machine, scheduler, breaches, tally } = forced;
  if (isCovered(place, machine, scheduler.nowMs)) {
    count(tally, "forced in a session");
    return;
  }
  const sinceMs = scheduler.nowMs;
  const canTell = (): boolean => canSee(forced);
  const look = (): void => {
    const { life } = machine;
    const couldTell = canTell();
    scheduler.after(seenWithinMs, () => {
      if (hasForcedSince(machine.chronicle, place, sinceMs)) {
        count(tally, "forced doors on record");
        return;
      }
      if (couldTell && canTell() && machine.life === life) {
        const finding = `${place.key} was forced at ${sinceMs}`;
        breaches.note("a forced door that was seen is on record", finding);
      } else if (place.isDoorOpen) look();
      else count(tally, "forced doors unseen");
    });
  };
  look();
}

function canSee({ machine, place }: ForcedDoor): boolean {
  const { gateway } = machine;
  const cabin = machine.parts.cabins.find(({ id }) => id === place.box);
  const isDark = cabin?.isBoardDark === true && !place.layout.hasDoorContact;
  return gateway !== undefined && gateway.loop.counts.waiting === 0 && !place.hasFlaw && !isDark;
}

/** Key of the compartment in which a gateway holds a parcel to be. */
function recordedPlace({ state }: Chronicle, parcel: string): string | undefined {
  return placesOf(state.layout).find(({ key }) =>
    recordAt(state, key).parcels.some((held) => held.parcel === parcel),
  )?.key;
}

/** The last word about the parcel says itself that it is not sure. */
function isDoubted(word: Fact | undefined): boolean {
  if (word === undefined) return false;
  if (word.kind === "ParcelUnaccounted" || word.kind === "DepositUnverified") return true;
  return "evidence" in word && word.evidence !== "tag-and-presence";
}

/**
 * A parcel is where the record says, or the record says that it is not sure. One that was last
 * moved in a way no sensor could tell is only counted.
 */
export function parcelElsewhere(
  parcel: Parcel,
  machine: Machine,
  tally: Tally,
): string | undefined {
  const { chronicle } = machine;
  const recorded = recordedPlace(chronicle, parcel.number);
  if (recorded === parcel.place) {
    count(tally, "parcels as recorded");
    return undefined;
  }
  if (!parcel.isPlain) {
    count(tally, "parcels moved unseen");
    return undefined;
  }
  const real = parcel.place;
  const isUnknown = real !== undefined && !recordAt(chronicle.state, real).isInventoryKnown;
  if (isUnknown || isDoubted(chronicle.lastWord.get(parcel.number))) {
    count(tally, "parcels doubted on record");
    return undefined;
  }
  return `parcel ${parcel.number} is ${real ?? "away"}, on record ${recorded ?? "away"}`;
}

/** The center's picture of a box is the gateway's own: the same parcels, doors open alike. */
export function projectionDiffers(machine: Machine, ledger: MemoryLedger): string | undefined {
  const { state } = machine.chronicle;
  for (const { key, box, compartment } of placesOf(state.layout)) {
    const own = recordAt(state, key);
    const seen = ledger.boxes.get(box.id)?.compartments[compartment.number];
    const ownParcels = own.parcels.map(({ parcel }) => parcel).toSorted();
    const seenParcels = (seen?.parcels ?? []).toSorted();
    if (ownParcels.join() !== seenParcels.join()) {
      return `${key}: gateway holds ${ownParcels.join(" ")}, center ${seenParcels.join(" ")}`;
    }
    const isOpen = ["open", "held-open", "ajar"].includes(seen?.door ?? "unknown");
    if (isOpen !== own.isDoorOpen) return `${key}: gateway ${own.isDoorOpen}, center ${seen?.door}`;
  }
  return undefined;
}
