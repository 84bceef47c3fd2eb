// The kinds of lock board the contract runs on: the product's driver, and a far end for it.
import { cu16Board } from "../../../gateway/adapters/boards/cu16-board.ts";
import { cu16Rule } from "../../../gateway/adapters/boards/cu16-frame.ts";
import { modbusIdleRule } from "../../../gateway/adapters/boards/modbus-frame.ts";
import { modbusRelayBoard } from "../../../gateway/adapters/boards/modbus-relay-board.ts";
import {
  RequestBus,
  type RequestBusOptions,
} from "../../../gateway/adapters/boards/request-bus.ts";
import { xorBoard } from "../../../gateway/adapters/boards/xor-board.ts";
import { xorIdleRule } from "../../../gateway/adapters/boards/xor-frame.ts";
import type { LockBoard } from "../../../gateway/ports/devices.ts";
import type { FarBoard, FarProtocol } from "./far-bus.ts";
import { farCu16, farCu16Protocol } from "./far-cu16.ts";
import { farModbus, farModbusProtocol } from "./far-modbus.ts";
import { farXor, farXorProtocol } from "./far-xor.ts";

type Line = Omit<RequestBusOptions<never>, "rule">;

/** One kind of lock board; frames are those of boards with address 1. */
export interface BoardKind {
  readonly name: string;
  readonly protocol: FarProtocol;
  /** First bytes after each connect. */
  readonly firstWords: string;
  /** Unlock of channel 2, counted from 0, for 500 ms. */
  readonly unlockThree: string;
  farBoard(address: number): FarBoard;
  /** Drivers on one new bus, one for each address. */
  boardsOn(line: Line, addresses: readonly number[], pollMs: number): readonly LockBoard[];
}

/** Silence of a busy board after its pulse, short so that tests of silence are. */
const busyMs = 100;

export const boardKinds: readonly BoardKind[] = [
  {
    name: "CU16",
    protocol: farCu16Protocol,
    firstWords: "02 10 37 00 32 03 7E",
    unlockThree: "02 12 31 03 48",
    farBoard: farCu16,
    boardsOn: (line, addresses, pollMs) => {
      const bus = new RequestBus({ ...line, rule: cu16Rule });
      const { monoMs } = line;
      return addresses.map((address) =>
        cu16Board({ id: `lock-${address}`, bus, address, pollMs, monoMs, busyMs }),
      );
    },
  },
  {
    name: "Modbus relay board",
    protocol: farModbusProtocol,
    firstWords: "01 05 00 FF 00 00 FD FA",
    unlockThree: "01 05 02 02 00 05 AD B1",
    farBoard: farModbus,
    boardsOn: (line, addresses, pollMs) => {
      const bus = new RequestBus({ ...line, rule: modbusIdleRule });
      return addresses.map((address) =>
        modbusRelayBoard({ id: `lock-${address}`, bus, address, pollMs }),
      );
    },
  },
  {
    name: "8A/80 board",
    protocol: farXorProtocol,
    firstWords: "80 01 00 33 B2",
    unlockThree: "8A 01 03 11 99",
    farBoard: farXor,
    boardsOn: (line, addresses, pollMs) => {
      const bus = new RequestBus({ ...line, rule: xorIdleRule });
      const { monoMs } = line;
      return addresses.map((address) =>
        xorBoard({ id: `lock-${address}`, bus, address, pollMs, monoMs, busyMs }),
      );
    },
  },
];
