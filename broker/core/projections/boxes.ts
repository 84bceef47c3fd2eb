// Box state folded from one gateway's events in sequence order: locks, doors, contents.

import { limits, type Fact } from "@driftbox/proto";

/** Lock, door and presence in the words of the state document, docs/wire.md. */
export interface CompartmentFold {
  readonly lock: string;
  readonly door: string;
  readonly presence: string;
  readonly isEnabled: boolean;
  readonly parcels: readonly string[];
  /** Sensors that count no more. */
  readonly quarantined: readonly string[];
}

type Compartments = Readonly<Record<number, CompartmentFold>>;

export interface BoxFold {
  readonly compartments: Compartments;
}

export const unseenBox: BoxFold = { compartments: {} };

const unseenCompartment: CompartmentFold = {
  lock: "unknown",
  door: "unknown",
  presence: "unknown",
  isEnabled: true,
  parcels: [],
  quarantined: [],
};

/** Sensors kept in quarantine of one compartment; a gateway has three. */
const quarantinedMaxCount = 8;

/**
 * The box after the fact. Facts that do not concern it return the same object, and so do facts of
 * more compartments than a box can have. Words of a newer gateway stand as unknown.
 */
export function foldBox(box: BoxFold, fact: Fact): BoxFold {
  const at = "compartment" in fact ? fact.compartment : 0;
  const known = box.compartments[at];
  if (at === 0 || (known === undefined && isFull(box))) return box;
  const before = known ?? unseenCompartment;
  const after = foldCompartment(before, fact);
  if (after === before) return box;
  return { compartments: { ...elsewhere(box.compartments, fact), [at]: after } };
}

/** What is put in at one place is at no other of the box any more. */
function elsewhere(compartments: Compartments, fact: Fact): Compartments {
  const isPutIn = fact.kind === "ParcelDeposited" || fact.kind === "DepositUnverified";
  if (!isPutIn) return compartments;
  const places = Object.entries(compartments);
  return Object.fromEntries(
    places.map(([number, place]) => [number, withoutParcels(place, [fact.parcel])]),
  );
}

function isFull(box: BoxFold): boolean {
  return Object.keys(box.compartments).length >= limits.compartmentsMaxCount;
}

function foldCompartment(before: CompartmentFold, fact: Fact): CompartmentFold {
  switch (fact.kind) {
    case "UnlockIntended":
      return { ...before, lock: "unlocking" };
    case "UnlockConcluded":
      return { ...before, lock: lockAfter[fact.outcome] ?? "unknown" };
    case "DoorOpened":
    case "OverrideUsed":
      return { ...before, door: "open", lock: "released" };
    case "DoorForced":
      return { ...before, door: "forced", lock: "released" };
    case "DoorHeldOpen":
      return { ...before, door: before.door === "forced" ? "forced" : "held-open" };
    case "DoorAjar":
      return { ...before, door: "ajar" };
    case "DoorClosed":
      return { ...before, door: "closed", lock: "secured", presence: fact.presenceAfter };
    case "LockFaulted":
      return { ...before, lock: lockFaulted[fact.fault] ?? "unknown" };
    case "ParcelDeposited":
      return withParcel(before, fact.parcel);
    case "DepositUnverified":
      return fact.parcel === "" ? before : withParcel(before, fact.parcel);
    case "ParcelCollected":
      return withoutParcels(before, [fact.parcel]);
    case "ParcelUnaccounted":
      return { ...withoutParcels(before, fact.parcels), presence: fact.presenceAfter };
    case "DepositAbandoned":
      return withoutParcels(before, [fact.parcel ?? ""]);
    case "SensorQuarantined":
      return quarantine(before, fact.sensor);
    case "SensorRestored":
      return { ...before, quarantined: before.quarantined.filter((each) => each !== fact.sensor) };
    case "CompartmentDisabled":
      return { ...before, isEnabled: false };
    case "CompartmentEnabled":
      return { ...before, isEnabled: true };
    default:
      return before;
  }
}

const lockFaulted: Readonly<Record<string, string>> = {
  jammed: "jammed",
  "not-latched": "released",
  "opened-unasked": "released",
  "board-offline": "offline",
};

const lockAfter: Readonly<Record<string, string>> = {
  opened: "released",
  jammed: "jammed",
  refused: "secured",
  unknown: "unknown",
};

function quarantine(before: CompartmentFold, sensor: string): CompartmentFold {
  const { quarantined } = before;
  const isOver = quarantined.length >= quarantinedMaxCount || sensor.length > limits.idMaxChars;
  if (isOver || quarantined.includes(sensor)) return before;
  return { ...before, quarantined: [...quarantined, sensor] };
}

/** A full compartment keeps what it has, as the gateway's own list does. */
function withParcel(before: CompartmentFold, parcel: string): CompartmentFold {
  const isFullList = before.parcels.length >= limits.parcelsMaxCount;
  if (isFullList || before.parcels.includes(parcel)) return before;
  if (parcel.length > limits.idMaxChars) return before;
  return { ...before, parcels: [...before.parcels, parcel] };
}

function withoutParcels(before: CompartmentFold, gone: readonly string[]): CompartmentFold {
  const parcels = before.parcels.filter((each) => !gone.includes(each));
  return parcels.length === before.parcels.length ? before : { ...before, parcels };
}
