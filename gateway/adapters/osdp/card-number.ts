// The number of a card as an OSDP reader reports it: bits in, upper-case hexadecimal out.
import type { CardBits } from "./osdp-reply.ts";

const wiegand26Bits = 26;

/**
 * - 26 Wiegand bits with both parities right: facility code and card number without the parity
 *   bits, three bytes: facility 18, card 13398 is `123456`.
 * - Everything else: all bits as one number, right-aligned in as many whole bytes as they need.
 *   The number of a card whose bits are whole bytes (a UID) is therefore its bytes as sent.
 */
export function cardNumberOf(card: CardBits): string {
  const { bitCount, bits, isWiegand } = card;
  const value = valueOf(bits) >> BigInt(bits.length * 8 - bitCount);
  if (isWiegand && bitCount === wiegand26Bits && hasParity(value)) {
    return hexOf((value >> 1n) & 0xffffffn, 3);
  }
  return hexOf(value, bits.length);
}

/** Even parity over the first 13 bits, odd parity over the last 13, parity bits included. */
function hasParity(value: bigint): boolean {
  return onesIn(value >> 13n) % 2 === 0 && onesIn(value & 0x1fffn) % 2 === 1;
}

function onesIn(value: bigint): number {
  return value.toString(2).replaceAll("0", "").length;
}

function valueOf(bits: Uint8Array): bigint {
  return bits.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function hexOf(value: bigint, byteCount: number): string {
  return value
    .toString(16)
    .toUpperCase()
    .padStart(byteCount * 2, "0");
}
