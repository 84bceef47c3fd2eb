// What every lock board does on every line: the contract of the `LockBoard` port as tests.
import { describe, expect, test } from "vitest";
import { BoardRig, wordsOf } from "./board-rig.ts";
import type { BoardKind } from "./board-kinds.ts";
import type { Stand } from "./stands.ts";

type MakeRig = (options?: ConstructorParameters<typeof BoardRig>[2]) => Promise<BoardRig>;

/** Declares a test whose rigs are stopped at its end. */
type BoardTest = (name: string, run: (make: MakeRig) => Promise<void>) => void;

/** The contract for one kind of board on one kind of line; real lines may run side by side. */
export function describeLockBoard(kind: BoardKind, makeStand: () => Promise<Stand>): void {
  const boardTest: BoardTest = (name, run) =>
    test(name, async () => {
      const rigs: BoardRig[] = [];
      try {
        await run(async (options) => {
          const rig = new BoardRig(await makeStand(), kind, options);
          rigs.push(rig);
          return rig;
        });
      } finally {
        for (const rig of rigs) await rig.stop();
      }
    });

  describe(`a ${kind.name}`, () => {
    describeOrders(kind, boardTest);
    describeCable(kind, boardTest);
    describeBadLine(boardTest);
    describeSharedLine(boardTest);
  });
}

function describeOrders(kind: BoardKind, boardTest: BoardTest): void {
  boardTest("is made safe before anything else, and takes no order before that", async (make) => {
    const rig = await make();
    rig.start();
    await expect(rig.order()).resolves.toMatchObject({ outcome: "not-sent" });
    rig.plug();
    await rig.untilOnline();
    expect(rig.far.requests[0]).toBe(kind.firstWords);
    expect(rig.far.unlocks).toEqual([]);
  });

  boardTest("gets one unlock frame for an order, and answers", async (make) => {
    const rig = await make();
    await rig.startOnline();
    await expect(rig.order()).resolves.toEqual({ outcome: "answered" });
    await rig.rounds(10);
    expect(rig.far.unlocks).toEqual([kind.unlockThree]);
    expect(rig.firstFar.pulses).toEqual([2]);
  });

  boardTest(
    "gets no byte of an order whose deadline passed, or that is out of bounds",
    async (make) => {
      const rig = await make();
      await rig.startOnline();
      const orders = [
        { deadlineMonoMs: 0 },
        { pulseMs: 5_001 },
        { pulseMs: 0 },
        { pulseMs: Number.NaN },
        { channel: -1 },
        { channel: 50 },
        { channel: 0.5 },
      ];
      for (const order of orders) {
        await expect(rig.order(order)).resolves.toMatchObject({ outcome: "not-sent" });
      }
      await rig.rounds(5);
      expect(rig.far.unlocks).toEqual([]);
    },
  );

  boardTest("tells which door or bolt opens", async (make) => {
    const rig = await make();
    await rig.startOnline();
    const isClosed = (channel: number): boolean | undefined => {
      const inputs = rig.first.inputs.get(channel);
      return inputs?.isDoorClosed ?? inputs?.isHookClosed;
    };
    await rig.rounds(4);
    expect(isClosed(2)).toBe(true);
    rig.firstFar.closed[2] = false;
    await rig.rounds(5);
    expect(isClosed(2)).toBe(false);
    expect(isClosed(3)).toBe(true);
  });
}

function describeCable(kind: BoardKind, boardTest: BoardTest): void {
  boardTest("gets nothing old when its cable is put back", async (make) => {
    const rig = await make();
    await rig.startOnline();
    rig.stand.unplug();
    await rig.stand.until("the end", () => rig.words !== "online");
    expect([...rig.first.inputs.values()].map((one) => one.isHookClosed)).not.toContain(true);
    await expect(rig.order()).resolves.toMatchObject({ outcome: "not-sent" });
    rig.far.requests.length = 0;
    rig.plug();
    await rig.untilOnline();
    await rig.rounds(10);
    expect(rig.far.requests[0]).toBe(kind.firstWords);
    expect(rig.far.unlocks).toEqual([]);
    await expect(rig.order()).resolves.toEqual({ outcome: "answered" });
  });

  boardTest(
    "that dies with an order is not ordered again, whatever becomes of it",
    async (make) => {
      const rig = await make();
      await rig.startOnline();
      rig.far.diesAtUnlock = true;
      await expect(rig.order()).resolves.toMatchObject({ outcome: "unknown" });
      rig.far.diesAtUnlock = false;
      rig.far.isMute = false;
      await rig.stand.until("online again", () => rig.words === "online");
      await rig.rounds(10);
      expect(rig.far.unlocks).toEqual([kind.unlockThree]);
    },
  );

  boardTest(
    "whose cable is cut at any byte of an order opens once or not at all, as reported",
    async (make) => {
      const rig = await make();
      await rig.startOnline();
      for (let at = 1; at <= 22; at += 3) {
        rig.far.unlocks.length = 0;
        rig.firstFar.pulses.length = 0;
        rig.far.cut = () => rig.stand.unplug();
        rig.far.cutAfter(at);
        const { outcome } = await rig.order();
        await rig.stand.until("the cut", () => rig.words !== "online");
        if (outcome === "not-sent") expect(rig.firstFar.pulses, `byte ${at}`).toEqual([]);
        if (outcome === "answered") expect(rig.firstFar.pulses, `byte ${at}`).toEqual([2]);
        const { length } = rig.far.unlocks;
        rig.far.mend();
        rig.plug();
        await rig.untilOnline();
        await rig.rounds(3);
        expect(rig.far.unlocks.length, `byte ${at}`).toBe(length);
        expect(length).toBeLessThanOrEqual(1);
      }
    },
  );
}

function describeBadLine(boardTest: BoardTest): void {
  boardTest("that is silent is named, and gets no unlock", async (make) => {
    const rig = await make();
    rig.far.isMute = true;
    rig.plug();
    rig.start();
    await rig.stand.until("a reason", () => rig.words.includes("no answer from address 1"));
    await expect(rig.order()).resolves.toMatchObject({ outcome: "not-sent" });
    expect(rig.symptoms["no-answer"]).toBeGreaterThan(0);
    expect(rig.far.unlocks).toEqual([]);
  });

  boardTest("on a line of garbage is named, and gets no unlock", async (make) => {
    const rig = await make();
    let seed = 1;
    rig.far.disturb = (answer) =>
      answer.map(() => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) >> 16) & 0xff);
    rig.plug();
    rig.start();
    await rig.stand.until("a reason", () => rig.words.includes("wrong baud rate"));
    await expect(rig.order()).resolves.toMatchObject({ outcome: "not-sent" });
    expect(rig.symptoms.garbled).toBeGreaterThan(0);
    expect(rig.far.unlocks).toEqual([]);
  });

  boardTest("whose answers are cut in half is not believed, and recovers", async (make) => {
    const rig = await make();
    await rig.startOnline();
    rig.far.disturb = (answer) => answer.slice(0, answer.length / 2);
    await rig.stand.until("doubt", () => rig.words !== "online");
    expect([...rig.first.inputs.values()].map((one) => one.isHookClosed)).not.toContain(true);
    await expect(rig.order()).resolves.toMatchObject({ outcome: "not-sent" });
    expect(rig.symptoms["half-frame"]).toBeGreaterThan(0);
    rig.far.disturb = (answer) => answer;
    await rig.untilOnline();
    await expect(rig.order()).resolves.toEqual({ outcome: "answered" });
  });

  boardTest("works through noise around its answers", async (make) => {
    const rig = await make();
    rig.far.disturb = (answer) => [0x00, 0xff, 0x7e, ...answer, 0x55];
    await rig.startOnline();
    await expect(rig.order()).resolves.toEqual({ outcome: "answered" });
    expect(rig.symptoms.noise).toBeGreaterThan(0);
    expect(rig.far.unlocks).toHaveLength(1);
  });

  boardTest("on a line that echoes is named and gets no unlock", async (make) => {
    const rig = await make();
    rig.far.hasEcho = true;
    rig.plug();
    rig.start();
    await rig.stand.until("a reason", () => rig.words.includes("localEcho"));
    await expect(rig.order()).resolves.toMatchObject({ outcome: "not-sent" });
    expect(rig.symptoms.echo).toBeGreaterThan(0);
    expect(rig.far.unlocks).toEqual([]);
  });

  boardTest("works on a line that echoes when the echo is stripped", async (make) => {
    const rig = await make({ isStripping: true });
    rig.far.hasEcho = true;
    await rig.startOnline();
    await expect(rig.order()).resolves.toEqual({ outcome: "answered" });
    expect(rig.symptoms.echo).toBeUndefined();
    expect(rig.far.unlocks).toHaveLength(1);
  });
}

function describeSharedLine(boardTest: BoardTest): void {
  boardTest(
    "that shares its address with another is named, and neither gets an unlock",
    async (make) => {
      const rig = await make();
      rig.far.boards = [rig.firstFar, rig.firstFar];
      rig.plug();
      rig.start();
      await rig.stand.until("a reason", () =>
        rig.words.includes("two devices answer at address 1"),
      );
      await expect(rig.order()).resolves.toMatchObject({ outcome: "not-sent" });
      expect(rig.symptoms["duplicate-address"]).toBeGreaterThan(0);
      expect(rig.first.health.map(({ state }) => state)).not.toContain("online");
      expect(rig.far.unlocks).toEqual([]);
    },
  );

  boardTest(
    "goes on while another on its line is dead, which comes back by itself",
    async (make) => {
      const rig = await make({ addresses: [1, 2] });
      const [, second] = rig.boards;
      const [one, two] = rig.far.boards;
      rig.far.boards = one === undefined ? [] : [one];
      rig.plug();
      rig.start();
      await rig.stand.until("one online", () => rig.words === "online");
      await rig.stand.until("the other named", () =>
        (second === undefined ? "" : wordsOf(second)).includes("no answer from address 2"),
      );
      await expect(rig.order()).resolves.toEqual({ outcome: "answered" });
      expect(rig.words).toBe("online");
      expect(one?.pulses).toEqual([2]);
      if (two !== undefined) rig.far.boards.push(two);
      await rig.untilOnline();
      expect(two?.pulses).toEqual([]);
      expect(rig.first.health.filter(({ state }) => state === "online")).toHaveLength(1);
    },
  );
}
