// AES-128 as transponders use it: single blocks, CBC without padding, and CMAC (RFC 4493).
import { createCipheriv, createDecipheriv } from "node:crypto";

/** Bytes of a block and of a key. */
export const aesBytes = 16;

const zeroBlock = new Uint8Array(aesBytes);

/** CBC without padding; `bytes` is whole blocks. Throws RangeError for another length. */
export function encryptCbc(key: Uint8Array, bytes: Uint8Array, iv = zeroBlock): Uint8Array {
  assertBlocks(bytes);
  const cipher = createCipheriv("aes-128-cbc", key, iv).setAutoPadding(false);
  return Uint8Array.from(Buffer.concat([cipher.update(bytes), cipher.final()]));
}

/** The reverse of `encryptCbc`. */
export function decryptCbc(key: Uint8Array, bytes: Uint8Array, iv = zeroBlock): Uint8Array {
  assertBlocks(bytes);
  const decipher = createDecipheriv("aes-128-cbc", key, iv).setAutoPadding(false);
  return Uint8Array.from(Buffer.concat([decipher.update(bytes), decipher.final()]));
}

/** AES-CMAC over bytes of any length (RFC 4493): 16 bytes. */
export function cmac(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(bytes.length / aesBytes));
  return macOverBlocks(key, bytes, blocks * aesBytes);
}

/**
 * The CBC-MAC both CMAC and AN10922 are made of: pads to `length` with 80 00 ..., masks the last
 * block with K1 when nothing was padded and with K2 otherwise, and returns the last cipher block.
 */
export function macOverBlocks(key: Uint8Array, bytes: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(length);
  padded.set(bytes);
  const isWhole = bytes.length === length;
  if (!isWhole) padded[bytes.length] = 0x80;
  const first = doubled(encryptCbc(key, zeroBlock));
  const subkey = isWhole ? first : doubled(first);
  const last = padded.subarray(length - aesBytes);
  for (const [at, mask] of subkey.entries()) last[at] = (last[at] ?? 0) ^ mask;
  return encryptCbc(key, padded).slice(-aesBytes);
}

/** Multiplication by x in GF(2^128), as RFC 4493 derives its subkeys. */
function doubled(block: Uint8Array): Uint8Array {
  const twice = new Uint8Array(aesBytes);
  let carry = 0;
  for (let at = aesBytes - 1; at >= 0; at -= 1) {
    const shifted = ((block[at] ?? 0) << 1) | carry;
    twice[at] = shifted & 0xff;
    carry = shifted >> 8;
  }
  if (carry === 1) twice[aesBytes - 1] = (twice[aesBytes - 1] ?? 0) ^ 0x87;
  return twice;
}

function assertBlocks(bytes: Uint8Array): void {
  if (bytes.length > 0 && bytes.length % aesBytes === 0) return;
  throw new RangeError(`${bytes.length} bytes are not whole AES blocks`);
}
