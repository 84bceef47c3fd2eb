// 8A/80 frames: the published vectors, what must be unreachable, splits, noise and random bytes.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as codec from "../../../gateway/adapters/boards/xor-frame.ts";
import { FrameReader } from "../../../gateway/adapters/serial/frame-reader.ts";
import { farXor } from "./far-xor.ts";
import { bytesOf, hexOf } from "./hex.ts";

const { queryAllRequest, queryRequest, unlockRequest, xorIdleRule } = codec;

const anyBoard = fc.integer({ min: 1, max: 31 });
const anyQuestion = fc.oneof(
  fc.tuple(anyBoard, fc.nat(7)).map(([board, channel]) => unlockRequest(board, channel)),
  fc.tuple(anyBoard, fc.nat(7)).map(([board, channel]) => queryRequest(board, channel)),
  anyBoard.map((board) => queryAllRequest(board, 8)),
);

function answerTo({ bytes }: codec.XorQuestion): readonly number[] {
  return farXor(bytes[1] ?? 0).answer([...bytes]) ?? [];
}

function readAll(question: codec.XorQuestion, ...chunks: readonly Iterable<number>[]) {
  const reader = new FrameReader(question.rule);
  return chunks.flatMap((chunk) => reader.push(Uint8Array.from(chunk)));
}

describe("a question to an 8A/80 board", () => {
  test.each([
    ["unlock of channel 1", unlockRequest(1, 0), "8A 01 01 11 9B"],
    ["query of channel 1", queryRequest(1, 0), "80 01 01 33 B3"],
    ["query of all", queryAllRequest(1, 8), "80 01 00 33 B2"],
  ])("%s is the frame of the reference", (_name, question, hex) => {
    expect(hexOf(question.bytes)).toBe(hex);
  });

  test("can be nothing that holds a coil on or unlocks all", () => {
    const makers = Object.values(codec).filter((one) => typeof one === "function");
    expect(makers).toEqual([unlockRequest, queryRequest, queryAllRequest]);
    fc.assert(
      fc.property(anyQuestion, ({ bytes }) => {
        expect([0x8a, 0x80]).toContain(bytes[0]);
        expect(bytes[0] === 0x8a && bytes[2] === 0).toBe(false);
      }),
    );
  });
});

describe("an answer of an 8A/80 board", () => {
  test.each([
    ["8A 01 01 00 8A", unlockRequest(1, 0), false],
    ["8A 01 01 11 9B", unlockRequest(1, 0), true],
    ["80 01 01 11 91", queryRequest(1, 0), true],
    ["80 01 01 00 80", queryRequest(1, 0), false],
  ])("%s is read", (hex, question, isSet) => {
    expect(readAll(question, bytesOf(hex))).toEqual([{ kind: "channel", isSet }]);
  });

  test("to the query of all has three bytes, also with eight channels", () => {
    const capture = bytesOf("80 01 00 00 00 33 B2");
    const feedback = Uint8Array.of(0, 0, 0);
    expect(readAll(queryAllRequest(1, 8), capture)).toEqual([{ kind: "all", feedback }]);
  });

  test("to the query of all is longer where there are more channels", () => {
    const body = [0x80, 0x01, 1, 2, 3, 4, 5, 6, 2, 0x33];
    const check = body.reduce((sum, byte) => sum ^ byte, 0);
    const [frame] = readAll(queryAllRequest(1, 50), [...body, check]);
    expect(frame).toMatchObject({ feedback: Uint8Array.of(1, 2, 3, 4, 5, 6, 2) });
  });

  test("may have a report of the board's own before it, and between questions", () => {
    const report = bytesOf("82 01 01 00 82");
    expect(new FrameReader(xorIdleRule).push(report)).toEqual([]);
    const question = queryAllRequest(1, 8);
    const frames = readAll(question, report, answerTo(question), report);
    expect(frames.map(({ kind }) => kind)).toEqual(["all"]);
  });

  test("is not swallowed by a stray 82, with which it would have a right check", () => {
    const question = unlockRequest(29, 3);
    expect(readAll(question, [0x82, ...answerTo(question)])).toHaveLength(1);
  });

  test("of another board or channel is none", () => {
    const question = queryRequest(1, 0);
    for (const other of [queryRequest(2, 0), queryRequest(1, 1), unlockRequest(1, 0)]) {
      expect(readAll(question, answerTo(other))).toEqual([]);
    }
    expect(readAll(queryAllRequest(1, 8), answerTo(queryAllRequest(2, 8)))).toEqual([]);
  });

  test("with any one bit flipped is none of this channel and board", () => {
    const good = [...bytesOf("80 01 01 11 91")];
    for (let bit = 0; bit < good.length * 8; bit += 1) {
      const damaged = good.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(readAll(queryRequest(1, 0), damaged), `bit ${bit}`).toEqual([]);
    }
  });

  test("is found behind noise, however the stream is split", () => {
    const noise = fc.array(fc.oneof(fc.constantFrom(0x80, 0x82, 0x8a, 0x33), fc.nat(255)), {
      maxLength: 30,
    });
    const cuts = fc.array(fc.nat(50), { maxLength: 5 });
    fc.assert(
      fc.property(anyQuestion, noise, cuts, (question, before, points) => {
        const answer = answerTo(question);
        const stream = [...before, ...answer, ...answer, ...answer];
        const sorted = [0, ...points.toSorted((a, b) => a - b), stream.length];
        const chunks = sorted.slice(1).map((to, at) => stream.slice(sorted[at], to));
        expect(readAll(question, ...chunks).length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  test("reader never throws on random bytes and keeps less than one frame", () => {
    const hostile = fc.array(fc.array(fc.nat(255), { maxLength: 60 }), { maxLength: 10 });
    fc.assert(
      fc.property(anyQuestion, hostile, ({ rule }, chunks) => {
        const reader = new FrameReader(rule);
        for (const chunk of chunks) {
          reader.push(Uint8Array.from(chunk));
          expect(reader.keptCount).toBeLessThan(rule.maxBytes);
        }
      }),
    );
  });
});
