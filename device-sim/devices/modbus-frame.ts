// Modbus RTU frames as a relay board reads and writes them: address, function, data, CRC-16.

export const modbusFunctions = {
  readCoils: 0x01,
  readInputs: 0x02,
  readRegisters: 0x03,
  writeCoil: 0x05,
  writeRegister: 0x06,
  writeCoils: 0x0f,
  writeRegisters: 0x10,
} as const;

/** Exception codes (Modbus application protocol 1.1b3, section 7). */
export const modbusExceptions = {
  illegalFunction: 1,
  illegalAddress: 2,
  illegalValue: 3,
} as const;

/** Longest frame on a serial line. */
export const modbusFrameMaxBytes = 256;
/** Silence that ends a frame, in characters of 11 bits. */
const silenceCharacters = 3.5;
const bitsPerCharacter = 11;
/** Above 19200 baud the silence no longer shrinks. */
const silenceMinMs = 1.75;

export function modbusSilenceMs(baudRate: number): number {
  return Math.max(silenceMinMs, (silenceCharacters * bitsPerCharacter * 1_000) / baudRate);
}

/** CRC-16 with polynomial A001 reversed, start FFFF; sent low byte first. */
export function modbusCrc(bytes: readonly number[]): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

export function modbusFrame(address: number, pdu: readonly number[]): Uint8Array {
  const body = [address, ...pdu];
  const crc = modbusCrc(body);
  return Uint8Array.from([...body, crc & 0xff, crc >> 8]);
}

export interface ModbusRequest {
  readonly address: number;
  readonly fn: number;
  readonly data: readonly number[];
}

/** The request in the bytes between two silences; undefined when its length or CRC is wrong. */
export function modbusRequest(bytes: readonly number[]): ModbusRequest | undefined {
  const [address, fn, ...rest] = bytes;
  if (address === undefined || fn === undefined || rest.length < 2) return undefined;
  const [low, high] = bytes.slice(-2);
  const crc = modbusCrc(bytes.slice(0, -2));
  if (low !== (crc & 0xff) || high !== crc >> 8) return undefined;
  return { address, fn, data: rest.slice(0, -2) };
}

/** The 16-bit number at a place in the data; undefined when it is cut off. */
export function wordAt(data: readonly number[], at: number): number | undefined {
  const [high, low] = data.slice(at, at + 2);
  return high === undefined || low === undefined ? undefined : (high << 8) | low;
}

/** Bits in bytes, the first in bit 0 of the first byte. */
export function packedBits(bits: readonly boolean[]): readonly number[] {
  const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, () => 0);
  for (const [at, bit] of bits.entries()) {
    if (bit) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bytes;
}
