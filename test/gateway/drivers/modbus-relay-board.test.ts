// What is particular to a relay board: pulses by hardware, linkage, exceptions, lost answers.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { modbusIdleRule } from "../../../gateway/adapters/boards/modbus-frame.ts";
import {
  modbusRelayBoard,
  type ModbusRelayBoardOptions,
} from "../../../gateway/adapters/boards/modbus-relay-board.ts";
import { RequestBus } from "../../../gateway/adapters/boards/request-bus.ts";
import type { LockBoard } from "../../../gateway/ports/devices.ts";
import { BoardRig } from "./board-rig.ts";
import type { BoardKind } from "./board-kinds.ts";
import { farModbus, farModbusProtocol, type FarRelays } from "./far-modbus.ts";
import { memoryStand } from "./stands.ts";

let rig: BoardRig;
let far: FarRelays;

/** A rig whose far board the test can change, and whose driver has these options. */
async function makeRig(options: Partial<ModbusRelayBoardOptions> = {}): Promise<void> {
  far = farModbus(1);
  const kind: BoardKind = {
    name: "relay board",
    protocol: farModbusProtocol,
    firstWords: "",
    unlockThree: "",
    farBoard: () => far,
    boardsOn: (line, _addresses, pollMs): readonly LockBoard[] => {
      const bus = new RequestBus({ ...line, rule: modbusIdleRule });
      return [modbusRelayBoard({ id: "lock-a", bus, pollMs, ...options })];
    },
  };
  rig = new BoardRig(await memoryStand(), kind);
}

beforeEach(() => makeRig());
afterEach(() => rig.stop());

describe("a pulse of a relay board", () => {
  test.each([
    [1, 1],
    [100, 1],
    [500, 5],
    [541, 6],
    [5_000, 50],
  ])("of %d ms is a flash of %d tenths of a second", async (pulseMs, steps) => {
    await rig.startOnline();
    await expect(rig.order({ pulseMs })).resolves.toEqual({ outcome: "answered" });
    expect(far.flashes).toEqual([steps]);
  });

  test("is ended, with all others, on each connection", async () => {
    far.on.add(4);
    await rig.startOnline();
    expect([...far.on]).toEqual([]);
    far.on.add(5);
    rig.stand.unplug();
    await rig.stand.until("the end", () => rig.words !== "online");
    rig.plug();
    await rig.untilOnline();
    expect([...far.on]).toEqual([]);
  });

  test("whose answer was lost is answered when its relay is on", async () => {
    await rig.startOnline();
    rig.far.disturb = (answer) => (answer[1] === 0x05 ? [] : answer);
    await expect(rig.order()).resolves.toEqual({ outcome: "answered" });
    expect(rig.words).toBe("online");
    expect(far.flashes).toEqual([5]);
  });

  test("that was lost is unknown, and the board stays online", async () => {
    await rig.startOnline();
    rig.far.disturb = (answer) => {
      far.on.clear();
      return answer[1] === 0x05 ? [] : answer;
    };
    await expect(rig.order()).resolves.toMatchObject({ outcome: "unknown" });
    await rig.rounds(10);
    expect(rig.far.unlocks).toHaveLength(1);
    expect(rig.first.health.filter(({ state }) => state === "online")).toHaveLength(1);
  });

  test("that the board refuses is unknown, with the exception, and not sent again", async () => {
    await rig.startOnline();
    far.exceptions.set(0x05, 2);
    const result = await rig.order();
    expect(result).toMatchObject({ outcome: "unknown" });
    expect("reason" in result ? result.reason : "").toContain("exception 2, illegal address");
    await rig.rounds(10);
    expect(rig.far.unlocks).toHaveLength(1);
  });
});

describe("a relay board", () => {
  test("whose inputs drive its relays is refused with the channels, until that is changed", async () => {
    far.linkage = [0, 1, 0, 0, 0, 0, 2, 0];
    rig.plug();
    rig.start();
    await rig.stand.until("a reason", () => rig.words.includes("channels 2, 7"));
    await expect(rig.order()).resolves.toMatchObject({ outcome: "not-sent" });
    expect(rig.words).toMatch(/^backing-off: .*0x1000 to 0x1007/);
    far.linkage = undefined;
    await rig.untilOnline();
    expect(rig.far.unlocks).toEqual([]);
  });

  test("that does not say its linkage is asked again before it is trusted", async () => {
    far.linkage = [1, 0, 0, 0, 0, 0, 0, 0];
    far.ignoredFunctions.add(0x03);
    rig.plug();
    rig.start();
    await rig.stand.until("a try", () => rig.words !== "");
    await expect(rig.order()).resolves.toMatchObject({ outcome: "not-sent" });
    far.ignoredFunctions.clear();
    await rig.stand.until("a reason", () => rig.words.includes("channels 1"));
    expect(rig.far.unlocks).toEqual([]);
  });

  test.each([
    [0x05, "cannot switch all off (exception 1, illegal function"],
    [0x02, "has no such inputs (exception 1, illegal function"],
  ])("that answers function %d with an exception is refused", async (fn, words) => {
    far.exceptions.set(fn, 1);
    rig.plug();
    rig.start();
    await rig.stand.until("a reason", () => rig.words.includes(words));
    await expect(rig.order()).resolves.toMatchObject({ outcome: "not-sent" });
    far.exceptions.clear();
    await rig.untilOnline();
  });

  test("takes the level of a closed door from its profile", async () => {
    await makeRig({ doorClosedLevel: "off", channelCount: 4 });
    far.closed[1] = false;
    await rig.startOnline();
    await rig.rounds(4);
    expect([...rig.first.inputs].map(([channel, one]) => [channel, one.isDoorClosed])).toEqual([
      [0, false],
      [1, true],
      [2, false],
      [3, false],
    ]);
    expect(rig.first.inputs.get(0)).toMatchObject({ isHookClosed: undefined });
  });

  test.each([
    [{ address: 0 }],
    [{ address: 248 }],
    [{ channelCount: 0 }],
    [{ channelCount: 33 }],
    [{ channelCount: 1.5 }],
  ])("cannot be made with %o", async (options) => {
    await expect(makeRig(options)).rejects.toThrow(RangeError);
  });
});
