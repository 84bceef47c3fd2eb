// Frames of OSDP 2.x (IEC 60839-11-5) as a peripheral reads and writes them.

const startOfMessage = 0x53;
const mark = 0xff;
const replyBit = 0x80;
const crcBit = 0x04;
const securityBit = 0x08;
const headerBytes = 5;

/** Every peripheral hears this address; its answer then carries it too. */
export const osdpBroadcast = 0x7f;
/** Longest frame a peripheral takes, mark excluded; a longer length is noise. */
export const osdpFrameMaxBytes = 256;

export interface OsdpSecurityBlock {
  /** 11 to 18 hexadecimal. */
  readonly type: number;
  readonly data: readonly number[];
}

export interface OsdpFrame {
  readonly address: number;
  readonly isReply: boolean;
  /** 0 to 3. */
  readonly sequence: number;
  /** CRC-16 or the one-byte checksum. */
  readonly hasCrc: boolean;
  readonly security?: OsdpSecurityBlock | undefined;
  /** Code, data, and the MAC where the security block says so. */
  readonly payload: readonly number[];
}

/** CRC-16, polynomial 1021, first value 1D0F. */
export function osdpCrc(bytes: readonly number[]): number {
  let crc = 0x1d0f;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
    }
    crc &= 0xffff;
  }
  return crc;
}

/** Two's complement of the byte sum. */
export function osdpChecksum(bytes: readonly number[]): number {
  return -bytes.reduce((sum, byte) => sum + byte, 0) & 0xff;
}

/**
 * All bytes before the MAC and the check bytes, with the length of the whole frame in them.
 * @param macBytes bytes of the MAC that will follow: 0 or 4.
 */
export function osdpBody(frame: OsdpFrame, macBytes = 0): readonly number[] {
  const { address, isReply, sequence, hasCrc, security, payload } = frame;
  const block = security === undefined ? [] : [security.data.length + 2, security.type];
  const tail = [...block, ...(security?.data ?? []), ...payload];
  const length = headerBytes + tail.length + macBytes + checkBytes(hasCrc);
  const control = sequence | (hasCrc ? crcBit : 0) | (security === undefined ? 0 : securityBit);
  const target = address | (isReply ? replyBit : 0);
  return [startOfMessage, target, length & 0xff, length >> 8, control, ...tail];
}

/** The body, its MAC if any, and the check bytes. */
export function sealOsdp(body: readonly number[], hasCrc: boolean): Uint8Array {
  if (!hasCrc) return Uint8Array.from([...body, osdpChecksum(body)]);
  const crc = osdpCrc(body);
  return Uint8Array.from([...body, crc & 0xff, crc >> 8]);
}

export function osdpFrame(frame: OsdpFrame): Uint8Array {
  return sealOsdp(osdpBody(frame), frame.hasCrc);
}

/** One frame with right check bytes, or one whose check bytes are wrong. */
export type OsdpHeard =
  | { readonly kind: "frame"; readonly frame: OsdpFrame; readonly body: readonly number[] }
  | {
      readonly kind: "damaged";
      readonly address: number;
      readonly isReply: boolean;
      readonly sequence: number;
      readonly hasCrc: boolean;
    };

export interface OsdpScan {
  readonly heard: readonly OsdpHeard[];
  /** The unfinished frame at the end, shorter than the longest frame. */
  readonly rest: readonly number[];
}

/**
 * Hunts frames in bytes. Where a length is impossible or a check wrong, one byte is skipped and the
 * hunt goes on, so that a frame inside a damaged one is still found.
 */
export function scanOsdp(bytes: readonly number[]): OsdpScan {
  const heard: OsdpHeard[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = frameAt(bytes, at);
    if (found === "unfinished") return { heard, rest: bytes.slice(at, at + osdpFrameMaxBytes) };
    if (found !== "none") heard.push(found.heard);
    at += found === "none" ? 1 : found.length;
  }
  return { heard, rest: [] };
}

/** The mark byte before a frame, which a peripheral may send as well. */
export function withOsdpMark(frame: Uint8Array): Uint8Array {
  return Uint8Array.from([mark, ...frame]);
}

function checkBytes(hasCrc: boolean): number {
  return hasCrc ? 2 : 1;
}

type Found = { readonly heard: OsdpHeard; readonly length: number } | "none" | "unfinished";

function frameAt(bytes: readonly number[], at: number): Found {
  if (bytes[at] !== startOfMessage) return "none";
  const [, target, low, high, control] = bytes.slice(at, at + headerBytes);
  if (target === undefined || low === undefined || high === undefined) return "unfinished";
  const length = low | (high << 8);
  if (length < headerBytes + 2 || length > osdpFrameMaxBytes) return "none";
  if (control === undefined || bytes.length < at + length) return "unfinished";
  const hasCrc = (control & crcBit) !== 0;
  const body = bytes.slice(at, at + length - checkBytes(hasCrc));
  const check = bytes.slice(at + body.length, at + length);
  const isReply = (target & replyBit) !== 0;
  const head = { address: target & 0x7f, isReply, sequence: control & 3, hasCrc };
  const crc = osdpCrc(body);
  const isWhole = hasCrc
    ? check[0] === (crc & 0xff) && check[1] === crc >> 8
    : check[0] === osdpChecksum(body);
  if (!isWhole) return { heard: { kind: "damaged", ...head }, length: 1 };
  const parts = parted(body, (control & securityBit) !== 0);
  if (parts === undefined) return "none";
  return { heard: { kind: "frame", frame: { ...head, ...parts }, body }, length };
}

type Parts = Pick<OsdpFrame, "security" | "payload">;

function parted(body: readonly number[], hasBlock: boolean): Parts | undefined {
  if (!hasBlock) return { security: undefined, payload: body.slice(headerBytes) };
  const blockBytes = body[headerBytes] ?? 0;
  const type = body[headerBytes + 1];
  const end = headerBytes + blockBytes;
  if (type === undefined || blockBytes < 2 || end >= body.length) return undefined;
  return {
    security: { type, data: body.slice(headerBytes + 2, end) },
    payload: body.slice(end),
  };
}
