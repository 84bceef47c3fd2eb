// Bytes leave at 10 bits each, no faster, in order, and a line that is too far behind loses them.

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { pacedMaxBytes, Pacer } from "../../device-sim/lines/pacer.ts";

function pacer(baudRate: number, latencyMs = 0) {
  const scheduler = new VirtualScheduler();
  const heard: { byte: number; atMs: number }[] = [];
  const chunks: number[] = [];
  const made = new Pacer({
    scheduler,
    baudRate,
    latencyMs,
    deliver: (bytes) => {
      chunks.push(bytes.length);
      for (const byte of bytes) heard.push({ byte, atMs: scheduler.nowMs() });
    },
  });
  return { scheduler, heard, chunks, pacer: made };
}

it("an EM4100 frame of 14 bytes takes 14.6 ms at 9600 baud", () => {
  const { scheduler, heard, pacer: line } = pacer(9_600);
  line.push(new Uint8Array(14));
  scheduler.advance(100);
  expect(heard.length).toBe(14);
  expect(heard.at(-1)?.atMs).toBeCloseTo(14.58, 1);
});

it("never delivers a byte before its last stop bit, in any pattern of sends", () => {
  const sends = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat({ max: 20 })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(sends, (pattern) => {
      const { scheduler, heard, pacer: line } = pacer(10_000);
      let count = 0;
      for (const [size, pauseMs] of pattern) {
        line.push(Uint8Array.from({ length: size }, () => (count += 1) & 0xff));
        scheduler.advance(pauseMs);
      }
      scheduler.advance(10_000);
      expect(heard.map((one) => one.byte)).toEqual(
        Array.from({ length: count }, (_, at) => (at + 1) & 0xff),
      );
      for (const [at, one] of heard.entries()) {
        const before = heard[at - 1]?.atMs ?? 0;
        expect(one.atMs - before).toBeGreaterThanOrEqual(1 - 1e-3);
      }
    }),
  );
});

it("an adapter hands a frame over whole when its last byte is there, a long one in parts", () => {
  const { scheduler, heard, chunks, pacer: line } = pacer(10_000, 16);
  line.push(new Uint8Array(9));
  scheduler.advance(8.9);
  expect(chunks).toEqual([]);
  scheduler.advance(1);
  expect(chunks).toEqual([9]);
  expect(heard.at(-1)?.atMs).toBeCloseTo(9, 1);
  line.push(new Uint8Array(40));
  scheduler.advance(100);
  expect(chunks).toEqual([9, 16, 16, 8]);
});

it("loses what exceeds its bound and counts it", () => {
  const { pacer: line } = pacer(9_600);
  line.push(new Uint8Array(pacedMaxBytes + 10));
  expect(line.lostBytes).toBe(10);
});
