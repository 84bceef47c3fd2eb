// What a driver says of an order's end reaches the core as it was said.

import { expect, it } from "vitest";
import { effectRunner } from "../../../gateway/app/loop/effects.ts";
import type { Input } from "../../../gateway/custody/inputs.ts";
import type { LockBoard, PulseResult } from "../../../gateway/ports/devices.ts";
import { ManualTime, settled } from "./manual-time.ts";

const order = { kind: "pulseLock", box: "box-a", compartment: 1, intentSeq: 7 } as const;

async function toldOf(result: PulseResult): Promise<readonly Input[]> {
  const told: Input[] = [];
  const board: LockBoard = {
    id: "lock-a",
    channelCount: 1,
    pulse: () => Promise.resolve(result),
    onInputs: () => () => undefined,
    onHealth: () => () => undefined,
    symptoms: () => ({}),
    start: () => undefined,
    stop: () => Promise.resolve(),
  };
  const run = effectRunner({
    locks: new Map([["box-a#1", { board, channel: 0 }]]),
    timers: new ManualTime(),
    offer: (input) => void told.push(input),
    show: () => undefined,
  });
  run({ ...order, pulseMs: 500, deadlineMonoMs: 2_000 });
  await settled();
  return told;
}

it("an output that may still be on is told to the core, which then keeps its supply group", async () => {
  const reason = "the line may still be on";
  expect(await toldOf({ outcome: "unknown", isReleased: false, reason })).toEqual([
    { kind: "PulseEnded", intentSeq: 7, outcome: "unknown", isReleased: false, detail: reason },
  ]);
  expect(await toldOf({ outcome: "answered" })).toEqual([
    { kind: "PulseEnded", intentSeq: 7, outcome: "answered", detail: "" },
  ]);
});
