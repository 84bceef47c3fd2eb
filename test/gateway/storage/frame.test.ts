// The commit frame and the segment head: what is written is read, and nothing else is.

import { encodeRecord } from "@driftbox/proto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  announcedSpan,
  encodeFrame,
  frameMaxCount,
  frameSpan,
  readFrame,
} from "../../../gateway/adapters/journal/frame.ts";
import {
  encodeSegmentHead,
  readSegmentHead,
  segmentHeadBytes,
  segmentName,
  seqOfSegmentName,
} from "../../../gateway/adapters/journal/segment-head.ts";
import { gatewayId, genesisHead, genesisPrev, sealRecords } from "./chain-writer.ts";

const wires = sealRecords(genesisHead, 5, { fillerChars: 30 }).records.map(encodeRecord);
const frame = encodeFrame(7, wires);
const segmentHead = {
  gatewayId,
  keyEpoch: 3,
  fileBytes: 65_536,
  firstSeq: 9,
  followsSeq: 8,
  prev: Uint8Array.from(genesisPrev),
};

describe("a commit frame", () => {
  it("gives back its records, wherever it lies", () => {
    const records = fc.array(fc.uint8Array({ minLength: 212, maxLength: 900 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(records, fc.nat(2 ** 40), fc.nat(64), (some, firstSeq, before) => {
        const bytes = new Uint8Array(before + 30_000);
        bytes.set(encodeFrame(firstSeq, some), before);
        const read = readFrame(bytes, before);
        expect(read?.firstSeq).toBe(firstSeq);
        expect(read?.count).toBe(some.length);
        expect(Buffer.from(read?.records ?? []).equals(Buffer.concat(some))).toBe(true);
        expect(read?.spanBytes).toBe(frameSpan(Buffer.concat(some).length));
        expect((read?.spanBytes ?? 1) % 8).toBe(0);
      }),
    );
  });

  it("shows every flipped bit except in its padding", () => {
    const used = frame.length - paddingOf(frame);
    for (let bit = 0; bit < frame.length * 8; bit += 1) {
      const bytes = Uint8Array.from(frame);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readFrame(bytes, 0) === undefined).toBe(bit >> 3 < used);
    }
  });

  it("is not there when any of its bytes is missing", () => {
    for (let length = 0; length < frame.length; length += 1) {
      expect(readFrame(frame.subarray(0, length), 0)).toBeUndefined();
    }
  });

  it("is never read from random bytes, and never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.boolean(), (bytes, hasMagic) => {
        if (hasMagic) bytes.set(frame.subarray(0, Math.min(4, bytes.length)));
        expect(readFrame(bytes, 0)).toBeUndefined();
        const span = announcedSpan(bytes, 0) ?? 0;
        expect(span).toBeLessThanOrEqual(1_048_576);
        expect(readSegmentHead(bytes)).toBeUndefined();
      }),
    );
  });

  it("refuses to be made over its limits", () => {
    const wire = wires[0] ?? new Uint8Array(0);
    expect(() => encodeFrame(0, [])).toThrow(/frame of 0/);
    const tooMany = Array.from({ length: frameMaxCount + 1 }, () => wire);
    expect(() => encodeFrame(0, tooMany)).toThrow(/frame of 513/);
    const tooLong = Array.from({ length: 200 }, () => new Uint8Array(8_000));
    expect(() => encodeFrame(0, tooLong)).toThrow(/bytes/);
  });
});

describe("the head of a segment", () => {
  it("gives back its fields, and shows every flipped bit of them", () => {
    const bytes = encodeSegmentHead(segmentHead);
    expect(bytes).toHaveLength(segmentHeadBytes);
    expect(readSegmentHead(bytes)).toEqual(segmentHead);
    for (let bit = 0; bit < 84 * 8; bit += 1) {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readSegmentHead(flipped)).toBeUndefined();
    }
  });

  it("has a file name that sorts as its sequence", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 50), fc.nat(2 ** 50), (a, b) => {
        expect(seqOfSegmentName(segmentName(a))).toBe(a);
        expect(segmentName(a) < segmentName(b)).toBe(a < b);
      }),
    );
    expect(seqOfSegmentName("lock")).toBeUndefined();
    expect(seqOfSegmentName(`${segmentName(1)}.0.damaged`)).toBeUndefined();
  });
});

/** Padding at the end of a frame of whole records. */
function paddingOf(bytes: Uint8Array): number {
  return bytes.length - 24 - wires.reduce((sum, wire) => sum + wire.length, 0);
}
