// The chain of the vectors: one sealed event of every kind, its keys and its enrollment record.

import {
  sealEvent,
  type ChainHead,
  type Fact,
  type SealedEvent,
  type Signer,
} from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { driftbox } from "../../../proto/generated/driftbox.js";
import {
  fixedBytes,
  fixedTime,
  fixedWallUs,
  laterFacts,
  sampleFacts,
  testSigner,
} from "./samples.ts";

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

/** One event of every kind, then those with later fields; the key changes where the facts say. */
function sealEveryKind(): SealedEvent[] {
  const events: SealedEvent[] = [];
  let head = genesisHead;
  for (const sample of [...sampleFacts, ...laterFacts]) {
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
