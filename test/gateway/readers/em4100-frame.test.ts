// EM4100 frames out of any byte stream: the published vectors, any split, noise, random bytes.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { em4100Rule } from "../../../gateway/adapters/readers/em4100-frame.ts";
import { FrameReader } from "../../../gateway/adapters/serial/frame-reader.ts";
import { bytesOf } from "../drivers/hex.ts";

const rdm6300 = bytesOf("02 36 32 45 33 30 38 36 43 45 44 30 38 03");
const id12la = bytesOf("02 36 32 45 33 30 38 36 43 45 44 30 38 0D 0A 03");
const lowerCase = bytesOf("02 36 32 65 33 30 38 36 63 65 64 30 38 03");
const number = "62E3086CED";

/** The frame of five bytes, written from the format and not by the codec under test. */
function frameOf(id: readonly number[], isLong: boolean): number[] {
  const check = id.reduce((sum, byte) => sum ^ byte, 0);
  const text = Buffer.from(Uint8Array.from([...id, check]))
    .toString("hex")
    .toUpperCase();
  return [2, ...Buffer.from(text, "latin1"), ...(isLong ? [13, 10, 3] : [3])];
}

const anyId = fc.array(fc.nat(255), { minLength: 5, maxLength: 5 });
const anyFrame = fc.tuple(anyId, fc.boolean());

function pushSplit(reader: FrameReader<string>, bytes: number[], cuts: number[]): string[] {
  const points = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted(
    (a, b) => a - b,
  );
  const found: string[] = [];
  let from = 0;
  for (const to of [...points, bytes.length]) {
    found.push(...reader.push(Uint8Array.from(bytes.slice(from, to))));
    from = to;
  }
  return found;
}

function numberOf(id: readonly number[]): string {
  return Buffer.from(Uint8Array.from(id)).toString("hex").toUpperCase();
}

describe("an EM4100 frame", () => {
  test.each([
    ["an RDM6300", rdm6300],
    ["an ID-12LA", id12la],
    ["a clone that sends lower case", lowerCase],
  ])("of %s is read to its number in upper case", (_name, frame) => {
    expect(new FrameReader(em4100Rule).push(frame)).toEqual([number]);
  });

  test("with one digit changed is dropped, and the next one is read", () => {
    const reader = new FrameReader(em4100Rule);
    const wrong = Uint8Array.from(rdm6300);
    wrong[5] = 0x31;
    expect(reader.push(wrong)).toEqual([]);
    expect(reader.badFrameCount).toBe(1);
    expect(reader.push(rdm6300)).toEqual([number]);
  });

  test("that was already running when the port opened is skipped", () => {
    const reader = new FrameReader(em4100Rule);
    expect(reader.push(rdm6300.subarray(6))).toEqual([]);
    expect(reader.push(rdm6300)).toEqual([number]);
  });

  test("is found however the stream is split", () => {
    fc.assert(
      fc.property(fc.array(anyFrame, { maxLength: 6 }), fc.array(fc.nat(200)), (frames, cuts) => {
        const stream = frames.flatMap(([id, isLong]) => frameOf(id, isLong));
        const found = pushSplit(new FrameReader(em4100Rule), stream, cuts);
        expect(found).toEqual(frames.map(([id]) => numberOf(id)));
      }),
    );
  });

  test("survives noise before it, even noise with false starts in it", () => {
    const noise = fc.array(fc.oneof(fc.constant(2), fc.nat(255)), { maxLength: 40 });
    fc.assert(
      fc.property(noise, anyFrame, fc.array(fc.nat(200)), (bytes, [id, isLong], cuts) => {
        const stream = [...bytes, ...frameOf(id, isLong)];
        const found = pushSplit(new FrameReader(em4100Rule), stream, cuts);
        expect(found.at(-1)).toBe(numberOf(id));
      }),
    );
  });

  test("cut short anywhere costs only itself", () => {
    fc.assert(
      fc.property(anyFrame, fc.nat(15), anyId, ([id, isLong], length, next) => {
        const broken = frameOf(id, isLong);
        const stream = [
          ...broken.slice(0, Math.min(length, broken.length - 1)),
          ...frameOf(next, false),
        ];
        expect(new FrameReader(em4100Rule).push(Uint8Array.from(stream))).toEqual([numberOf(next)]);
      }),
    );
  });

  test("reader never throws and keeps less than one frame of random bytes", () => {
    const hostile = fc.array(fc.oneof(fc.constantFrom(2, 3, 13, 10, 0x30, 0x46), fc.nat(255)), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 20 }), (chunks) => {
        const reader = new FrameReader(em4100Rule);
        for (const chunk of chunks) {
          reader.push(Uint8Array.from(chunk));
          expect(reader.keptCount).toBeLessThan(em4100Rule.maxBytes);
        }
        expect(reader.push(rdm6300).at(-1)).toBe(number);
      }),
    );
  });
});
