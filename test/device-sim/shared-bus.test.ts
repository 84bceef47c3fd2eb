// Several boards on one pair of wires: addresses, collisions, duplicate addresses, one seed.

import { expect, it } from "vitest";
import { modbusFrame } from "../../device-sim/devices/modbus-frame.ts";
import { ModbusRelay } from "../../device-sim/devices/modbus-relay.ts";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { XorBoard } from "../../device-sim/devices/xor-board.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { SharedBus } from "../../device-sim/lines/shared-bus.ts";
import { bytes, hex } from "./bytes.ts";
import { smallWorld } from "./rig.ts";

const readCoils = [0x01, 0, 0, 0, 8] as const;

/** Modbus boards at the given addresses, each with one compartment, on one bus. */
function busOf(addresses: readonly number[], seed = 1) {
  const scheduler = new VirtualScheduler();
  const stage = new Stage(smallWorld(), scheduler);
  const trunk = new MemoryLine({ name: "bus", baudRate: 9_600, scheduler });
  const bus = new SharedBus({ line: trunk, scheduler, seed });
  const taps = addresses.map(() => bus.tap());
  const boards = addresses.map((address, at) => {
    const wiring = new Map([[0, { box: "box-a", compartment: at + 1 }]]);
    const line = taps[at] ?? trunk;
    return new ModbusRelay({ id: `lock-${at}`, address, wiring, stage, line, scheduler });
  });
  let heard: number[] = [];
  trunk.far.onBytes((chunk) => heard.push(...chunk));
  stage.start();
  const ask = (frame: Uint8Array, ms = 100): string => {
    heard = [];
    trunk.far.write(frame);
    scheduler.advance(ms);
    return hex(heard);
  };
  return { scheduler, stage, trunk, bus, taps, boards, ask };
}

it("the board that is asked answers, and no other", () => {
  const { ask, boards, bus } = busOf([1, 2]);
  for (const address of [1, 2, 1]) {
    expect(ask(modbusFrame(address, readCoils))).toBe(hex(modbusFrame(address, [0x01, 1, 0])));
  }
  expect(boards.map((board) => board.replyCount)).toEqual([2, 1]);
  expect(ask(modbusFrame(3, readCoils))).toBe("");
  expect(bus.collisionCount).toBe(0);
});

it("a board hears the answers of its neighbors and obeys none of them", () => {
  const { ask, stage, scheduler } = busOf([1, 2]);
  ask(modbusFrame(1, [0x05, 2, 0, 0, 3]));
  scheduler.advance(1_000);
  const on = stage.world.compartments.filter((one) => one.coil.onSinceMs > 0);
  expect(on.map((one) => one.compartment)).toEqual([1]);
});

it("two boards at one address corrupt each other, in the same way for the same seed", () => {
  const first = busOf([1, 1], 7);
  const answer = first.ask(modbusFrame(1, readCoils));
  expect(answer).not.toBe("");
  expect(answer).not.toBe(hex(modbusFrame(1, [0x01, 1, 0])));
  expect(answer.split(" ").length).toBe(6);
  expect(first.bus.collisionCount).toBe(12);
  expect(busOf([1, 1], 7).ask(modbusFrame(1, readCoils))).toBe(answer);
  expect(busOf([1, 1], 8).ask(modbusFrame(1, readCoils))).not.toBe(answer);
});

it("a host that talks into an answer is not heard and spoils it", () => {
  const { ask, scheduler, trunk, boards } = busOf([1]);
  trunk.far.write(modbusFrame(1, readCoils));
  scheduler.advance(14);
  const answer = ask(modbusFrame(1, readCoils));
  expect(answer).not.toBe(hex(modbusFrame(1, [0x01, 1, 0])));
  expect(boards[0]?.replyCount).toBe(1);
  expect(ask(modbusFrame(1, readCoils))).toBe(hex(modbusFrame(1, [0x01, 1, 0])));
});

it("unplugging one board leaves the others on the wires", async () => {
  const { ask, taps } = busOf([1, 2]);
  await taps[0]?.unplug();
  expect(ask(modbusFrame(1, readCoils))).toBe("");
  expect(ask(modbusFrame(2, readCoils))).not.toBe("");
  await taps[0]?.replug();
  expect(ask(modbusFrame(1, readCoils))).not.toBe("");
});

it("a board set to another rate hears garbage and nobody understands it", () => {
  const { ask, taps } = busOf([1, 2]);
  taps[0]?.setBaudRate(19_200);
  expect(ask(modbusFrame(1, readCoils))).toBe("");
  expect(ask(modbusFrame(2, readCoils))).toBe(hex(modbusFrame(2, [0x01, 1, 0])));
});

it("boards of two makers share a bus", () => {
  const { ask, bus, stage, scheduler } = busOf([2]);
  const xor = new XorBoard({
    id: "lock-9",
    address: 1,
    channelCount: 8,
    feedbackPolarity: "closed-is-11",
    firstChannelIn: "first-byte",
    wiring: new Map([[0, { box: "box-a", compartment: 3 }]]),
    stage,
    line: bus.tap(),
    scheduler,
  });
  expect(ask(bytes("80 01 01 33 B3"))).toBe("80 01 01 11 91");
  expect(ask(modbusFrame(2, readCoils))).toBe(hex(modbusFrame(2, [0x01, 1, 0])));
  expect(xor.replyCount).toBe(1);
});
