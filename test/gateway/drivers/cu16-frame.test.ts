// CU16 frames: the published vectors, any split of the stream, noise and random bytes.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cu16Rule,
  statusRequest,
  unlockRequest,
  unlockTimeRequest,
} from "../../../gateway/adapters/boards/cu16-frame.ts";
import { FrameReader } from "../../../gateway/adapters/serial/frame-reader.ts";
import { bytesOf, hexOf } from "./hex.ts";

const allClosed = bytesOf("02 00 35 FF FF 00 00 03 38");
const lockThreeOpen = bytesOf("02 00 35 FB FF 01 00 03 35");

/** Board, h1, h2, ir1, ir2 to the frame on the wire, written from the format. */
function statusOf([board = 0, ...levels]: readonly number[]): number[] {
  const body = [0x02, (board & 15) << 4, 0x35, ...levels, 0x03];
  return [...body, body.reduce((sum, byte) => sum + byte, 0) & 0xff];
}

const anyStatus = fc.array(fc.nat(255), { minLength: 5, maxLength: 5 });

function readSplit(stream: readonly number[], cuts: readonly number[]): string[] {
  const reader = new FrameReader(cu16Rule);
  const points = [...new Set(cuts.map((cut) => cut % (stream.length + 1)))].toSorted(
    (a, b) => a - b,
  );
  const found: string[] = [];
  let from = 0;
  for (const to of [...points, stream.length]) {
    for (const frame of reader.push(Uint8Array.from(stream.slice(from, to)))) {
      if (frame.kind === "status") found.push(`${frame.board} ${frame.hooks} ${frame.infrared}`);
    }
    from = to;
  }
  return found;
}

function factsOf([board = 0, h1 = 0, h2 = 0, ir1 = 0, ir2 = 0]: readonly number[]): string {
  return `${board & 15} ${h1 + 256 * h2} ${ir1 + 256 * ir2}`;
}

describe("a CU16 request", () => {
  test.each([
    ["status of board 0", statusRequest(0), "02 00 30 03 35"],
    ["unlock of lock 1", unlockRequest(0, 0), "02 00 31 03 36"],
    ["unlock of lock 16", unlockRequest(0, 15), "02 0F 31 03 45"],
    ["unlock of lock 3 on board 2", unlockRequest(2, 2), "02 22 31 03 58"],
    ["unlock time of 550 ms", unlockTimeRequest(0, 55), "02 00 37 00 37 03 73"],
    ["unlock time of 5 s", unlockTimeRequest(0, 500), "02 00 37 01 F4 03 31"],
  ])("%s is the frame of the reference", (_name, frame, hex) => {
    expect(hexOf(frame)).toBe(hex);
  });
});

describe("a CU16 status", () => {
  test("with all hooks closed and nothing inside is read", () => {
    expect(new FrameReader(cu16Rule).push(allClosed)).toEqual([
      { kind: "status", board: 0, hooks: 0xffff, infrared: 0 },
    ]);
  });

  test("with lock 3 open and something in 1 is read, low locks in the low bits", () => {
    expect(new FrameReader(cu16Rule).push(lockThreeOpen)).toEqual([
      { kind: "status", board: 0, hooks: 0xfffb, infrared: 1 },
    ]);
  });

  test("with any one bit flipped is never read as a status of other locks", () => {
    for (let bit = 0; bit < allClosed.length * 8; bit += 1) {
      const damaged = Uint8Array.from(allClosed);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const reader = new FrameReader(cu16Rule);
      const frames = reader.push(damaged).filter((frame) => frame.kind === "status");
      expect(frames, `bit ${bit}`).toEqual([]);
    }
  });

  test("behind the echo of the request is read", () => {
    const frames = new FrameReader(cu16Rule).push(
      bytesOf("02 00 30 03 35 02 00 35 FF FF 00 00 03 38"),
    );
    expect(frames.map((frame) => frame.kind)).toEqual(["other", "status"]);
  });

  test("is found however the stream is split", () => {
    fc.assert(
      fc.property(fc.array(anyStatus, { maxLength: 6 }), fc.array(fc.nat(99)), (all, cuts) => {
        expect(readSplit(all.flatMap(statusOf), cuts)).toEqual(all.map(factsOf));
      }),
    );
  });

  test("stream loses at most one frame to each stretch of noise", () => {
    const noise = fc.array(fc.oneof(fc.constantFrom(2, 3, 0x35, 0x37), fc.nat(255)), {
      maxLength: 30,
    });
    const pair = fc.tuple(noise, anyStatus, anyStatus);
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(300)),
        (all, cuts) => {
          const stream = all.flatMap(([bytes, ...two]) => [...bytes, ...two.flatMap(statusOf)]);
          const found = readSplit(stream, cuts);
          for (const [, , second] of all) expect(found).toContain(factsOf(second));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("reader never throws, keeps less than one frame and finds the next valid frame", () => {
    const hostile = fc.array(fc.oneof(fc.constantFrom(2, 3, 0x30, 0x35, 0x37), fc.nat(255)), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 10 }), (chunks) => {
        const reader = new FrameReader(cu16Rule);
        for (const chunk of chunks) {
          reader.push(Uint8Array.from(chunk));
          expect(reader.keptCount).toBeLessThan(cu16Rule.maxBytes);
        }
        const frames = [...reader.push(allClosed), ...reader.push(lockThreeOpen)];
        expect(frames).toContainEqual({ kind: "status", board: 0, hooks: 0xfffb, infrared: 1 });
      }),
    );
  });
});
