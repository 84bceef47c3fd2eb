// The two checks of an OSDP packet: a CRC of 16 bits, and the one-byte sum of older devices.

const polynomial = 0x1021;
const crcStart = 0x1d0f;

/** CRC-16, polynomial 1021, start 1D0F, most significant bit first. Sent low byte first. */
export function crc16(bytes: Uint8Array): number {
  let crc = crcStart;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ polynomial) & 0xffff;
    }
  }
  return crc;
}

/** Two's complement of the sum of all bytes: with it the sum is 0. */
export function checksum8(bytes: Uint8Array): number {
  return -bytes.reduce((sum, byte) => sum + byte, 0) & 0xff;
}
