// The trace of a wire: every byte is shown, equal polls fold, and nothing grows without bound.

import { expect, it } from "vitest";
import { decoderOf } from "../../device-sim/view/decode/decoders.ts";
import {
  LineTrace,
  traceGapMs,
  traceRowsMaxCount,
  type TraceRow,
} from "../../device-sim/view/line-trace.ts";
import { TracedLine } from "../../device-sim/view/traced-line.ts";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { bytes } from "./bytes.ts";

const ask = bytes("02 00 30 03 35");
const answer = bytes("02 00 35 FF FF 00 00 03 38");
const unlock = bytes("02 00 31 03 36");

function traced(): { trace: LineTrace; told: TraceRow[]; pass: (ms: number) => void } {
  const told: TraceRow[] = [];
  let nowMs = 0;
  const trace = new LineTrace({
    frameAt: decoderOf(["cu16"]),
    nowMs: () => nowMs,
    onRow: (row) => told.push(row),
  });
  return { trace, told, pass: (ms) => void (nowMs += ms) };
}

it("the same poll and answer again and again are two rows that count", () => {
  const { trace, told, pass } = traced();
  for (let at = 0; at < 50; at += 1) {
    trace.hear("in", ask);
    pass(5);
    trace.hear("out", answer);
    pass(195);
  }
  expect(trace.rows.map(({ way, count }) => [way, count])).toEqual([
    ["in", 50],
    ["out", 50],
  ]);
  expect(told).toHaveLength(100);
});

it("an order between polls has a row of its own", () => {
  const { trace } = traced();
  for (const frame of [ask, unlock, ask]) trace.hear("in", frame);
  expect(trace.rows.map(({ words }) => words.en)).toEqual([
    "board 0: status?",
    "board 0: unlock 1",
  ]);
});

it("a frame that stops in its middle is shown after a silence", () => {
  const { trace, pass } = traced();
  trace.hear("in", ask.subarray(0, 3));
  trace.settle();
  expect(trace.rows).toEqual([]);
  pass(traceGapMs + 1);
  trace.settle();
  expect(trace.rows.map(({ hex, isSound }) => [hex, isSound])).toEqual([["02 00 30", false]]);
});

it("keeps a bounded number of rows however much passes", () => {
  const { trace } = traced();
  for (let at = 0; at < 3 * traceRowsMaxCount; at += 1) {
    trace.hear("in", Uint8Array.of(0xee, at & 0xff, at >> 8));
  }
  expect(trace.rows).toHaveLength(traceRowsMaxCount);
  expect(trace.byteCount).toEqual({ in: 9 * traceRowsMaxCount, out: 0 });
});

it("a traced line carries every byte unchanged, both ways", () => {
  const scheduler = new VirtualScheduler();
  const memory = new MemoryLine({ name: "a", baudRate: 9_600, scheduler });
  const heard: string[] = [];
  const line = new TracedLine(memory, (way, chunk) => heard.push(`${way} ${chunk.length}`));
  const near: number[] = [];
  const far: number[] = [];
  line.onBytes((chunk) => near.push(...chunk));
  memory.far.onBytes((chunk) => far.push(...chunk));
  memory.far.write(ask);
  line.send(answer);
  scheduler.advance(100);
  expect(near).toEqual([...ask]);
  expect(far).toEqual([...answer]);
  expect(heard.some((one) => one.startsWith("in"))).toBe(true);
  expect(heard).toContain("out 9");
});
