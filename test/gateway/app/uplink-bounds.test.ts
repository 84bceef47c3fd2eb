// The uplink against a server that misbehaves: oversized frames, silence at each step.

import { createServer, type AddressInfo, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { MqttUplink } from "../../../gateway/adapters/mqtt/mqtt-uplink.ts";
import { serverAddressOf } from "../../../gateway/adapters/mqtt/server-address.ts";
import { identity, MemoryLog } from "./fixtures.ts";

const noTls = { ca: undefined, cert: undefined, key: undefined };
const { site, gateway } = identity;
const silent = { onMessage: () => undefined, onClosed: () => undefined };
const will = Buffer.from("will");
const connack = Buffer.from([0x20, 2, 0, 0]);
/** For the first message identifier and five topics. */
const suback = Buffer.from([0x90, 7, 0, 1, 1, 1, 1, 1, 1]);
/** A PUBLISH with the greatest length there is. */
const oversized = Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]);

function uplinkTo(port: number): MqttUplink {
  return new MqttUplink({
    server: serverAddressOf(`mqtt://127.0.0.1:${port}`, () => noTls),
    site,
    gateway,
    keepaliveS: 30,
    connectTimeoutMs: 1_000,
    log: new MemoryLog(),
  });
}

interface DeafServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Answers the first messages of a client with these bytes, one after the other, then nothing. */
async function deafServer(answers: readonly Buffer[]): Promise<DeafServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const left = [...answers];
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("data", () => {
      const answer = left.shift();
      if (answer !== undefined) socket.write(answer);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  };
  return { port: (server.address() as AddressInfo).port, close };
}

describe("the uplink over MQTT", () => {
  it("ends a connection on which a frame is announced that it would never take", async () => {
    const server = await deafServer([Buffer.concat([connack, oversized])]);
    const opened = uplinkTo(server.port).open(silent, will);
    await expect(opened).rejects.toThrow("the server announced a frame of 268435455 bytes");
    await server.close();
  });

  it("gives up a server that never answers the subscription", async () => {
    const server = await deafServer([connack]);
    const opened = uplinkTo(server.port).open(silent, will);
    await expect(opened).rejects.toThrow("did not answer the subscription within 1000 ms");
    await server.close();
  });

  it("closes a connection whose other end acknowledges nothing any more", async () => {
    const server = await deafServer([connack, suback]);
    const session = await uplinkTo(server.port).open(silent, will);
    const published = session.publish("status", Buffer.from("sleeping"));
    const lost = expect(published).rejects.toMatchObject({ code: "mqtt/lost" });
    await session.close();
    await lost;
    await server.close();
  });
});
