// A program that stood still: taps that waited in the kernel open no door when it goes on.

import { describe, expect, it } from "vitest";
import { custodyCore, type CustodyCore } from "../../../gateway/app/loop/custody-core.ts";
import { storedCounters } from "../../../gateway/custody/access/counters.ts";
import { lateForMs, LoopLag, standstillMaxMs } from "../../../gateway/app/loop/loop-lag.ts";
import { MemoryLog } from "./fixtures.ts";
import { badge, readyRig } from "./loop-rig.ts";
import { ManualTime, settled } from "./manual-time.ts";

function watched() {
  const time = new ManualTime();
  const log = new MemoryLog();
  const stood: number[] = [];
  const onStandstill = (): number => stood.push(time.nowMs);
  const lag = new LoopLag({ clock: time, timers: time, log, onStandstill });
  lag.start();
  return { time, log, lag, stood };
}

describe("a loop that stood still", () => {
  it("takes what is read right behind it for late, whether its timer ran first or not", async () => {
    for (const hasTurned of [true, false]) {
      const { time, log, lag, stood } = watched();
      await time.advance(10_000);
      expect(lag.isLate()).toBe(false);
      time.jump(standstillMaxMs + 300);
      if (hasTurned) await time.advance(10);
      expect(lag.isLate()).toBe(true);
      await time.advance(lateForMs + 1);
      expect(lag.isLate()).toBe(false);
      expect(log.lines).toHaveLength(1);
      expect(stood).toHaveLength(1);
    }
  });

  it("is not noticed below its bound", async () => {
    const { time, lag } = watched();
    time.jump(standstillMaxMs);
    await time.advance(10);
    expect(lag.isLate()).toBe(false);
  });

  it("is told to the core before a timer that comes in behind it", async () => {
    const taken: string[] = [];
    const core: CustodyCore = {
      ...custodyCore,
      decide: (state, input, now) => {
        taken.push(input.kind);
        return custodyCore.decide(state, input, now);
      },
    };
    let tell: () => void = () => undefined;
    const { loop } = await readyRig(core, () => {
      tell();
      return true;
    });
    tell = () => loop.offer({ kind: "StandstillSeen" });
    taken.length = 0;
    loop.offer({ kind: "TimerDue", key: "coil:s" });
    await settled();
    expect(taken).toEqual(["StandstillSeen", "TimerDue"]);
  });

  it("opens for no badge read behind it, counts it, and keeps its counter", async () => {
    let isLate = true;
    const { loop, board } = await readyRig(undefined, () => isLate);
    expect(loop.offer(badge)).toBe("refused");
    expect(loop.offer({ ...badge, counter: 4 })).toBe("refused");
    await settled();
    expect(board.orders).toEqual([]);
    expect(loop.counts.stale).toBe(2);
    const { counters = {} } = storedCounters(loop.state.durable.counters);
    expect(Object.values(counters)).toEqual([4]);
    isLate = false;
    expect(loop.offer({ ...badge, counter: 5 })).toBe("queued");
    await settled();
    expect(board.orders).toHaveLength(1);
  });
});
