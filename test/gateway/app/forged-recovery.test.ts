// A thief's recovery, sealed by a key of the thief: `verify` and the center both refuse it.

import {
  sealEvent,
  type ChainHead,
  type Fact,
  type SealedEvent,
  type Signer,
} from "@driftbox/proto";
import { generateKey, sha256, signerFromPem, verifierOf } from "@driftbox/proto/node";
import { describe, expect, it } from "vitest";
import { ChainCheck, type ChainSummary } from "../../../gateway/app/chain/chain-check.ts";
import { JudgeBench, verdicts } from "../../broker/judge-bench.ts";
import { SealedChain, looseOrigin } from "../../broker/sealed-chain.ts";

const thief = signerFromPem(generateKey().privatePem);
/** The neutral element: everything verifies under it. */
const weakKey = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0));

function sealedBy(signer: Signer, head: ChainHead, fact: Fact): SealedEvent {
  const time = {
    bootId: new Uint8Array(16),
    monoUs: 9_000_000,
    wallUs: 0,
    wallErrMs: undefined,
    source: "none",
  } as const;
  return sealEvent({ head, time, fact, salt: new Uint8Array(16), signer, sha256 });
}

/** Three honest events, then a recovery behind them that names `key`. */
function story(signer: (honest: Signer) => Signer, key: (honest: Signer) => Uint8Array) {
  const chain = new SealedChain(looseOrigin()).grow(3);
  const at = { ...chain.head, keyEpoch: chain.head.keyEpoch + 1, nextSeq: 5 };
  const honest = chain.origin.signer;
  const recovery = sealedBy(signer(honest), at, {
    kind: "ChainRecovered",
    recovery: "damage",
    resumesAfterSeq: 2,
    resumesAfterEventId: chain.head.prev,
    newPublicKey: key(honest),
  });
  return { chain, recovery };
}

function verified(chain: SealedChain, more: readonly SealedEvent[]): ChainSummary {
  const { gatewayId, enrollmentHash: genesis, signer } = chain.origin;
  const verifier = verifierOf(signer.publicKey);
  const check = new ChainCheck({ gatewayId, genesis, verifier, sha256, verifierOf });
  for (const { record } of [...chain.events, ...more]) check.take(record);
  return check.summary;
}

describe("a recovery", () => {
  it("by the enrolled key is good for both", () => {
    const { chain, recovery } = story(
      (honest) => honest,
      (honest) => honest.publicKey,
    );
    expect(verified(chain, [recovery])).toMatchObject({ invalidCount: 0, skippedCount: 2 });
    const bench = new JudgeBench(chain);
    bench.take(chain.events);
    expect(verdicts(bench.take([recovery]))).toEqual(["append"]);
  });

  it("sealed by a thief's key, which it names, is believed by neither", () => {
    const { chain, recovery } = story(
      () => thief,
      () => thief.publicKey,
    );
    const next = sealedBy(thief, recovery.head, { kind: "PowerRestored", offMs: 0 });
    const { findings } = verified(chain, [recovery, next]);
    expect(findings).toEqual([
      expect.stringMatching(/seq 5: the seal does not verify/),
      expect.stringMatching(/seq 5: a recovery names a key that is not the one in force/),
      expect.stringMatching(/seq 6: the seal does not verify/),
    ]);
    const bench = new JudgeBench(chain);
    bench.take(chain.events);
    bench.take([recovery, next]);
    expect(bench.appended).toHaveLength(3);
    expect(bench.chain.key).toBe(Buffer.from(chain.origin.signer.publicKey).toString("hex"));
  });

  it("that names a weak key is a finding and nothing that ends the check", () => {
    const { chain, recovery } = story(
      (honest) => honest,
      () => weakKey,
    );
    expect(verified(chain, [recovery]).invalidCount).toBe(1);
  });
});

describe("a rotation", () => {
  it("hands over to the new key only when the old one sealed it", () => {
    for (const [signer, invalidCount] of [
      ["honest", 0],
      ["thief", 2],
    ] as const) {
      const chain = new SealedChain(looseOrigin()).grow(3);
      const heir = signerFromPem(generateKey().privatePem);
      const rotation = sealedBy(signer === "honest" ? chain.origin.signer : thief, chain.head, {
        kind: "KeyRotated",
        newEpoch: chain.head.keyEpoch + 1,
        newPublicKey: heir.publicKey,
      });
      const at = { ...rotation.head, keyEpoch: rotation.head.keyEpoch + 1 };
      const next = sealedBy(heir, at, { kind: "PowerRestored", offMs: 0 });
      expect(verified(chain, [rotation, next]).invalidCount).toBe(invalidCount);
    }
  });

  it("to a weak key is a finding", () => {
    const chain = new SealedChain(looseOrigin()).grow(3);
    const rotation = sealedBy(chain.origin.signer, chain.head, {
      kind: "KeyRotated",
      newEpoch: chain.head.keyEpoch + 1,
      newPublicKey: weakKey,
    });
    const { findings } = verified(chain, [rotation]);
    expect(findings).toEqual(["seq 3: the new key is weak or malformed"]);
  });
});
