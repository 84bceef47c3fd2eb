// OSDP frames and cards against the vectors of the reference, and frames found in any noise.

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { osdpCardOf, osdpRawData, wiegand26 } from "../../device-sim/devices/osdp-card.ts";
import {
  osdpChecksum,
  osdpCrc,
  osdpFrame,
  osdpFrameMaxBytes,
  scanOsdp,
} from "../../device-sim/devices/osdp-frame.ts";
import { bytes, hex } from "./bytes.ts";

it("computes the CRC and the checksum of the reference", () => {
  const wire = (text: string) => osdpCrc([...bytes(text)]);
  expect(wire("53 7F 0D 00 04 6E 00 80 25 00 00")).toBe(0x386e);
  expect(wire("53 00 09 00 04 61 00")).toBe(0x66c0);
  expect(osdpChecksum([...bytes("53 7F 0C 00 00 6E 00 80 25 00 00")])).toBe(0x0f);
  expect(osdpChecksum([...bytes("53 00 08 00 00 61 00")])).toBe(0x44);
});

it.each([
  ["53 00 08 00 04 60 EB AA", { address: 0, isReply: false, sequence: 0, payload: [0x60] }],
  ["53 01 08 00 05 60 8B 33", { address: 1, isReply: false, sequence: 1, payload: [0x60] }],
  ["53 81 08 00 05 40 39 35", { address: 1, isReply: true, sequence: 1, payload: [0x40] }],
])("reads and writes %s", (wire, parts) => {
  const frame = { ...parts, hasCrc: true };
  expect(hex(osdpFrame(frame))).toBe(wire);
  expect(scanOsdp([...bytes(wire)]).heard).toMatchObject([{ kind: "frame", frame }]);
});

it("reports the Wiegand card of the reference", () => {
  const card = wiegand26(18, 13_398);
  expect(hex(osdpRawData(0, card))).toBe("00 01 1A 00 09 1A 2B 00");
  expect(osdpCardOf("0A123456", "wiegand-26")).toEqual(wiegand26(0x12, 0x3456));
  expect(osdpCardOf("04A1B2C3D4E5F6", "raw")?.bitCount).toBe(56);
  expect(osdpCardOf("not hex", "raw")).toBeUndefined();
});

it("names a damaged frame and finds the good one that follows", () => {
  const { heard } = scanOsdp([...bytes("53 01 08 00 05 60 8B 34 53 01 08 00 05 60 8B 33")]);
  expect(heard.map((one) => one.kind)).toEqual(["damaged", "frame"]);
});

const frames = fc.record({
  address: fc.integer({ min: 0, max: 126 }),
  isReply: fc.boolean(),
  sequence: fc.integer({ min: 0, max: 3 }),
  hasCrc: fc.boolean(),
  security: fc.option(
    fc.record({
      type: fc.integer({ min: 0x11, max: 0x18 }),
      data: fc.array(fc.nat(255), { maxLength: 3 }),
    }),
    { nil: undefined },
  ),
  payload: fc.array(fc.nat(255), { minLength: 1, maxLength: 60 }),
});

it("reads back every frame, split anywhere", () => {
  fc.assert(
    fc.property(frames, fc.nat(), (frame, at) => {
      const wire = [...osdpFrame(frame)];
      const first = scanOsdp(wire.slice(0, at % wire.length));
      const second = scanOsdp([...first.rest, ...wire.slice(at % wire.length)]);
      expect(first.heard).toEqual([]);
      expect(second.heard).toMatchObject([{ kind: "frame", frame }]);
    }),
  );
});

it("keeps no more than one frame of whatever it hears", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constant(0x53), fc.nat(255)), { maxLength: 900 }), (noise) => {
      expect(scanOsdp(noise).rest.length).toBeLessThanOrEqual(osdpFrameMaxBytes);
    }),
  );
});
