// The 8A/80 board against the frames of the reference, in both polarities and several sizes.

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { scanXorOrders, xorFrame } from "../../device-sim/devices/xor-frame.ts";
import { compartmentAt } from "../../device-sim/world/index.ts";
import { bytes, hex } from "./bytes.ts";
import { xorRig } from "./board-rig.ts";

const spot = { box: "box-a", compartment: 1 };

it("unlocks one channel by its own pulse and answers with the lock that has opened", () => {
  const given = xorRig();
  expect(given.ask("8A 01 01 11 9B")).toBe("8A 01 01 00 8A");
  given.scheduler.advance(2_000);
  expect(given.pulses()).toEqual([500]);
});

it("answers a query with 11 for a shut lock and 00 for an open one", () => {
  const given = xorRig();
  expect(given.ask("80 01 01 33 B3")).toBe("80 01 01 11 91");
  given.ask("8A 01 01 11 9B", 1_000);
  expect(given.ask("80 01 01 33 B3")).toBe("80 01 01 00 80");
});

it("with the other polarity everything reads the other way round", () => {
  const given = xorRig({ feedbackPolarity: "closed-is-00" });
  expect(given.ask("80 01 01 33 B3")).toBe("80 01 01 00 80");
  expect(given.ask("8A 01 01 11 9B")).toBe("8A 01 01 11 9B");
  expect(given.ask("80 01 00 33 B2")).toBe(hex(xorFrame(0x80, 1, 0b1111_1001, 0, 0, 0x33)));
});

it("answers the query of all with three bytes at least, and as many as it has channels", () => {
  expect(xorRig().ask("80 01 00 33 B2")).toBe(hex(xorFrame(0x80, 1, 0b111, 0, 0, 0x33)));
  const last = xorRig({ firstChannelIn: "last-byte" });
  expect(last.ask("80 01 00 33 B2")).toBe(hex(xorFrame(0x80, 1, 0, 0, 0b111, 0x33)));
  expect(xorRig({ wiring: new Map() }).ask("80 01 00 33 B2")).toBe("80 01 00 00 00 33 B2");
  const large = xorRig({ channelCount: 50 }).ask("80 01 00 33 B2");
  expect(large).toBe(hex(xorFrame(0x80, 1, 0b111, 0, 0, 0, 0, 0, 0, 0x33)));
});

it("opens all locks one after another, never two coils at once", () => {
  const given = xorRig();
  expect(given.ask("8A 01 00 11 9A", 5_000)).toBe("8A 01 00 11 9A");
  expect(given.pulses()).toEqual([500, 500, 500]);
  expect(given.stage.violations()).toEqual([]);
});

it("a hold order really holds: the coil burns, the monitor names it, and only hold-off ends it", () => {
  const given = xorRig();
  expect(given.ask("9A 01 01 11 8B")).toBe("9A 01 01 11 8B");
  given.scheduler.advance(10_000);
  expect(given.happenings.map(({ kind }) => kind)).toContain("CoilBurnt");
  expect(given.stage.violations().map((one) => one.monitor)).toContain("coil-on-time");
  expect(compartmentAt(given.stage.world, spot)?.coil).toMatchObject({ isEnergized: true });
  given.ask(hex(xorFrame(0x9b, 1, 1, 0x11)));
  expect(compartmentAt(given.stage.world, spot)?.coil.isEnergized).toBe(false);
});

it("with custom firmware it reports a lock that opens and one that shuts", () => {
  const quiet = xorRig();
  expect(quiet.ask("8A 01 01 11 9B", 1_000)).toBe("8A 01 01 00 8A");
  const given = xorRig({ reportsChanges: true });
  const opened = given.ask("8A 01 01 11 9B", 1_000);
  expect(opened).toBe(`${hex(xorFrame(0x82, 1, 1, 0))} 8A 01 01 00 8A`);
  given.stage.act({ kind: "shutDoor", ...spot });
  expect(given.ask("00", 1_000)).toBe(hex(xorFrame(0x82, 1, 1, 0x11)));
});

it("is silent for another board, a channel it has not, a wrong check and without power", () => {
  const given = xorRig();
  for (const frame of ["8A 02 01 11 98", "8A 01 09 11 93", "8A 01 01 11 9C", "80 01 01 11 91"]) {
    expect(given.ask(frame), frame).toBe("");
  }
  given.stage.act({ kind: "powerBoard", board: "lock-a", isOn: false });
  expect(given.ask("80 01 01 33 B3")).toBe("");
  given.scheduler.advance(1_000);
  expect(given.pulses()).toEqual([]);
});

it("finds an order behind noise, split anywhere", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 0x7f }), { maxLength: 40 }),
      fc.integer({ min: 0, max: 4 }),
      (noise, cut) => {
        const frame = [...bytes("8A 01 01 11 9B")];
        const first = scanXorOrders([...noise, ...frame.slice(0, cut)]);
        const second = scanXorOrders([...first.rest, ...frame.slice(cut)]);
        expect([...first.orders, ...second.orders]).toEqual([
          { header: 0x8a, board: 1, channel: 1 },
        ]);
        expect(first.rest.length).toBeLessThan(5);
      },
    ),
  );
});
