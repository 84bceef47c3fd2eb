// The watchdog is fed by work that was done, never by the passing of time.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { watchProgress } from "../../../gateway/app/health/progress-watch.ts";
import {
  firstProgress,
  judgeProgress,
  type BoardSign,
  type Signs,
} from "../../../gateway/app/health/progress.ts";
import { MemoryLog } from "./fixtures.ts";
import { ManualTime } from "./manual-time.ts";

const windowMs = 5_000;
const polled: BoardSign = { id: "lock-a", isOnline: true, pollCount: 7 };
const rest: Signs = {
  monoMs: 1_000,
  takenCount: 3,
  waitingCount: 0,
  isPaused: false,
  isJournalUsable: true,
  boards: [],
};

/** What stands still when `signs` are seen `afterMs` after `first`. */
function stuckAfter(first: Signs, signs: Partial<Signs>, afterMs: number): readonly string[] {
  const later = { ...first, ...signs, monoMs: first.monoMs + afterMs };
  return judgeProgress(firstProgress(first), later, windowMs).stuck;
}

describe("a gateway makes progress", () => {
  it("while its queue is empty, however long", () => {
    expect(stuckAfter(rest, {}, 3_600_000)).toEqual([]);
  });

  it("while inputs are taken, however many wait", () => {
    expect(stuckAfter(rest, { waitingCount: 200, takenCount: 4 }, windowMs + 1)).toEqual([]);
    const busy = { ...rest, waitingCount: 200 };
    expect(stuckAfter(busy, {}, windowMs)).toEqual([]);
    expect(stuckAfter(busy, {}, windowMs + 1)).toEqual(["200 inputs wait and none is taken"]);
  });

  it("while inputs wait for space in the journal: a restart would make none", () => {
    const full = { ...rest, waitingCount: 5, isPaused: true };
    expect(stuckAfter(full, {}, 3_600_000)).toEqual([]);
  });

  it("not once the journal failed", () => {
    expect(stuckAfter(rest, { isJournalUsable: false }, 1)).toEqual(["the journal failed"]);
  });

  it("while every lock board is polled, or known to be offline, or never polled at all", () => {
    const having = (board: BoardSign): Signs => ({ ...rest, boards: [board] });
    const stuck = ["lock board lock-a is online and not polled"];
    expect(stuckAfter(having(polled), {}, windowMs + 1)).toEqual(stuck);
    expect(stuckAfter(having(polled), {}, windowMs)).toEqual([]);
    const once = { boards: [{ ...polled, pollCount: 8 }] };
    expect(stuckAfter(having(polled), once, windowMs + 1)).toEqual([]);
    expect(stuckAfter(having({ ...polled, isOnline: false }), {}, windowMs + 1)).toEqual([]);
    expect(stuckAfter(having({ ...polled, pollCount: undefined }), {}, windowMs + 1)).toEqual([]);
  });

  it("by every board: one that is polled does not speak for another", () => {
    const other = { ...polled, id: "lock-b" };
    const boards = [polled, other];
    const later = { boards: [{ ...polled, pollCount: 9 }, other] };
    expect(stuckAfter({ ...rest, boards }, later, windowMs + 1)).toEqual([
      "lock board lock-b is online and not polled",
    ]);
  });

  it("again as soon as it moves, whatever stood still before", () => {
    const looks = fc.array(fc.nat(4_000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(looks, (gaps) => {
        let signs: Signs = { ...rest, waitingCount: 1, boards: [polled] };
        let progress = firstProgress(signs);
        for (const gapMs of gaps) {
          signs = { ...signs, monoMs: signs.monoMs + gapMs };
          ({ progress } = judgeProgress(progress, signs, windowMs));
        }
        const moved = { ...signs, takenCount: 99, boards: [{ ...polled, pollCount: 99 }] };
        expect(judgeProgress(progress, moved, windowMs).stuck).toEqual([]);
        const idleMs = signs.monoMs - rest.monoMs;
        expect(judgeProgress(progress, signs, windowMs).stuck.length > 0).toBe(idleMs > windowMs);
      }),
    );
  });
});

class CountingSupervisor {
  readonly watchdogMs: number | undefined;
  fedCount = 0;
  readonly said: string[] = [];

  constructor(watchdogMs: number | undefined) {
    this.watchdogMs = watchdogMs;
  }

  ready(): void {}
  stopping(): void {}
  status(text: string): void {
    this.said.push(text);
  }
  progress(): void {
    this.fedCount += 1;
  }
}

function watched(watchdogMs: number | undefined) {
  const time = new ManualTime();
  const supervisor = new CountingSupervisor(watchdogMs);
  const log = new MemoryLog();
  let signs: Signs = { ...rest, boards: [polled] };
  const read = (): Signs => ({ ...signs, monoMs: time.read().monoUs / 1_000 });
  const stuck = watchProgress({ supervisor, timers: time, log, signs: read });
  const change = (to: Partial<Signs>): void => void (signs = { ...signs, ...to });
  return { time, supervisor, log, stuck, change };
}

describe("the watchdog", () => {
  it("starves when a board is no longer polled, and is fed again when it is", async () => {
    const { time, supervisor, log, stuck, change } = watched(15_000);
    for (let count = 8; count < 20; count += 1) {
      change({ boards: [{ ...polled, pollCount: count }] });
      await time.advance(2_500);
    }
    const before = supervisor.fedCount;
    expect(before).toBeGreaterThanOrEqual(10);
    for (let each = 0; each < 12; each += 1) await time.advance(2_500);
    expect(supervisor.fedCount - before).toBeLessThanOrEqual(3);
    expect(supervisor.said.at(-1)).toContain("lock-a is online and not polled");
    expect(stuck()).toHaveLength(1);
    expect(log.lines.filter(({ level }) => level === "error")).toHaveLength(1);
    change({ boards: [{ ...polled, pollCount: 99 }] });
    await time.advance(2_500);
    expect(supervisor.said.at(-1)).toBe("working");
    expect(stuck()).toEqual([]);
  });

  it("of nobody is not fed and costs no timer", async () => {
    const { time, supervisor } = watched(undefined);
    await time.advance(60_000);
    expect(supervisor.fedCount).toBe(0);
  });
});
