// A PUBACK means "on disk at the center": the process is killed under load, and nothing is missing.

import { afterAll, describe, expect, it } from "vitest";
import { Fault } from "@driftbox/proto";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { CommitQueue, commitLimits } from "../../broker/adapters/aedes/commit-queue.ts";
import type { Delivery } from "../../broker/app/ingest.ts";
import { CenterRig, TestGateway, until } from "./center-rig.ts";
import { publishUnderLoad } from "./crash-publisher.ts";

const runs = 3;

describe("a center killed under load", () => {
  const rig = new CenterRig();
  afterAll(() => rig.remove());

  it(`has every acknowledged and every receipted event after each of ${runs} kills`, async () => {
    for (let run = 0; run < runs; run += 1) {
      const enrolled = rig.enroll(`boat-${run}`);
      rig.mqttPort = 0;
      await rig.start();
      const port = rig.mqttPort;
      const centerKey = rig.folder.center.publicKey;
      const gateway = await TestGateway.connect(enrolled, { port, centerKey });
      const load = publishUnderLoad(gateway);
      await until(() => load.acknowledgedSeq > 100 + 150 * run, "the load runs");
      await rig.stop("SIGKILL");
      await load.stop();
      const held = heldNextSeq(rig, enrolled.gateway);
      expect(held).toBeGreaterThan(load.acknowledgedSeq);
      expect(held).toBeGreaterThanOrEqual(gateway.receiptedNextSeq());
      expect(gateway.receiptedNextSeq()).toBeGreaterThan(0);
    }
  }, 60_000);
});

/** Read from the file, where the killed process left it. */
function heldNextSeq(rig: CenterRig, gateway: string): number {
  const ledger = new SqliteLedger(rig.folder.ledger);
  const models = new SqliteReadModels(ledger);
  const view = models.gateways().find((each) => each.gateway === gateway);
  const page = models.eventsBefore(Number.MAX_SAFE_INTEGER, 5_000, { gateway });
  ledger.close();
  const seqs = page.rows.map((each) => each.seq).toReversed();
  expect(seqs).toEqual(seqs.map((_, i) => i));
  expect(view?.nextSeq).toBe(seqs.length);
  return seqs.length;
}

describe("the commit queue", () => {
  const delivery = (n: number) => ({ payload: Uint8Array.of(n) }) as unknown as Delivery;
  const numbers = (deliveries: readonly Delivery[]) => deliveries.map((each) => each.payload[0]);

  it("commits what one turn brought at once, and answers in order only after it", async () => {
    const steps: string[] = [];
    const queue = new CommitQueue(
      (deliveries) => steps.push(`commit ${numbers(deliveries).join()}`),
      () => undefined,
    );
    const answered = new Promise<void>((resolve) => {
      queue.push(delivery(1), () => steps.push("done 1"));
      queue.push(undefined, () => steps.push("done without delivery"));
      queue.push(delivery(2), () => {
        steps.push("done 2");
        resolve();
      });
    });
    expect(steps).toEqual([]);
    await answered;
    expect(steps).toEqual(["commit 1,2", "done 1", "done without delivery", "done 2"]);
  });

  it("acknowledges nothing that was not committed, and holds up nothing else", () => {
    const outcomes: (string | null)[] = [];
    const queue = new CommitQueue(
      (deliveries) => {
        if (numbers(deliveries).includes(2)) throw new Fault("ledger/io", "disk full");
      },
      () => undefined,
    );
    for (const n of [1, 2, 3]) {
      queue.push(delivery(n), (error) => outcomes.push(error?.message ?? null));
    }
    queue.drain();
    expect(outcomes).toEqual([null, "disk full", null]);
  });

  it("lets a defect pass: nothing is acknowledged, and nobody goes on with what is half known", () => {
    let answered = 0;
    const failures: unknown[] = [];
    const queue = new CommitQueue(
      () => {
        throw new Error("an event was appended twice");
      },
      (error) => failures.push(error),
    );
    for (const n of [1, 2]) queue.push(delivery(n), () => (answered += 1));
    expect(() => queue.drain()).toThrow(/appended twice/);
    expect({ answered, failures }).toEqual({ answered: 0, failures: [] });
  });

  it("bounds one transaction", () => {
    const sizes: number[] = [];
    const queue = new CommitQueue(
      (deliveries) => sizes.push(deliveries.length),
      () => undefined,
    );
    for (let n = 0; n < commitLimits.turnMaxCount + 3; n += 1) {
      queue.push(delivery(n), () => undefined);
    }
    queue.drain();
    expect(sizes).toEqual([commitLimits.turnMaxCount, 3]);
  });
});
