// The states of a session and of a door as data: which fact leads from where to where, and when.

import type {
  Evidence,
  FactKind,
  LockFault,
  RefusalReason,
  SessionResult,
  UnlockOutcome,
  UnverifiedReason,
} from "@driftbox/proto";
import type { InputKind } from "./inputs.ts";
import type { CompartmentRecord, SessionStage } from "./state.ts";

/** `none` = no session. */
export type SessionWord = SessionStage | "none";
/** Door as the facts tell it; sensors may say more. */
export type DoorFactWord = "closed" | "open" | "ajar" | "forced";

export interface Transition<Word extends string> {
  readonly from: Word;
  readonly fact: FactKind;
  /** Only for UnlockConcluded. */
  readonly outcome?: UnlockOutcome;
  readonly to: Word;
  readonly when: string;
}

export function sessionWord(record: CompartmentRecord): SessionWord {
  return record.session?.stage ?? "none";
}

export function doorFactWord(record: CompartmentRecord): DoorFactWord {
  if (!record.isDoorOpen) return "closed";
  if (record.isAjar) return "ajar";
  return record.isForced ? "forced" : "open";
}

/** Every change of a session's stage there is. */
export const sessionTransitions: readonly Transition<SessionWord>[] = [
  {
    from: "none",
    fact: "AccessGranted",
    to: "granted",
    when: "a badge with a right is presented, or somebody without card may deposit",
  },
  {
    from: "unconfirmed",
    fact: "AccessGranted",
    to: "granted",
    when: "a badge comes after an unlock that nobody used",
  },
  {
    from: "open",
    fact: "AccessGranted",
    to: "granted",
    when: "the door was left open past the alarm, or ajar past its fault, and a badge comes",
  },
  {
    from: "granted",
    fact: "UnlockIntended",
    to: "unlocking",
    when: "the coil is free; the pulse follows once this is durable",
  },
  {
    from: "granted",
    fact: "AccessRefused",
    to: "none",
    when: "the coil was not free in time, the program stood still, or the right was withdrawn",
  },
  { from: "granted", fact: "GatewayStarted", to: "none", when: "restart; nothing was pulsed" },
  {
    from: "unlocking",
    fact: "DoorOpened",
    to: "open",
    when: "the door opens; UnlockConcluded opened comes before it",
  },
  {
    from: "unlocking",
    fact: "UnlockConcluded",
    outcome: "jammed",
    to: "retrying",
    when: "the board answered and the bolt stayed engaged",
  },
  {
    from: "unlocking",
    fact: "UnlockConcluded",
    outcome: "refused",
    to: "none",
    when: "the order never left the gateway",
  },
  {
    from: "unlocking",
    fact: "UnlockConcluded",
    outcome: "unknown",
    to: "unconfirmed",
    when: "no opening in time, no answer, or a restart; never pulsed again by itself",
  },
  {
    from: "retrying",
    fact: "UnlockIntended",
    to: "unlocking",
    when: "the coil has rested and the person is still told to wait",
  },
  { from: "retrying", fact: "DoorOpened", to: "open", when: "the door gives way after all" },
  {
    from: "retrying",
    fact: "LockFaulted",
    to: "unconfirmed",
    when: "the last retry jammed, or there is no time or right for another",
  },
  {
    from: "retrying",
    fact: "GatewayStarted",
    to: "unconfirmed",
    when: "restart of the program; the board kept running",
  },
  {
    from: "retrying",
    fact: "GatewayStarted",
    to: "none",
    when: "a new boot: no grant outlives it",
  },
  {
    from: "unconfirmed",
    fact: "GatewayStarted",
    to: "none",
    when: "a new boot: no grant outlives it",
  },
  {
    from: "unconfirmed",
    fact: "DoorOpened",
    to: "open",
    when: "the door was not seen secured since: while the grant lives, or the bolt stood released",
  },
  {
    from: "open",
    fact: "DoorClosed",
    to: "none",
    when: "door shut, bolt engaged, presence settled; at once if that was before a restart",
  },
];

/** Every change of a door as facts tell it. */
export const doorTransitions: readonly Transition<DoorFactWord>[] = [
  { from: "closed", fact: "DoorOpened", to: "open", when: "it opens under a pulsed session" },
  { from: "closed", fact: "DoorForced", to: "forced", when: "it opens and no session explains it" },
  { from: "forced", fact: "DoorOpened", to: "open", when: "a new session finds it open" },
  {
    from: "open",
    fact: "DoorAjar",
    to: "ajar",
    when: "shut, but the bolt has not engaged in time",
  },
  {
    from: "forced",
    fact: "DoorAjar",
    to: "ajar",
    when: "shut, but the bolt has not engaged in time",
  },
  { from: "ajar", fact: "DoorOpened", to: "open", when: "a new session finds it unlatched" },
  { from: "open", fact: "DoorClosed", to: "closed", when: "shut, latched, presence settled" },
  { from: "ajar", fact: "DoorClosed", to: "closed", when: "the bolt engaged after all" },
  { from: "forced", fact: "DoorClosed", to: "closed", when: "shut again; no session" },
];

/** What a sensor's word can conclude about a door that shut before a restart; no tag is known. */
const conclusions: readonly FactKind[] = [
  "DoorClosed",
  "ParcelCollected",
  "BoxEmptied",
  "DepositUnverified",
  "ParcelUnaccounted",
];

/** What a schedule can begin or end. */
const service: readonly FactKind[] = ["ServiceSuspended", "ServiceResumed"];

/** Facts that each input can lead to, at once or by the timers it sets. */
export const factsOfInput: { readonly [K in InputKind]: readonly FactKind[] } = {
  Booted: [
    "MaintenanceEnded",
    "HandoverDisputed",
    "GatewayStarted",
    "BootRecovered",
    "UnlockConcluded",
    "ParcelUnaccounted",
    "ClockStepped",
    "CommandExecuted",
  ],
  PolicyAccepted: ["PolicyApplied", ...service],
  BadgePresented: [
    "MaintenanceEnded",
    "OverrideClosed",
    "SignatureGiven",
    "ContainerSealed",
    "ContainerOpened",
    "ManifestOpened",
    "ManifestClosed",
    "HandoverReleased",
    "HandoverAccepted",
    "HandoverDisputed",
    "SealTagChecked",
    "AccessGranted",
    "AuthorizerAdded",
    "AccessRefused",
    "CredentialShown",
    "LockoutStarted",
    "UnlockIntended",
    "DepositUnverified",
    "ParcelUnaccounted",
    "LockFaulted",
  ],
  PinEntered: [
    "EmergencyDeclared",
    "MaintenanceBegun",
    "HandoverDisputed",
    "AccessGranted",
    "AuthorizerAdded",
    "AccessRefused",
    "DuressSignaled",
    "LockoutStarted",
    "UnlockIntended",
    "DepositUnverified",
    "ParcelUnaccounted",
    "LockFaulted",
  ],
  CodePresented: [
    "AccessGranted",
    "AuthorizerAdded",
    "AccessRefused",
    "LockoutStarted",
    "UnlockIntended",
    "DepositUnverified",
    "ParcelUnaccounted",
    "LockFaulted",
  ],
  GrantsAccepted: ["GrantsApplied"],
  WishStated: ["HandoverWithdrawn", "AccessRefused"],
  DepositAsked: [
    "AccessGranted",
    "UnlockIntended",
    "AccessRefused",
    "DepositUnverified",
    "ParcelUnaccounted",
    "LockFaulted",
  ],
  DepositAnswered: [
    "AccessGranted",
    "UnlockIntended",
    "AccessRefused",
    "DepositAbandoned",
    "LockFaulted",
  ],
  CommandReceived: [
    "CommandAccepted",
    "CommandRefused",
    "CommandExecuted",
    "AccessGranted",
    "UnlockIntended",
    "CompartmentDisabled",
    "CompartmentEnabled",
    "CodeReissued",
    "SensorRestored",
    ...service,
  ],
  CommandUnreadable: ["CommandRefused"],
  WishAmended: [],
  ManifestsAccepted: ["ManifestOpened"],
  TagPresented: [],
  TagSeen: [],
  DoorReported: ["DoorOpened", "DoorForced", "UnlockConcluded", "CommandExecuted", ...conclusions],
  BoltReported: ["DoorOpened", "DoorForced", "UnlockConcluded", "CommandExecuted", ...conclusions],
  PresenceReported: conclusions,
  PulseEnded: ["UnlockConcluded", "DoorOpened", "LockFaulted", "AccessRefused", "CommandExecuted"],
  StandstillSeen: ["AccessRefused", "LockFaulted", "CommandExecuted"],
  TimerDue: [
    "MaintenanceEnded",
    "HandoverDisputed",
    "AccessRefused",
    "UnlockConcluded",
    "UnlockIntended",
    "LockFaulted",
    "DoorOpened",
    "DoorHeldOpen",
    "DoorAjar",
    "DoorClosed",
    "ParcelDeposited",
    "ParcelCollected",
    "BoxEmptied",
    "DepositUnverified",
    "DepositAbandoned",
    "AccessGranted",
    "ParcelUnaccounted",
    "SensorDissented",
    "SensorQuarantined",
    "DoorForced",
    "PowerLost",
    "PowerRestored",
    "CommandExecuted",
    "CommandRefused",
    ...service,
  ],
  MainsReported: ["PowerLost", "PowerRestored"],
  BatteryReported: ["BatteryLow"],
  TamperReported: ["TamperDetected"],
  PositionReported: [],
  DeviceHealthChanged: ["ReaderLost"],
  StorageReported: ["StorageLow"],
  ClockStepSeen: ["ClockStepped", ...service],
  HeartbeatAsked: ["Heartbeat", "ClockStepped", ...service],
};

/** Reasons in the order they are looked at; `undefined` = in the vocabulary, not used yet. */
export const refusals: { readonly [R in RefusalReason]: string | undefined } = {
  "forged-credential": "the badge tried to prove itself and failed, whatever its number",
  "counter-replayed": "a known badge's rolling counter has not grown: it was copied",
  "no-policy": "no policy is in force",
  "blocked-badge": "the badge is on the block list, whatever else is written",
  "unknown-badge": "the policy does not know the badge; nobody is named",
  "clock-not-trusted":
    "a schedule, expiry or stale limit applies and the role may not go without clock",
  "policy-expired": "the policy's expiry has passed",
  "policy-stale": "the policy is older than the role allows",
  "weak-credential":
    "less proof than badge or compartment must have, or no counter of one that has shown one",
  "no-right": "the role has no right at this box",
  "outside-schedule": "the role has rights here, none of them now (local time)",
  "storage-full": "nothing can be stored, so nothing may open",
  "box-busy": "others are at the box, or the coil is not free in time",
  "same-person": "another badge of somebody who is in the visit already: it takes another person",
  passback: "who collected there last comes again too soon, and nobody else opened it since",
  "nothing-to-collect": "a cabinet in which nothing is, for who may only collect",
  "no-free-compartment": "no compartment is left to deposit into",
  "compartment-out-of-service": "disabled, or jammed and asked for a deposit",
  "lock-offline": "the lock board does not answer",
  "power-failing": "a deposit while mains power is away; what is inside may still be taken out",
  "locked-out": "a PIN is asked for, and too many were wrong, of this person or at this reader",
  "wrong-pin": "not a PIN of the person; it counts against the person and the reader",
  "pin-missing": "no PIN came in time",
  "second-person-missing": "no other person, or not enough, came in time",
  "other-organization-missing": "nobody of an organization that is asked for came in time",
  "wrong-code": "no code of this box; it counts against the box",
  "code-spent": "a one-time code or grant that has opened before",
  "code-expired": "the last day of a one-time code is over",
  "code-revoked": "a pickup code of an earlier issue than the least that holds",
  "grant-invalid":
    "a signed grant that is forged, damaged, or not for this box and whoever shows it",
  "grant-expired": "the time of every grant that somebody holds here is over",
  "grant-revoked": "a grant that the newest set of grants takes back",
  "service-suspended": "service at the box is stopped, by order or schedule: nothing is taken in",
  "in-maintenance": "a fitter is at work at the box, and it is somebody else, or to deposit",
  "nothing-to-reopen": "nobody without card just closed a door here, or it was reopened twice",
  "deposits-closed":
    "without card the policy takes no deposit here or now, or 30 doors opened so within the hour",
  "not-custodian":
    "what is named is not theirs to give or bring: another's, inside something, its number taken",
  "blocked-person": "the person is blocked, with whatever badge",
  "impossible-travel": undefined,
};

export const outcomes: { readonly [O in UnlockOutcome]: string } = {
  opened: "the door opened, whatever the board said",
  jammed: "pulsed and answered, the bolt stayed engaged",
  refused: "the order never left the gateway",
  unknown: "nobody can tell, or the bolt released and nobody opened",
};

export const results: { readonly [R in SessionResult]: string } = {
  deposited: "parcels were put in",
  collected: "parcels were taken out",
  exchanged: "both",
  "nothing-moved": "no tag, presence unchanged",
  unverified: "something moved that tags and presence do not settle",
  "no-session": "the opening was forced, or its session was replaced",
};

export const evidences: { readonly [E in Evidence]: string } = {
  "tag-and-presence": "tag read in the session, presence changed accordingly",
  "tag-only": "tag read, presence unchanged or unknown",
  "presence-only":
    "no tag read: known inside and seen empty after a collection, or put in without card",
};

export const doubts: { readonly [U in UnverifiedReason]: string } = {
  "no-tag": "presence appeared, no tag was read",
  "no-presence-change":
    "tag read, presence says empty; without card: presence unchanged and nothing denied",
  "sensor-unknown": "presence cannot be read, the door was left open, or the inventory is full",
  "power-lost": "the gateway restarted in the session; tags read before are lost",
};

export const faults: { readonly [F in LockFault]: string | undefined } = {
  jammed: "the bolt stayed engaged after the last retry",
  "not-latched": "the bolt stays released: unlocked and not opened, or shut and not latched",
  "opened-unasked": undefined,
  "board-offline": undefined,
};
