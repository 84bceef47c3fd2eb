// Bytes of every driver in words, against the frames of the references and of the simulator.

import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { em4100Frame } from "../../device-sim/devices/em4100.ts";
import { nmeaSentence } from "../../device-sim/devices/gps-nmea.ts";
import { osdpFrame } from "../../device-sim/devices/osdp-frame.ts";
import { tagParameters, yrm100Frame } from "../../device-sim/devices/yrm100-frame.ts";
import type { Way } from "../../device-sim/faults/byte-faults.ts";
import { decoderOf, decoders } from "../../device-sim/view/decode/decoders.ts";
import { huntFrames, huntRestMaxBytes } from "../../device-sim/view/decode/frame-hunt.ts";
import { bytes, hex } from "./bytes.ts";

const ascii = (text: string): string => hex([...Buffer.from(text, "latin1")]);
const poll = osdpFrame({ address: 1, isReply: false, sequence: 2, hasCrc: true, payload: [0x60] });
const card = osdpFrame({
  address: 1,
  isReply: true,
  sequence: 2,
  hasCrc: false,
  payload: [0x50, 0, 1, 26, 0, 0xde, 0xad, 0xbe, 0x40],
});
const tag = tagParameters({ epc: bytes("30 08 33 B2 DD D9 01 40 00 00 00 00"), rssiDbm: -55 });
const rmc = "GNRMC,073506.00,A,3042.4860,N,12227.0720,E,0.00,,221126,,,A";

/** Driver, direction, bytes, words. */
const said: readonly (readonly [driver: string, way: Way, frame: string, words: string])[] = [
  ["cu16", "in", "02 00 30 03 35", "board 0: status?"],
  ["cu16", "in", "02 12 31 03 48", "board 1: unlock 3"],
  ["cu16", "in", "02 10 37 00 32 03 7E", "board 1: unlock time := 500 ms"],
  ["cu16", "out", "02 00 35 FE FF 02 00 03 39", "board 0: open 1, occupied 2"],
  ["modbus-relay", "in", "01 05 02 02 00 05 AD B1", "board 1: relay 3 on for 500 ms"],
  ["modbus-relay", "in", "01 05 00 FF 00 00 FD FA", "board 1: all relays off"],
  ["modbus-relay", "in", "01 02 00 00 00 08 79 CC", "board 1: inputs?"],
  ["modbus-relay", "out", "01 02 01 01 60 48", "board 1: inputs on 1"],
  ["xor-8a80", "in", "8A 01 03 11 99", "board 1: unlock 3"],
  ["xor-8a80", "in", "80 01 00 33 B2", "board 1: feedback of all?"],
  ["em4100", "out", hex(em4100Frame("62E3086CED", "rdm6300")), "transponder 62E3086CED"],
  ["em4100", "out", hex(em4100Frame("0a001e4c27", "clone")), "transponder 0A001E4C27"],
  ["em4100", "out", hex(em4100Frame("0A001E4C27", "id-12la")), "transponder 0A001E4C27"],
  ["osdp", "in", hex(poll), "reader 1 #2: poll"],
  ["osdp", "in", `FF ${hex(poll)}`, "reader 1 #2: poll"],
  ["osdp", "out", hex(card), "reader 1 #2: card DEADBE40, 26 bits"],
  ["pn532", "in", "00 00 FF 02 FE D4 02 2A 00", "firmware version"],
  ["pn532", "out", "00 00 FF 00 FF 00", "ACK"],
  ["pn532", "out", "00 00 FF 06 FA D5 03 32 01 06 07 E8 00", "firmware version: ok"],
  ["yrm100", "in", "BB 00 22 00 00 22 7E", "inventory once"],
  ["yrm100", "out", "BB 01 FF 00 01 15 16 7E", "no tag"],
  [
    "yrm100",
    "out",
    hex(yrm100Frame("notification", 0x22, tag)),
    "tag 300833B2DDD9014000000000 at -55 dBm",
  ],
  ["scanner", "out", ascii("7A3086CED\r\n"), "code 7A3086CED"],
  ["nmea", "out", ascii(nmeaSentence(rmc)), "RMC: 07:35:06 UTC at 30°42.486′ 122°27.072′, 0.00 kn"],
];

describe("words of frames", () => {
  test.each(said)("%s %s %s is said as: %s", (driver, way, frame, words) => {
    const { frames, rest } = huntFrames([...bytes(frame)], way, decoderOf([driver]));
    expect(frames.map((one) => [one.isSound, one.words.en])).toEqual([[true, words]]);
    expect(rest).toEqual([]);
    expect(frames[0]?.words.zh).toBeTruthy();
  });

  it("every driver has a frame in the table above", () => {
    expect(new Set(said.map(([driver]) => driver))).toEqual(new Set(decoders.keys()));
  });

  test.each(said)("a wrong byte in a frame of %s %s %s is no frame of that meaning", (...one) => {
    const [driver, way, frame] = one;
    if (driver === "scanner" || frame.startsWith("00 00 FF 00 FF")) return;
    const wrong = [...bytes(frame)];
    const at = driver === "nmea" || driver === "em4100" ? 3 : wrong.length - 2;
    wrong[at] = (wrong[at] ?? 0) ^ 0x01;
    const { frames } = huntFrames(wrong, way, decoderOf([driver]));
    expect(
      frames.some(({ isSound, bytes: found }) => isSound && found.length === wrong.length),
    ).toBe(false);
  });
});

const drivers = fc.constantFrom(...decoders.keys());
const ways = fc.constantFrom<Way>("in", "out");

it("random bytes of any driver are all accounted for, and little is kept", () => {
  fc.assert(
    fc.property(drivers, ways, fc.uint8Array({ maxLength: 400 }), (driver, way, noise) => {
      const { frames, rest } = huntFrames([...noise], way, decoderOf([driver]));
      expect([...frames.flatMap((one) => one.bytes), ...rest]).toEqual([...noise]);
      expect(rest.length).toBeLessThanOrEqual(huntRestMaxBytes);
    }),
  );
});

it("frames split anywhere are the same frames, and noise before them costs none", () => {
  const frames = fc.constantFrom(...said.filter(([driver]) => driver !== "scanner"));
  fc.assert(
    fc.property(frames, fc.nat(30), ([driver, way, frame, words], cut) => {
      const whole = [0x99, 0x99, ...bytes(frame)];
      const at = Math.min(cut, whole.length);
      const first = huntFrames(whole.slice(0, at), way, decoderOf([driver]));
      const second = huntFrames([...first.rest, ...whole.slice(at)], way, decoderOf([driver]));
      const sound = [...first.frames, ...second.frames].filter(({ isSound }) => isSound);
      expect(sound.map((one) => one.words.en)).toEqual([words]);
    }),
  );
});

it("two drivers on one wire are told apart", () => {
  const both = [...bytes("02 00 30 03 35"), ...bytes("8A 01 03 11 99")];
  const { frames } = huntFrames(both, "in", decoderOf(["cu16", "xor-8a80"]));
  expect(frames.map(({ words }) => words.en)).toEqual(["board 0: status?", "board 1: unlock 3"]);
});

it("bytes of a driver without a decoder are shown as they are", () => {
  const { frames } = huntFrames([1, 2, 3], "out", decoderOf(["unheard-of"]));
  expect(frames).toEqual([
    { bytes: [1, 2, 3], isSound: false, words: { en: "not a frame", zh: "不成帧" } },
  ]);
});
