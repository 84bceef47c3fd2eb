// Boards that answer late, as under load: one device is never taken for two, nor for another.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardKinds, type BoardKind } from "./board-kinds.ts";
import { BoardRig, type RiggedBoard } from "./board-rig.ts";
import type { FarBoard } from "./far-bus.ts";
import { memoryStand, type Stand } from "./stands.ts";

/** Each answer arrives after the next of `delays`, in ms. */
async function lateStand(delays: readonly number[]): Promise<Stand> {
  const stand = await memoryStand();
  let count = 0;
  return {
    ...stand,
    send: (bytes) => {
      count += 1;
      const delayMs = delays[count % delays.length] ?? 0;
      stand.timers.set(`late/${count}`, delayMs, () => stand.send(bytes));
    },
  };
}

/** What the driver says of a lock or door; undefined = it does not know. */
function reported({ inputs }: RiggedBoard, channel: number): boolean | undefined {
  const now = inputs.get(channel);
  return now?.isDoorClosed ?? now?.isHookClosed;
}

function duplicatesOf(rig: BoardRig): number {
  const counts = rig.boards.map(({ board }) => board.symptoms()["duplicate-address"] ?? 0);
  return counts.reduce((sum, count) => sum + count, 0);
}

async function pass(rig: BoardRig, ms: number): Promise<void> {
  const endMs = rig.stand.monoMs() + ms;
  await rig.stand.until("time", () => rig.stand.monoMs() >= endMs);
}

function lockOf(boards: readonly FarBoard[], at: number): boolean[] {
  return boards[at]?.closed ?? [];
}

/** Delays within one range, so that runs of late answers come too. Boards may take 150 ms. */
function delaysUpTo(...maxMs: readonly number[]): fc.Arbitrary<readonly number[]> {
  const range = fc.constantFrom(...maxMs);
  return range.chain((max) =>
    fc.array(fc.integer({ min: 0, max }), { minLength: 3, maxLength: 24 }),
  );
}

/** Resolves to the number of times that one board was taken for two. */
async function checkLateAnswers(kind: BoardKind, lateMs: readonly number[]): Promise<number> {
  const rig = new BoardRig(await lateStand(lateMs), kind, { addresses: [1, 2] });
  lockOf(rig.far.boards, 1)[1] = false;
  rig.plug();
  rig.start();
  for (let turn = 0; turn < 4; turn += 1) {
    lockOf(rig.far.boards, 0)[0] = turn % 2 === 0;
    await pass(rig, 5_000);
    const [first, second] = rig.boards;
    if (first === undefined || second === undefined) throw new Error("two boards");
    expect([true, undefined]).toContain(reported(first, 1));
    expect([false, undefined]).toContain(reported(second, 1));
    expect([turn % 2 === 0, undefined]).toContain(reported(first, 0));
  }
  await rig.stop();
  return duplicatesOf(rig);
}

describe.each(boardKinds)("a $name that answers late", (kind) => {
  test("is never taken for two devices, and its inputs are its own", async () => {
    await fc.assert(
      fc.asyncProperty(delaysUpTo(40, 150), async (lateMs) => {
        expect(await checkLateAnswers(kind, lateMs)).toBe(0);
      }),
      { numRuns: 8 },
    );
  });

  // Doctor says of two answers to one question that they may be late ones.
  test("longer than a board may take still tells its own inputs only", async () => {
    const delays = delaysUpTo(300);
    await fc.assert(
      fc.asyncProperty(delays, async (lateMs) => void (await checkLateAnswers(kind, lateMs))),
      { numRuns: 8 },
    );
  });

  test("by seconds, over reconnects, is never taken for two devices", async () => {
    await fc.assert(
      fc.asyncProperty(delaysUpTo(700, 2_000), async (lateMs) => {
        const rig = new BoardRig(await lateStand(lateMs), kind);
        rig.plug();
        rig.start();
        await pass(rig, 20_000);
        expect(duplicatesOf(rig)).toBe(0);
        await rig.stop();
      }),
      { numRuns: 8 },
    );
  });

  test("once, in a line of good answers, stays online", async () => {
    const lateMs = Array.from({ length: 40 }, (_, at) => (at === 20 ? 320 : 3));
    const rig = new BoardRig(await lateStand(lateMs), kind);
    await rig.startOnline();
    await pass(rig, 10_000);
    expect(rig.first.health.map(({ state }) => state).at(-1)).toBe("online");
    expect(rig.first.health.filter(({ state }) => state === "online")).toHaveLength(1);
    expect(duplicatesOf(rig)).toBe(0);
    await rig.stop();
  });
});
