// A relay board with eight inputs at the far end of a test line, from the reference and Modbus RTU.
import type { FarBoard, FarProtocol } from "./far-bus.ts";

/** All requests the product may make have eight bytes. */
export const farModbusProtocol: FarProtocol = {
  requestLength: () => 8,
  isUnlock: (request) => request[1] === 0x05 && !(request[3] === 0xff && request[4] === 0),
};

/** What a test may change on a far relay board. */
export interface FarRelays extends FarBoard {
  /** Registers 0x1000 to 0x1007; undefined = firmware without them. */
  linkage: number[] | undefined;
  /** Exception sent instead of answers to this function. */
  readonly exceptions: Map<number, number>;
  /** Functions that get no answer at all. */
  readonly ignoredFunctions: Set<number>;
  /** Values written to the flash coils, in units of 100 ms. */
  readonly flashes: number[];
  /** Relays that are energized now. */
  readonly on: Set<number>;
}

export function farModbus(address: number): FarRelays {
  const board: FarRelays = {
    pulses: [],
    closed: Array.from({ length: 8 }, () => true),
    linkage: Array.from({ length: 8 }, () => 0),
    exceptions: new Map(),
    ignoredFunctions: new Set(),
    flashes: [],
    on: new Set(),
    answer: (request) => {
      if (request[0] !== address || checked(request.slice(0, 6)).join() !== request.join()) {
        return undefined;
      }
      const [, fn = 0] = request;
      if (board.ignoredFunctions.has(fn)) return undefined;
      const exception = board.exceptions.get(fn);
      if (exception !== undefined) return checked([address, fn | 0x80, exception]);
      return answerOf(board, request);
    },
  };
  return board;
}

function answerOf(board: FarRelays, request: readonly number[]): readonly number[] | undefined {
  const [address = 0, fn = 0, high = 0, low = 0, valueHigh = 0, value = 0] = request;
  if (fn === 0x01) return checked([address, fn, 1, bitsOf((relay) => board.on.has(relay))]);
  if (fn === 0x02)
    return checked([address, fn, 1, bitsOf((input) => board.closed[input] === true)]);
  if (fn === 0x03) {
    if (board.linkage === undefined) return checked([address, 0x83, 2]);
    const registers = board.linkage.slice(0, value);
    return checked([address, fn, 2 * value, ...registers.flatMap((register) => [0, register])]);
  }
  if (fn !== 0x05) return undefined;
  if (high === 0x02) {
    board.pulses.push(low);
    board.flashes.push((valueHigh << 8) | value);
    board.on.add(low);
  } else if (valueHigh === 0) board.on.clear();
  return request;
}

function bitsOf(isSet: (at: number) => boolean): number {
  return Array.from({ length: 8 }, (_, at) => at).reduce(
    (bits, at) => bits | (Number(isSet(at)) << at),
    0,
  );
}

/** Appends the CRC of Modbus RTU, low byte first. */
function checked(body: readonly number[]): number[] {
  let crc = 0xffff;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return [...body, crc & 0xff, crc >> 8];
}
