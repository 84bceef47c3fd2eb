// Makes sealed records of one gateway for the storage tests: same seed, same bytes.

import { createHash } from "node:crypto";
import { sealEvent, type ChainHead, type Fact, type RecordParts } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";

export const gatewayId = new Uint8Array(16).fill(0xa1);
export const genesisPrev = sha256(new Uint8Array([1, 2, 3]));

/** A seal nobody checks: 64 bytes that depend on the message. */
const testSigner = {
  publicKey: new Uint8Array(32),
  sign: (message: Uint8Array) => createHash("sha512").update(message).digest(),
};

export const genesisHead: ChainHead = { gatewayId, keyEpoch: 0, nextSeq: 0, prev: genesisPrev };

export interface SealOptions {
  /** Characters of filler, to vary the size of records. */
  readonly fillerChars?: number;
  readonly wallUs?: number;
  readonly fact?: Fact;
}

/** `count` records after `head`, and the head after them. */
export function sealRecords(
  head: ChainHead,
  count: number,
  options: SealOptions = {},
): { readonly records: RecordParts[]; readonly head: ChainHead } {
  const records: RecordParts[] = [];
  let next = head;
  for (let i = 0; i < count; i += 1) {
    const sealed = sealEvent({
      head: next,
      time: {
        bootId: new Uint8Array(16),
        monoUs: next.nextSeq,
        wallUs: options.wallUs ?? 0,
        wallErrMs: undefined,
        source: "none",
      },
      fact: options.fact ?? started(options.fillerChars ?? 8),
      salt: sha256(new Uint8Array([next.nextSeq & 0xff, next.nextSeq >> 8])).subarray(0, 16),
      signer: testSigner,
      sha256,
      isTest: true,
    });
    records.push(sealed.record);
    next = sealed.head;
  }
  return { records, head: next };
}

function started(fillerChars: number): Fact {
  const software = "x".repeat(fillerChars);
  return { kind: "GatewayStarted", software, boxCount: 1, compartmentCount: 1 };
}

/** The fact that opens a key epoch after damage. */
export const chainRecovered: Fact = {
  kind: "ChainRecovered",
  recovery: "damage",
  resumesAfterSeq: 0,
  resumesAfterEventId: new Uint8Array(32),
  newPublicKey: new Uint8Array(32),
};
