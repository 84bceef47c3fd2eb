// One board of any kind in memory and virtual time, and a host that writes to it in hexadecimal.

import { ModbusRelay, modbusBaudRate } from "../../device-sim/devices/modbus-relay.ts";
import type { ModbusRelayOptions } from "../../device-sim/devices/modbus-relay.ts";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { XorBoard, xorBaudRate, type XorBoardOptions } from "../../device-sim/devices/xor-board.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import type { Happening, Spot } from "../../device-sim/world/index.ts";
import { bytes, hex } from "./bytes.ts";
import { smallWorld } from "./rig.ts";

export interface BoardRig<B> {
  readonly board: B;
  readonly stage: Stage;
  readonly scheduler: VirtualScheduler;
  readonly line: MemoryLine;
  readonly happenings: readonly Happening[];
  /** Writes a frame, lets `ms` pass and gives back what the board sent meanwhile. */
  ask(frame: string, ms?: number): string;
  /** On-times of coils that were released, in ms. */
  pulses(): readonly number[];
}

interface Parts {
  readonly id: string;
  readonly wiring: ReadonlyMap<number, Spot>;
  readonly stage: Stage;
  readonly line: MemoryLine;
  readonly scheduler: VirtualScheduler;
}

function boardRig<B>(baudRate: number, make: (parts: Parts) => B): BoardRig<B> {
  const scheduler = new VirtualScheduler();
  const stage = new Stage(smallWorld(), scheduler);
  const line = new MemoryLine({ name: "lock-a", baudRate, scheduler });
  const happenings: Happening[] = [];
  stage.onHappening((happening) => happenings.push(happening));
  const spots = [1, 2, 3].map((compartment) => ({ box: "box-a", compartment }));
  const wiring = new Map(spots.map((spot, channel) => [channel, spot] as const));
  const board = make({ id: "lock-a", wiring, stage, line, scheduler });
  let heard: number[] = [];
  line.far.onBytes((chunk) => heard.push(...chunk));
  stage.start();
  return {
    board,
    stage,
    scheduler,
    line,
    happenings,
    ask: (frame, ms = 100) => {
      heard = [];
      line.far.write(bytes(frame));
      scheduler.advance(ms);
      return hex(heard);
    },
    pulses: () => happenings.flatMap((one) => (one.kind === "CoilReleased" ? [one.onMs] : [])),
  };
}

export function modbusRig(options: Partial<ModbusRelayOptions> = {}): BoardRig<ModbusRelay> {
  const address = 1;
  return boardRig(modbusBaudRate, (parts) => new ModbusRelay({ address, ...parts, ...options }));
}

export function xorRig(options: Partial<XorBoardOptions> = {}): BoardRig<XorBoard> {
  const plain = {
    address: 1,
    channelCount: 8,
    feedbackPolarity: "closed-is-11",
    firstChannelIn: "first-byte",
  } as const;
  return boardRig(xorBaudRate, (parts) => new XorBoard({ ...plain, ...parts, ...options }));
}
