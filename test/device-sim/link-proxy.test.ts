// The link between gateway and center: cut, slowed, restored, and always in order.

import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { LinkProxy } from "../../device-sim/run/link-proxy.ts";
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

it("carries bytes both ways", async () => {
  const { socket, said } = dial();
  socket.write("hello");
  await until(() => said() === "hello");
  expect(heard).toBe("hello");
});

it("a cut ends every connection and lets no new one through until it is restored", async () => {
  const first = dial();
  first.socket.write("a");
  await until(() => first.said() === "a");
  link.cut();
  await until(first.isOver);
  const second = dial();
  second.socket.write("b");
  await until(second.isOver);
  expect(heard).toBe("a");
  link.restore();
  const third = dial();
  third.socket.write("c");
  await until(() => third.said() === "c");
  expect(heard).toBe("ac");
});

it("a slow link is late and keeps the order", async () => {
  link.slow(60);
  const { socket, said } = dial();
  const startMs = performance.now();
  const words = Array.from({ length: 20 }, (_, at) => `${at},`);
  for (const word of words) socket.write(word);
  await until(() => said() === words.join(""));
  expect(performance.now() - startMs).toBeGreaterThanOrEqual(110);
});
