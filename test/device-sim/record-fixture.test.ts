// Fixtures as text, the pseudonyms in them, and a device that answers from one in virtual time.

import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { em4100Frame } from "../../device-sim/devices/em4100.ts";
import { osdpFrame } from "../../device-sim/devices/osdp-frame.ts";
import { pn532Reply } from "../../device-sim/devices/pn532-frame.ts";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { tagParameters, yrm100Frame } from "../../device-sim/devices/yrm100-frame.ts";
import type { Way } from "../../device-sim/faults/byte-faults.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { FixtureDevice } from "../../device-sim/record/fixture-device.ts";
import { formatFrame, formatHead, readFixture } from "../../device-sim/record/fixture.ts";
import { Pseudonyms } from "../../device-sim/record/pseudonyms.ts";
import { redact, redactors } from "../../device-sim/record/redactors.ts";
import { decoderOf } from "../../device-sim/view/decode/decoders.ts";
import { hexOf, huntFrames } from "../../device-sim/view/decode/frame-hunt.ts";
import { bytes, hex } from "./bytes.ts";

const head = formatHead({ driver: "cu16", baudRate: 19_200, hasRealNumbers: false });
const wayOf = fc.constantFrom<Way>("in", "out");

it("what is written is read again, whatever the bytes and the note", () => {
  const frame = fc.record({
    atMs: fc.nat(1_000_000).map((tenths) => tenths / 10),
    way: wayOf,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 60 }),
  });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 20 }), fc.string(), (given, note) => {
      const sorted = given.toSorted((a, b) => a.atMs - b.atMs);
      const text = head + sorted.map((one) => formatFrame(one, note)).join("");
      expect(readFixture(text, "x").frames.map(plain)).toEqual(sorted.map(plain));
    }),
  );
});

function plain(one: { atMs: number; way: Way; bytes: Uint8Array }): unknown {
  return [one.atMs, one.way, hex(one.bytes)];
}

test.each([
  ["another text", "hello", /x:1: expected/],
  ["a frame that is none", `${head}1.0 > 0G`, /x:\d+: not a frame/],
  ["time that goes back", `${head}5.0 > 01\n4.0 > 01`, /x:\d+: not a frame/],
  ["a head without a driver", "# driftbox fixture 1\nbaud 9600", /"driver" is missing/],
  ["a head without a rate", "# driftbox fixture 1\ndriver cu16", /"baud" is missing/],
])("%s is refused with its line", (_what, text, message) => {
  expect(() => readFixture(text, "x")).toThrow(message);
});

const uid = [0xde, 0xad, 0xbe, 0xef];
const epc = bytes("DE AD BE EF 00 11 22 33 44 55 66 77");
const secrets: readonly (readonly [string, Way, Uint8Array, string])[] = [
  ["em4100", "out", em4100Frame("7ADEADBEEF", "rdm6300"), "DEADBEEF"],
  ["em4100", "out", em4100Frame("0adeadbeef", "clone"), "deadbeef"],
  ["scanner", "out", Uint8Array.from(Buffer.from("DEADBEEF01\r\n")), "DEADBEEF01"],
  ["pn532", "out", pn532Reply(0x4b, [1, 1, 0x04, 0x00, 0x08, 4, ...uid]), hexOf(uid)],
  [
    "yrm100",
    "out",
    yrm100Frame("notification", 0x22, tagParameters({ epc, rssiDbm: -50 })),
    hexOf(uid),
  ],
  ["osdp", "out", osdp(true, [0x50, 0, 0, 32, 0, ...uid]), hexOf(uid)],
  ["osdp", "in", osdp(false, [0x75, 1, 16, ...uid, ...uid, ...uid, ...uid]), hexOf(uid)],
];

function osdp(isReply: boolean, payload: readonly number[]): Uint8Array {
  return osdpFrame({ address: 1, isReply, sequence: 1, hasCrc: true, payload });
}

describe("numbers and keys in a recording", () => {
  test.each(secrets)(
    "of %s %s are replaced, and the frame stays a frame",
    (driver, way, frame, secret) => {
      const pseudonyms = new Pseudonyms();
      const redactor = redactors.get(driver);
      const [found] = huntFrames([...frame], way, decoderOf([driver])).frames;
      if (redactor === undefined || found === undefined) throw new Error("no frame");
      const made = redact(redactor, { frame: found, way }, pseudonyms);
      const shown = `${hexOf(made)} ${Buffer.from(made).toString("latin1")}`;
      expect(`${hexOf(frame)} ${Buffer.from(frame).toString("latin1")}`).toContain(secret);
      expect(shown).not.toContain(secret);
      const again = huntFrames(made, way, decoderOf([driver])).frames;
      expect(again.map(({ isSound, bytes: whole }) => [isSound, whole.length])).toEqual([
        [true, frame.length],
      ]);
      expect(redact(redactor, { frame: found, way }, pseudonyms)).toEqual(made);
      expect(redact(redactor, { frame: found, way }, new Pseudonyms())).not.toEqual(made);
    },
  );

  it("a tag of a parcel stays one, and half a frame says nothing", () => {
    const redactor = redactors.get("em4100");
    const frame = [...em4100Frame("7ADEADBEEF", "rdm6300")];
    if (redactor === undefined) throw new Error("no redactor");
    const words = { en: "", zh: "" };
    const whole = { bytes: frame, words, isSound: true };
    const made = redact(redactor, { frame: whole, way: "out" }, new Pseudonyms());
    expect(Buffer.from(made).toString("latin1").slice(1, 3)).toBe("7A");
    const half = { bytes: frame.slice(0, 9), words, isSound: false };
    const cut = redact(redactor, { frame: half, way: "out" }, new Pseudonyms());
    expect(Buffer.from(cut).toString("latin1")).not.toContain("DEAD");
  });
});

describe("a device from a fixture", () => {
  const story = `${head}
    0.0 > 02 00 30 03 35
    4.0 < 02 00 35 FF FF 00 00 03 38
    10.0 > 02 00 31 03 36
    20.0 > 02 00 30 03 35
    24.0 < 02 00 35 FE FF 00 00 03 37
    5000.0 < AA BB
  `;

  function device(): {
    ask: (frame: string) => string;
    wait: (ms: number) => string;
    made: FixtureDevice;
  } {
    const scheduler = new VirtualScheduler();
    const line = new MemoryLine({ name: "a", baudRate: 19_200, scheduler });
    const heard: number[] = [];
    line.far.onBytes((chunk) => heard.push(...chunk));
    const made = new FixtureDevice({ fixture: readFixture(story, "x"), line, scheduler });
    const wait = (ms: number): string => {
      scheduler.advance(ms);
      return hex(heard.splice(0));
    };
    return { made, wait, ask: (frame) => (line.far.write(bytes(frame)), wait(100)) };
  }

  it("answers the same question as the story went on, then from its beginning", () => {
    const { ask } = device();
    const status = "02 00 30 03 35";
    expect(ask(status)).toBe("02 00 35 FF FF 00 00 03 38");
    expect(ask(status)).toBe("02 00 35 FE FF 00 00 03 37");
    expect(ask(status)).toBe("02 00 35 FF FF 00 00 03 38");
    expect(ask("02 00 31 03 36")).toBe("");
  });

  it("answers a question that was never asked with what came next, and noise with nothing", () => {
    const { ask, made } = device();
    expect(ask("02 01 30 03 36")).toBe("02 00 35 FF FF 00 00 03 38");
    expect(made.strangeCount).toBe(1);
    expect(ask("99 98 97")).toBe("");
  });

  it("says unasked what was said unasked, and nothing after its end", () => {
    const { wait, made } = device();
    expect(wait(4_900)).toBe("");
    expect(wait(200)).toBe("AA BB");
    made.close();
    expect(wait(10_000)).toBe("");
  });
});
