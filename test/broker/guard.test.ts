// Frames that must not reach aedes, as raw bytes: closed, or answered as MQTT 3.1.1 says.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { limits } from "@driftbox/proto";
import { CenterRig } from "./center-rig.ts";
import { MqttRig } from "./mqtt-rig.ts";
import {
  connectFrame,
  frame,
  publishFrame,
  RawClient,
  remainingLength,
  subscribeFrame,
  text,
  u16,
  unsubscribeFrame,
} from "./raw-mqtt.ts";

const center = new CenterRig();
center.enroll("boat-a");
const rig = new MqttRig(center.folder);
const accepted = "20020000";
const prefix = "driftbox/v1/ferry-12/boat-a";
const surrogate = Buffer.from([0x62, 0xed, 0xa0, 0x80]);

beforeAll(() => rig.start());
afterAll(async () => {
  await rig.close();
  await center.remove();
});

async function answerTo(...frames: readonly Uint8Array[]): Promise<string> {
  const client = await RawClient.open(rig.port);
  client.send(...frames);
  await client.closed();
  return client.hex;
}

async function loggedIn(): Promise<RawClient> {
  const client = await RawClient.open(rig.port);
  return client.send(connectFrame()).answered(accepted);
}

describe("a CONNECT", () => {
  it("of an enrolled gateway is accepted", async () => {
    const client = await loggedIn();
    expect([client.hex, client.isClosed]).toEqual([accepted, false]);
    client.end();
  });

  it.each([
    ["of protocol level 3 under the name MQTT gets CONNACK 1", { level: 3 }, "20020001"],
    ["of protocol level 6 gets CONNACK 1", { level: 6 }, "20020001"],
    ["with the reserved flag is closed", { flags: 0x03 }, ""],
    ["with a password but no user name is closed", { flags: 0x42, after: [text("x")] }, ""],
    ["with bytes nobody announced is closed", { after: [text("x")] }, ""],
    ["with a control character in its id is closed", { clientId: "boat\u0007" }, ""],
    ["with a NUL in its id is closed", { clientId: "boat\u0000a" }, ""],
    ["with an encoded surrogate in its id is closed", { clientId: surrogate }, ""],
    ["with a non-character in its id is closed", { clientId: "boat\ufdd0" }, ""],
    ["without id and without clean session gets CONNACK 2", { clientId: "", flags: 0 }, "20020002"],
    ["with a persistent session gets CONNACK 5", { flags: 0 }, "20020005"],
    ["of a gateway nobody enrolled gets CONNACK 5", { clientId: "boat-z" }, "20020005"],
    [
      "with another site as user name gets CONNACK 5",
      { flags: 0x82, after: [text("s")] },
      "20020005",
    ],
    ["with a keepalive beyond the limit is refused", { keepalive: 600 }, "20020006"],
  ])("%s", async (_name, fields, answer) => {
    expect(await answerTo(connectFrame(fields))).toBe(answer);
  });

  const will = (flags: number, topic: string) =>
    connectFrame({ flags: 0x06 | flags, after: [text(topic), text("gone")] });
  it.each([
    ["of QoS 3 is closed", 0x18, `${prefix}/status`, ""],
    ["on a wildcard topic is closed", 0x08, `${prefix}/#`, ""],
    ["on an empty topic is closed", 0x08, "", ""],
    ["on another gateway's topic gets CONNACK 5", 0x08, "driftbox/v1/s/b/status", "20020005"],
    ["on events gets CONNACK 5", 0x08, `${prefix}/events`, "20020005"],
  ])("with a will %s", async (_name, flags, topic, answer) => {
    expect(await answerTo(will(flags, topic))).toBe(answer);
  });

  it("of 50 MB is closed on its announced length, with memory flat", async () => {
    const before = process.memoryUsage().rss;
    const client = await RawClient.open(rig.port);
    client.send(Buffer.from([0x10]), remainingLength(50_000_000));
    const chunk = Buffer.alloc(65_536);
    for (let sent = 0; sent < 800 && !client.isClosed; sent += 1) {
      client.socket.write(chunk);
      await client.waitFor((each) => each.isClosed || each.socket.writableLength === 0);
    }
    await client.closed();
    expect(client.socket.bytesWritten).toBeLessThan(25_000_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000);
  });

  it("just over the size before CONNACK is closed, though it would be legal after it", async () => {
    const long = "x".repeat(limits.mqttConnectMaxBytes);
    expect(await answerTo(connectFrame({ flags: 0x82, after: [text(long)] }))).toBe("");
  });
});

describe("after CONNACK", () => {
  const payload = new Uint8Array(limits.mqttFrameMaxBytes);
  it.each([
    ["PUBLISH with packet id 0", publishFrame({ topic: `${prefix}/state`, id: 0 })],
    ["PUBLISH with DUP and QoS 0", publishFrame({ topic: `${prefix}/state`, qos: 0, flags: 8 })],
    ["PUBLISH with QoS 3", publishFrame({ topic: `${prefix}/state`, qos: 3 })],
    ["PUBLISH over the frame size", publishFrame({ topic: `${prefix}/state`, payload })],
    ["PUBLISH with a NUL in its topic", publishFrame({ topic: `${prefix}/\u0000` })],
    ["PUBLISH with ill-formed UTF-8", publishFrame({ topic: Buffer.from([0x61, 0xff]) })],
    ["PUBLISH on a wildcard", publishFrame({ topic: `${prefix}/+` })],
    ["PUBLISH on an empty topic", publishFrame({ topic: "" })],
    ["SUBSCRIBE with packet id 0", subscribeFrame([`${prefix}/receipt`], 0)],
    ["SUBSCRIBE without a filter", frame(0x82, u16(7))],
    ["SUBSCRIBE to a#", subscribeFrame(["a#"])],
    ["SUBSCRIBE to a+/b", subscribeFrame(["a+/b"])],
    ["SUBSCRIBE to #/a", subscribeFrame(["#/a"])],
    ["SUBSCRIBE with a control character", subscribeFrame(["a\u0001"])],
    ["UNSUBSCRIBE without a filter", frame(0xa2, u16(7))],
    ["UNSUBSCRIBE with packet id 0", unsubscribeFrame(["a"], 0)],
    ["UNSUBSCRIBE from b/+a", unsubscribeFrame(["b/+a"])],
    ["PUBACK of length 3", frame(0x40, u16(1), Buffer.from([0]))],
    ["PUBACK of packet id 0", frame(0x40, u16(0))],
    ["PUBREL of length 3", frame(0x62, u16(1), Buffer.from([0]))],
    ["PINGREQ with a body", frame(0xc0, Buffer.from([1]))],
    ["DISCONNECT with a body", frame(0xe0, Buffer.from([1]))],
    ["a second CONNECT", connectFrame()],
  ])("%s closes the connection and is not answered", async (_name, bytes) => {
    const client = await loggedIn();
    client.send(bytes);
    await client.closed();
    expect(client.hex).toBe(accepted);
  });

  it("a legal character above U+FFFF passes the guard", async () => {
    const client = await loggedIn();
    client.send(subscribeFrame(["\u{2a6d4}"]), frame(0xc0));
    await client.answered(`${accepted}90030007`);
    expect(client.hex).toContain("9003000780");
    await client.waitFor((each) => each.hex.endsWith("d000"));
    client.end();
  });
});
