// Builds the devices of a gateway from its configuration, and says which box each one serves.

import { Fault } from "@driftbox/proto";
import { cu16Board } from "./adapters/boards/cu16-board.ts";
import { cu16Rule, type Cu16Other, type Cu16Status } from "./adapters/boards/cu16-frame.ts";
import { RequestBus } from "./adapters/boards/request-bus.ts";
import { inputLines } from "./adapters/gpio/lines.ts";
import { Em4100Reader } from "./adapters/readers/em4100-reader.ts";
import { lineOpener } from "./adapters/serial/open-line.ts";
import type { LineRuntime } from "./adapters/serial/supervised-line.ts";
import type { Wiring } from "./app/devices.ts";
import type { BoardConfig, BoxConfig, GatewayConfig, ReaderConfig } from "./config.ts";
import type { BadgeReader, LockBoard } from "./ports/devices.ts";

/** Id of the board that the locks on GPIO lines form together. */
export const gpioBoardId = "gpio";

export function wiringOf(config: GatewayConfig, runtime: LineRuntime): Wiring {
  const readers = config.readers.map((reader) => ({
    reader: readerOf(reader, runtime),
    box: reader.box.value,
    tagPrefixes: reader.tagPrefixes.map((prefix) => prefix.toUpperCase()),
  }));
  const boards = boardsOf(config.boards, runtime).map((board) => ({
    board,
    channels: channelsOf(config.boxes, board.id),
  }));
  return { readers, boards, doors: doorsOf(config, runtime) };
}

function readerOf(reader: ReaderConfig, runtime: LineRuntime): BadgeReader {
  const { id, port, baud } = reader;
  if (reader.driver !== "em4100") throw new Fault("config/value", "wired below");
  return new Em4100Reader({ ...runtime, id, open: lineOpener(port.value, baud) });
}

/** Boards on one port share its bus. */
function boardsOf(boards: readonly BoardConfig[], runtime: LineRuntime): readonly LockBoard[] {
  const buses = new Map<string, RequestBus<Cu16Status | Cu16Other>>();
  return boards.map(({ id, port, address, baud }) => {
    const line = port.value;
    const open = lineOpener(line, baud);
    const bus = buses.get(line) ?? new RequestBus({ ...runtime, id: line, open, rule: cu16Rule });
    buses.set(line, bus);
    return cu16Board({ ...runtime, id, bus, address });
  });
}

function channelsOf(boxes: readonly BoxConfig[], board: string): Wiring["boards"][0]["channels"] {
  return boxes.flatMap(({ id, compartments }) =>
    compartments
      .filter(({ lock }) => lock.value.board === board)
      .map(({ number, lock, presence }) => ({
        channel: lock.value.channel ?? 0,
        box: id,
        compartment: number,
        hasInfrared: presence?.value.infrared === true,
      })),
  );
}

function doorsOf(config: GatewayConfig, runtime: LineRuntime): Wiring["doors"] {
  const { gpio } = config;
  if (gpio === undefined) return [];
  if (gpio.driver !== "sim") throw new Fault("config/value", "wired below");
  const lines = inputLines(gpio, runtime);
  return config.boxes.flatMap(({ id, compartments }) =>
    compartments.flatMap(({ number, door }) => {
      const name = door.value.line;
      return name === undefined
        ? []
        : [{ line: lines.input({ name }), box: id, compartment: number }];
    }),
  );
}
