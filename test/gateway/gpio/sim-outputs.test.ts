// Outputs of the simulated GPIO on a cable the test holds: what is said, when, and what is lost.

import { beforeEach, expect, test } from "vitest";
import type { DrivenLine } from "../../../gateway/adapters/gpio/driven-output.ts";
import { SimGpio } from "../../../gateway/adapters/gpio/sim-lines.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { MemorySocket } from "../drivers/memory-line.ts";
import { RecordingLog } from "../drivers/recording-log.ts";

let time: ManualTime;
let socket: MemorySocket;
let lock: DrivenLine;

function said(): string[] {
  const lines = Buffer.from(socket.received).toString("latin1").split("\n");
  return lines.slice(0, -1);
}

function say(text: string): void {
  socket.send(Buffer.from(text, "latin1"));
}

beforeEach(() => {
  time = new ManualTime();
  socket = new MemorySocket();
  const runtime = { timers: time, monoMs: time.monoMs, random: () => 0, log: new RecordingLog() };
  lock = new SimGpio({ ...runtime, id: "gpio", open: socket.open }).output({ name: "lock" });
});

async function connected(): Promise<void> {
  lock.start();
  await time.advance(0);
  say("lock 1\n");
  await time.advance(0);
}

test("an output found high is brought low by the first word", async () => {
  await connected();
  expect(lock.health.state).toBe("online");
  expect(said()).toEqual(["lock 0"]);
});

test("an order without a connection is lost, also when the connection is back", async () => {
  await connected();
  lock.set(true);
  socket.unplug();
  expect(lock.health.state).toBe("absent");
  expect(lock.drive(true)).toMatchObject({ outcome: "not-sent" });
  socket.plug();
  await time.advance(60_000);
  say("lock 0\n");
  await time.advance(0);
  expect(said()).toEqual(["lock 0", "lock 1", "lock 0"]);
});

test("an order the line could not take is not sent later", async () => {
  await connected();
  socket.refuseCount = 1;
  expect(lock.drive(true)).toMatchObject({ outcome: "not-sent" });
  await time.advance(60_000);
  expect(said()).toEqual(["lock 0"]);
});

test("stop waits until the server said that the output is low", async () => {
  await connected();
  lock.set(true);
  say("lock 1\n");
  const stopping = lock.stop();
  await time.advance(100);
  expect(said().at(-1)).toBe("lock 0");
  expect(lock.health.state).toBe("online");
  say("lock 0\n");
  await stopping;
  expect(lock.health.state).toBe("absent");
  expect(time.keys).toEqual([]);
});

test("stop takes back an order that the server has not answered", async () => {
  await connected();
  say("lock 0\n");
  lock.set(true);
  const stopping = lock.stop();
  await time.advance(300);
  await stopping;
  expect(said()).toEqual(["lock 0", "lock 1", "lock 0"]);
});

test("stop does not wait for a server that says nothing", async () => {
  await connected();
  lock.set(true);
  const stopping = lock.stop();
  await time.advance(300);
  await stopping;
  expect(time.keys).toEqual([]);
});

test("an output without a server from the start says that it is absent, and why", async () => {
  const reasons: string[] = [];
  lock.onHealth((health) => reasons.push("reason" in health ? health.reason : health.state));
  socket.unplug();
  lock.start();
  await time.advance(0);
  expect(reasons).toEqual(["nothing is plugged in"]);
});
