// YRM100 frames out of any byte stream and into one: published frames, tag checks, noise.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  multiPoll,
  singlePoll,
  stopPoll,
  tagCrc,
  yrm100Rule,
} from "../../../gateway/adapters/readers/yrm100-frame.ts";
import { FrameReader } from "../../../gateway/adapters/serial/frame-reader.ts";
import { bytesOf, hexOf } from "../drivers/hex.ts";
import { pushSplit } from "./split.ts";
import { tagFrame } from "./yrm100-far-end.ts";

const notify = bytesOf("BB 02 22 00 11 C9 34 00 30 75 1F EB 70 5C 59 04 E3 D5 0D 70 3A 76 EF 7E");
const noTag = bytesOf("BB 01 FF 00 01 15 16 7E");
const epc = "30751FEB705C5904E3D50D70";

const anyTag = fc.record({
  epc: fc
    .integer({ min: 1, max: 31 })
    .chain((words) => fc.array(fc.nat(255), { minLength: words * 2, maxLength: words * 2 })),
  rssiDbm: fc.integer({ min: -128, max: 127 }),
});

function found(bytes: Iterable<number>) {
  return new FrameReader(yrm100Rule).push(Uint8Array.from(bytes));
}

describe("a frame for a YRM100", () => {
  test("is the published one", () => {
    expect(hexOf(singlePoll)).toBe("BB 00 22 00 00 22 7E");
    expect(hexOf(stopPoll)).toBe("BB 00 28 00 00 28 7E");
    expect(hexOf(multiPoll(10_000))).toBe("BB 00 27 00 03 22 27 10 83 7E");
  });

  test.each([0, 10_001, 1.5, Number.NaN])("never asks for %d rounds", (rounds) => {
    expect(() => multiPoll(rounds)).toThrow(RangeError);
  });
});

describe("a frame of a YRM100", () => {
  test("with a tag is the published one: EPC, and strength as signed dBm", () => {
    expect(found(notify)).toEqual([{ kind: "tag", tag: { epc, rssiDbm: -55 } }]);
    expect(tagCrc(notify.subarray(6, 20))).toBe(0x3a76);
  });

  test.each([
    ["no tag", noTag, { kind: "none" }],
    ["a refusal", bytesOf("BB 01 FF 00 01 17 18 7E"), { kind: "failed", error: 0x17 }],
    ["the end of polling", bytesOf("BB 01 28 00 01 00 2A 7E"), { kind: "stopped" }],
    ["our own question", singlePoll, { kind: "echo" }],
    ["another answer", bytesOf("BB 01 03 00 02 00 4D 53 7E"), { kind: "other" }],
  ])("with %s is told apart", (_name, bytes, expected) => {
    expect(found(bytes)).toEqual([expected]);
  });

  test("whose tag has a wrong check or length of its own is torn, not a tag", () => {
    const wrong = Uint8Array.from(notify);
    wrong[10] = (wrong[10] ?? 0) + 1;
    wrong[22] = (wrong[22] ?? 0) + 1;
    expect(found(wrong)).toEqual([{ kind: "torn" }]);
    const short = bytesOf("BB 02 22 00 05 C9 34 00 30 75 CB 7E");
    expect(found(short)).toEqual([{ kind: "torn" }]);
  });

  test("of any tag is found however the stream is split, marks inside or not", () => {
    fc.assert(
      fc.property(fc.array(anyTag, { maxLength: 5 }), fc.array(fc.nat(600)), (tags, cuts) => {
        const stream = tags.flatMap(tagFrame);
        const frames = pushSplit(new FrameReader(yrm100Rule), stream, cuts);
        const expected = tags.map((tag) => ({
          kind: "tag",
          tag: { epc: hexOf(tag.epc).replaceAll(" ", ""), rssiDbm: tag.rssiDbm },
        }));
        expect(frames).toEqual(expected);
      }),
    );
  });

  test("is found behind noise, even noise with false starts in it", () => {
    const noise = fc.array(fc.oneof(fc.constantFrom(0xbb, 0x02, 0x00), fc.nat(255)), {
      maxLength: 60,
    });
    const filler = Array.from({ length: yrm100Rule.maxBytes }, () => 0x11);
    fc.assert(
      fc.property(noise, anyTag, (bytes, tag) => {
        expect(found([...bytes, ...filler, ...tagFrame(tag)]).at(-1)?.kind).toBe("tag");
      }),
    );
  });

  test("cut short anywhere or with one bit changed is never another tag", () => {
    fc.assert(
      fc.property(anyTag, fc.nat(1_000), fc.nat(7), (tag, place, bit) => {
        const frame = tagFrame(tag);
        const at = place % frame.length;
        expect(found(frame.slice(0, at))).toEqual([]);
        const changed = frame.with(at, (frame[at] ?? 0) ^ (1 << bit));
        expect(found(changed).filter(({ kind }) => kind === "tag")).toEqual([]);
      }),
    );
  });

  test("reader never throws and keeps less than one frame of random bytes", () => {
    const hostile = fc.array(fc.oneof(fc.constantFrom(0xbb, 0x7e, 0, 1, 2), fc.nat(255)), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 10 }), (chunks) => {
        const reader = new FrameReader(yrm100Rule);
        for (const chunk of chunks) {
          reader.push(Uint8Array.from(chunk));
          expect(reader.keptCount).toBeLessThan(yrm100Rule.maxBytes);
        }
      }),
    );
  });
});
