// Which facts may use the last space of the journal: a pure table, one row for each kind of fact.

import type { Fact, FactKind, FactOf } from "@driftbox/proto";
import { isStrange } from "../../custody/index.ts";
import type { RoomClass } from "../../ports/storage.ts";

/**
 * `opening` begins what will need more facts to end; `closing` says what already happened, or what
 * must be known before anybody opens again; `telemetry` may be given up.
 */
const classOfKind: { readonly [K in FactKind]: RoomClass } = {
  GatewayStarted: "closing",
  BootRecovered: "closing",
  Heartbeat: "telemetry",
  TimeAnchored: "telemetry",
  KeyRotated: "closing",
  ChainRecovered: "closing",
  PolicyApplied: "telemetry",
  GrantsApplied: "telemetry",
  AccessGranted: "opening",
  AccessRefused: "opening",
  AuthorizerAdded: "opening",
  DuressSignaled: "closing",
  LockoutStarted: "telemetry",
  CredentialShown: "closing",
  CodeReissued: "closing",
  UnlockIntended: "opening",
  UnlockConcluded: "closing",
  DoorOpened: "closing",
  DoorClosed: "closing",
  DoorForced: "closing",
  DoorHeldOpen: "closing",
  DoorAjar: "closing",
  LockFaulted: "closing",
  OverrideUsed: "closing",
  EmergencyDeclared: "opening",
  OverrideClosed: "closing",
  SignatureGiven: "closing",
  ParcelDeposited: "closing",
  ParcelCollected: "closing",
  BoxEmptied: "closing",
  ParcelUnaccounted: "closing",
  DepositUnverified: "closing",
  DepositAbandoned: "closing",
  HandoverReleased: "opening",
  HandoverAccepted: "closing",
  HandoverDisputed: "closing",
  HandoverWithdrawn: "closing",
  ManifestOpened: "opening",
  ManifestClosed: "closing",
  ContainerSealed: "closing",
  ContainerOpened: "closing",
  SealTagChecked: "closing",
  TamperDetected: "closing",
  PowerLost: "closing",
  PowerRestored: "closing",
  BatteryLow: "telemetry",
  SensorDissented: "telemetry",
  ReaderLost: "telemetry",
  StorageLow: "closing",
  ClockStepped: "telemetry",
  CommandRefused: "closing",
  CommandExecuted: "closing",
  CompartmentDisabled: "closing",
  CompartmentEnabled: "closing",
  ServiceSuspended: "closing",
  ServiceResumed: "closing",
  MaintenanceBegun: "opening",
  MaintenanceEnded: "closing",
  CommandAccepted: "opening",
  SensorQuarantined: "closing",
  SensorRestored: "closing",
  DocumentRefused: "telemetry",
  SettingChanged: "closing",
  CodeRevoked: "closing",
  Corrected: "closing",
};

/** Whoever stands at a reader can cause refusals of strangers at will: openings come first. */
function classOf(fact: Fact): RoomClass {
  if (fact.kind !== "AccessRefused") return classOfKind[fact.kind];
  const isAtWill = isStrange(fact.reason, fact.counter) || isOfNobody(fact);
  return isAtWill ? "telemetry" : classOfKind[fact.kind];
}

/** A wrong code is not: it counts only where it is recorded, so it has the space of openings. */
function isOfNobody({ person, badgeRef, reason }: FactOf<"AccessRefused">): boolean {
  return person === "" && badgeRef.length === 0 && reason !== "wrong-code";
}

/**
 * The class of what one input led to: `opening` if any fact begins an opening, else `closing` if
 * any fact closes one, else `telemetry`.
 */
export function roomOf(facts: readonly Fact[]): RoomClass {
  const classes = new Set(facts.map(classOf));
  if (classes.has("opening")) return "opening";
  return classes.has("closing") ? "closing" : "telemetry";
}

const failsFirst: readonly RoomClass[] = ["telemetry", "opening", "closing"];

/**
 * A group is written with the class that fails first, so that no member takes space not its own.
 */
export function weakestRoom(rooms: readonly RoomClass[]): RoomClass {
  return failsFirst.find((room) => rooms.includes(room)) ?? "closing";
}
