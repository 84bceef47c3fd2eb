// The Modbus relay against the frames of the reference, and the rules its hardware keeps.

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { modbusCrc, modbusFrame, modbusRequest } from "../../device-sim/devices/modbus-frame.ts";
import { compartmentAt } from "../../device-sim/world/index.ts";
import { hex } from "./bytes.ts";
import { modbusRig } from "./board-rig.ts";

const spot = { box: "box-a", compartment: 1 };
const readCoils = "01 01 00 00 00 08 3D CC";
const readInputs = "01 02 00 00 00 08 79 CC";

function frame(address: number, ...pdu: readonly number[]): string {
  return hex(modbusFrame(address, pdu));
}

it("computes the CRC of every frame of the reference", () => {
  const frames = [
    "01 05 00 00 FF 00 8C 3A",
    "01 05 00 00 00 00 CD CA",
    "01 05 00 FF 00 00 FD FA",
    "01 05 02 00 00 07 8D B0",
    "01 05 02 02 00 05 AD B1",
    readCoils,
    readInputs,
  ];
  for (const one of frames) {
    const all = one.split(" ").map((pair) => parseInt(pair, 16));
    expect(modbusRequest(all), one).toBeDefined();
    expect(modbusCrc(all), one).toBe(0);
  }
});

it("flashes a relay for a time it keeps by itself, and echoes the order", () => {
  const given = modbusRig();
  expect(given.ask("01 05 02 00 00 07 8D B0")).toBe("01 05 02 00 00 07 8D B0");
  expect(given.ask(readCoils)).toBe(frame(1, 0x01, 1, 0b001));
  given.scheduler.advance(2_000);
  expect(given.pulses()).toEqual([700]);
  expect(given.ask(readCoils)).toBe(frame(1, 0x01, 1, 0));
  expect(given.ask("01 05 02 02 00 05 AD B1", 1_000)).toBe("01 05 02 02 00 05 AD B1");
  expect(given.pulses()).toEqual([700, 500]);
});

it("a relay switched on stays on until it is switched off: the monitor names the coil", () => {
  const given = modbusRig();
  given.ask("01 05 00 00 FF 00 8C 3A", 4_000);
  expect(given.stage.violations().map((one) => one.monitor)).toEqual(["coil-on-time"]);
  expect(given.ask("01 05 00 FF 00 00 FD FA")).toBe("01 05 00 FF 00 00 FD FA");
  expect(given.pulses().length).toBe(1);
  expect(compartmentAt(given.stage.world, spot)?.coil.isEnergized).toBe(false);
});

it("its inputs are the door contacts, 1 = closed, and unwired ones read 0", () => {
  const given = modbusRig();
  expect(given.ask(readInputs)).toBe(frame(1, 0x02, 1, 0b111));
  given.stage.act({ kind: "forceDoor", box: "box-a", compartment: 2 });
  given.scheduler.advance(1_000);
  expect(given.ask(readInputs)).toBe(frame(1, 0x02, 1, 0b101));
});

it("writes many coils at once, and reads a part of them", () => {
  const given = modbusRig();
  expect(given.ask(frame(1, 0x0f, 0, 1, 0, 2, 1, 0b01))).toBe(frame(1, 0x0f, 0, 1, 0, 2));
  expect(given.ask(frame(1, 0x01, 0, 1, 0, 2))).toBe(frame(1, 0x01, 1, 0b01));
  given.ask(frame(1, 0x05, 0, 1, 0x55, 0x00));
  expect(given.ask(frame(1, 0x01, 0, 0, 0, 3))).toBe(frame(1, 0x01, 1, 0));
});

it("tells and takes the linkage of its inputs, and a linked relay follows its input", () => {
  const given = modbusRig({ linkage: 1, wiring: new Map([[0, spot]]) });
  expect(compartmentAt(given.stage.world, spot)?.coil.isEnergized).toBe(true);
  expect(given.ask(frame(1, 0x03, 0x10, 0x00, 0, 2))).toBe(frame(1, 0x03, 4, 0, 1, 0, 1));
  const zeros = Array.from({ length: 16 }, () => 0);
  const write = frame(1, 0x10, 0x10, 0x00, 0, 8, 16, ...zeros);
  expect(given.ask(write)).toBe(frame(1, 0x10, 0x10, 0x00, 0, 8));
  expect(given.ask(frame(1, 0x06, 0x10, 0x07, 0, 0))).toBe(frame(1, 0x06, 0x10, 0x07, 0, 0));
  given.ask("01 05 00 FF 00 00 FD FA");
  given.scheduler.advance(5_000);
  expect(compartmentAt(given.stage.world, spot)?.coil.isEnergized).toBe(false);
});

it("answers what it cannot do with an exception", () => {
  const given = modbusRig();
  expect(given.ask(frame(1, 0x2b, 0x0e, 1, 0))).toBe(frame(1, 0xab, 1));
  expect(given.ask(frame(1, 0x01, 0, 1, 0, 8))).toBe(frame(1, 0x81, 2));
  expect(given.ask(frame(1, 0x02, 0, 8, 0, 1))).toBe(frame(1, 0x82, 2));
  expect(given.ask(frame(1, 0x05, 0x02, 0x08, 0, 1))).toBe(frame(1, 0x85, 2));
  expect(given.ask(frame(1, 0x05, 0, 0, 0x12, 0x34))).toBe(frame(1, 0x85, 3));
  expect(given.ask(frame(1, 0x06, 0x10, 0x08, 0, 0))).toBe(frame(1, 0x86, 2));
  expect(given.ask(frame(1, 0x06, 0x10, 0x00, 0, 9))).toBe(frame(1, 0x86, 3));
  expect(given.ask(frame(1, 0x0f, 0, 0, 0, 8, 2, 1, 1))).toBe(frame(1, 0x8f, 3));
  given.scheduler.advance(1_000);
  expect(given.pulses()).toEqual([]);
});

it("is silent on a wrong CRC, on half a frame, on noise, and for another address", () => {
  const given = modbusRig();
  expect(given.ask("01 05 02 00 00 07 8D B1")).toBe("");
  expect(given.ask("01 05 02 00")).toBe("");
  expect(given.ask("00 07 8D B0")).toBe("");
  expect(given.ask(frame(2, 0x05, 0x02, 0x00, 0, 7))).toBe("");
  expect(given.ask(`FF ${readCoils}`)).toBe("");
  given.scheduler.advance(2_000);
  expect(given.pulses()).toEqual([]);
  expect(given.ask(readCoils)).toBe(frame(1, 0x01, 1, 0));
});

it("obeys an order to all boards and answers none", () => {
  const given = modbusRig();
  expect(given.ask(frame(0, 0x05, 0x02, 0x01, 0, 3), 1_000)).toBe("");
  expect(given.pulses()).toEqual([300]);
});

it("a power cut opens its relays and forgets its flash, and the board comes back", () => {
  const given = modbusRig();
  given.ask("01 05 02 00 00 1E 4C 7A");
  given.ask(frame(1, 0x05, 0x02, 0x00, 0, 30), 200);
  given.stage.act({ kind: "powerBoard", board: "lock-a", isOn: false });
  expect(given.pulses().length).toBe(1);
  expect(given.ask(readCoils)).toBe("");
  given.stage.act({ kind: "powerBoard", board: "lock-a", isOn: true });
  expect(given.ask(readCoils, 5_000)).toBe(frame(1, 0x01, 1, 0));
  expect(given.pulses().length).toBe(1);
});

it("random bytes never throw and never switch a relay, but by a frame with its CRC", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (chunks) => {
      const given = modbusRig();
      let isLawful = false;
      for (const chunk of chunks) {
        isLawful ||= modbusRequest([...chunk]) !== undefined;
        given.line.far.write(chunk);
        given.scheduler.advance(400);
      }
      const ordered = given.happenings.some(({ kind }) => kind === "CoilEnergized");
      expect(ordered && !isLawful).toBe(false);
    }),
    { numRuns: 50 },
  );
});
