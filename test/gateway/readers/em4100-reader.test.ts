// One presence of a transponder at an EM4100 reader is one read,
// and its number stays out of the log.
import { beforeEach, describe, expect, test } from "vitest";
import { Em4100Reader } from "../../../gateway/adapters/readers/em4100-reader.ts";
import type { DeviceHealth } from "../../../gateway/ports/devices.ts";
import { bytesOf } from "../drivers/hex.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { MemorySocket } from "../drivers/memory-line.ts";
import { RecordingLog } from "../drivers/recording-log.ts";

const badge = bytesOf("02 36 32 45 33 30 38 36 43 45 44 30 38 03");
const badgeNumber = "62E3086CED";
// 7A00000001, XOR 7B.
const tag = bytesOf("02 37 41 30 30 30 30 30 30 30 31 37 42 0D 0A 03");
const tagNumber = "7A00000001";

let time: ManualTime;
let socket: MemorySocket;
let log: RecordingLog;
let reader: Em4100Reader;
let reads: string[];
let health: DeviceHealth["state"][];

beforeEach(async () => {
  time = new ManualTime();
  socket = new MemorySocket();
  log = new RecordingLog();
  reads = [];
  health = [];
  reader = new Em4100Reader({
    id: "reader-a",
    open: socket.open,
    timers: time,
    monoMs: time.monoMs,
    random: () => 0,
    log,
  });
  reader.onRead(({ number }) => reads.push(number));
  reader.onHealth((now) => health.push(now.state));
  reader.start();
  await time.advance(0);
});

describe("an EM4100 reader", () => {
  test("reports a held transponder once, however often it is repeated", async () => {
    for (let repeat = 0; repeat < 20; repeat += 1) {
      socket.send(badge);
      await time.advance(100);
    }
    expect(reads).toEqual([badgeNumber]);
  });

  test("reports a transponder again after it was away for 300 ms", async () => {
    socket.send(badge);
    await time.advance(299);
    socket.send(badge);
    await time.advance(299);
    expect(reads).toEqual([badgeNumber]);
    await time.advance(1);
    socket.send(badge);
    expect(reads).toEqual([badgeNumber, badgeNumber]);
  });

  test("tells two transponders in one field apart", async () => {
    for (let repeat = 0; repeat < 5; repeat += 1) {
      socket.send(badge);
      socket.send(tag);
      await time.advance(120);
    }
    expect(reads).toEqual([badgeNumber, tagNumber]);
  });

  test("stays bounded when very many transponders pass", async () => {
    for (let id = 0; id < 40; id += 1) {
      const digits = id.toString(16).padStart(2, "0").toUpperCase();
      socket.send([2, ...Buffer.from(`00000000${digits}${digits}`), 3]);
    }
    expect(reads).toHaveLength(40);
    expect(time.keys.length).toBeLessThanOrEqual(4);
    await time.advance(300);
    expect(time.keys).toEqual([]);
    socket.send([2, ...Buffer.from("000000000000"), 3]);
    expect(reads).toHaveLength(41);
  });

  test("never sends a byte, and is online as soon as its port is open", () => {
    expect(socket.received).toEqual([]);
    expect(health).toEqual(["opening", "probing", "online"]);
  });

  test("reads on after unplug and replug, without the half frame from before", async () => {
    socket.send(badge.subarray(0, 9));
    socket.unplug();
    await time.advance(500);
    expect(health.slice(3)).toEqual(["backing-off", "opening", "absent"]);
    socket.plug();
    await time.advance(1_000);
    expect(health.at(-1)).toBe("online");
    socket.send(badge.subarray(9));
    expect(reads).toEqual([]);
    socket.send(badge);
    expect(reads).toEqual([badgeNumber]);
  });

  test("keeps numbers out of the log and out of timer names", async () => {
    socket.send(badge);
    const names = time.keys.join(" ");
    socket.unplug();
    await time.advance(60_000);
    const text = `${names} ${log.lines.join(" ")}`.toUpperCase();
    expect(log.lines.length).toBeGreaterThan(3);
    expect(text).not.toContain(badgeNumber);
    expect(text).not.toContain("3808980205");
  });

  test("is silent after stop", async () => {
    socket.send(badge);
    await reader.stop();
    expect(time.keys).toEqual([]);
    socket.send(tag);
    await time.advance(60_000);
    expect(reads).toEqual([badgeNumber]);
    expect(time.keys).toEqual([]);
    expect(socket.openCount).toBe(1);
  });
});
