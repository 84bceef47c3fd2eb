// Makes a chain of sealed custody events of one gateway, as a gateway's loop would.

import { randomBytes } from "node:crypto";
import {
  sealEvent,
  type ChainHead,
  type Fact,
  type RecordParts,
  type Signer,
} from "@driftbox/proto";
import { generateKey, sha256, signerFromPem } from "@driftbox/proto/node";

export interface Sealer {
  readonly gatewayId: Uint8Array;
  readonly genesisPrev: Uint8Array;
  next(): RecordParts;
  take(count: number): RecordParts[];
}

export interface SealerIdentity {
  readonly gatewayId: Uint8Array;
  readonly genesisPrev: Uint8Array;
  readonly signer: Signer;
}

function anonymous(): SealerIdentity {
  const signer = signerFromPem(generateKey().privatePem);
  return { gatewayId: randomBytes(16), genesisPrev: randomBytes(32), signer };
}

/** Deposits of one parcel after another: the commonest event, of the commonest size. */
function deposit(seq: number): Fact {
  return {
    kind: "ParcelDeposited",
    box: "box-a",
    compartment: 1,
    parcel: String(3_808_980_205 + (seq % 5_000)),
    person: "staff-0042",
    grantSeq: seq,
    evidence: "tag-and-presence",
  };
}

export function makeSealer(identity: SealerIdentity = anonymous()): Sealer {
  const { gatewayId, genesisPrev, signer } = identity;
  const bootId = randomBytes(16);
  let head: ChainHead = { gatewayId, keyEpoch: 0, nextSeq: 0, prev: genesisPrev };
  const next = (): RecordParts => {
    const monoUs = Math.round(performance.now() * 1000);
    const time = {
      bootId,
      monoUs,
      wallUs: Date.now() * 1000,
      wallErrMs: 50,
      source: "ntp" as const,
    };
    const fact = deposit(head.nextSeq);
    const sealed = sealEvent({ head, time, fact, salt: randomBytes(16), signer, sha256 });
    head = sealed.head;
    return sealed.record;
  };
  const take = (count: number): RecordParts[] => Array.from({ length: count }, next);
  return { gatewayId, genesisPrev, next, take };
}
