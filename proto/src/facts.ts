// The custody facts: what can be said about a box, in the past tense. Before sealing, inside a
// core, they are facts; sealed and chained they are custody events.
// Field meanings: driftbox/v1/custody.proto.

import type {
  AbandonReason,
  Action,
  Assurance,
  Confidence,
  DocumentKind,
  Evidence,
  HeartbeatReason,
  ListingMethod,
  LockFault,
  LockoutCause,
  Presence,
  Proof,
  Recovery,
  RefusalReason,
  SealTagState,
  SessionResult,
  UnlockOutcome,
  UnverifiedReason,
} from "./fact-words.ts";

/** One lockable space: box name and compartment number, counted from 1. 0 = none in particular. */
export interface Place {
  readonly box: string;
  readonly compartment: number;
}

/** Where a gateway is: degrees, north and east positive; quality as NMEA numbers it, from 1. */
export interface Whereabouts {
  readonly latitude: number;
  readonly longitude: number;
  readonly quality: number;
}

/** Something done under a grant; `grantSeq` is the sequence of its AccessGranted event. */
interface Granted extends Place {
  readonly grantSeq: number;
}

/** Fields of each fact. Sequence numbers are safe integers; byte fields are fixed in length. */
export interface FactFields {
  GatewayStarted: {
    readonly software: string;
    readonly boxCount: number;
    readonly compartmentCount: number;
  };
  BootRecovered: {
    readonly recovery: Recovery;
    readonly droppedBytes: number;
    readonly unresolvedIntents: number;
  };
  Heartbeat: {
    readonly reason: HeartbeatReason;
    readonly outboxCount: number;
    readonly storageFreeBytes: number;
  } & Partial<Whereabouts>;
  TimeAnchored: {
    readonly nonce: Uint8Array;
    readonly centerTimeUs: number;
    readonly roundTripMs: number;
    readonly checkpointOrigin: string;
    readonly checkpointSize: number;
    readonly checkpointRoot: Uint8Array;
  };
  KeyRotated: { readonly newEpoch: number; readonly newPublicKey: Uint8Array };
  ChainRecovered: {
    readonly recovery: Recovery;
    readonly resumesAfterSeq: number;
    readonly resumesAfterEventId: Uint8Array;
    readonly newPublicKey: Uint8Array;
  };
  PolicyApplied: {
    readonly version: number;
    readonly issuedUs: number;
    readonly policyHash: Uint8Array;
  };
  GrantsApplied: {
    readonly version: number;
    readonly issuedUs: number;
    readonly setHash: Uint8Array;
    readonly grantCount: number;
  };
  AccessGranted: Place & {
    readonly action: Action;
    readonly person: string;
    readonly role: string;
    readonly badgeRef: Uint8Array;
    readonly assurance: Assurance;
    readonly reader: string;
    readonly policyVersion: number;
    readonly policyAgeS: number;
    /** Rolling counter that the badge proved in this read; absent when it has none. */
    readonly counter?: number;
    /** Age of the block list; absent when the clock is not known. */
    readonly blockListAgeS?: number;
    /** Absent in events of an older gateway, which knew badges alone. */
    readonly proof?: Proof;
    /** The signed grant that it rests on; absent: the policy. */
    readonly grant?: string;
    /** `pickup/<parcel>/<issue>` or `once/<day>/<number>`; absent: no code. */
    readonly code?: string;
    /** When the grant that opens once and that it rests on was issued; absent: it rests on none. */
    readonly grantIssuedUs?: number;
  };
  AccessRefused: Place & {
    readonly reason: RefusalReason;
    /** Empty when the badge is unknown. */
    readonly person: string;
    readonly badgeRef: Uint8Array;
    readonly reader: string;
    readonly policyVersion: number;
    /** As in a grant; absent also when the badge is unknown or its proof failed. */
    readonly counter?: number;
    readonly grant?: string;
    readonly code?: string;
  };
  AuthorizerAdded: Granted & {
    readonly person: string;
    readonly organization: string;
    readonly badgeRef: Uint8Array;
    readonly assurance?: Assurance;
    readonly proof?: Proof;
  };
  DuressSignaled: { readonly box: string; readonly person: string };
  LockoutStarted: {
    readonly box: string;
    readonly reader: string;
    readonly person: string;
    readonly wrongTries: number;
    readonly durationS: number;
    /** Absent: strange badges. Wrong PINs lock a person out, or a reader when `person` is empty. */
    readonly cause?: LockoutCause;
  };
  CredentialShown: {
    readonly box: string;
    readonly badgeRef: Uint8Array;
    readonly reader: string;
    /** Rolling counter that the badge proved in this read. */
    readonly counter: number;
  };
  CodeReissued: {
    readonly parcel: string;
    /** Pickup codes of a smaller issue open nothing any more. */
    readonly leastIssue: number;
    readonly command: string;
  };
  UnlockIntended: Granted & {
    /** Counted from 1; a retry after a jam is a new intent of the same grant. */
    readonly attempt: number;
    readonly pulseMs: number;
    /** Boot-time clock; the order is dropped, never sent, after it. */
    readonly deadlineMonoUs: number;
  };
  UnlockConcluded: Place & {
    readonly intentSeq: number;
    readonly outcome: UnlockOutcome;
    readonly detail: string;
  };
  DoorOpened: Granted & { readonly person: string };
  DoorClosed: Granted & {
    readonly openMs: number;
    readonly presenceBefore: Presence;
    readonly presenceAfter: Presence;
    readonly result: SessionResult;
    readonly confidence?: Confidence;
    /** Why it is that sure: what agreed, was silent or dissented. */
    readonly confidenceReason?: string;
  };
  DoorForced: Place;
  DoorHeldOpen: Granted & {
    readonly openMs: number;
    /** 1 = warn at the box, 2 = alarm. */
    readonly stage: number;
  };
  DoorAjar: Granted;
  LockFaulted: Place & { readonly fault: LockFault; readonly attempts: number };
  OverrideUsed: Place;
  EmergencyDeclared: Granted & { readonly person: string; readonly reason: string };
  OverrideClosed: Place & {
    readonly overrideSeq: number;
    readonly person: string;
    readonly explanation: string;
  };
  SignatureGiven: {
    readonly box: string;
    readonly emergencySeq: number;
    readonly person: string;
  };
  ParcelDeposited: Granted & {
    readonly parcel: string;
    readonly person: string;
    readonly evidence: Evidence;
  };
  ParcelCollected: Granted & {
    readonly parcel: string;
    readonly person: string;
    readonly evidence: Evidence;
  };
  BoxEmptied: {
    readonly box: string;
    readonly person: string;
    readonly grantSeq: number;
    /** True when every sensor of the box says empty. */
    readonly confirmed: boolean;
    readonly parcelCount: number;
    /** Why it is not confirmed. */
    readonly doubt?: string;
  };
  ParcelUnaccounted: Place & {
    readonly parcels: readonly string[];
    readonly presenceBefore: Presence;
    readonly presenceAfter: Presence;
    /** Who was last seen at this compartment; a witness, not a suspect. */
    readonly lastPerson: string;
  };
  DepositUnverified: Granted & {
    /** Empty when no tag was read. */
    readonly parcel: string;
    readonly person: string;
    readonly reason: UnverifiedReason;
  };
  DepositAbandoned: Granted & {
    readonly reason: AbandonReason;
    /** What had been stated to be put in, and is taken back; absent: nothing had been. */
    readonly parcel?: string;
  };
  HandoverReleased: {
    readonly handover: string;
    readonly giver: string;
    readonly receiver: string;
    readonly parcels: readonly string[];
    readonly sealTags: readonly string[];
    readonly box?: string;
    readonly method?: ListingMethod;
  };
  /** Parcels of the release that are not here were refused and stay with the giver. */
  HandoverAccepted: {
    readonly handover: string;
    readonly giver: string;
    readonly receiver: string;
    readonly parcels: readonly string[];
  };
  HandoverDisputed: {
    readonly handover: string;
    readonly giver: string;
    readonly receiver: string;
    readonly giverSays: readonly string[];
    readonly receiverSays: readonly string[];
  };
  HandoverWithdrawn: {
    readonly handover: string;
    readonly giver: string;
    readonly receiver: string;
  };
  ManifestOpened: {
    readonly manifest: string;
    readonly voyage: string;
    readonly expected: readonly string[];
    /** True: made on board, because no signed one was there. */
    readonly onBoard?: boolean;
  };
  ManifestClosed: {
    readonly manifest: string;
    readonly expected: readonly string[];
    readonly found: readonly string[];
    readonly missing: readonly string[];
    readonly extra: readonly string[];
    readonly persons: readonly string[];
  };
  ContainerSealed: {
    readonly container: string;
    readonly parcels: readonly string[];
    readonly sealTag: string;
    readonly person: string;
  };
  ContainerOpened: {
    readonly container: string;
    readonly person: string;
    readonly enRoute: boolean;
  };
  SealTagChecked: {
    readonly parcel: string;
    readonly sealTag: string;
    readonly state: SealTagState;
    readonly person: string;
  };
  TamperDetected: { readonly box: string; readonly sensor: string; readonly detail: string };
  PowerLost: Record<never, never>;
  /** `offMs` 0 = not known: the gateway itself was off and no clock vouches for how long. */
  PowerRestored: { readonly offMs: number };
  /** `millivolts` 0 = not measured. */
  BatteryLow: { readonly millivolts: number };
  SensorDissented: Place & {
    readonly sensor: string;
    readonly says: string;
    readonly fused: string;
  };
  ReaderLost: { readonly device: string; readonly reason: string };
  StorageLow: { readonly freeBytes: number; readonly reserveBytes: number };
  ClockStepped: {
    readonly stepUs: number;
    readonly wallBeforeUs: number;
    readonly wallAfterUs: number;
  };
  CommandRefused: { readonly command: string; readonly reason: string };
  CommandExecuted: { readonly command: string; readonly outcome: string };
  CompartmentDisabled: Place & { readonly reason: string };
  CompartmentEnabled: Place & { readonly reason: string };
  /** `box` empty = every box. */
  ServiceSuspended: { readonly box: string; readonly reason: string };
  ServiceResumed: { readonly box: string; readonly reason: string };
  MaintenanceBegun: { readonly box: string; readonly person: string; readonly reason: string };
  MaintenanceEnded: { readonly box: string; readonly person: string };
  CommandAccepted: Place & {
    readonly command: string;
    readonly word: string;
    /** Who gave it at the center. */
    readonly givenBy: string;
    /** Boot-time clock; no coil is energized for it afterwards. Absent in older events. */
    readonly deadlineMonoUs?: number;
  };
  SensorQuarantined: Place & { readonly sensor: string; readonly reason: string };
  SensorRestored: Place & { readonly sensor: string };
  DocumentRefused: {
    readonly document: DocumentKind;
    /** As it claims, whoever made it; 0 = it cannot be read. */
    readonly version: number;
    /** Of the table of error codes. */
    readonly code: string;
    /** SHA-256 of its bytes as received; empty where `untoldCount` is there. */
    readonly documentHash: Uint8Array;
    /** So many more are not told one by one; then nothing but `document` is said. */
    readonly untoldCount?: number;
  };
  /** `value` empty = as configured. */
  SettingChanged: { readonly setting: string; readonly value: string; readonly command: string };
  /** `code` is `once/<day>/<number>`. */
  CodeRevoked: { readonly box: string; readonly code: string; readonly command: string };
  Corrected: { readonly eventId: Uint8Array; readonly reason: string; readonly text: string };
}

export type FactKind = keyof FactFields;
/** One fact of kind K: its fields and its kind. */
export type FactOf<K extends FactKind> = K extends FactKind
  ? { readonly kind: K } & FactFields[K]
  : never;
export type Fact = FactOf<FactKind>;
