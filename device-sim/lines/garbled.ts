// What a receiver makes of bytes that were not sent for its ears: wrong rate, swapped wires.

/**
 * At another rate one sample lands in the wrong bit, so every byte is some other byte, and framing
 * errors swallow every third.
 */
export function garbled(bytes: Uint8Array): Uint8Array {
  const heard: number[] = [];
  for (const [at, byte] of bytes.entries()) {
    if (at % 3 !== 2) heard.push(((byte << 3) ^ (byte >> 2) ^ 0xa5) & 0xff);
  }
  return Uint8Array.from(heard);
}

/**
 * With A and B swapped every level is upside down. The idle line looks like a break, so the first
 * byte is a zero with a framing error; then the bits of each byte come inverted and one bit late.
 */
export function inverted(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes;
  const heard = Array.from(bytes, (byte) => ((~byte >> 1) & 0x7f) | 0x80);
  return Uint8Array.from([0x00, ...heard]);
}
