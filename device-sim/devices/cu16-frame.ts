// Frames of the KERONG KR-CU16 lock board as the board reads and writes them.

const stx = 0x02;
const etx = 0x03;

/** Orders of the host. Reply to a status order is `statusReply`; the others differ by board. */
export const cu16Commands = {
  status: 0x30,
  unlockOne: 0x31,
  statusAll: 0x32,
  unlockAll: 0x33,
  statusReply: 0x35,
  setUnlockTime: 0x37,
  queryUnlockTime: 0x38,
  delayedUnlock: 0x39,
  setBaudRate: 0x40,
} as const;

/** Every board runs at 19200 8N1 from the factory. */
export const cu16BaudRate = 19_200;
/** Unlock time counts in units of this many milliseconds. */
export const cu16UnlockUnitMs = 10;
/** Rates by the data byte of the order that sets one (a public driver; data sheet not seen). */
export const cu16Rates: readonly number[] = [9_600, 19_200, 57_600, 115_200];
/** Longest delay of an unlock; the same source. */
export const cu16DelayMaxS = 250;

/** Data bytes of each order; an order not listed here is not understood and is skipped. */
const dataBytes: ReadonlyMap<number, number> = new Map<number, number>([
  [cu16Commands.status, 0],
  [cu16Commands.unlockOne, 0],
  [cu16Commands.statusAll, 0],
  [cu16Commands.unlockAll, 0],
  [cu16Commands.setUnlockTime, 2],
  [cu16Commands.queryUnlockTime, 0],
  [cu16Commands.delayedUnlock, 1],
  [cu16Commands.setBaudRate, 1],
]);

export interface Cu16Order {
  /** High nibble of the address byte. 15 = every board. */
  readonly board: number;
  /** Low nibble: 0 to 15. */
  readonly lock: number;
  readonly command: number;
  readonly data: readonly number[];
}

/** `02 | address | command | data | 03 | sum of all before, modulo 256`. */
export function cu16Frame(address: number, command: number, data: readonly number[]): Uint8Array {
  const body = [stx, address, command, ...data, etx];
  return Uint8Array.from([...body, body.reduce((sum, byte) => sum + byte, 0) & 0xff]);
}

/** Longest order understood, so the longest prefix ever kept. */
const orderMaxBytes = 7;

export interface ScannedOrders {
  readonly orders: readonly Cu16Order[];
  /** The unfinished frame at the end, shorter than the longest order. */
  readonly rest: readonly number[];
}

/**
 * Hunts orders in bytes: a start byte, the length its command implies, end byte and sum. Where any
 * of them is wrong one byte is skipped and the hunt goes on.
 */
export function scanOrders(bytes: readonly number[]): ScannedOrders {
  const orders: Cu16Order[] = [];
  let at = 0;
  while (at < bytes.length) {
    const frame = orderAt(bytes, at);
    if (frame === "unfinished") return { orders, rest: bytes.slice(at, at + orderMaxBytes) };
    if (frame === "none") {
      at += 1;
      continue;
    }
    orders.push(frame.order);
    at += frame.length;
  }
  return { orders, rest: [] };
}

type Found = { readonly order: Cu16Order; readonly length: number } | "none" | "unfinished";

function orderAt(bytes: readonly number[], at: number): Found {
  if (bytes[at] !== stx) return "none";
  const address = bytes[at + 1];
  const command = bytes[at + 2];
  if (address === undefined || command === undefined) return "unfinished";
  const count = dataBytes.get(command);
  if (count === undefined) return "none";
  const end = at + 3 + count;
  const sum = bytes[end + 1];
  if (sum === undefined) return "unfinished";
  const expected = bytes.slice(at, end + 1).reduce((total, byte) => total + byte, 0) & 0xff;
  if (bytes[end] !== etx || sum !== expected) return "none";
  const data = bytes.slice(at + 3, end);
  return { order: { board: address >> 4, lock: address & 15, command, data }, length: count + 5 };
}
