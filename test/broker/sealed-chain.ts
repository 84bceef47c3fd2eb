// A gateway's chain for tests of the center: real keys, real seals, any fact in any order.

import {
  encodeBatch,
  encodeRecord,
  concatBytes,
  eventIdFromBytes,
  gatewayIdFromBytes,
  sealEvent,
  signDocument,
  type BatchMark,
  type ChainHead,
  type DraftOf,
  type Fact,
  type GatewayId,
  type RecordParts,
  type SealedEvent,
  type Signer,
} from "@driftbox/proto";
import { generateKey, sha256, signerFromPem } from "@driftbox/proto/node";

export const bootA = new Uint8Array(16).fill(0xa1);
const salt = new Uint8Array(16).fill(7);

export interface ChainOrigin {
  readonly signer: Signer;
  readonly gatewayId: Uint8Array;
  readonly enrollmentHash: Uint8Array;
}

/** A chain not tied to an enrollment document; for tests below the registry. */
export function looseOrigin(name = "loose"): ChainOrigin {
  const enrollmentHash = sha256(new TextEncoder().encode(name));
  return {
    signer: signerFromPem(generateKey().privatePem),
    enrollmentHash,
    gatewayId: enrollmentHash.subarray(0, 16),
  };
}

export class SealedChain {
  readonly origin: ChainOrigin;
  head: ChainHead;
  readonly events: SealedEvent[] = [];
  #mono = 0;

  constructor(origin: ChainOrigin, head?: ChainHead) {
    this.origin = origin;
    this.head = head ?? {
      gatewayId: origin.gatewayId,
      keyEpoch: 1,
      nextSeq: 0,
      prev: origin.enrollmentHash,
    };
  }

  get gatewayId(): GatewayId {
    return gatewayIdFromBytes(this.origin.gatewayId);
  }

  seal(fact: Fact = heartbeat(this.head.nextSeq), wallMs = 1_790_000_000_000): SealedEvent {
    this.#mono += 1_000;
    const event = sealEvent({
      head: this.head,
      time: {
        bootId: bootA,
        monoUs: this.#mono,
        wallUs: wallMs * 1_000 + this.#mono,
        wallErrMs: 50,
        source: "ntp",
      },
      fact,
      salt,
      signer: this.origin.signer,
      sha256,
    });
    this.head = event.head;
    this.events.push(event);
    return event;
  }

  grow(count: number): this {
    for (let i = 0; i < count; i += 1) this.seal();
    return this;
  }

  /** The same gateway, continued from after `seq` on: what a restored image would do. */
  branchAfter(seq: number): SealedChain {
    const event = this.events.find((each) => each.head.nextSeq === seq + 1);
    const start = event?.head ?? { ...this.head, nextSeq: 0, prev: this.origin.enrollmentHash };
    return new SealedChain(this.origin, start);
  }

  /** Begins a new epoch after `resumesAfterSeq`, at `atSeq`; -1 = nothing is left at all. */
  recover(resumesAfterSeq: number, atSeq: number): SealedEvent {
    const last = this.events.find((each) => each.head.nextSeq === resumesAfterSeq + 1);
    const prev = resumesAfterSeq < 0 ? this.origin.enrollmentHash : last?.eventId;
    if (prev === undefined) throw new Error("no such event");
    const keyEpoch = this.head.keyEpoch + 1;
    this.head = { ...this.head, keyEpoch, nextSeq: atSeq, prev };
    return this.seal({
      kind: "ChainRecovered",
      recovery: "damage",
      resumesAfterSeq: Math.max(0, resumesAfterSeq),
      resumesAfterEventId: prev,
      newPublicKey: this.origin.signer.publicKey,
    });
  }

  hello(): Uint8Array {
    return this.document("hello", {
      gatewayId: this.origin.gatewayId,
      epoch: this.head.keyEpoch,
      nextSeq: this.head.nextSeq,
      headEventId: this.head.prev,
      bootId: bootA,
      connection: 1,
    });
  }

  document<T extends "hello" | "state">(type: T, draft: DraftOf<T>): Uint8Array {
    return signDocument(type, draft, this.origin.signer, sha256);
  }
}

export function heartbeat(count: number): Fact {
  return { kind: "Heartbeat", reason: "periodic", outboxCount: count, storageFreeBytes: 1_000 };
}

export function batchOf(events: readonly SealedEvent[], mark: BatchMark = "live"): Uint8Array {
  return batchOfRecords(
    events.map((each) => each.record),
    mark,
  );
}

export function batchOfRecords(records: readonly RecordParts[], mark: BatchMark): Uint8Array {
  return encodeBatch(mark, records.length, concatBytes(records.map(encodeRecord)));
}

export function idsOf(events: readonly SealedEvent[]): string[] {
  return events.map((each) => eventIdFromBytes(each.eventId));
}
