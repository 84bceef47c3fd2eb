// Whatever a gateway sends wrongly is refused by name, counted, and costs nobody a record.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Standing, type SealedEvent } from "@driftbox/proto";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { CenterRig, TestGateway, topicOf, until } from "./center-rig.ts";
import { MqttRig } from "./mqtt-rig.ts";
import { batchOf, batchOfRecords } from "./sealed-chain.ts";

const center = new CenterRig();
const rig = new MqttRig(center.folder);
const open: TestGateway[] = [];

async function connected(name: string): Promise<TestGateway> {
  const gateway = await TestGateway.connect(center.enroll(name), {
    port: rig.port,
    centerKey: center.folder.center.publicKey,
  });
  open.push(gateway);
  return gateway;
}

function counted(name: string): number {
  return rig.ledger.counters().get(name) ?? 0;
}

function viewOf(gateway: string) {
  return new SqliteReadModels(rig.ledger).gateways().find((each) => each.gateway === gateway);
}

beforeAll(() => rig.start());
afterAll(async () => {
  for (const gateway of open) gateway.end();
  await rig.close();
  await center.remove();
});

describe("bad input", () => {
  it("of every kind is counted under its code, and the good records around it are kept", async () => {
    const boat = await connected("boat-a");
    const other = await connected("boat-b");
    const [first, second, third] = boat.sealed.grow(3).events as [
      SealedEvent,
      SealedEvent,
      SealedEvent,
    ];
    const header = Uint8Array.from(second.record.header, (byte, i) => (i === 143 ? 1 : byte));
    const seal = Uint8Array.from(second.record.seal, (byte, i) => (i === 9 ? byte ^ 1 : byte));
    const payload = Uint8Array.from(second.record.payload, (byte) => byte ^ 1);
    const bad: readonly [string, Uint8Array][] = [
      ["wire/batch", Buffer.from("not a batch")],
      ["wire/batch", batchOf([first]).subarray(0, 10)],
      ["wire/record", batchOf([first, second]).subarray(0, 300)],
      ["wire/header", batchOfRecords([{ ...second.record, header }], "live")],
      ["seal/invalid", batchOfRecords([{ ...second.record, seal }], "live")],
      ["seal/payload-hash", batchOfRecords([{ ...second.record, payload }], "live")],
      ["ingest/wrong-gateway", batchOf(other.sealed.grow(1).events)],
    ];
    await boat.publish("events", batchOf([first]));
    for (const [code, bytes] of bad) {
      const before = counted(`refused/${code}`);
      await boat.publish("events", bytes);
      expect([code, counted(`refused/${code}`)]).toEqual([code, before + 1]);
    }
    await boat.publish("events", batchOf([third, second]));
    await until(() => boat.receiptedNextSeq() === 3, "all three are held");
    expect(viewOf("boat-a")).toMatchObject({ nextSeq: 3, standing: "accepted", parkedCount: 0 });
    const codes = rig.reported.map((each) => each.fields["code"]);
    expect(codes).toEqual(expect.arrayContaining(bad.map(([code]) => code)));
  });

  it("in documents beside the events changes nothing", async () => {
    const boat = await connected("boat-d");
    const foreign = await connected("boat-e");
    await boat.publish("hello", foreign.sealed.hello());
    await boat.publish("state", Buffer.from("no document"));
    await boat.publish("status", Buffer.from([0xff]));
    const gatewayId = foreign.sealed.origin.gatewayId;
    await boat.publish("hello", boat.sealed.document("hello", { gatewayId, nextSeq: 9 }));
    const huge = { gatewayId: boat.sealed.origin.gatewayId, nextSeq: 2 ** 60 };
    await boat.publish("hello", boat.sealed.document("hello", huge));
    expect(viewOf("boat-d")).toMatchObject({ lastWordMs: null, status: "unknown", nextSeq: 0 });
    expect(counted("refused/document/unknown-key")).toBe(1);
    expect(boat.receipts).toEqual([]);
  });

  it("on a foreign topic closes the connection, and a refused subscription does not", async () => {
    const boat = await connected("boat-f");
    const victim = center.enroll("boat-v");
    const granted = await boat.client
      .subscribeAsync(topicOf(victim, "receipt"), { qos: 1 })
      .then(() => "granted")
      .catch(() => "refused");
    expect([granted, boat.client.connected]).toEqual(["refused", true]);
    const closed = new Promise<void>((resolve) => boat.client.once("close", () => resolve()));
    boat.client.publish(
      topicOf(victim, "events"),
      Buffer.from(batchOf(boat.sealed.grow(1).events)),
      {
        qos: 1,
      },
    );
    await closed;
    expect(viewOf("boat-v")?.nextSeq ?? 0).toBe(0);
  });

  it("by a cloned card image quarantines the gateway and keeps both sides", async () => {
    const boat = await connected("boat-c");
    boat.sealed.grow(4);
    const clone = boat.sealed.branchAfter(1).grow(1);
    await boat.publish("events", batchOf(boat.sealed.events));
    await boat.publish("events", batchOf(clone.events));
    await until(
      () => boat.receipts.at(-1)?.standing === Standing.STANDING_QUARANTINED,
      "the receipt says quarantined",
    );
    expect(viewOf("boat-c")).toMatchObject({ standing: "quarantined", nextSeq: 4 });
    const fork = rig.ledger.database.prepare("SELECT * FROM evidence WHERE kind = 'fork'").get();
    expect(fork).toMatchObject({ seq: 2, held_event_id: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it("that claims an older state than the center holds is answered with the real head", async () => {
    const boat = await connected("boat-r");
    await boat.publish("events", batchOf(boat.sealed.grow(5).events));
    const restored = boat.sealed.branchAfter(2);
    await boat.publish("hello", restored.hello());
    expect(counted("hello/rollback")).toBe(1);
    await until(() => boat.receipts.length === 2, "the hello is answered");
    expect(boat.receipts[1]).toMatchObject({ nextSeq: 5, standing: 1 });
  });
});
