// Making and checking one sealed custody event: header, payload hash, seal and chain link.

import { equalBytes } from "./bytes.ts";
import type { Sha256, Signer, Verifier } from "./crypto.ts";
import { headerBytesToSign } from "./dsse.ts";
import type { Fact } from "./facts.ts";
import { encodeHeader, parseHeader, type ClockSource, type Header } from "./header.ts";
import { parsed, refused, type Parsed } from "./parsed.ts";
import { encodePayload, eventClassOf } from "./payload.ts";
import type { RecordParts } from "./record.ts";

/** Where the next event of a chain goes. `prev` is the hash the next header must carry. */
export interface ChainHead {
  readonly gatewayId: Uint8Array;
  readonly keyEpoch: number;
  readonly nextSeq: number;
  readonly prev: Uint8Array;
}

/** When an event was made, as its header states it. */
export interface EventTime {
  readonly bootId: Uint8Array;
  readonly monoUs: number;
  readonly wallUs: number;
  readonly wallErrMs: number | undefined;
  readonly source: ClockSource;
}

export interface SealedEvent {
  readonly record: RecordParts;
  /** SHA-256 of the header. */
  readonly eventId: Uint8Array;
  /** The chain after this event. */
  readonly head: ChainHead;
}

interface Sealing {
  readonly head: ChainHead;
  readonly time: EventTime;
  readonly fact: Fact;
  /** 16 random bytes. */
  readonly salt: Uint8Array;
  readonly signer: Signer;
  readonly sha256: Sha256;
  readonly isTest?: boolean;
}

/** Builds and seals the next event of a chain. A sequence number must be sealed only once. */
export function sealEvent(input: Sealing): SealedEvent {
  const { head, time, sha256 } = input;
  const payload = encodePayload(input.fact, input.salt);
  const header = encodeHeader({
    gatewayId: head.gatewayId,
    keyEpoch: head.keyEpoch,
    seq: head.nextSeq,
    prev: head.prev,
    payloadHash: sha256(payload),
    bootId: time.bootId,
    monoUs: time.monoUs,
    wallUs: time.wallUs,
    wallErrMs: time.wallErrMs,
    eventClass: eventClassOf(input.fact.kind, head.nextSeq),
    clockSource: time.source,
    hasHardwareCounter: false,
    isTest: input.isTest ?? false,
  });
  const seal = input.signer.sign(headerBytesToSign(header));
  const eventId = sha256(header);
  return {
    record: { header, seal, payload },
    eventId,
    head: { ...head, nextSeq: head.nextSeq + 1, prev: eventId },
  };
}

/** Level 0 of a check: the header parses and the payload is the one it commits to. */
export function checkContent(record: RecordParts, sha256: Sha256): Parsed<Header> {
  const header = parseHeader(record.header);
  if (!header.ok) return header;
  if (equalBytes(sha256(record.payload), header.value.payloadHash)) return header;
  return refused("seal/payload-hash", `seq ${header.value.seq}: payload does not match its hash`);
}

/** Level 1: the gateway's seal over the header. */
export function checkSeal(record: RecordParts, verifier: Verifier): Parsed<true> {
  if (verifier.verify(headerBytesToSign(record.header), record.seal)) return parsed(true as const);
  return refused("seal/invalid", "the seal does not verify under the gateway's key");
}

/**
 * The chain rule: same gateway, next sequence number, hash of the header before, and a key epoch
 * that does not fall. Gives the chain after the event. Code: seal/chain.
 */
export function followChain(
  head: ChainHead,
  header: Header,
  eventId: Uint8Array,
): Parsed<ChainHead> {
  const { seq, keyEpoch } = header;
  if (!equalBytes(header.gatewayId, head.gatewayId)) {
    return refused("seal/chain", `seq ${seq}: of another gateway`);
  }
  if (seq !== head.nextSeq) return refused("seal/chain", `seq ${seq}, expected ${head.nextSeq}`);
  if (keyEpoch < head.keyEpoch) {
    return refused("seal/chain", `seq ${seq}: key epoch ${keyEpoch} below ${head.keyEpoch}`);
  }
  if (!equalBytes(header.prev, head.prev)) {
    return refused("seal/chain", `seq ${seq}: does not follow the event before it`);
  }
  return parsed({ ...head, keyEpoch, nextSeq: seq + 1, prev: eventId });
}
