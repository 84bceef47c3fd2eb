// Frames of the 8A/80 lock boards: five bytes with an XOR at the end.

/** First bytes of frames: of orders and of their answers alike. */
export const xorHeaders = {
  unlock: 0x8a,
  query: 0x80,
  holdOn: 0x9a,
  holdOff: 0x9b,
  report: 0x82,
} as const;

/** Fourth byte of the orders. */
export const xorFunctions = { act: 0x11, ask: 0x33 } as const;

const orderBytes = 5;

/** `header | board | channel | function | XOR of all before`; more bytes in an answer for all. */
export function xorFrame(...bytes: readonly number[]): Uint8Array {
  return Uint8Array.from([...bytes, bytes.reduce((check, byte) => check ^ byte, 0)]);
}

export interface XorOrder {
  readonly header: number;
  readonly board: number;
  /** Counted from 1; 0 = all. */
  readonly channel: number;
}

/** What each order's fourth byte must be. */
const functionOf: ReadonlyMap<number, number> = new Map<number, number>([
  [xorHeaders.unlock, xorFunctions.act],
  [xorHeaders.query, xorFunctions.ask],
  [xorHeaders.holdOn, xorFunctions.act],
  [xorHeaders.holdOff, xorFunctions.act],
]);

/**
 * Hunts orders in bytes: a header, its function, the XOR. Where any of them is wrong one byte is
 * skipped. `rest` is the unfinished frame at the end, shorter than an order.
 */
export function scanXorOrders(bytes: readonly number[]): {
  readonly orders: readonly XorOrder[];
  readonly rest: readonly number[];
} {
  const orders: XorOrder[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [header = 0, board = 0, channel = 0, fn, check] = bytes.slice(at, at + orderBytes);
    const wanted = functionOf.get(header);
    const isWrong = wanted === undefined || (fn !== undefined && fn !== wanted);
    if (!isWrong && check === undefined) return { orders, rest: bytes.slice(at) };
    if (isWrong || check !== (header ^ board ^ channel ^ wanted)) {
      at += 1;
      continue;
    }
    orders.push({ header, board, channel });
    at += orderBytes;
  }
  return { orders, rest: [] };
}
