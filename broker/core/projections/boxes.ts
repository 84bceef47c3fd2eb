// Box state folded from one gateway's events in sequence order: locks, doors, contents, troubles.

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

/** Trouble that no later event resolved; compartment 0 = the whole box. */
export interface Trouble {
  readonly kind: string;
  readonly compartment: number;
}

export interface BoxFold {
  readonly compartments: Readonly<Record<number, CompartmentFold>>;
  readonly troubles: readonly Trouble[];
}

export const unseenBox: BoxFold = { compartments: {}, troubles: [] };

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

/** Parcels kept of one compartment; a longer list is a fault of the sensors. */
const parcelsMaxCount = 256;

/**
 * The box after the fact. Facts that do not concern it return the same object, and so do facts of
 * more compartments than a box can have. Words of a newer gateway stand as unknown.
 */
export function foldBox(box: BoxFold, fact: Fact): BoxFold {
  const at = "compartment" in fact ? fact.compartment : 0;
  const known = box.compartments[at];
  if (at > 0 && known === undefined && isFull(box)) return box;
  const before = known ?? unseenCompartment;
  const after = foldCompartment(before, fact);
  const troubles = foldTroubles(box.troubles, fact, at);
  if (after === before && troubles === box.troubles) return box;
  const isPlace = at > 0;
  return {
    compartments: isPlace ? { ...box.compartments, [at]: after } : box.compartments,
    troubles,
  };
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

function withParcel(before: CompartmentFold, parcel: string): CompartmentFold {
  if (before.parcels.length >= parcelsMaxCount || before.parcels.includes(parcel)) return before;
  if (parcel.length > limits.idMaxChars) return before;
  return { ...before, parcels: [...before.parcels, parcel] };
}

function withoutParcels(before: CompartmentFold, gone: readonly string[]): CompartmentFold {
  const parcels = before.parcels.filter((each) => !gone.includes(each));
  return parcels.length === before.parcels.length ? before : { ...before, parcels };
}

/** What raises trouble until something resolves it. */
const raising: ReadonlySet<Fact["kind"]> = new Set<Fact["kind"]>([
  "DoorForced",
  "DoorHeldOpen",
  "DoorAjar",
  "LockFaulted",
  "OverrideUsed",
  "ParcelUnaccounted",
  "DepositUnverified",
  "TamperDetected",
  "DuressSignaled",
]);

/** Settled by closing the door; the rest only by a session under a grant that ends closed. */
const settledByClosing: ReadonlySet<string> = new Set(["DoorHeldOpen", "DoorAjar"]);
const settledBySession: ReadonlySet<string> = new Set([
  "DoorForced",
  "OverrideUsed",
  "ParcelUnaccounted",
  "DepositUnverified",
]);

function foldTroubles(troubles: readonly Trouble[], fact: Fact, at: number): readonly Trouble[] {
  if (raising.has(fact.kind)) {
    const isKnown = troubles.some((each) => each.kind === fact.kind && each.compartment === at);
    return isKnown ? troubles : [...troubles, { kind: fact.kind, compartment: at }];
  }
  if (troubles.length === 0) return troubles;
  const kept = troubles.filter((each) => each.compartment !== at || !isSettled(each.kind, fact));
  return kept.length === troubles.length ? troubles : kept;
}

function isSettled(kind: string, fact: Fact): boolean {
  if (fact.kind === "UnlockConcluded") return kind === "LockFaulted" && fact.outcome === "opened";
  if (fact.kind === "CompartmentEnabled") return kind === "LockFaulted";
  if (fact.kind === "OverrideClosed") return kind === "DoorForced" || kind === "OverrideUsed";
  if (fact.kind !== "DoorClosed") return false;
  if (settledByClosing.has(kind)) return true;
  const isSession = fact.result !== "no-session" && fact.result !== "unverified";
  return isSession && settledBySession.has(kind);
}
