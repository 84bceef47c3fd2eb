// Cards as an OSDP reader reports them: Wiegand with parity, or raw bits.

import { fromHex } from "@driftbox/proto";

/** One read: its bits, left-aligned in bytes. */
export interface OsdpCard {
  /** 0 = raw, 1 = Wiegand with parity. */
  readonly format: 0 | 1;
  readonly bitCount: number;
  readonly bits: Uint8Array;
}

/** How a reader turns the number of a transponder into bits. */
export type OsdpCardFormat = "wiegand-26" | "raw";

/**
 * Even parity over the first twelve data bits, odd parity over the last twelve.
 * @param facility 0 to 255
 * @param card 0 to 65535
 */
export function wiegand26(facility: number, card: number): OsdpCard {
  const data = ((facility & 0xff) << 16) | (card & 0xffff);
  const even = parity(data >> 12);
  const odd = 1 - parity(data & 0xfff);
  const word = ((even << 25) | (data << 1) | odd) << 6;
  const bits = Uint8Array.from([word >>> 24, (word >> 16) & 0xff, (word >> 8) & 0xff, word & 0xff]);
  return { format: 1, bitCount: 26, bits };
}

/**
 * The bits of a transponder number: all of them raw, or the last three bytes as facility and card.
 * @param number hex digits, at least three bytes; undefined for anything else, which is not read.
 */
export function osdpCardOf(number: string, format: OsdpCardFormat): OsdpCard | undefined {
  const bytes = fromHex(number);
  if (bytes === undefined || bytes.length < 3 || bytes.length > 16) return undefined;
  if (format === "raw") return { format: 0, bitCount: bytes.length * 8, bits: bytes };
  const [facility = 0, high = 0, low = 0] = bytes.subarray(-3);
  return wiegand26(facility, (high << 8) | low);
}

/** Data of the RAW reply: reader, format, bit count, bits. */
export function osdpRawData(reader: number, card: OsdpCard): readonly number[] {
  return [reader, card.format, card.bitCount & 0xff, card.bitCount >> 8, ...card.bits];
}

function parity(value: number): number {
  let odd = 0;
  for (let left = value; left !== 0; left >>>= 1) odd ^= left & 1;
  return odd;
}
