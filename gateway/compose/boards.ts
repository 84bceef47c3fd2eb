// Builds the lock boards of a gateway from its configuration; each GPIO lock is one of its own.

import { cu16Board } from "../adapters/boards/cu16-board.ts";
import { cu16Rule, type Cu16Other, type Cu16Status } from "../adapters/boards/cu16-frame.ts";
import { modbusIdleRule, type ModbusFrame } from "../adapters/boards/modbus-frame.ts";
import { modbusRelayBoard } from "../adapters/boards/modbus-relay-board.ts";
import { RequestBus } from "../adapters/boards/request-bus.ts";
import { xorBoard } from "../adapters/boards/xor-board.ts";
import { xorIdleRule, type XorFrame } from "../adapters/boards/xor-frame.ts";
import { GpioLockBoard } from "../adapters/gpio/gpio-lock-board.ts";
import type { GpioLines } from "../adapters/gpio/gpio-lines.ts";
import { lockLines } from "../adapters/gpio/lines.ts";
import type { FrameRule } from "../adapters/serial/frame-reader.ts";
import type { LineRuntime } from "../adapters/serial/supervised-line.ts";
import type { BoardWire, ChannelWire } from "../app/devices/board-listeners.ts";
import { openerOf } from "./lines.ts";
import type { BoardConfig, BoxConfig, GatewayConfig, GpioConfig } from "../config/config.ts";
import type { LockBoard } from "../ports/devices.ts";
import { pulseLineProgram } from "../programs.ts";

const gpioBoardPrefix = "gpio/";

/** Id of the board of one channel that a lock on a GPIO line is. No configured id has a slash. */
function gpioBoardId(line: string): string {
  return `${gpioBoardPrefix}${line}`;
}

/** True: that board is a lock on a GPIO line. */
export function isGpioBoard(id: string): boolean {
  return id.startsWith(gpioBoardPrefix);
}

/** Device id of the board that a lock hangs on. */
export function boardIdOf({
  board,
  line,
}: BoxConfig["compartments"][number]["lock"]["value"]): string {
  return board ?? gpioBoardId(line ?? "");
}

export function boardWires(config: GatewayConfig, runtime: LineRuntime): readonly BoardWire[] {
  const buses = {
    cu16: new BusTable(runtime, cu16Rule),
    modbus: new BusTable(runtime, modbusIdleRule),
    xor: new BusTable(runtime, xorIdleRule),
  };
  return config.boards.map((board) => ({
    board: boardOf(board, runtime, buses),
    channels: channelsOf(config, board),
  }));
}

/** Boards on one port share its bus. */
class BusTable<F> {
  readonly #runtime: LineRuntime;
  readonly #rule: FrameRule<F>;
  readonly #buses = new Map<string, RequestBus<F>>();

  constructor(runtime: LineRuntime, rule: FrameRule<F>) {
    this.#runtime = runtime;
    this.#rule = rule;
  }

  busOf(board: BoardConfig): RequestBus<F> {
    const id = board.port.value;
    const rule = this.#rule;
    const known = this.#buses.get(id);
    if (known !== undefined) return known;
    const bus = new RequestBus({ ...this.#runtime, id, open: openerOf(board), rule });
    this.#buses.set(id, bus);
    return bus;
  }
}

interface Buses {
  readonly cu16: BusTable<Cu16Status | Cu16Other>;
  readonly modbus: BusTable<ModbusFrame>;
  readonly xor: BusTable<XorFrame>;
}

function boardOf(board: BoardConfig, { monoMs }: LineRuntime, buses: Buses): LockBoard {
  const { id, address, channels: channelCount, pollMs } = board;
  const common = { id, address, channelCount, pollMs, monoMs };
  if (board.driver === "modbus-relay") {
    const { doorClosedLevel } = board;
    return modbusRelayBoard({ ...common, doorClosedLevel, bus: buses.modbus.busOf(board) });
  }
  if (board.driver === "xor-8a80") {
    const { closedFeedback, boardPulseMs: pulseMs } = board;
    return xorBoard({ ...common, closedFeedback, pulseMs, bus: buses.xor.busOf(board) });
  }
  return cu16Board({ ...common, bus: buses.cu16.busOf(board) });
}

function channelsOf({ boxes }: GatewayConfig, board: BoardConfig): readonly ChannelWire[] {
  return placesOf(boxes).flatMap(({ box, compartment: { number, lock, door, presence } }) => {
    const { board: name, channel } = lock.value;
    if (name !== board.id || channel === undefined) return [];
    const hasInfrared = presence?.value.infrared === true;
    const hasDoorInput = door.value.input;
    return [{ channel, box, compartment: number, hasInfrared, hasDoorInput }];
  });
}

interface GpioParts {
  readonly choice: GpioConfig;
  readonly lines: GpioLines;
  readonly runtime: LineRuntime;
}

/** One board for each lock on a line. @throws Fault config/value as `lockLines` */
export function gpioBoardWires(
  boxes: readonly BoxConfig[],
  parts: GpioParts,
): readonly BoardWire[] {
  const wired = placesOf(boxes).flatMap(({ box, compartment: { number, lock } }) => {
    const { line, activeLow, oneShot } = lock.value;
    if (line === undefined) return [];
    return [{ box, number, lock: { name: line, isActiveLow: activeLow, oneShot } }];
  });
  const pulseStart = [process.execPath, pulseLineProgram];
  const locks = wired.map(({ lock }) => lock);
  const boards = lockLines({ ...parts, pulseStart }, locks).map(
    (line) => new GpioLockBoard(gpioBoardId(line.name), line),
  );
  return boards.map((board, at) => ({ board, channels: channelOf(wired[at]) }));
}

/** The one compartment behind a line. */
function channelOf(
  place: { readonly box: string; readonly number: number } | undefined,
): readonly ChannelWire[] {
  if (place === undefined) return [];
  const { box, number: compartment } = place;
  return [{ channel: 0, box, compartment, hasInfrared: false, hasDoorInput: false }];
}

function placesOf(boxes: readonly BoxConfig[]) {
  return boxes.flatMap(({ id: box, compartments }) =>
    compartments.map((compartment) => ({ box, compartment })),
  );
}
