// A gateway that stops reading delays nobody else, and is given the newest value when it reads on.

import { afterAll, beforeAll, expect, it } from "vitest";
import { Duplex } from "node:stream";
import { AedesDownlink } from "../../broker/adapters/aedes/aedes-downlink.ts";
import { CenterRig, TestGateway, topicOf, until } from "./center-rig.ts";
import { MqttRig } from "./mqtt-rig.ts";
import { connectFrame, RawClient, subscribeFrame } from "./raw-mqtt.ts";
import { batchOf } from "./sealed-chain.ts";

const center = new CenterRig();
const frozen = center.enroll("boat-frozen");
const lively = center.enroll("boat-lively");
const rig = new MqttRig(center.folder);
const bodies = 400;
const bodyBytes = 65_536;

beforeAll(() => rig.start());
afterAll(async () => {
  await rig.close();
  await center.remove();
});

it("a subscriber that stops reading freezes no other gateway", async () => {
  const stuck = await RawClient.open(rig.port);
  stuck.send(
    connectFrame({ clientId: "boat-frozen" }),
    subscribeFrame([topicOf(frozen, "policy")]),
  );
  await stuck.answered("20020000900300");
  stuck.socket.pause();
  const gateway = await TestGateway.connect(lively, {
    port: rig.port,
    centerKey: center.folder.center.publicKey,
  });
  const to = rig.addressOf(frozen);
  const last = Buffer.alloc(bodyBytes, "z");
  for (let i = 0; i < bodies; i += 1) {
    rig.downlink.send(to, "policy", i === bodies - 1 ? last : Buffer.alloc(bodyBytes, "a"));
    if (i % 40 === 0)
      await gateway.publish("events", batchOf(gateway.sealed.grow(1).events.slice(-1)));
  }
  await until(() => gateway.receiptedNextSeq() === bodies / 40, "the other one is receipted");
  expect(stuck.isClosed).toBe(false);
  stuck.socket.resume();
  await stuck.waitFor((each) => each.hex.endsWith("7a".repeat(32)));
  stuck.end();
  gateway.end();
}, 60_000);

it("a receipt behind a long policy on a slow link is forwarded while no drain would owe it", () => {
  const conn = new Duplex({
    writableHighWaterMark: 262_144,
    write: () => undefined,
    read: () => undefined,
  });
  const receipt = {
    ...packet("receipt"),
    payload: Buffer.alloc(200),
    brokerId: "center",
    brokerCounter: 1,
  };
  const downlink = new AedesDownlink();
  conn.write(Buffer.alloc(100_000));
  expect([conn.writableLength, conn.writableNeedDrain]).toEqual([100_000, false]);
  expect(downlink.forward({ conn, closed: false }, receipt)).toBe(receipt);
  conn.write(Buffer.alloc(200_000));
  expect(downlink.forward({ conn, closed: false }, receipt)).toBeNull();
  conn.destroy();
});

function packet(word: "receipt" | "policy") {
  const topic = topicOf(frozen, word);
  return { cmd: "publish", topic, qos: 1, retain: true, dup: false } as const;
}
