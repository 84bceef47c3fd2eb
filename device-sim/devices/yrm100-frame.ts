// Frames of YRM100, M100 and JRD-4035 UHF modules as the module reads and writes them.

const header = 0xbb;
const end = 0x7e;
const commandType = 0x00;
/** Header, type, command, two length bytes, checksum, end. */
const overheadBytes = 7;
/** Longest parameters of a command that the module takes. */
const parametersMaxBytes = 64;

/** Longest command understood, so the longest prefix ever kept. */
export const yrm100CommandMaxBytes = parametersMaxBytes + overheadBytes;

export type Yrm100Type = "response" | "notification";

export interface Yrm100Command {
  readonly command: number;
  readonly parameters: readonly number[];
}

/** A response, or the notification of one tag. */
export function yrm100Frame(
  type: Yrm100Type,
  command: number,
  parameters: readonly number[],
): Uint8Array {
  const size = [parameters.length >> 8, parameters.length & 0xff];
  const body = [type === "response" ? 0x01 : 0x02, command, ...size, ...parameters];
  return Uint8Array.from([header, ...body, sum(body), end]);
}

/** CRC-16/CCITT of Gen2 tags: first value FFFF, complemented; over PC and EPC. */
export function epcCrc(bytes: readonly number[]): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
    }
  }
  return crc ^ 0xffff;
}

export interface Yrm100Tag {
  /** 12 bytes for the usual tags; an even number of bytes. */
  readonly epc: Uint8Array;
  /** Received strength in dBm, -128 to -1. */
  readonly rssiDbm: number;
}

/** In the PC: the tag has user memory, as most have. */
const userMemoryBit = 0x04;

/** Parameters of a tag notification: RSSI as a signed byte, PC, EPC, CRC. */
export function tagParameters({ epc, rssiDbm }: Yrm100Tag): readonly number[] {
  const control = [((epc.length / 2) << 3) | userMemoryBit, 0x00];
  const crc = epcCrc([...control, ...epc]);
  return [rssiDbm & 0xff, ...control, ...epc, crc >> 8, crc & 0xff];
}

export interface Yrm100Scan {
  readonly commands: readonly Yrm100Command[];
  /** The unfinished command at the end, shorter than the longest one. */
  readonly rest: readonly number[];
}

/** Hunts commands by length, checksum and end byte; where one is wrong, one byte is skipped. */
export function scanYrm100(bytes: readonly number[]): Yrm100Scan {
  const commands: Yrm100Command[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = commandAt(bytes, at);
    if (found === "unfinished") {
      return { commands, rest: bytes.slice(at, at + yrm100CommandMaxBytes) };
    }
    if (found !== "none") commands.push(found);
    at += found === "none" ? 1 : found.parameters.length + overheadBytes;
  }
  return { commands, rest: [] };
}

function commandAt(bytes: readonly number[], at: number): Yrm100Command | "none" | "unfinished" {
  const [first, type, command, high, low] = bytes.slice(at, at + 5);
  if (first !== header || (type !== commandType && type !== undefined)) return "none";
  if (command === undefined || high === undefined || low === undefined) return "unfinished";
  const length = (high << 8) | low;
  if (length > parametersMaxBytes) return "none";
  const checkAt = at + 5 + length;
  if (bytes.length <= checkAt + 1) return "unfinished";
  const isRight = bytes[checkAt] === sum(bytes.slice(at + 1, checkAt));
  if (!isRight || bytes[checkAt + 1] !== end) return "none";
  return { command, parameters: bytes.slice(at + 5, checkAt) };
}

function sum(bytes: readonly number[]): number {
  return bytes.reduce((total, byte) => total + byte, 0) & 0xff;
}
