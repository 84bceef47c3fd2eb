// One gateway with much to say holds up nobody: turns are bounded, also behind a fork.

import { parseGatewayName, parseSiteName } from "@driftbox/proto";
import { expect, it } from "vitest";
import { commitLimits, CommitQueue } from "../../broker/adapters/aedes/commit-queue.ts";
import { CenterRig, TestGateway, until } from "./center-rig.ts";
import { batchOf, type SealedChain } from "./sealed-chain.ts";

const eventsPerBatch = 200;

it("a turn has at most so many messages and bytes, and keeps their order", () => {
  const [site, gateway] = [parseSiteName("ferry-12"), parseGatewayName("boat")];
  if (!site.ok || !gateway.ok) throw new Error("bad name");
  const turns: number[][] = [];
  const queue = new CommitQueue(
    (deliveries) => turns.push(deliveries.map(({ payload }) => payload.length)),
    (error) => expect.unreachable(error.message),
  );
  const half = commitLimits.turnMaxBytes / 2;
  const sizes = [half, half, 1, half, half + 1, 3 * half, ...Array.from({ length: 70 }, () => 1)];
  const done: number[] = [];
  for (const [i, bytes] of sizes.entries()) {
    const payload = new Uint8Array(bytes);
    const delivery = { site: site.value, gateway: gateway.value, word: "events", payload } as const;
    queue.push(delivery, () => void done.push(i));
  }
  queue.drain();
  expect(turns.flat()).toEqual(sizes);
  expect(done).toEqual([...sizes.keys()]);
  expect(turns.map((turn) => turn.length)).toEqual([2, 2, 1, 1, 64, 6]);
});

function batchesOf(chain: SealedChain, fromIndex: number): Uint8Array[] {
  const batches: Uint8Array[] = [];
  for (let at = fromIndex; at < chain.events.length; at += eventsPerBatch) {
    batches.push(batchOf(chain.events.slice(at, at + eventsPerBatch), "backlog"));
  }
  return batches;
}

it("while a gateway says a long chain again behind its fork, another one is heard", async () => {
  const center = new CenterRig();
  const enrolled = [center.enroll("restated"), center.enroll("lively")];
  await center.start();
  const gateways: TestGateway[] = [];
  try {
    const options = { port: center.mqttPort, centerKey: center.folder.center.publicKey };
    for (const each of enrolled) gateways.push(await TestGateway.connect(each, options));
    const [long, lively] = gateways;
    if (long === undefined || lively === undefined) throw new Error("no gateways");
    await long.publish("events", batchOf(long.sealed.grow(3).events));
    long.sealed.recover(2, 1_003);
    const batches = batchesOf(long.sealed.grow(10_000), 3);
    const half = batches.length / 2;
    const say = (each: Uint8Array): Promise<void> => long.publish("events", each);
    const chain = batches.slice(0, half).map(say);
    chain.push(lively.publish("events", batchOf(lively.sealed.grow(1).events)));
    chain.push(...batches.slice(half).map(say));
    await Promise.all(chain);
    await until(() => long.receiptedNextSeq() === 11_004, "the whole chain is receipted");
    const origin = `http://127.0.0.1:${center.httpPort}`;
    const response = await fetch(`${origin}/api/v1/events?gateway=lively`);
    const cursors = [...(await response.text()).matchAll(/"cursor":(\d+)/g)].map((found) =>
      Number(found[1]),
    );
    expect(cursors).toHaveLength(2);
    // Its place in the ledger, and the newest one.
    expect(Math.min(...cursors)).toBeLessThan(9_000);
    expect(Math.max(...cursors)).toBe(10_005);
  } finally {
    for (const each of gateways) each.end();
    await center.remove();
  }
}, 120_000);
