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
import { nmeaSentence } from "../../device-sim/devices/gps-nmea.ts";
import { osdpFrame } from "../../device-sim/devices/osdp-frame.ts";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { bytes } from "./bytes.ts";

const ask = bytes("02 00 30 03 35");
const answer = bytes("02 00 35 FF FF 00 00 03 38");
const open = bytes("02 00 35 FE FF 00 00 03 37");
const unlock = bytes("02 00 31 03 36");
const positions = ["06", "07", "08"].map((second) =>
  Buffer.from(nmeaSentence(`GNRMC,0735${second}.00,A,3042.4860,N,12227.0720,E,0.00,,221126,,,A`)),
);
const polls = [1, 2, 3].map((sequence) =>
  osdpFrame({ address: 1, isReply: false, sequence, hasCrc: true, payload: [0x60] }),
);

function traced(driver = "cu16"): {
  trace: LineTrace;
  told: TraceRow[];
  pass: (ms: number) => void;
} {
  const told: TraceRow[] = [];
  const scheduler = new VirtualScheduler();
  const trace = new LineTrace({
    frameAt: decoderOf([driver]),
    scheduler,
    onRow: (row) => told.push(row),
  });
  return { trace, told, pass: (ms) => scheduler.advance(ms) };
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

it("what is said again after it had ceased begins a new run, a poll that goes on does not", () => {
  const { trace, pass } = traced();
  for (let at = 0; at < 20; at += 1) {
    trace.hear("in", ask);
    // Shut, open for three seconds, shut.
    trace.hear("out", at < 5 || at >= 11 ? answer : open);
    pass(500);
  }
  expect(trace.rows.map(({ words, sinceMs, count }) => [words.en, sinceMs, count])).toEqual([
    ["board 0: status?", 0, 20],
    ["board 0: open –, occupied –", 5_500, 9],
    ["board 0: open 1, occupied –", 2_500, 6],
  ]);
});

it.each([
  ["nmea", "out", positions, "RMC: 07:35:08 UTC at 30°42.486′ 122°27.072′, 0.00 kn"],
  ["osdp", "in", polls, "reader 1 #3: poll"],
] as const)("numbers that run on make no new row on a %s line", (driver, way, frames, words) => {
  const { trace, pass } = traced(driver);
  for (const frame of frames) {
    trace.hear(way, frame);
    pass(1_000);
  }
  expect(trace.rows).toHaveLength(1);
  expect(trace.rows.at(-1)).toMatchObject({
    count: frames.length,
    words: { en: words },
    sinceMs: 0,
  });
});

it("a question that is asked now and then is no news each time", () => {
  const { trace, pass } = traced();
  for (let at = 0; at < 6; at += 1) {
    trace.hear("in", ask);
    pass(5_000);
  }
  expect(trace.rows.map(({ sinceMs, count }) => [sinceMs, count])).toEqual([[5_000, 5]]);
});

it("a frame that stops in its middle is shown after a silence", () => {
  const { trace, pass } = traced();
  trace.hear("in", ask.subarray(0, 3));
  trace.settle();
  expect(trace.rows).toEqual([]);
  pass(traceGapMs + 10);
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
