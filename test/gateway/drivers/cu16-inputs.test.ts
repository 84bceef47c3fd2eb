// Hook switches and infrared inputs of a CU16 as the driver reports them.
import { beforeEach, describe, expect, test } from "vitest";
import { cu16Board } from "../../../gateway/adapters/boards/cu16-board.ts";
import { Cu16Rig } from "./cu16-rig.ts";
import { bytesOf } from "./hex.ts";

let rig: Cu16Rig;

beforeEach(() => {
  rig = new Cu16Rig();
});

describe("the inputs of a board", () => {
  test("are reported once per channel after the board came online", async () => {
    rig.far.levels = [0xfb, 0xff, 0x01, 0x00];
    rig.board.start();
    await rig.time.advance(1_000);
    expect(rig.inputs).toHaveLength(16);
    expect(rig.inputs.slice(0, 4)).toEqual([
      "0 true true",
      "1 true false",
      "2 false false",
      "3 true false",
    ]);
  });

  test("are reported on change, when two polls agree", async () => {
    await rig.startOnline();
    rig.far.levels = [0xff, 0x7f, 0x00, 0x80];
    await rig.time.advance(200);
    expect(rig.inputs).toEqual([]);
    await rig.time.advance(200);
    expect(rig.inputs).toEqual(["15 false true"]);
    await rig.time.advance(2_000);
    expect(rig.inputs).toHaveLength(1);
  });

  test("that show a level in one poll only are not reported", async () => {
    await rig.startOnline();
    rig.far.levels = [0xfe, 0xff, 0x00, 0x00];
    await rig.time.advance(200);
    rig.far.levels = [0xff, 0xff, 0x00, 0x00];
    await rig.time.advance(2_000);
    expect(rig.inputs).toEqual([]);
  });

  test("stay known over two unanswered polls", async () => {
    await rig.startOnline();
    for (let turn = 0; turn < 3; turn += 1) {
      rig.far.muteCount = 2;
      await rig.time.advance(5_000);
    }
    expect(rig.inputs).toEqual([]);
    expect(rig.health.at(-1)).toBe("online");
  });

  test("become unknown after three unanswered polls, and known again when it answers", async () => {
    await rig.startOnline();
    rig.far.muteCount = 3;
    await rig.time.advance(1_000);
    expect(rig.inputs).toHaveLength(16);
    expect(rig.inputs[7]).toBe("7 undefined undefined");
    expect(rig.health.at(-1)).not.toBe("online");
    await rig.time.advance(5_000);
    expect(rig.inputs).toHaveLength(32);
    expect(rig.inputs[23]).toBe("7 true false");
    expect(rig.health.at(-1)).toBe("online");
  });

  test("become unknown when the cable is pulled and are reported again after replug", async () => {
    await rig.startOnline();
    rig.socket.unplug();
    await rig.time.advance(0);
    expect(rig.inputs).toHaveLength(16);
    expect(rig.inputs[0]).toBe("0 undefined undefined");
    rig.far.levels = [0xfe, 0xff, 0, 0];
    rig.socket.plug();
    await rig.time.advance(5_000);
    expect(rig.inputs).toHaveLength(32);
    expect(rig.inputs[16]).toBe("0 false false");
  });

  test("of a board that was never there are reported as unknown", async () => {
    rig.socket.unplug();
    rig.board.start();
    await rig.time.advance(5_000);
    expect(rig.inputs).toHaveLength(16);
    expect(new Set(rig.inputs.map((line) => line.split(" ").slice(1).join(" ")))).toEqual(
      new Set(["undefined undefined"]),
    );
    expect(new Set(rig.health)).toEqual(new Set(["opening", "absent"]));
  });

  test("are not taken from a status with a wrong sum or of another board", async () => {
    await rig.startOnline();
    rig.far.muteCount = Infinity;
    for (let turn = 0; turn < 2; turn += 1) {
      await rig.time.advance(200);
      rig.socket.send(bytesOf("02 00 35 00 00 FF FF 03 00"));
      rig.socket.send(bytesOf("02 10 35 00 00 FF FF 03 48"));
      await rig.time.advance(0);
    }
    expect(rig.inputs).toEqual([]);
    expect(rig.bus.badFrameCount).toBe(2);
  });
});

describe("a line with two boards", () => {
  test("has one request on it at a time, and one silent board does not take the other down", async () => {
    const other = cu16Board({
      id: "lock-b",
      bus: rig.bus,
      monoMs: rig.time.monoMs,
      address: 2,
    });
    const health: string[] = [];
    other.onHealth((now) => health.push(now.state));
    rig.board.start();
    other.start();
    await rig.time.advance(10_000);
    expect(rig.health.at(-1)).toBe("online");
    expect(health.at(-1)).toBe("backing-off");
    expect(rig.socket.openCount).toBe(1);
    expect(rig.far.requests).toContain("02 20 30 03 55");
    const order = { channel: 2, pulseMs: 700, deadlineMonoMs: rig.time.monoMs() + 1_000 };
    const outcome = other.pulse(order);
    await rig.time.advance(1_000);
    await expect(outcome).resolves.toMatchObject({ outcome: "not-sent" });
    const words = rig.far.requests.filter((request) => request.startsWith("02 2"));
    expect(new Set(words)).toEqual(new Set(["02 20 37 00 32 03 8E", "02 20 30 03 55"]));
    await other.stop();
    await rig.time.advance(1_000);
    expect(rig.health.at(-1)).toBe("online");
    await rig.board.stop();
    expect(rig.time.keys).toEqual([]);
  });
});
