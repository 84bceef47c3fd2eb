// The uplink contract on the server in memory and on mqtt.js against a real MQTT server.

import { createServer } from "node:net";
import { Fault, formatTopic, parseTopic } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { MqttUplink } from "../../../gateway/adapters/mqtt/mqtt-uplink.ts";
import { serverAddressOf } from "../../../gateway/adapters/mqtt/server-address.ts";
import { startAedes, type AedesServer } from "./aedes-server.ts";
import { identity, MemoryLog } from "./fixtures.ts";
import { MemoryServer } from "./memory-uplink.ts";
import { uplinkContract, type UplinkSubject } from "./uplink-contract.ts";

const noTls = { ca: undefined, cert: undefined, key: undefined };
const { site, gateway } = identity;

function mqttUplink(port: number, log = new MemoryLog(), keepaliveS = 30): MqttUplink {
  return new MqttUplink({
    server: serverAddressOf(`mqtt://127.0.0.1:${port}`, () => noTls),
    site,
    gateway,
    keepaliveS,
    connectTimeoutMs: 2_000,
    log,
  });
}

const turns = new WeakMap<AedesServer, Promise<void>>();

/** One after the other: aedes drops a retained message that a later one overtakes. */
function publishAs(server: AedesServer, topic: string, payload: Buffer, retain: boolean): void {
  const packet = { cmd: "publish", dup: false, qos: 1, topic, payload, retain } as const;
  const before = turns.get(server) ?? Promise.resolve();
  const publish = () => new Promise<void>((done) => server.aedes.publish(packet, () => done()));
  turns.set(server, before.then(publish));
}

async function mqttSubject(): Promise<UplinkSubject> {
  const server = await startAedes();
  const seen: string[] = [];
  server.aedes.on("publish", (packet) => {
    const topic = parseTopic(packet.topic);
    if (topic.ok && topic.value.word !== "receipt" && topic.value.word !== "commands") {
      seen.push(`${topic.value.word} ${String(packet.payload)}`);
    }
  });
  return {
    uplink: mqttUplink(server.port),
    send: (word, body) => {
      publishAs(
        server,
        formatTopic({ site, gateway, word }),
        Buffer.from(body),
        word === "receipt",
      );
    },
    seen: () => seen,
    cut: () => server.cut(),
    close: () => server.close(),
  };
}

function memorySubject(): Promise<UplinkSubject> {
  const server = new MemoryServer();
  return Promise.resolve({
    uplink: server.uplink(),
    send: (word, body) => server.send(word, body),
    seen: () => server.published.map(({ word, body }) => `${word} ${Buffer.from(body).toString()}`),
    cut: () => server.cut(),
    close: () => Promise.resolve(),
  });
}

describe("the uplink in memory", () => uplinkContract(memorySubject));
describe("the uplink over MQTT", () => uplinkContract(mqttSubject));

/** Accepts CONNECT and one SUBSCRIBE to five topics, and says nothing more. */
async function startSilentServer(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      socket.write(Uint8Array.of(0x20, 2, 0, 0));
      socket.once("data", (subscribe) => {
        const idAt = subscribe.length < 130 ? 2 : 3;
        const [high = 0, low = 0] = subscribe.subarray(idAt);
        socket.write(Uint8Array.of(0x90, 7, high, low, 1, 1, 1, 1, 1));
        socket.resume();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { port, close: () => void server.close() };
}

const silent = { onMessage: () => undefined, onClosed: () => undefined };

describe("the uplink over MQTT, besides its contract", () => {
  it("names a server that is not there", async () => {
    const server = await startAedes();
    await server.close();
    const opened = mqttUplink(server.port).open(silent, Buffer.from("will"));
    await expect(opened).rejects.toMatchObject({ code: "mqtt/refused" });
  });

  it("is refused when a subscription is denied", async () => {
    const server = await startAedes();
    server.aedes.authorizeSubscribe = (_client, _subscription, done) => done(null, null);
    const opened = mqttUplink(server.port).open(silent, Buffer.from("will"));
    await expect(opened).rejects.toMatchObject({ code: "mqtt/refused" });
    await server.close();
  });

  it("subscribes to its own five topics and introduces itself by gateway and site", async () => {
    const server = await startAedes();
    const topics: string[] = [];
    const names: unknown[] = [];
    server.aedes.authorizeSubscribe = (_client, subscription, done) => {
      topics.push(subscription.topic);
      done(null, subscription);
    };
    server.aedes.authenticate = (client, username, _password, done) => {
      names.push(client?.id, username);
      done(null, true);
    };
    const session = await mqttUplink(server.port).open(silent, Buffer.from("will"));
    const words = ["receipt", "policy", "grants", "manifests", "commands"];
    expect(topics).toEqual(words.map((word) => `driftbox/v1/ferry-12/ferry-12-a/${word}`));
    expect(names).toEqual(["ferry-12-a", "ferry-12"]);
    await session.close();
    await server.close();
  });

  it("gives up a server that fell silent, and every message it did not answer", async () => {
    const server = await startSilentServer();
    const closed: string[] = [];
    const listener = { ...silent, onClosed: (reason: string) => void closed.push(reason) };
    const uplink = mqttUplink(server.port, new MemoryLog(), 1);
    const session = await uplink.open(listener, Buffer.from("will"));
    const bodies = Array.from({ length: 3 }, () => session.publish("events", Buffer.from("batch")));
    const ends = await Promise.allSettled(bodies);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(closed).toHaveLength(1);
    server.close();
  });

  it("drops an oversized message and goes on", async () => {
    const server = await startAedes();
    const log = new MemoryLog();
    const heard: number[] = [];
    const listener = {
      ...silent,
      onMessage: (_: string, body: Uint8Array) => void heard.push(body.length),
    };
    const session = await mqttUplink(server.port, log).open(listener, Buffer.from("will"));
    const topic = formatTopic({ site, gateway, word: "receipt" });
    publishAs(server, topic, Buffer.alloc(100_000), false);
    publishAs(server, topic, Buffer.alloc(10), false);
    for (let tries = 0; tries < 300 && heard.length === 0; tries += 1) {
      await new Promise((done) => setTimeout(done, 10));
    }
    expect(heard).toEqual([10]);
    expect(log.lines.map(({ message }) => message)).toEqual(["oversized message ignored"]);
    await session.close();
    await server.close();
  });
});

describe("an uplink with TLS", () => {
  it("reads its files for each connection, and a missing one ends only that attempt", async () => {
    let attempts = 0;
    const options = { keepaliveS: 30, connectTimeoutMs: 2_000, log: new MemoryLog() };
    const uplink = new MqttUplink({
      server: serverAddressOf("mqtts://127.0.0.1:1", () => {
        attempts += 1;
        throw new Fault("mqtt/refused", "ca.pem cannot be read");
      }),
      site,
      gateway,
      ...options,
    });
    const listener = { onMessage: () => undefined, onClosed: () => undefined };
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await expect(uplink.open(listener, new Uint8Array(1))).rejects.toThrow(/ca\.pem/);
      expect(attempts).toBe(attempt);
    }
  });
});
