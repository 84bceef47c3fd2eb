// The pause that ends a frame: the silence of the line counts, the stall of a simulator does not.

import { expect, it } from "vitest";
import { FrameGap } from "../../device-sim/devices/frame-gap.ts";
import { VirtualScheduler, type Scheduler } from "../../device-sim/devices/scheduler.ts";

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

it("a simulator that stalls keeps what it had: bytes that waited came in time", () => {
  let due: (() => void) | undefined;
  let nowMs = 0;
  const stalling: Scheduler = {
    nowMs: () => nowMs,
    after: (_delayMs, run) => {
      due = run;
      return () => undefined;
    },
  };
  const gap = new FrameGap(stalling, 20);
  gap.heard(true);
  nowMs += 3_000;
  due?.();
  expect(gap.isOver).toBe(false);
});
