// A rotated key: the old one seals nothing of the new epoch, and forks of the old are still forks.

import { afterEach, beforeEach, expect, it } from "vitest";
import type { SealedEvent } from "@driftbox/proto";
import { generateKey, signerFromPem } from "@driftbox/proto/node";
import { IngestRig } from "./ingest-rig.ts";
import { batchOf, heartbeat, SealedChain } from "./sealed-chain.ts";

let rig: IngestRig;
beforeEach(() => {
  rig = new IngestRig();
});
afterEach(() => rig.remove());

const next = signerFromPem(generateKey().privatePem);

interface Rotated {
  /** Epoch 1, with KeyRotated at its end. */
  readonly before: readonly SealedEvent[];
  /** Epoch 2 under the new key. */
  readonly after: SealedChain;
  /** Other events at the same places of epoch 2, sealed by the old key. */
  readonly forged: SealedChain;
}

function rotated(): Rotated {
  const { chain } = rig;
  chain.grow(3);
  chain.seal({ kind: "KeyRotated", newEpoch: 2, newPublicKey: next.publicKey });
  const head = { ...chain.head, keyEpoch: 2 };
  const after = new SealedChain({ ...chain.origin, signer: next }, head).grow(3);
  const forged = new SealedChain(chain.origin, head);
  for (let i = 0; i < 3; i += 1) forged.seal(heartbeat(99));
  return { before: chain.events, after, forged };
}

function verdicts(name: string): number {
  return rig.ledger.counters().get(`verdict/${name}`) ?? 0;
}

it("a record of the new epoch under the old key, sent before the rotation, is never appended", () => {
  const { before, after, forged } = rotated();
  rig.say("events", batchOf(before.slice(0, 2)));
  rig.say("events", batchOf(forged.events));
  rig.say("events", batchOf(before.slice(2)));
  expect(rig.view()).toMatchObject({ nextSeq: 4, epoch: 1, standing: "accepted" });
  rig.say("events", batchOf(after.events));
  expect(rig.view()).toMatchObject({ nextSeq: 7, epoch: 2, standing: "accepted" });
});

it("what the old key parked does not make a fork of what the new key seals", () => {
  const { before, after, forged } = rotated();
  rig.say("events", batchOf(forged.events.slice(2)));
  rig.say("events", batchOf(before));
  rig.say("events", batchOf(after.events.slice(2)));
  rig.say("events", batchOf(after.events));
  expect(rig.view()).toMatchObject({ nextSeq: 7, epoch: 2, standing: "accepted" });
});

it("a fork of the ended epoch under its own key is a fork, also after a restart", () => {
  const { before, after } = rotated();
  rig.say("events", batchOf(before));
  rig.say("events", batchOf(after.events));
  rig.restart();
  rig.say("events", batchOf(rig.chain.branchAfter(0).grow(1).events));
  expect({ forks: verdicts("fork"), rejects: verdicts("reject") }).toEqual({
    forks: 1,
    rejects: 0,
  });
  expect(rig.view()?.standing).toBe("quarantined");
});

it("a hello under the old key is not the gateway's word any more", () => {
  const { before, after } = rotated();
  rig.say("events", batchOf(before));
  rig.say("events", batchOf(after.events));
  const { length } = rig.receipts;
  rig.say("hello", rig.chain.hello());
  expect(rig.receipts).toHaveLength(length);
  rig.say("hello", after.hello());
  expect(rig.receipts).toHaveLength(length + 1);
});
