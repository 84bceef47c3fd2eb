// The chains of the vectors: one sealed event of every kind, and the ways a chain can be wrong.

import {
  encodeHeader,
  headerBytesToSign,
  parseHeader,
  sealEvent,
  signDocument,
  type ChainHead,
  type ErrorCode,
  type Fact,
  type Header,
  type RecordParts,
  type SealedEvent,
  type Signer,
} from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { driftbox } from "../../../proto/generated/driftbox.js";
import { fixedBytes, fixedTime, fixedWallUs, sampleFacts, testSigner } from "./samples.ts";

export const gatewaySigner = testSigner(1);
export const registrarSigner = testSigner(3);
export const centerSigner = testSigner(4);

export const enrollmentFields = {
  site: "ferry-12",
  gateway: "ferry-12-a",
  publicKey: gatewaySigner.publicKey,
  serial: "100000003d1d2f5a",
  createdUs: fixedWallUs - 86_400_000_000,
};

/** Bytes of the enrollment record: their SHA-256 is the gateway's id and the first `prev`. */
export const enrollmentBytes = Uint8Array.from(
  driftbox.v1.EnrollmentRecord.encode(enrollmentFields).finish(),
);
export const enrollmentDocument = signDocument(
  "enrollment",
  enrollmentFields,
  registrarSigner,
  sha256,
);
export const anchor = Uint8Array.from(sha256(enrollmentBytes));
export const gatewayId = anchor.subarray(0, 16);

export const genesisHead: ChainHead = { gatewayId, keyEpoch: 1, nextSeq: 0, prev: anchor };

function sealNext(head: ChainHead, fact: Fact, signer: Signer): SealedEvent {
  const { nextSeq } = head;
  const salt = fixedBytes(`salt ${nextSeq}`, 16);
  return sealEvent({ head, time: fixedTime(nextSeq), fact, salt, signer, sha256 });
}

/** Seals the facts one after another with fixed salts and times, all with the first key. */
export function sealChain(facts: readonly Fact[]): SealedEvent[] {
  const events: SealedEvent[] = [];
  let head = genesisHead;
  for (const fact of facts) {
    const event = sealNext(head, fact, gatewaySigner);
    events.push(event);
    head = event.head;
  }
  return events;
}

/** Key epoch to signer: the second is announced by KeyRotated, the third by ChainRecovered. */
const signerOfEpoch = new Map<number, Signer>([
  [1, gatewaySigner],
  [2, testSigner(2)],
  [3, testSigner(5)],
]);
export const verifierOfEpoch = new Map(
  [...signerOfEpoch].map(([epoch, signer]) => [epoch, verifierOf(signer.publicKey)]),
);

function signerAt(epoch: number): Signer {
  const signer = signerOfEpoch.get(epoch);
  if (signer === undefined) throw new Error(`no key for epoch ${epoch}`);
  return signer;
}

/** One event of every kind; the key changes where the facts say so. */
function sealEveryKind(): SealedEvent[] {
  const events: SealedEvent[] = [];
  let head = genesisHead;
  for (const sample of sampleFacts) {
    if (sample.kind === "ChainRecovered") head = { ...head, keyEpoch: head.keyEpoch + 1 };
    const fact = resuming(sample, head);
    const event = sealNext(head, fact, signerAt(head.keyEpoch));
    events.push(event);
    head = event.head;
    if (fact.kind === "KeyRotated") head = { ...head, keyEpoch: fact.newEpoch };
  }
  return events;
}

function resuming(fact: Fact, head: ChainHead): Fact {
  if (fact.kind !== "ChainRecovered") return fact;
  return {
    ...fact,
    resumesAfterSeq: head.nextSeq - 1,
    resumesAfterEventId: head.prev,
    newPublicKey: signerAt(head.keyEpoch).publicKey,
  };
}

export const validChain: readonly SealedEvent[] = sealEveryKind();

export interface BrokenChain {
  readonly code: ErrorCode;
  readonly name: string;
  readonly records: readonly RecordParts[];
}

const [first, second, third] = sealChain(sampleFacts.slice(0, 3)).map((event) => event.record);

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** The second event with some header fields changed and sealed again: only the chain objects. */
function resealed(record: RecordParts, change: Partial<Header>): RecordParts {
  const header = parseHeader(record.header);
  if (!header.ok) throw new Error(header.detail);
  const bytes = encodeHeader({ ...header.value, ...change });
  return { ...record, header: bytes, seal: gatewaySigner.sign(headerBytesToSign(bytes)) };
}

/** Every way to be wrong names the code that the first wrong event is refused with. */
export function brokenChains(): BrokenChain[] {
  if (first === undefined || second === undefined || third === undefined) throw new Error("short");
  const otherSeal = testSigner(9).sign(headerBytesToSign(second.header));
  return [
    { code: "wire/header", name: "magic", records: [{ ...first, header: flip(first.header, 0) }] },
    {
      code: "wire/header",
      name: "reserved bytes",
      records: [{ ...first, header: flip(first.header, 143 * 8) }],
    },
    {
      code: "seal/payload-hash",
      name: "payload edited",
      records: [first, { ...second, payload: flip(second.payload, 20 * 8) }],
    },
    {
      code: "seal/payload-hash",
      name: "payload cut",
      records: [first, { ...second, payload: second.payload.subarray(0, -1) }],
    },
    {
      code: "seal/payload-hash",
      name: "payload of another event",
      records: [first, { ...second, payload: third.payload }],
    },
    {
      code: "seal/invalid",
      name: "seal edited",
      records: [first, { ...second, seal: flip(second.seal, 100) }],
    },
    {
      code: "seal/invalid",
      name: "seal of another event",
      records: [first, { ...second, seal: third.seal }],
    },
    {
      code: "seal/invalid",
      name: "sealed with another key",
      records: [first, { ...second, seal: otherSeal }],
    },
    {
      code: "seal/invalid",
      name: "wall clock edited",
      records: [first, { ...second, header: flip(second.header, 131 * 8) }],
    },
    { code: "seal/chain", name: "event left out", records: [first, third] },
    { code: "seal/chain", name: "events exchanged", records: [first, third, second] },
    { code: "seal/chain", name: "event repeated", records: [first, second, second] },
    { code: "seal/chain", name: "first event left out", records: [second, third] },
    {
      code: "seal/chain",
      name: "history replaced below",
      records: [resealed(first, { monoUs: 1 }), second],
    },
    {
      code: "seal/chain",
      name: "number used for another content",
      records: [first, resealed(second, { prev: anchor })],
    },
    {
      code: "seal/chain",
      name: "another gateway's id",
      records: [first, resealed(second, { gatewayId: fixedBytes("other", 16) })],
    },
    {
      code: "seal/chain",
      name: "key epoch falls",
      records: [first, resealed(second, { keyEpoch: 0 })],
    },
  ];
}
