// The CU16 board against the frames of the reference, and the rules its hardware keeps.

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { cu16UnlockMaxMs } from "../../device-sim/devices/cu16.ts";
import { cu16Frame, scanOrders } from "../../device-sim/devices/cu16-frame.ts";
import { compartmentAt } from "../../device-sim/world/index.ts";
import { bytes, hex } from "./bytes.ts";
import { rig, type Rig } from "./rig.ts";

const status = "02 00 30 03 35";
const allClosed = "02 00 35 FF FF 00 00 03 38";

function ask(given: Rig, frame: string): string {
  given.boardLine.far.write(bytes(frame));
  given.scheduler.advance(30);
  return hex(given.heardFromBoard());
}

function coilPulses(given: Rig): number[] {
  return given.happenings.flatMap((one) => (one.kind === "CoilReleased" ? [one.onMs] : []));
}

it("answers the status frames of the reference", () => {
  const given = rig();
  expect(ask(given, status)).toBe(allClosed);
  expect(ask(given, "02 F0 32 03 27")).toBe(allClosed);
});

it("reports an open hook as 0 and an occupied beam as 1, lock 1 in bit 0", () => {
  const given = rig();
  given.boardLine.far.write(bytes("02 00 31 03 36"));
  given.scheduler.advance(2_000);
  const spot = { box: "box-a", compartment: 1 };
  given.stage.act({ kind: "putParcel", parcel: "3808980205", ...spot });
  given.stage.act({ kind: "shutDoor", ...spot });
  given.scheduler.advance(2_000);
  given.boardLine.far.write(bytes("02 02 31 03 38"));
  given.scheduler.advance(2_000);
  expect(ask(given, status)).toBe("02 00 35 FB FF 01 00 03 35");
});

it("unlocks one lock without an answer and owns the pulse", () => {
  const given = rig();
  expect(ask(given, "02 00 31 03 36")).toBe("");
  given.scheduler.advance(3_000);
  expect(coilPulses(given)).toEqual([500]);
  expect(compartmentAt(given.stage.world, { box: "box-a", compartment: 1 })?.doorDegrees).toBe(15);
});

it("sets and tells its unlock time in units of 10 ms", () => {
  const given = rig();
  expect(ask(given, "02 00 37 00 37 03 73")).toBe("");
  expect(given.board.unlockMs).toBe(550);
  expect(ask(given, hex(cu16Frame(0, 0x38, [])))).toBe(hex(cu16Frame(0, 0x38, [0x00, 0x37])));
  given.boardLine.far.write(bytes("02 00 31 03 36"));
  given.scheduler.advance(1_000);
  expect(coilPulses(given)).toEqual([550]);
});

it("never lets the host set a pulse its hardware would not allow", () => {
  const given = rig();
  ask(given, hex(cu16Frame(0, 0x37, [0xff, 0xff])));
  expect(given.board.unlockMs).toBe(cu16UnlockMaxMs);
});

it("ignores a frame whose sum is wrong, another board's frame, and unknown commands", () => {
  const given = rig();
  for (const frame of ["02 00 31 03 37", "02 22 31 03 58", "02 00 77 03 7C", "02 00 30 04 36"]) {
    expect(ask(given, frame)).toBe("");
  }
  given.scheduler.advance(1_000);
  expect(coilPulses(given)).toEqual([]);
  expect(ask(given, status)).toBe(allClosed);
});

it("is silent for its busy window after an unlock, then answers again", () => {
  const given = rig({ silentAfterUnlockMs: 400 });
  ask(given, "02 00 31 03 36");
  expect(ask(given, status)).toBe("");
  given.scheduler.advance(400);
  expect(ask(given, status)).toBe("02 00 35 FE FF 00 00 03 37");
});

it("does not hear what is sent to it while it speaks", () => {
  const given = rig();
  given.boardLine.far.write(bytes(`${status} ${status}`));
  given.scheduler.advance(8.5);
  given.boardLine.far.write(bytes(status));
  given.scheduler.advance(30);
  expect(given.board.refusedBytes).toBeGreaterThan(0);
});

it("opens all locks one after another, never two coils at once", () => {
  const given = rig();
  ask(given, "02 00 33 03 38");
  given.scheduler.advance(5_000);
  expect(coilPulses(given)).toEqual([500, 500, 500]);
  expect(given.stage.violations()).toEqual([]);
});

it("two unlocks at once are two coils of one group, which the monitor names", () => {
  const given = rig();
  given.boardLine.far.write(bytes("02 00 31 03 36 02 01 31 03 37"));
  given.scheduler.advance(1_000);
  expect(given.stage.violations().map((one) => one.monitor)).toEqual(["one-coil-per-group"]);
});

it("a power cut drops coil, pulse and settings, and leaves the board silent", () => {
  const given = rig();
  ask(given, "02 00 37 00 64 03 A0");
  given.boardLine.far.write(bytes("02 00 31 03 36"));
  given.scheduler.advance(100);
  given.stage.act({ kind: "powerBoard", board: "lock-a", isOn: false });
  expect(coilPulses(given).length).toBe(1);
  expect(coilPulses(given)[0]).toBeLessThan(200);
  expect(ask(given, status)).toBe("");
  given.stage.act({ kind: "powerBoard", board: "lock-a", isOn: true });
  expect(ask(given, status)).toBe("02 00 35 FE FF 00 00 03 37");
  expect(given.board.unlockMs).toBe(500);
});

it("finds an order behind any noise, split anywhere", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0x10, max: 0xff }), { maxLength: 40 }),
      fc.integer({ min: 0, max: 4 }),
      (noise, cut) => {
        const frame = [...bytes("02 05 31 03 3B")];
        const first = scanOrders([...noise, ...frame.slice(0, cut)]);
        const second = scanOrders([...first.rest, ...frame.slice(cut)]);
        expect(first.orders).toEqual([]);
        expect(second.orders).toEqual([{ board: 0, lock: 5, command: 0x31, data: [] }]);
      },
    ),
  );
});

it("a delayed unlock waits its seconds, and 0 makes it prompt again", () => {
  const given = rig();
  ask(given, hex(cu16Frame(0, 0x39, [2])));
  given.boardLine.far.write(bytes("02 00 31 03 36"));
  given.scheduler.advance(1_900);
  expect(given.happenings.map(({ kind }) => kind)).toEqual(["UnlockOrdered"]);
  given.scheduler.advance(1_000);
  expect(coilPulses(given)).toEqual([500]);
  ask(given, hex(cu16Frame(0, 0x39, [0])));
  given.boardLine.far.write(bytes("02 01 31 03 37"));
  given.scheduler.advance(600);
  expect(coilPulses(given)).toEqual([500, 500]);
});

it("once set to another rate it understands nobody who keeps the old one", () => {
  const given = rig();
  ask(given, hex(cu16Frame(0, 0x40, [0])));
  expect(given.boardLine.baudRate).toBe(9_600);
  expect(ask(given, status)).toBe("");
  given.boardLine.setBaudRate(19_200);
  expect(ask(given, status)).toBe(allClosed);
});
