// The pause that ends a frame: the silence of the line counts, the stall of a simulator does not.

import { describe, expect, it } from "vitest";
import { Cu16Board } from "../../device-sim/devices/cu16.ts";
import { FrameGap } from "../../device-sim/devices/frame-gap.ts";
import { Pn532Reader } from "../../device-sim/devices/pn532-reader.ts";
import { VirtualScheduler, type Scheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { Yrm100Reader } from "../../device-sim/devices/yrm100.ts";
import type { Line } from "../../device-sim/lines/line.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { FixtureDevice } from "../../device-sim/record/fixture-device.ts";
import { bytes } from "./bytes.ts";
import { smallWorld } from "./rig.ts";

it("a line that is silent for too long ends its frame, a shorter pause does not", () => {
  const scheduler = new VirtualScheduler();
  const gap = new FrameGap(scheduler, 50);
  gap.heard(true);
  scheduler.advance(50);
  expect(gap.isOver).toBe(false);
  scheduler.advance(5);
  expect(gap.isOver).toBe(true);
  gap.heard(true);
  expect(gap.isOver).toBe(false);
});

it("a whole frame needs no watch", () => {
  const scheduler = new VirtualScheduler();
  const gap = new FrameGap(scheduler, 50);
  gap.heard(false);
  scheduler.advance(1_000);
  expect(gap.isOver).toBe(false);
});

/** Virtual time whose timers can fall behind its clock, as those of a busy machine do. */
class StallingScheduler implements Scheduler {
  readonly #time = new VirtualScheduler();
  #stalledMs = 0;

  nowMs(): number {
    return this.#time.nowMs() + this.#stalledMs;
  }

  after(delayMs: number, run: () => void): () => void {
    return this.#time.after(delayMs, run);
  }

  advance(ms: number): void {
    this.#time.advance(ms);
  }

  stall(ms: number): void {
    this.#stalledMs += ms;
  }
}

it("a simulator that stalls keeps what it had: bytes that waited came in time", () => {
  const scheduler = new StallingScheduler();
  const gap = new FrameGap(scheduler, 20);
  gap.heard(true);
  scheduler.stall(3_000);
  scheduler.advance(5);
  expect(gap.isOver).toBe(false);
});

interface Parts {
  readonly id: string;
  readonly stage: Stage;
  readonly line: Line;
  readonly scheduler: Scheduler;
}

const status = "02 00 30 03 35";
const recorded = [
  { atMs: 0, way: "in", bytes: bytes(status) },
  { atMs: 3, way: "out", bytes: bytes("02 00 35 FF FF 00 00 03 38") },
] as const;
const fixture = { driver: "cu16", baudRate: 19_200, hasRealNumbers: false, frames: recorded };

const devices: readonly (readonly [string, string, (parts: Parts) => unknown])[] = [
  ["cu16", status, (parts) => new Cu16Board({ ...parts, address: 0, wiring: new Map() })],
  [
    "pn532",
    "00 00 FF 02 FE D4 02 2A 00",
    (parts) => new Pn532Reader({ ...parts, startsAwake: true }),
  ],
  ["yrm100", "BB 00 03 00 01 00 04 7E", (parts) => new Yrm100Reader({ ...parts, range: () => [] })],
  ["recorded", status, (parts) => new FixtureDevice({ ...parts, fixture })],
];

describe.each(devices)("a %s device", (_name, order, make) => {
  /** How many bytes it answers to an order with a pause in its middle. */
  function answered(pause: (scheduler: StallingScheduler) => void): number {
    const scheduler = new StallingScheduler();
    const line = new MemoryLine({ name: "a", baudRate: 19_200, scheduler });
    make({ id: "a", stage: new Stage(smallWorld(), scheduler), line, scheduler });
    let count = 0;
    line.far.onBytes((chunk) => (count += chunk.length));
    const wire = bytes(order);
    line.far.write(wire.subarray(0, 3));
    scheduler.advance(5);
    pause(scheduler);
    line.far.write(wire.subarray(3));
    scheduler.advance(300);
    return count;
  }

  it("forgets an order that stops in its middle, and none for a stall of the simulator", () => {
    expect(answered((scheduler) => scheduler.advance(20))).toBeGreaterThan(0);
    expect(answered((scheduler) => scheduler.advance(200))).toBe(0);
    expect(answered((scheduler) => scheduler.stall(200))).toBeGreaterThan(0);
  });
});
