// Which fact raises which trouble, and which fact ends it: one row for each kind of fact.

import type { Fact, FactKind, FactOf, Place } from "@driftbox/proto";
/** Words of troubles; most are named like the fact that raises them, `TroublesLeftOff` by none. */
export type TroubleKind =
  | "BadgeCloned"
  | "ContainerDoubtful"
  | "DepositUnverified"
  | "DocumentRefused"
  | "DoorAjar"
  | "DoorForced"
  | "DoorHeldOpen"
  | "DuressSignaled"
  | "EmergencyDeclared"
  | "EmptyingUnconfirmed"
  | "HandoverDisputed"
  | "LockFaulted"
  | "LockoutStarted"
  | "OverrideUsed"
  | "ParcelUnaccounted"
  | "ParcelsMissing"
  | "SensorQuarantined"
  | "TamperDetected"
  | "TroublesLeftOff";

/** What a fact says that needs a person. Lists and names are those of the fact. */
export interface Raised extends Place {
  readonly kind: TroubleKind;
  /** Empty = nobody is known. */
  readonly person: string;
  readonly parcels: readonly string[];
  /** What it is about beside these: a sensor, a reason, a manifest; empty = nothing. */
  readonly about: string;
  /** The grant under which it came to be; absent = none. */
  readonly grantSeq?: number;
  /** For how long, where it ends by itself. */
  readonly durationS?: number;
}

/** A trouble and the event that raised it last. */
export interface OpenTrouble extends Raised {
  readonly cursor: number;
  readonly seq: number;
  /** When it happened, as `claimUs` of parcels gives it. */
  readonly atUs: number;
  /** Bound of the error of the clock that says so; absent = nothing vouches for it. */
  readonly errMs?: number;
}

interface Rule<K extends FactKind> {
  readonly raises?: (fact: FactOf<K>) => Raised | undefined;
  readonly ends?: (trouble: OpenTrouble, fact: FactOf<K>) => boolean;
}

const quiet = {};
type Said = Omit<Raised, "kind">;
const nothing: Said = { box: "", compartment: 0, person: "", parcels: [], about: "" };

function at({ box, compartment }: Place): Said {
  return { ...nothing, box, compartment };
}

/** What both sides of a handover do not say alike; all of it where they say the same. */
function inDispute({ giverSays, receiverSays }: FactOf<"HandoverDisputed">): readonly string[] {
  const all = [...new Set([...giverSays, ...receiverSays])];
  const unlike = all.filter((one) => giverSays.includes(one) !== receiverSays.includes(one));
  return unlike.length > 0 ? unlike : all;
}

function isAt(trouble: OpenTrouble, { box, compartment }: Place): boolean {
  return trouble.box === box && trouble.compartment === compartment;
}

function isOfKind(trouble: OpenTrouble, ...kinds: readonly TroubleKind[]): boolean {
  return kinds.includes(trouble.kind);
}

/** Ended by a look inside: nothing by name is missed or in doubt. */
function isUnnamed(trouble: OpenTrouble): boolean {
  const isDoubt = isOfKind(trouble, "DepositUnverified", "ParcelUnaccounted");
  return isDoubt && trouble.parcels.length === 0;
}

/** A newer document of its sort came into force. */
function isMended(
  trouble: OpenTrouble,
  document: string,
  { issuedUs }: { readonly issuedUs: number },
): boolean {
  if (isOfKind(trouble, "DocumentRefused")) return trouble.about === document;
  const isBadge = document === "policy" && isOfKind(trouble, "BadgeCloned");
  return isBadge && issuedUs > trouble.atUs;
}

/** Faults of a lock that its closing mends. */
const endsWithLatch: ReadonlySet<string> = new Set(["not-latched", "opened-unasked"]);

function endsAfterClosing(trouble: OpenTrouble, fact: FactOf<"DoorClosed">): boolean {
  if (!isAt(trouble, fact)) return false;
  if (isOfKind(trouble, "DoorHeldOpen", "DoorAjar")) return true;
  if (isOfKind(trouble, "LockFaulted")) return endsWithLatch.has(trouble.about);
  const isLater = fact.grantSeq !== trouble.grantSeq;
  const isSession = fact.result !== "no-session" && fact.result !== "unverified";
  return isUnnamed(trouble) && isLater && isSession;
}

/** A compiler asks for the row of a new kind of fact. */
const rules: { readonly [K in FactKind]: Rule<K> } = {
  GatewayStarted: quiet,
  BootRecovered: quiet,
  Heartbeat: quiet,
  TimeAnchored: quiet,
  KeyRotated: quiet,
  ChainRecovered: quiet,
  PolicyApplied: { ends: (trouble, fact) => isMended(trouble, "policy", fact) },
  GrantsApplied: { ends: (trouble, fact) => isMended(trouble, "grants", fact) },
  AccessGranted: quiet,
  AccessRefused: {
    raises({ reason, person, box }) {
      const isClone = reason === "counter-replayed" || reason === "forged-credential";
      return isClone ? { ...nothing, kind: "BadgeCloned", box, person, about: reason } : undefined;
    },
  },
  AuthorizerAdded: quiet,
  DuressSignaled: {
    raises: ({ box, person }) => ({ ...nothing, kind: "DuressSignaled", box, person }),
  },
  LockoutStarted: {
    raises({ box, person, reader, durationS }) {
      return { ...nothing, kind: "LockoutStarted", box, person, about: reader, durationS };
    },
  },
  CredentialShown: quiet,
  CodeReissued: quiet,
  CodeRevoked: quiet,
  UnlockIntended: quiet,
  UnlockConcluded: {
    ends(trouble, fact) {
      return fact.outcome === "opened" && trouble.kind === "LockFaulted" && isAt(trouble, fact);
    },
  },
  DoorOpened: quiet,
  DoorClosed: { ends: endsAfterClosing },
  DoorForced: { raises: (fact) => ({ ...at(fact), kind: "DoorForced" }) },
  DoorHeldOpen: { raises: (fact) => ({ ...at(fact), kind: "DoorHeldOpen" }) },
  DoorAjar: { raises: (fact) => ({ ...at(fact), kind: "DoorAjar" }) },
  LockFaulted: { raises: (fact) => ({ ...at(fact), kind: "LockFaulted", about: fact.fault }) },
  OverrideUsed: { raises: (fact) => ({ ...at(fact), kind: "OverrideUsed" }) },
  EmergencyDeclared: {
    raises({ person, reason, grantSeq, ...place }) {
      return { ...at(place), kind: "EmergencyDeclared", person, about: reason, grantSeq };
    },
  },
  OverrideClosed: {
    ends(trouble, fact) {
      const isOpening = isOfKind(trouble, "DoorForced", "OverrideUsed") && isAt(trouble, fact);
      return isOpening && trouble.seq <= fact.overrideSeq;
    },
  },
  SignatureGiven: {
    ends: ({ kind, seq }, { emergencySeq }) => kind === "EmergencyDeclared" && seq === emergencySeq,
  },
  ParcelDeposited: quiet,
  ParcelCollected: quiet,
  BoxEmptied: {
    raises({ box, person, confirmed, doubt = "", grantSeq }) {
      if (confirmed) return undefined;
      return { ...nothing, kind: "EmptyingUnconfirmed", box, person, about: doubt, grantSeq };
    },
    ends(trouble, { box, confirmed }) {
      if (!confirmed || trouble.box !== box) return false;
      return trouble.kind === "EmptyingUnconfirmed" || isUnnamed(trouble);
    },
  },
  ParcelUnaccounted: {
    raises({ parcels, lastPerson, ...place }) {
      return { ...at(place), kind: "ParcelUnaccounted", parcels, person: lastPerson };
    },
  },
  DepositUnverified: {
    raises({ parcel, person, reason, grantSeq, ...place }) {
      const parcels = parcel === "" ? [] : [parcel];
      const who = { person, parcels, about: reason, grantSeq };
      return { ...at(place), kind: "DepositUnverified", ...who };
    },
  },
  DepositAbandoned: {
    ends(trouble, { grantSeq, parcel, ...place }) {
      if (trouble.kind !== "DepositUnverified" || !isAt(trouble, place)) return false;
      const isNamed = parcel !== undefined && trouble.parcels.includes(parcel);
      return isNamed || trouble.grantSeq === grantSeq;
    },
  },
  HandoverReleased: quiet,
  HandoverAccepted: quiet,
  HandoverDisputed: {
    raises(fact) {
      const { giver: person, handover: about } = fact;
      return { ...nothing, kind: "HandoverDisputed", person, about, parcels: inDispute(fact) };
    },
  },
  HandoverWithdrawn: quiet,
  ManifestOpened: {
    ends: ({ kind, about }, { onBoard }) =>
      kind === "DocumentRefused" && about === "manifests" && onBoard !== true,
  },
  ManifestClosed: {
    raises({ manifest, missing, persons }) {
      if (missing.length === 0) return undefined;
      const [person = ""] = persons;
      return { ...nothing, kind: "ParcelsMissing", person, parcels: missing, about: manifest };
    },
  },
  ContainerSealed: {
    ends: ({ kind, parcels }, { container }) =>
      kind === "ContainerDoubtful" && parcels.includes(container),
  },
  ContainerOpened: {
    raises({ container, person, enRoute }) {
      const what = { person, parcels: [container], about: "opened-on-the-way" };
      return enRoute ? { ...nothing, kind: "ContainerDoubtful", ...what } : undefined;
    },
    ends: ({ kind, parcels }, { container, enRoute }) =>
      kind === "ContainerDoubtful" && !enRoute && parcels.includes(container),
  },
  SealTagChecked: {
    raises({ parcel, person, state }) {
      const what = { person, parcels: [parcel], about: `seal-${state}` };
      return state === "intact" ? undefined : { ...nothing, kind: "ContainerDoubtful", ...what };
    },
  },
  TamperDetected: {
    raises: ({ box, sensor }) => ({ ...nothing, kind: "TamperDetected", box, about: sensor }),
  },
  PowerLost: quiet,
  PowerRestored: quiet,
  BatteryLow: quiet,
  SensorDissented: quiet,
  ReaderLost: quiet,
  StorageLow: quiet,
  ClockStepped: quiet,
  CommandRefused: quiet,
  CommandExecuted: quiet,
  CompartmentDisabled: quiet,
  CompartmentEnabled: {
    ends: (trouble, fact) => trouble.kind === "LockFaulted" && isAt(trouble, fact),
  },
  ServiceSuspended: quiet,
  ServiceResumed: quiet,
  MaintenanceBegun: quiet,
  MaintenanceEnded: quiet,
  CommandAccepted: quiet,
  SensorQuarantined: {
    raises: (fact) => ({ ...at(fact), kind: "SensorQuarantined", about: fact.sensor }),
  },
  SensorRestored: {
    ends(trouble, fact) {
      const isSensor = trouble.kind === "SensorQuarantined" && trouble.about === fact.sensor;
      return isSensor && isAt(trouble, fact);
    },
  },
  DocumentRefused: {
    raises: ({ document }) => ({ ...nothing, kind: "DocumentRefused", about: document }),
  },
  SettingChanged: quiet,
  Corrected: quiet,
};

/** What no event can end, or what may never be seen again: staff decides that it is over. */
const settledByStaff: ReadonlySet<string> = new Set([
  "ContainerDoubtful",
  "DepositUnverified",
  "DuressSignaled",
  "HandoverDisputed",
  "ImpossibleTravel",
  "ParcelUnaccounted",
  "ParcelsMissing",
  "TamperDetected",
  "TroublesLeftOff",
]);

interface Named {
  readonly kind: string;
  readonly about: string;
}

/**
 * False: it ends by what is done at the box alone. A set of manifests that is taken is told only
 * by what it opens, and it may open nothing.
 */
export function staffMaySettle({ kind, about }: Named): boolean {
  return settledByStaff.has(kind) || (kind === "DocumentRefused" && about === "manifests");
}

/** The trouble that a fact raises. */
export function raisedBy(fact: Fact): Raised | undefined {
  return ruleOf<FactKind>(fact.kind).raises?.(fact);
}

/** Whether a fact ends troubles, and which; undefined = it never does. */
export function endedBy(fact: Fact): ((trouble: OpenTrouble) => boolean) | undefined {
  const { ends } = ruleOf<FactKind>(fact.kind);
  return ends === undefined ? undefined : (trouble) => ends(trouble, fact);
}

function ruleOf<K extends FactKind>(kind: K): Rule<K> {
  return rules[kind];
}

/** Whether a trouble that is raised is one that is open already. */
export function isSame(trouble: OpenTrouble, raised: Raised): boolean {
  const { kind, person, about, parcels } = raised;
  return (
    trouble.kind === kind &&
    isAt(trouble, raised) &&
    trouble.person === person &&
    trouble.about === about &&
    trouble.parcels.join("\n") === parcels.join("\n")
  );
}
