// The center as a process: what a gateway says becomes ledger, receipt and view.

import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GatewayView } from "../../broker/ports/views.ts";
import { CenterRig, TestGateway, until } from "./center-rig.ts";
import { batchOf, idsOf } from "./sealed-chain.ts";

const rig = new CenterRig();
const open: TestGateway[] = [];

async function connected(name: string): Promise<TestGateway> {
  const gateway = await TestGateway.connect(rig.enroll(name), {
    port: rig.mqttPort,
    centerKey: rig.folder.center.publicKey,
  });
  open.push(gateway);
  return gateway;
}

async function viewOf(name: string): Promise<GatewayView> {
  const response = await fetch(`http://127.0.0.1:${rig.httpPort}/api/v1/gateways/ferry-12/${name}`);
  return (await response.json()) as GatewayView;
}

beforeAll(() => rig.start());
afterAll(async () => {
  for (const gateway of open) gateway.end();
  await rig.remove();
});

describe("a gateway enrolled while the center runs", () => {
  it("is heard, receipted, and shown with status and events", async () => {
    const gateway = await connected("boat-a");
    await gateway.ready();
    await gateway.publish("hello", gateway.sealed.grow(5).hello());
    await until(() => gateway.receiptedNextSeq() === 0, "the hello is answered");
    await gateway.publish("events", batchOf(gateway.sealed.events));
    await until(() => gateway.receiptedNextSeq() === 5, "five events are receipted");
    expect(Buffer.from(gateway.receipts.at(-1)?.headEventId ?? "").toString("hex")).toBe(
      idsOf(gateway.sealed.events)[4],
    );
    expect(await viewOf("boat-a")).toMatchObject({
      nextSeq: 5,
      status: "ready",
      outboxCount: 0,
      standing: "accepted",
    });
  });

  it("gets the policy of its site in answer to its hello", async () => {
    const policy = Buffer.from("any signed bytes");
    writeFileSync(rig.folder.policyOf("ferry-12" as never), policy);
    const gateway = await connected("boat-p");
    await gateway.publish("hello", gateway.sealed.hello());
    const got = await until(
      () => gateway.received.find((each) => each.word === "policy"),
      "the policy comes",
    );
    expect(Buffer.from(got.body)).toEqual(policy);
  });

  it("is asked once to send again from a hole, and the hole closes", async () => {
    const gateway = await connected("boat-g");
    const { events } = gateway.sealed.grow(6);
    await gateway.publish("events", batchOf(events.slice(3, 5)));
    await gateway.publish("events", batchOf(events.slice(5)));
    await until(() => gateway.receipts.length === 2, "two receipts");
    expect(gateway.receipts.map((each) => each.resend)).toEqual([true, false]);
    const view = await viewOf("boat-g");
    expect(view).toMatchObject({ parkedCount: 3, gaps: [{ fromSeq: 0, toSeq: 2, state: "open" }] });
    await gateway.publish("events", batchOf(events.slice(0, 3)));
    await until(() => gateway.receiptedNextSeq() === 6, "all are receipted");
    expect(await viewOf("boat-g")).toMatchObject({ parkedCount: 0, gaps: [] });
  });

  it("finishes the seals of a backlog in the background", async () => {
    const gateway = await connected("boat-b");
    await gateway.publish("events", batchOf(gateway.sealed.grow(40).events, "backlog"));
    await until(() => gateway.receiptedNextSeq() === 40, "the backlog is receipted");
    const url = `http://127.0.0.1:${rig.httpPort}/api/v1/events?gateway=boat-b&limit=100`;
    await until(async () => {
      const page = (await (await fetch(url)).json()) as {
        rows: { sealState: string; isLate: boolean }[];
      };
      return (
        page.rows.length === 40 &&
        page.rows.every((row) => row.sealState === "direct" && row.isLate)
      );
    }, "every seal is direct");
  });

  it("is shown as lost when its connection breaks", async () => {
    const gateway = await connected("boat-l");
    await gateway.ready();
    gateway.client.stream.destroy();
    await until(async () => (await viewOf("boat-l")).status === "lost", "the will is heard");
  });
});

it("ends on SIGTERM with exit code 0 and keeps everything for the next start", async () => {
  const before = await viewOf("boat-a");
  expect(await rig.stop("SIGTERM")).toBe(0);
  expect(readFileSync(rig.folder.ledger).subarray(0, 15).toString()).toBe("SQLite format 3");
  rig.mqttPort = 0;
  await rig.start();
  expect(await viewOf("boat-a")).toEqual({ ...before, status: expect.any(String) });
});
