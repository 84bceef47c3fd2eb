// Arbitrary values of the wire: facts of every kind, headers, times, names and damaged bytes.

import fc from "fast-check";
import { clockSources, eventClasses } from "@driftbox/proto";
import type { EventClass, Fact, FactKind, Header } from "@driftbox/proto";
import { factKinds, sampleFields } from "./vectors/samples.ts";

const words: Readonly<Record<string, readonly string[]>> = {
  recovery: ["clean", "torn-tail", "damage", "restored-image", "storage-loss"],
  assurance: ["identifier", "counter-mac", "mutual-auth"],
  action: ["deposit", "collect"],
  outcome: ["opened", "jammed", "refused", "unknown"],
  presenceBefore: ["empty", "occupied", "unknown"],
  presenceAfter: ["empty", "occupied", "unknown"],
  result: ["deposited", "collected", "exchanged", "nothing-moved", "unverified", "no-session"],
  evidence: ["tag-and-presence", "tag-only", "presence-only"],
  fault: ["jammed", "not-latched", "opened-unasked", "board-offline"],
  state: ["intact", "broken", "mismatch"],
  proof: ["badge", "badge-and-pin", "pickup-code", "one-time-code", "grant", "none", "command"],
  cause: ["strange-badges", "wrong-pins", "wrong-codes"],
  method: ["tags", "scan", "count"],
  confidence: ["low", "medium", "high"],
  document: ["policy", "grants", "manifests"],
};
/** `reason` and `outcome` are words in some facts and free text in others. */
const reasonWords: { readonly [K in FactKind]?: readonly string[] } = {
  Heartbeat: ["periodic", "shutdown"],
  AccessRefused: ["unknown-badge", "policy-expired", "forged-credential", "wrong-pin"],
  DepositAbandoned: ["nothing-put-in", "too-big"],
  DepositUnverified: ["no-tag", "no-presence-change", "sensor-unknown", "power-lost"],
};
/** Fields that a fact may lack, with a value of their type. */
const laterFields: { readonly [K in FactKind]?: Readonly<Record<string, number | string>> } = {
  Heartbeat: { latitude: 0, longitude: 0, quality: 1 },
  AccessGranted: { counter: 1, blockListAgeS: 1, proof: "", grantIssuedUs: 1 },
  DoorClosed: { confidence: "" },
  HandoverReleased: { method: "" },
  AuthorizerAdded: { assurance: "", proof: "" },
  LockoutStarted: { cause: "" },
  AccessRefused: { counter: 1 },
  CommandAccepted: { deadlineMonoUs: 1 },
  DocumentRefused: { untoldCount: 1 },
};
const signed = new Set([
  "centerTimeUs",
  "issuedUs",
  "grantIssuedUs",
  "stepUs",
  "wallBeforeUs",
  "wallAfterUs",
]);
const uint64 = /(?:Us|Seq|Bytes|Ms|Count|Size|version|Version|AgeS)$/;
const uint32 = new Set([
  "boxCount",
  "compartmentCount",
  "parcelCount",
  "roundTripMs",
  "pulseMs",
  "grantCount",
  "untoldCount",
  "compartment",
]);

export const arbitraryText = fc.string({ unit: "binary", maxLength: 64 });

export function bytesOf(length: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: length, maxLength: length });
}

function numberOf(field: string): fc.Arbitrary<number> {
  if (field === "latitude" || field === "longitude") return fc.double({ min: -180, max: 180 });
  if (signed.has(field)) return fc.maxSafeInteger();
  if (!uint32.has(field) && uint64.test(field)) return fc.maxSafeNat();
  return fc.nat(0xffff_ffff);
}

function wordsOf(kind: FactKind, field: string): readonly string[] | undefined {
  if (field === "reason") return reasonWords[kind];
  return kind === "CommandExecuted" ? undefined : words[field];
}

function valueLike(kind: FactKind, field: string, sample: unknown): fc.Arbitrary<unknown> {
  if (typeof sample === "number") return numberOf(field);
  if (typeof sample === "boolean") return fc.boolean();
  if (sample instanceof Uint8Array) return bytesOf(sample.length);
  if (Array.isArray(sample)) return fc.array(arbitraryText, { maxLength: 8 });
  const allowed = wordsOf(kind, field);
  return allowed === undefined ? arbitraryText : fc.constantFrom(...allowed);
}

/** A fact of one kind with every field arbitrary within its type. */
function factOf(kind: FactKind): fc.Arbitrary<Fact> {
  const later = laterFields[kind] ?? {};
  const fields = Object.entries({ ...sampleFields[kind], ...later }).map(
    ([field, sample]) => [field, valueLike(kind, field, sample)] as const,
  );
  return fc
    .record(Object.fromEntries(fields), { requiredKeys: Object.keys(sampleFields[kind]) })
    .map((values) => ({ kind, ...values }) as unknown as Fact);
}

export const arbitraryFact: fc.Arbitrary<Fact> = fc.constantFrom(...factKinds).chain(factOf);

const classNames = Object.keys(eventClasses) as EventClass[];

export const arbitraryHeader: fc.Arbitrary<Header> = fc.record({
  gatewayId: bytesOf(16),
  keyEpoch: fc.nat(0xffff_ffff),
  seq: fc.maxSafeNat(),
  prev: bytesOf(32),
  payloadHash: bytesOf(32),
  bootId: bytesOf(16),
  monoUs: fc.maxSafeNat(),
  wallUs: fc.maxSafeInteger(),
  wallErrMs: fc.option(fc.nat(0xffff_fffe), { nil: undefined }),
  eventClass: fc.constantFrom(...classNames),
  clockSource: fc.constantFrom(...clockSources),
  hasHardwareCounter: fc.boolean(),
  isTest: fc.boolean(),
});

const topicAlphabet = Array.from("ABCXYZabcxyz0189_-");

/** A name of a site or gateway. */
export const arbitraryName = fc.string({
  unit: fc.constantFrom(...topicAlphabet),
  minLength: 1,
  maxLength: 64,
});

function spliced(bytes: Uint8Array, at: number, cut: number, put: Uint8Array): Uint8Array {
  const from = at % (bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
}

/** The bytes with something cut out, put in, or both, anywhere. */
export function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 40 }))
    .map(([at, cut, put]) => spliced(bytes, at, cut, put));
}

/** Random bytes, and the given ones truncated, extended and damaged. */
export function hostile(seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    fc.constantFrom(...seeds).chain(damaged),
    fc
      .constantFrom(...seeds)
      .chain((bytes) => fc.nat(bytes.length).map((length) => bytes.subarray(0, length))),
  );
}
