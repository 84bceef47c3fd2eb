// Several boards of one protocol on one line: whose fault it is, and who must not suffer from it.
import * as fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { boardKinds, type BoardKind } from "./board-kinds.ts";
import { BoardRig, wordsOf } from "./board-rig.ts";
import { memoryStand } from "./stands.ts";

const rigs: BoardRig[] = [];

async function makeRig(kind: BoardKind, addresses: readonly number[]): Promise<BoardRig> {
  const rig = new BoardRig(await memoryStand(), kind, { addresses });
  rigs.push(rig);
  return rig;
}

afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.stop();
});

describe.each(boardKinds)("a line of several: $name", (kind) => {
  test("brings an order to the one board it is for", async () => {
    const rig = await makeRig(kind, [1, 2, 3]);
    await rig.startOnline();
    await rig.order({ channel: 4 });
    expect(rig.far.boards.map((board) => board.pulses)).toEqual([[4], [], []]);
  });

  test("names two boards whose answers collide, while the others go on", async () => {
    const rig = await makeRig(kind, [1, 2]);
    // What is left of two answers at once: bytes, and no sum that is right.
    rig.far.disturb = (answer) =>
      isFrom(answer, 2) ? answer.map((byte, at) => (at > 1 ? byte & 0x11 : byte)) : answer;
    rig.plug();
    rig.start();
    await rig.stand.until("one online", () => rig.words === "online");
    const other = rig.boards[1];
    if (other === undefined) throw new Error("two boards");
    await rig.stand.until("a reason", () =>
      wordsOf(other).includes("two devices with one address"),
    );
    expect(other.board.symptoms()["duplicate-address"]).toBeGreaterThan(0);
    expect(rig.words).toBe("online");
  });

  test("keeps its connection when one board dies with an order, as the others prove", async () => {
    const rig = await makeRig(kind, [1, 2]);
    await rig.startOnline();
    rig.far.disturb = (answer) => (isFrom(answer, 1) ? [] : answer);
    await expect(rig.order()).resolves.toMatchObject({ outcome: "unknown" });
    const isNamed = (): boolean => rig.words.includes("no answer from address 1");
    await rig.stand.until("the dead one named", isNamed);
    const [, other] = rig.boards;
    expect(other?.health.filter(({ state }) => state === "online")).toHaveLength(1);
    rig.far.disturb = (answer) => answer;
    await rig.untilOnline();
    await rig.rounds(10);
    expect(rig.far.unlocks).toEqual([kind.unlockThree]);
  });

  test("asks a dead board ever more seldom", async () => {
    const rig = await makeRig(kind, [1, 2]);
    rig.far.boards = rig.far.boards.slice(0, 1);
    rig.plug();
    rig.start();
    const other = rig.boards[1];
    const missed = (): number => other?.board.symptoms()["no-answer"] ?? 0;
    await rig.stand.until("a minute", () => rig.stand.monoMs() > 61_000);
    const first = missed();
    await rig.stand.until("another minute", () => rig.stand.monoMs() > 121_000);
    expect(first).toBeLessThan(12);
    expect(missed() - first).toBeLessThan(4);
  });
});

/** Whether the answer is of this address: in the second byte, or in the first of Modbus. */
function isFrom(answer: readonly number[], address: number): boolean {
  const [first, second = 0] = answer;
  if (first === 0x02 && answer.length === 9) return second >> 4 === address;
  return first === 0x80 || first === 0x8a ? second === address : first === address;
}

describe.each(boardKinds)("a bad line to a $name", (kind) => {
  test("makes no unlock of its own, and none twice, whatever the noise and wherever the cut", async () => {
    const noise = fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 1, maxLength: 12 });
    const cut = fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(noise, cut, fc.boolean(), async (bursts, cutAfter, isHalf) => {
        const rig = await makeRig(kind, [1]);
        await rig.startOnline();
        let turn = 0;
        rig.far.disturb = (answer) => {
          const burst = bursts[turn % bursts.length] ?? [];
          turn += 1;
          return isHalf && turn % 3 === 0 ? [...burst] : [...burst, ...answer];
        };
        rig.far.cut = () => rig.stand.unplug();
        if (cutAfter !== undefined) rig.far.cutAfter(cutAfter);
        const results = [await rig.order(), await rig.order({ channel: 3 })];
        if (cutAfter !== undefined) {
          await rig.stand.until("the cut", () => rig.words !== "online");
          rig.far.mend();
          rig.plug();
        }
        rig.far.disturb = (answer) => answer;
        await rig.untilOnline();
        await rig.rounds(5);
        const sentCount = results.filter(({ outcome }) => outcome !== "not-sent").length;
        expect(rig.far.unlocks.length).toBeLessThanOrEqual(sentCount);
        expect(new Set(rig.firstFar.pulses).size).toBe(rig.firstFar.pulses.length);
      }),
      { numRuns: 60 },
    );
  });
});
