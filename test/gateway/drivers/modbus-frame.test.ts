// Modbus RTU frames of a relay board: the published vectors, splits, noise and random bytes.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allOffRequest,
  bitAt,
  coilsRequest,
  flashRequest,
  inputsRequest,
  linkageRequest,
  type ModbusQuestion,
} from "../../../gateway/adapters/boards/modbus-frame.ts";
import { FrameReader } from "../../../gateway/adapters/serial/frame-reader.ts";
import { farModbus } from "./far-modbus.ts";
import { bytesOf, hexOf } from "./hex.ts";

const anyAddress = fc.integer({ min: 1, max: 247 });
const anyQuestion = fc.oneof(
  anyAddress.map((address) => inputsRequest(address, 8)),
  anyAddress.map((address) => coilsRequest(address, 8)),
  anyAddress.map((address) => linkageRequest(address, 8)),
  anyAddress.map((address) => allOffRequest(address)),
  fc
    .tuple(anyAddress, fc.nat(7), fc.integer({ min: 1, max: 50 }))
    .map(([address, channel, steps]) => flashRequest(address, channel, steps)),
);

/** What the far end in the tests, written apart from the codec, says to a question. */
function answerTo(question: ModbusQuestion): readonly number[] {
  const far = farModbus(question.bytes[0] ?? 0);
  far.closed.fill(false, 2, 4);
  return far.answer([...question.bytes]) ?? [];
}

function readAll(question: ModbusQuestion, chunks: readonly (readonly number[])[]) {
  const reader = new FrameReader(question.rule);
  return chunks.flatMap((chunk) => reader.push(Uint8Array.from(chunk)));
}

describe("a question to a relay board", () => {
  test.each([
    ["all off", allOffRequest(1), "01 05 00 FF 00 00 FD FA"],
    ["flash of relay 0 for 700 ms", flashRequest(1, 0, 7), "01 05 02 00 00 07 8D B0"],
    ["flash of relay 2 for 500 ms", flashRequest(1, 2, 5), "01 05 02 02 00 05 AD B1"],
    ["read of the coils", coilsRequest(1, 8), "01 01 00 00 00 08 3D CC"],
    ["read of the inputs", inputsRequest(1, 8), "01 02 00 00 00 08 79 CC"],
  ])("%s is the frame of the reference", (_name, question, hex) => {
    expect(hexOf(question.bytes)).toBe(hex);
  });

  test("never switches a relay on without an end", () => {
    fc.assert(
      fc.property(anyQuestion, ({ bytes }) => {
        const isWrite = bytes[1] === 0x05 || bytes[1] === 0x0f;
        const isOff = bytes[2] === 0 && bytes[3] === 0xff && bytes[4] === 0 && bytes[5] === 0;
        const isFlash = bytes[2] === 0x02 && bytes[4] === 0 && (bytes[5] ?? 0) <= 50;
        expect(!isWrite || isOff || isFlash).toBe(true);
      }),
    );
  });
});

describe("an answer of a relay board", () => {
  test("to a read of inputs has one bit a channel", () => {
    const [read] = readAll(inputsRequest(1, 8), [[...bytesOf("01 02 01 FB E0 0B")]]);
    if (read?.kind !== "answer") throw new Error("no answer");
    const levels = [0, 1, 2, 3, 7].map((channel) => bitAt(read.payload, channel));
    expect(levels).toEqual([true, true, false, true, true]);
  });

  test("that is an exception is told apart", () => {
    const vector = bytesOf("01 85 02 C3 51");
    expect(readAll(allOffRequest(1), [[...vector]])).toEqual([{ kind: "exception", exception: 2 }]);
  });

  test("of another board, to another function or of another length is none", () => {
    const question = inputsRequest(1, 8);
    const others = [inputsRequest(2, 8), coilsRequest(1, 8), linkageRequest(1, 8)];
    for (const other of others) expect(readAll(question, [answerTo(other)])).toEqual([]);
    expect(readAll(inputsRequest(1, 16), [answerTo(question)])).toEqual([]);
    expect(readAll(flashRequest(1, 2, 5), [[...flashRequest(1, 3, 5).bytes]])).toEqual([]);
  });

  test("with any one bit flipped is none", () => {
    const question = linkageRequest(1, 8);
    const good = answerTo(question);
    for (let bit = 0; bit < good.length * 8; bit += 1) {
      const damaged = good.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(readAll(question, [damaged]), `bit ${bit}`).toEqual([]);
    }
  });

  test("is found behind noise, however the stream is split", () => {
    const noise = fc.array(fc.oneof(fc.constantFrom(1, 2, 3, 5, 0x81), fc.nat(255)), {
      maxLength: 40,
    });
    const cuts = fc.array(fc.nat(80), { maxLength: 5 });
    fc.assert(
      fc.property(anyQuestion, noise, cuts, (question, before, points) => {
        // The second answer is not lost, whatever false start the noise makes.
        const answer = answerTo(question);
        const stream = [...before, ...answer, ...answer, ...answer];
        const sorted = [0, ...points.toSorted((a, b) => a - b), stream.length];
        const chunks = sorted.slice(1).map((to, at) => stream.slice(sorted[at], to));
        expect(readAll(question, chunks).length).toBeGreaterThan(0);
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
