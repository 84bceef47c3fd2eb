// What becomes of an order to a CU16: answered, not sent, or unknown, and which bytes left.
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { Cu16Rig } from "./cu16-rig.ts";

const unlockOne = "02 00 31 03 36";
const setHalfSecond = "02 00 37 00 32 03 6E";
const set550 = "02 00 37 00 37 03 73";
/** An order without an answer is said three times. */
const thrice = (frame: string): string[] => [frame, frame, frame];

let rig: Cu16Rig;

beforeEach(() => {
  rig = new Cu16Rig();
});

describe("a starting board", () => {
  test("gets its unlock time before anything else, and no unlock", async () => {
    rig.board.start();
    await rig.time.advance(1_000);
    expect(rig.far.requests[0]).toBe(setHalfSecond);
    expect(rig.far.unlocks).toEqual([]);
    expect(rig.health).toEqual(["opening", "probing", "online"]);
  });

  test("takes no order before it answered", async () => {
    rig.far.muteCount = Infinity;
    rig.board.start();
    rig.order();
    await rig.time.advance(100);
    rig.order();
    await rig.time.advance(10_000);
    expect(rig.outcomes).toEqual(["not-sent", "not-sent"]);
    expect(rig.far.unlocks).toEqual([]);
    expect(rig.health).not.toContain("online");
  });
});

describe("an order to a board that is online", () => {
  beforeEach(() => rig.startOnline());

  test("sends one unlock frame at once, and the status after it is the answer", async () => {
    rig.order();
    await rig.time.advance(0);
    expect(rig.far.requests.at(-1)).toBe(unlockOne);
    expect(rig.outcomes).toEqual([]);
    await rig.time.advance(200);
    expect(rig.outcomes).toEqual(["answered"]);
    await rig.time.advance(5_000);
    expect(rig.far.unlocks).toEqual([unlockOne]);
  });

  test("is answered by a board that is busy while its coil is on", async () => {
    rig.far.busyCount = 4;
    rig.order();
    await rig.time.advance(3_000);
    expect(rig.outcomes).toEqual(["answered"]);
    expect(rig.far.unlocks).toEqual([unlockOne]);
    expect(rig.health.at(-1)).toBe("online");
  });

  test("is unknown when no status follows; the line is reopened, nothing is sent again", async () => {
    rig.far.busyCount = Infinity;
    rig.order();
    await rig.time.advance(1_500);
    expect(rig.outcomes).toEqual([]);
    await rig.time.advance(300);
    expect(rig.outcomes).toEqual(["unknown"]);
    rig.far.muteCount = 0;
    await rig.time.advance(60_000);
    expect(rig.health.at(-1)).toBe("online");
    expect(rig.socket.openCount).toBe(2);
    expect(rig.far.unlocks).toEqual([unlockOne]);
  });

  test("is unknown when the cable is pulled after its bytes left", async () => {
    rig.far.busyCount = Infinity;
    rig.order();
    await rig.time.advance(10);
    rig.socket.unplug();
    await rig.time.advance(0);
    expect(rig.outcomes).toEqual(["unknown"]);
  });

  test("past its deadline sends nothing", async () => {
    rig.order({ deadlineMonoMs: rig.time.monoMs() });
    await rig.time.advance(3_000);
    expect(rig.outcomes).toEqual(["not-sent"]);
    expect(rig.reasons).toEqual(["the deadline has passed"]);
    expect(rig.far.unlocks).toEqual([]);
  });

  test("that waits behind a busy board longer than its deadline sends nothing", async () => {
    rig.far.busyCount = 4;
    rig.order();
    await rig.time.advance(0);
    rig.order({ channel: 1, deadlineMonoMs: rig.time.monoMs() + 100 });
    await rig.time.advance(5_000);
    expect(rig.outcomes).toEqual(["answered", "not-sent"]);
    expect(rig.far.unlocks).toEqual([unlockOne]);
  });

  test("waits for the one before it, and each is sent once", async () => {
    rig.order();
    rig.order({ channel: 2 });
    await rig.time.advance(0);
    expect(rig.far.unlocks).toEqual([unlockOne]);
    await rig.time.advance(1_000);
    expect(rig.outcomes).toEqual(["answered", "answered"]);
    expect(rig.far.unlocks).toEqual([unlockOne, "02 02 31 03 38"]);
  });

  test("to an unplugged board sends nothing, now or after replug", async () => {
    rig.socket.unplug();
    rig.order();
    await rig.time.advance(300);
    rig.order();
    rig.socket.plug();
    await rig.time.advance(60_000);
    expect(rig.outcomes).toEqual(["not-sent", "not-sent"]);
    expect(rig.far.unlocks).toEqual([]);
    expect(rig.far.requests[0]).toBe(setHalfSecond);
  });

  test("with another pulse time sets it first, confirmed by a status, and only when it differs", async () => {
    rig.order({ pulseMs: 541 });
    await rig.time.advance(1_000);
    rig.order({ pulseMs: 550 });
    await rig.time.advance(1_000);
    const orders = rig.far.requests.filter((request) => !request.startsWith("02 00 30"));
    expect(orders).toEqual([...thrice(set550), unlockOne, unlockOne]);
    const at = rig.far.requests.indexOf(set550);
    expect(rig.far.requests.slice(at, at + 5)).toEqual([
      ...thrice(set550),
      "02 00 30 03 35",
      unlockOne,
    ]);
    expect(rig.outcomes).toEqual(["answered", "answered"]);
  });

  test("sets the pulse time again when a poll was not answered before", async () => {
    rig.far.muteCount = 1;
    await rig.time.advance(600);
    rig.order();
    await rig.time.advance(1_000);
    const orders = rig.far.requests.filter((request) => !request.startsWith("02 00 30"));
    expect(orders).toEqual([...thrice(setHalfSecond), unlockOne]);
    expect(rig.socket.openCount).toBe(1);
  });

  test("is not sent when the new pulse time is not confirmed", async () => {
    rig.far.muteCount = 1;
    rig.order({ pulseMs: 700 });
    await rig.time.advance(1_000);
    expect(rig.outcomes).toEqual(["not-sent"]);
    expect(rig.far.unlocks).toEqual([]);
    rig.order();
    await rig.time.advance(1_000);
    const orders = rig.far.requests.filter((request) => !request.startsWith("02 00 30"));
    expect(orders.slice(3)).toEqual([...thrice(setHalfSecond), unlockOne]);
  });

  test.each([5_001, 0, -1, Number.NaN, Infinity])(
    "for a pulse of %d ms is refused unsent",
    async (pulseMs) => {
      rig.order({ pulseMs });
      await rig.time.advance(1_000);
      expect(rig.outcomes).toEqual(["not-sent"]);
      expect(rig.far.unlocks).toEqual([]);
    },
  );

  test.each([16, -1, 0.5])("for channel %d is refused unsent", async (channel) => {
    rig.order({ channel });
    await rig.time.advance(1_000);
    expect(rig.outcomes).toEqual(["not-sent"]);
    expect(rig.far.unlocks).toEqual([]);
  });

  test("does not take the late answer to an earlier poll for its own", async () => {
    rig.far.isHolding = true;
    await rig.time.advance(200);
    expect(rig.far.heldAnswers).toHaveLength(1);
    rig.order();
    await rig.time.advance(155);
    expect(rig.far.unlocks).toEqual([]);
    for (const late of rig.far.heldAnswers.splice(0)) rig.socket.send(late);
    rig.far.isHolding = false;
    rig.far.busyCount = Infinity;
    await rig.time.advance(3_000);
    expect(rig.far.unlocks).toEqual([unlockOne]);
    expect(rig.outcomes).toEqual(["unknown"]);
  });

  test("is not sent on the word of a late answer, when the board is silent since", async () => {
    rig.far.isHolding = true;
    await rig.time.advance(200);
    const [late] = rig.far.heldAnswers;
    rig.far.muteCount = Infinity;
    rig.order();
    await rig.time.advance(140);
    rig.socket.send(late ?? []);
    await rig.time.advance(3_000);
    expect(late).toBeDefined();
    expect(rig.outcomes).toEqual(["not-sent"]);
    expect(rig.far.unlocks).toEqual([]);
  });

  test("is sent once when the line was busy with other bytes, and not at all when it stays so", async () => {
    rig.socket.refuseCount = 1;
    rig.order();
    await rig.time.advance(1_000);
    rig.socket.refuseCount = 2;
    rig.order({ channel: 1 });
    await rig.time.advance(1_000);
    expect(rig.outcomes).toEqual(["answered", "not-sent"]);
    expect(rig.far.unlocks).toEqual([unlockOne]);
  });

  test("beyond what the line can hold is refused unsent, none is lost", async () => {
    for (let count = 0; count < 40; count += 1) {
      rig.order({ deadlineMonoMs: rig.time.monoMs() + 60_000 });
    }
    await rig.time.advance(60_000);
    expect(rig.outcomes).toHaveLength(40);
    const answered = rig.outcomes.filter((outcome) => outcome === "answered").length;
    expect(rig.far.unlocks).toHaveLength(answered);
    expect(answered).toBeLessThan(20);
  });

  test("still waiting when the board is stopped is not sent, the one on the line is unknown", async () => {
    rig.far.busyCount = Infinity;
    rig.order();
    rig.order({ channel: 1 });
    await rig.time.advance(50);
    await rig.board.stop();
    await rig.time.advance(60_000);
    expect(rig.outcomes).toEqual(["unknown", "not-sent"]);
    expect(rig.far.unlocks).toEqual([unlockOne]);
    expect(rig.time.keys).toEqual([]);
  });
});

describe("whenever the cable is pulled and put back", () => {
  test("no unlock leaves that was not reported as sent, and none after the replug", async () => {
    const moment = fc.integer({ min: 0, max: 1_500 });
    const orders = fc.array(fc.tuple(moment, fc.nat(15)), { minLength: 1, maxLength: 5 });
    const gap = fc.integer({ min: 1, max: 3_000 });
    await fc.assert(
      fc.asyncProperty(orders, moment, gap, fc.nat(6), async (all, pulled, away, busy) => {
        const one = new Cu16Rig();
        await one.startOnline();
        one.far.busyCount = busy;
        const steps = [
          ...all.map(([at, channel]) => ({ at, channel })),
          { at: pulled, channel: -1 },
        ];
        let now = 0;
        for (const { at, channel } of steps.toSorted((a, b) => a.at - b.at)) {
          await one.time.advance(at - now);
          now = at;
          if (channel < 0) one.socket.unplug();
          else one.order({ channel });
        }
        await one.time.advance(away);
        const leftBefore = one.far.unlocks.length;
        one.socket.plug();
        await one.time.advance(60_000);
        expect(one.far.unlocks).toHaveLength(leftBefore);
        expect(one.outcomes).toHaveLength(all.length);
        expect(one.outcomes.filter((outcome) => outcome !== "not-sent")).toHaveLength(leftBefore);
        expect(one.health.at(-1)).toBe("online");
      }),
      { numRuns: 60 },
    );
  });
});
