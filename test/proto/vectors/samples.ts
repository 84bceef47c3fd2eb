// One fact of every kind with every field set, and the fixed keys, salts and times the vectors use.

import type { EventTime, FactFields, Fact, FactKind, Signer } from "@driftbox/proto";
import { sha256, signerFromPem } from "@driftbox/proto/node";

/** A signer whose private key is the seed of 32 equal bytes: for tests only, it is public. */
export function testSigner(seedByte: number): Signer {
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
  const body = Buffer.concat([prefix, Buffer.alloc(32, seedByte)]).toString("base64");
  return signerFromPem(`-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`);
}

/** Bytes that look random and are the same in every run. */
export function fixedBytes(label: string, length: number): Uint8Array {
  return Uint8Array.from(sha256(new TextEncoder().encode(label)).subarray(0, length));
}

export const fixedBootId = fixedBytes("boot", 16);
/** 2026-01-02T03:04:05.678Z in microseconds. */
export const fixedWallUs = 1_767_323_045_678_000;

export function fixedTime(step: number): EventTime {
  return {
    bootId: fixedBootId,
    monoUs: 60_000_000 + step * 1_500_000,
    wallUs: step === 0 ? 0 : fixedWallUs + step * 1_500_000,
    wallErrMs: step === 0 ? undefined : 20 + step,
    source: step === 0 ? "none" : "ntp",
  };
}

const place = { box: "box-a", compartment: 3 };
const granted = { ...place, grantSeq: 9 };
const badgeRef = fixedBytes("badge", 16);
const parcels = ["0012345678", "0087654321"];
const handover = { handover: "handover-7", giver: "p-100", receiver: "p-200", parcels };

/** The compiler refuses this table when a kind of fact is missing. */
export const sampleFields: { readonly [K in FactKind]: FactFields[K] } = {
  GatewayStarted: { software: "driftbox 0.1.0", boxCount: 2, compartmentCount: 12 },
  BootRecovered: { recovery: "torn-tail", droppedBytes: 77, unresolvedIntents: 1 },
  Heartbeat: { reason: "periodic", outboxCount: 5_000, storageFreeBytes: 8_589_934_592 },
  TimeAnchored: {
    nonce: fixedBytes("nonce", 16),
    centerTimeUs: fixedWallUs,
    roundTripMs: 310,
    checkpointOrigin: "ledger.example",
    checkpointSize: 70_000,
    checkpointRoot: fixedBytes("root", 32),
  },
  KeyRotated: { newEpoch: 2, newPublicKey: testSigner(2).publicKey },
  ChainRecovered: {
    recovery: "damage",
    resumesAfterSeq: 41,
    resumesAfterEventId: fixedBytes("event", 32),
    newPublicKey: testSigner(2).publicKey,
  },
  PolicyApplied: { version: 12, issuedUs: fixedWallUs, policyHash: fixedBytes("policy", 32) },
  GrantsApplied: {
    version: 3,
    issuedUs: fixedWallUs,
    setHash: fixedBytes("grants", 32),
    grantCount: 17,
  },
  AccessGranted: {
    ...place,
    action: "deposit",
    person: "p-100",
    role: "crew",
    badgeRef,
    assurance: "identifier",
    reader: "reader-a",
    policyVersion: 12,
    policyAgeS: 86_400,
  },
  AccessRefused: {
    ...place,
    reason: "outside-schedule",
    person: "p-100",
    badgeRef,
    reader: "reader-a",
    policyVersion: 12,
  },
  AuthorizerAdded: { ...granted, person: "p-101", organization: "bank", badgeRef },
  DuressSignaled: { box: "box-a", person: "p-100" },
  LockoutStarted: {
    box: "box-a",
    reader: "reader-a",
    person: "p-100",
    wrongTries: 5,
    durationS: 300,
  },
  CredentialShown: { box: "box-a", badgeRef, reader: "reader-a", counter: 259 },
  CodeReissued: { parcel: "0012345678", leastIssue: 2, command: "c-1" },
  UnlockIntended: { ...granted, attempt: 1, pulseMs: 500, deadlineMonoUs: 70_000_000 },
  UnlockConcluded: { ...place, intentSeq: 12, outcome: "opened", detail: "door switch" },
  DoorOpened: { ...granted, person: "p-100" },
  DoorClosed: {
    ...granted,
    openMs: 6_200,
    presenceBefore: "empty",
    presenceAfter: "occupied",
    result: "deposited",
  },
  DoorForced: place,
  DoorHeldOpen: { ...granted, openMs: 30_000, stage: 1 },
  DoorAjar: granted,
  LockFaulted: { ...place, fault: "jammed", attempts: 2 },
  OverrideUsed: place,
  EmergencyDeclared: { ...granted, person: "p-100", reason: "somebody locked in" },
  OverrideClosed: { ...place, overrideSeq: 30, person: "p-101", explanation: "battery was flat" },
  SignatureGiven: { box: "box-a", emergencySeq: 31, person: "p-101" },
  ParcelDeposited: {
    ...granted,
    parcel: "0012345678",
    person: "p-100",
    evidence: "tag-and-presence",
  },
  ParcelCollected: { ...granted, parcel: "0012345678", person: "p-200", evidence: "tag-only" },
  BoxEmptied: { box: "box-a", person: "p-200", grantSeq: 9, confirmed: true, parcelCount: 2 },
  ParcelUnaccounted: {
    ...place,
    parcels,
    presenceBefore: "occupied",
    presenceAfter: "empty",
    lastPerson: "p-100",
  },
  DepositUnverified: { ...granted, parcel: "0012345678", person: "p-100", reason: "no-tag" },
  DepositAbandoned: { ...granted, reason: "too-big" },
  HandoverReleased: { ...handover, sealTags: ["S-1"] },
  HandoverAccepted: handover,
  HandoverDisputed: {
    handover: "handover-7",
    giver: "p-100",
    receiver: "p-200",
    giverSays: parcels,
    receiverSays: ["0012345678"],
  },
  HandoverWithdrawn: { handover: "handover-7", giver: "p-100", receiver: "p-200" },
  ManifestOpened: { manifest: "m-1", voyage: "v-1", expected: parcels },
  ManifestClosed: {
    manifest: "m-1",
    expected: parcels,
    found: ["0012345678", "0055555555"],
    missing: ["0087654321"],
    extra: ["0055555555"],
    persons: ["p-100", "p-200"],
  },
  ContainerSealed: { container: "red-1", parcels, sealTag: "S-1", person: "p-100" },
  ContainerOpened: { container: "red-1", person: "p-200", enRoute: true },
  SealTagChecked: { parcel: "red-1", sealTag: "S-1", state: "broken", person: "p-200" },
  TamperDetected: { box: "box-a", sensor: "tilt", detail: "41 degrees" },
  PowerLost: {},
  PowerRestored: { offMs: 90_000 },
  BatteryLow: { millivolts: 11_400 },
  SensorDissented: { ...place, sensor: "infrared", says: "empty", fused: "occupied" },
  ReaderLost: { device: "reader-a", reason: "没有回应" },
  StorageLow: { freeBytes: 1_048_576, reserveBytes: 16_777_216 },
  ClockStepped: {
    stepUs: -3_600_000_000,
    wallBeforeUs: fixedWallUs,
    wallAfterUs: fixedWallUs - 3_600_000_000,
  },
  CommandRefused: { command: "c-1", reason: "late" },
  CommandExecuted: { command: "c-1", outcome: "done" },
  CompartmentDisabled: { ...place, reason: "broken hinge" },
  CompartmentEnabled: { ...place, reason: "repaired" },
  ServiceSuspended: { box: "box-a", reason: "大雾" },
  ServiceResumed: { box: "box-a", reason: "fog lifted" },
  MaintenanceBegun: { box: "box-a", person: "p-300", reason: "hinge" },
  MaintenanceEnded: { box: "box-a", person: "p-300" },
  CommandAccepted: { ...place, command: "c-1", word: "open", givenBy: "clerk-1" },
  SensorQuarantined: { ...place, sensor: "infrared", reason: "dissented 3 times" },
  SensorRestored: { ...place, sensor: "infrared" },
  DocumentRefused: {
    document: "grants",
    version: 4,
    code: "document/signature",
    documentHash: fixedBytes("grants", 32),
  },
  SettingChanged: { setting: "kiosk.helpNumber", value: "0580-203 1234", command: "c-1" },
  CodeRevoked: { box: "box-a", code: "once/20455/7", command: "c-1" },
  Corrected: { eventId: fixedBytes("event", 32), reason: "wrong parcel", text: "was 0087654321" },
};

export const factKinds = Object.keys(sampleFields) as FactKind[];

/** The sample of one kind as a fact. */
export function sampleFact(kind: FactKind): Fact {
  return { kind, ...sampleFields[kind] } as Fact;
}

/** Kinds whose vectors stand behind those of the first release. */
const laterKinds: ReadonlySet<FactKind> = new Set<FactKind>([
  "CredentialShown",
  "GrantsApplied",
  "CodeReissued",
  "EmergencyDeclared",
  "OverrideClosed",
  "SignatureGiven",
  "DepositAbandoned",
  "HandoverWithdrawn",
  "ServiceSuspended",
  "ServiceResumed",
  "MaintenanceBegun",
  "MaintenanceEnded",
  "CommandAccepted",
  "SensorQuarantined",
  "SensorRestored",
  "DocumentRefused",
  "SettingChanged",
  "CodeRevoked",
]);

/** Facts with fields that came later, and kinds that did, in the order they came. */
export const laterFacts: readonly Fact[] = [
  { kind: "AccessGranted", ...sampleFields.AccessGranted, assurance: "counter-mac", counter: 258 },
  {
    kind: "AccessRefused",
    ...sampleFields.AccessRefused,
    reason: "counter-replayed",
    counter: 257,
  },
  {
    kind: "Heartbeat",
    ...sampleFields.Heartbeat,
    latitude: 29.985_4,
    longitude: 122.207_2,
    quality: 2,
  },
  sampleFact("CredentialShown"),
  {
    kind: "AccessGranted",
    ...sampleFields.AccessGranted,
    blockListAgeS: 111_600,
    proof: "badge-and-pin",
  },
  {
    kind: "AuthorizerAdded",
    ...sampleFields.AuthorizerAdded,
    assurance: "mutual-auth",
    proof: "badge",
  },
  { kind: "LockoutStarted", ...sampleFields.LockoutStarted, cause: "wrong-pins" },
  { kind: "AccessRefused", ...sampleFields.AccessRefused, reason: "second-person-missing" },
  sampleFact("GrantsApplied"),
  {
    kind: "AccessGranted",
    ...sampleFields.AccessGranted,
    proof: "pickup-code",
    code: "pickup/0012345678/1",
  },
  { kind: "AccessGranted", ...sampleFields.AccessGranted, proof: "grant", grant: "grant-5" },
  {
    kind: "AccessRefused",
    ...sampleFields.AccessRefused,
    reason: "code-spent",
    code: "once/123/7",
  },
  {
    kind: "AccessRefused",
    ...sampleFields.AccessRefused,
    reason: "grant-expired",
    grant: "grant-5",
  },
  { kind: "LockoutStarted", ...sampleFields.LockoutStarted, cause: "wrong-codes" },
  sampleFact("CodeReissued"),
  sampleFact("EmergencyDeclared"),
  sampleFact("OverrideClosed"),
  sampleFact("SignatureGiven"),
  {
    kind: "DoorClosed",
    ...sampleFields.DoorClosed,
    confidence: "low",
    confidenceReason: "infrared silent",
  },
  {
    kind: "BoxEmptied",
    ...sampleFields.BoxEmptied,
    confirmed: false,
    doubt: "no sensor in 2",
  },
  sampleFact("DepositAbandoned"),
  { kind: "HandoverReleased", ...sampleFields.HandoverReleased, box: "box-a", method: "scan" },
  sampleFact("HandoverWithdrawn"),
  { kind: "ManifestOpened", ...sampleFields.ManifestOpened, onBoard: true },
  sampleFact("ServiceSuspended"),
  sampleFact("ServiceResumed"),
  sampleFact("MaintenanceBegun"),
  sampleFact("MaintenanceEnded"),
  sampleFact("CommandAccepted"),
  sampleFact("SensorQuarantined"),
  sampleFact("SensorRestored"),
  { kind: "CommandAccepted", ...sampleFields.CommandAccepted, deadlineMonoUs: 95_000_000 },
  sampleFact("DocumentRefused"),
  {
    kind: "DocumentRefused",
    document: "policy",
    version: 0,
    code: "",
    documentHash: new Uint8Array(),
    untoldCount: 40,
  },
  sampleFact("SettingChanged"),
  sampleFact("CodeRevoked"),
  {
    kind: "AccessGranted",
    ...sampleFields.AccessGranted,
    proof: "grant",
    grant: "grant-5",
    code: "grant/grant-5",
    grantIssuedUs: fixedWallUs,
  },
];

/** A sample per kind of the first release, in the order of the schema. */
export const sampleFacts: readonly Fact[] = factKinds
  .filter((kind) => !laterKinds.has(kind))
  .map(sampleFact);
