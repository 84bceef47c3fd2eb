// What is particular to an 8A/80 board: its feedback, its fixed pulse, reports of its own.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RequestBus } from "../../../gateway/adapters/boards/request-bus.ts";
import { xorBoard, type XorBoardOptions } from "../../../gateway/adapters/boards/xor-board.ts";
import { xorIdleRule } from "../../../gateway/adapters/boards/xor-frame.ts";
import { BoardRig } from "./board-rig.ts";
import { farXor, farXorProtocol } from "./far-xor.ts";
import { memoryStand } from "./stands.ts";

let rig: BoardRig;

async function makeRig(options: Partial<XorBoardOptions> = {}): Promise<void> {
  rig = new BoardRig(await memoryStand(), {
    name: "8A/80 board",
    protocol: farXorProtocol,
    firstWords: "",
    unlockThree: "",
    farBoard: farXor,
    boardsOn: (line, _addresses, pollMs) => {
      const bus = new RequestBus({ ...line, rule: xorIdleRule });
      return [xorBoard({ id: "lock-a", bus, monoMs: line.monoMs, pollMs, ...options })];
    },
  });
}

beforeEach(() => makeRig());
afterEach(() => rig.stop());

describe("an 8A/80 board", () => {
  test.each([
    ["11" as const, true],
    ["00" as const, false],
  ])("with feedback %s of closed locks tells bolts so", async (closedFeedback, isClosed) => {
    await makeRig({ closedFeedback });
    rig.firstFar.closed[5] = false;
    await rig.startOnline();
    await rig.rounds(4);
    expect(rig.first.inputs.get(0)?.isHookClosed).toBe(isClosed);
    expect(rig.first.inputs.get(5)?.isHookClosed).toBe(!isClosed);
    expect(rig.first.inputs.size).toBe(8);
  });

  test("is believed in spite of reports it sends unasked", async () => {
    rig.far.disturb = (answer) => [0x82, 0x01, 0x01, 0x00, 0x82, ...answer];
    await rig.startOnline();
    await expect(rig.order()).resolves.toEqual({ outcome: "answered" });
    expect(Object.keys(rig.symptoms)).toEqual(["noise"]);
  });

  test("whose answer to an unlock was lost is asked for that channel", async () => {
    await rig.startOnline();
    rig.far.disturb = (answer) => (answer[0] === 0x8a ? [] : answer);
    await expect(rig.order()).resolves.toEqual({ outcome: "answered" });
    expect(rig.far.requests).toContain("80 01 03 33 B1");
    expect(rig.far.unlocks).toHaveLength(1);
  });

  test("gets no unlock that allows less time than its own pulse", async () => {
    await makeRig({ pulseMs: 800 });
    await rig.startOnline();
    await expect(rig.order({ pulseMs: 500 })).resolves.toMatchObject({ outcome: "not-sent" });
    await expect(rig.order({ pulseMs: 800 })).resolves.toEqual({ outcome: "answered" });
    expect(rig.far.unlocks).toHaveLength(1);
  });

  test.each([[{ address: 0 }], [{ address: 32 }], [{ channelCount: 0 }], [{ channelCount: 51 }]])(
    "cannot be made with %o",
    async (options) => {
      await expect(makeRig(options)).rejects.toThrow(RangeError);
    },
  );
});
