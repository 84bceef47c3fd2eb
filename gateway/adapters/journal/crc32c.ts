// CRC-32C (Castagnoli) in plain TypeScript, eight bytes a step: the checksum of journal frames.

const polynomial = 0x82f6_3b78;
const tables = buildTables();

/**
 * CRC-32C as in RFC 3720 appendix B.4: reflected, initial value and final xor of all ones.
 * `previous` continues a checksum over the bytes before these.
 */
export function crc32c(bytes: Uint8Array, previous = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wholeEnd = bytes.length - (bytes.length % 8);
  let crc = ~previous;
  let at = 0;
  for (; at < wholeEnd; at += 8) {
    const low = crc ^ view.getUint32(at, true);
    const high = view.getUint32(at + 4, true);
    crc = slice(7, low) ^ slice(6, low >>> 8) ^ slice(5, low >>> 16) ^ slice(4, low >>> 24);
    crc ^= slice(3, high) ^ slice(2, high >>> 8) ^ slice(1, high >>> 16) ^ slice(0, high >>> 24);
  }
  for (; at < bytes.length; at += 1) crc = slice(0, crc ^ view.getUint8(at)) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Entry of table `step` (how many zero bytes follow) for one byte. Never undefined: 8 x 256. */
function slice(step: number, byte: number): number {
  return tables[(step << 8) | (byte & 0xff)] ?? 0;
}

function buildTables(): Uint32Array {
  const table = new Uint32Array(8 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? polynomial : 0);
    table[byte] = crc;
  }
  for (let entry = 256; entry < table.length; entry += 1) {
    const shorter = table[entry - 256] ?? 0;
    table[entry] = (table[shorter & 0xff] ?? 0) ^ (shorter >>> 8);
  }
  return table;
}
