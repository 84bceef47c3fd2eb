// The link between gateway and center: cut, slowed, restored, and always in order.

import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { LinkProxy } from "../../device-sim/run/link-proxy.ts";
import { publishPacket } from "../../device-sim/run/mqtt-packets.ts";
import { until } from "./until.ts";

let center: Server;
let link: LinkProxy;
let heard: string;
const clients: Socket[] = [];

beforeEach(async () => {
  heard = "";
  center = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      heard += bytes.toString("latin1");
      socket.write(bytes);
    });
  });
  center.listen(0, "127.0.0.1");
  await once(center, "listening");
  const address = center.address();
  const targetPort = typeof address === "object" && address !== null ? address.port : 0;
  link = await LinkProxy.open({ host: "127.0.0.1", targetPort });
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await link.close();
  await new Promise((resolve) => center.close(resolve));
});

function dial(): { socket: Socket; said: () => string; isOver: () => boolean } {
  const socket = connect(Number(new URL(link.url).port), "127.0.0.1");
  clients.push(socket);
  let said = "";
  socket.on("data", (bytes) => (said += bytes.toString("latin1")));
  socket.on("error", () => undefined);
  return { socket, said: () => said, isOver: () => socket.destroyed || socket.readableEnded };
}

/** A packet that the proxy does not look into, as latin1 text. */
function packet(text: string): string {
  return String.fromCharCode(0xd0, text.length) + text;
}

function send(socket: Socket, text: string): void {
  socket.write(packet(text), "latin1");
}

it("carries packets both ways", async () => {
  const { socket, said } = dial();
  send(socket, "hello");
  await until(() => said() === packet("hello"));
  expect(heard).toBe(packet("hello"));
});

it("notes the newest command that went down, and says it again between two packets", async () => {
  const { socket, said } = dial();
  const topic = "driftbox/v1/pier-3/pier-3-a/commands";
  const command = Buffer.from(publishPacket(topic, Buffer.from("open 1")));
  // The center of this test answers with what it hears.
  socket.write(command);
  await until(() => said() === command.toString("latin1"));
  expect(Buffer.from(link.command ?? []).toString()).toBe("open 1");
  socket.write(packet("hello").slice(0, 3), "latin1");
  expect(link.say(topic, Buffer.from("open 1"))).toBe(true);
  socket.write(packet("hello").slice(3), "latin1");
  const twice = command.toString("latin1").repeat(2);
  await until(() => said() === twice + packet("hello"));
});

it("a cut ends every connection and lets no new one through until it is restored", async () => {
  const first = dial();
  send(first.socket, "a");
  await until(() => first.said() === packet("a"));
  link.cut();
  await until(first.isOver);
  const second = dial();
  send(second.socket, "b");
  await until(second.isOver);
  expect(heard).toBe(packet("a"));
  link.restore();
  const third = dial();
  send(third.socket, "c");
  await until(() => third.said() === packet("c"));
  expect(heard).toBe(packet("a") + packet("c"));
});

it("a slow link is late and keeps the order", async () => {
  link.slow(60);
  const { socket, said } = dial();
  const startMs = performance.now();
  const words = Array.from({ length: 20 }, (_, at) => `${at},`);
  for (const word of words) send(socket, word);
  await until(() => said() === words.map(packet).join(""));
  expect(performance.now() - startMs).toBeGreaterThanOrEqual(110);
});
