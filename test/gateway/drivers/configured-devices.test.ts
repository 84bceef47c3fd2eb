// Devices made from a configuration: boards that share a port, and what is refused.
import { describe, expect, test } from "vitest";
import { lockBoards, type BoardChoice } from "../../../gateway/adapters/boards/lock-boards.ts";
import { badgeReader } from "../../../gateway/adapters/readers/badge-readers.ts";
import { Cu16FarEnd } from "./cu16-far-end.ts";
import { bytesOf } from "./hex.ts";
import { Pty } from "./pty.ts";
import { RecordingLog } from "./recording-log.ts";
import { SystemTime } from "./system-time.ts";
import { until } from "./until.ts";

function runtime() {
  const time = new SystemTime();
  return { timers: time, monoMs: time.monoMs, random: Math.random, log: new RecordingLog() };
}

const choice: BoardChoice = {
  id: "lock-a",
  driver: "cu16",
  port: "tcp://127.0.0.1:4001",
  address: 0,
  baud: undefined,
};

describe("configured lock boards", () => {
  test("on one port share its line: the port is opened once, and each is spoken to", async () => {
    const pty = new Pty();
    const far = new Cu16FarEnd((bytes) => pty.send(bytes));
    pty.onWrite = (bytes) => far.hear(bytes);
    const shared = { ...choice, port: pty.path };
    const boards = lockBoards([shared, { ...shared, id: "lock-b", address: 3 }], runtime());
    let isOnline = false;
    boards[0]?.onHealth((health) => (isOnline = health.state === "online"));
    for (const board of boards) board.start();
    await until("online", () => isOnline);
    await until("a word to board 3", () => far.requests.includes("02 30 30 03 65"));
    for (const board of boards) await board.stop();
    pty.unplug();
  });

  test.each([
    ["one address twice", { id: "lock-b" }],
    ["two speeds", { id: "lock-b", address: 1, baud: 9_600 }],
    ["a port that is none", { id: "lock-b", address: 1, port: "COM3" }],
  ])("with %s are refused", (_name, change) => {
    const boards = [choice, { ...choice, ...change }];
    expect(() => lockBoards(boards, runtime())).toThrow(
      expect.objectContaining({ code: "config/value" }),
    );
  });
});

test("a configured reader reads", async () => {
  const pty = new Pty();
  const reader = badgeReader(
    { id: "lock-a", driver: "em4100", port: pty.path, baud: undefined },
    runtime(),
  );
  const reads: string[] = [];
  let isOnline = false;
  reader.onRead((number) => reads.push(number));
  reader.onHealth((health) => (isOnline = health.state === "online"));
  reader.start();
  await until("online", () => isOnline);
  pty.send(bytesOf("02 36 32 45 33 30 38 36 43 45 44 30 38 03"));
  await until("a read", () => reads.length > 0);
  expect(reads).toEqual(["62E3086CED"]);
  await reader.stop();
  pty.unplug();
});
