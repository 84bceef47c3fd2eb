// The OSDP packet: what surrounds one command or reply, in both directions.
import { checksum8, crc16 } from "./osdp-check.ts";

// 53, address (bit 7 = reply), length LE16 of the whole packet, control, [security block],
// code, data, [MAC], check. Source: SIA OSDP 2.2 (IEC 60839-11-5), clause 5.
const startByte = 0x53;
const replyBit = 0x80;
const control = { sequence: 0x03, hasCrc: 0x04, hasSecurity: 0x08 };
const headBytes = 5;
const macBytes = 4;
const securityHeadBytes = 2;
/** The smallest packet: head, code and a one-byte sum. */
const frameMinBytes = headBytes + 2;

/** No packet is longer (SIA OSDP 2.2, clause 5.6). */
export const frameMaxBytes = 1_440;
/** The address every device listens to. */
export const broadcastAddress = 0x7f;
/** Before a packet a device may send this byte to make the line quiet; it belongs to nothing. */
export const markByte = 0xff;

/** Types of security block; odd ones come from the panel, even ones from the device. */
export const securityType = {
  challenge: 0x11,
  clientCryptogram: 0x12,
  serverCryptogram: 0x13,
  firstMac: 0x14,
  commandMac: 0x15,
  replyMac: 0x16,
  commandEncrypted: 0x17,
  replyEncrypted: 0x18,
} as const;

export interface SecurityBlock {
  readonly type: number;
  /** Without the bytes for length and type. */
  readonly data: Uint8Array;
}

/** What both sides say about one packet; `code` is the command or reply byte. */
export interface OsdpHead {
  /** 0..126, or 127 for every device. */
  readonly address: number;
  readonly isReply: boolean;
  /** 0..3; 0 begins a new conversation. */
  readonly sequence: number;
  /** False: a sum of one byte instead of a CRC. */
  readonly hasCrc: boolean;
  readonly code: number;
  readonly security?: SecurityBlock;
}

export interface OsdpFrame extends OsdpHead {
  /** After the code, as sent (encrypted in blocks 17 and 18), without the MAC. */
  readonly data: Uint8Array;
  /** Four bytes in blocks 15 to 18. */
  readonly mac?: Uint8Array;
  /** The bytes a MAC covers: from the start byte to the end of `data`. */
  readonly covered: Uint8Array;
}

/** A packet to send; `macOf` gets the covered bytes and returns the four bytes to append. */
export interface OsdpPacket extends OsdpHead {
  readonly data?: Uint8Array;
  readonly macOf?: (covered: Uint8Array) => Uint8Array;
}

/** Throws `RangeError` on a packet over `frameMaxBytes`. */
export function encodeFrame(packet: OsdpPacket): Uint8Array {
  const { address, isReply, sequence, hasCrc, code, security, data = new Uint8Array() } = packet;
  const block =
    security === undefined
      ? []
      : [security.data.length + securityHeadBytes, security.type, ...security.data];
  const length =
    headBytes +
    block.length +
    1 +
    data.length +
    (packet.macOf === undefined ? 0 : macBytes) +
    checkBytes(hasCrc);
  if (length > frameMaxBytes) throw new RangeError(`an OSDP packet of ${length} bytes`);
  const flags =
    (sequence & control.sequence) |
    (hasCrc ? control.hasCrc : 0) |
    (security === undefined ? 0 : control.hasSecurity);
  const covered = Uint8Array.of(
    startByte,
    address | (isReply ? replyBit : 0),
    length & 0xff,
    length >> 8,
    flags,
    ...block,
    code,
    ...data,
  );
  const mac = packet.macOf?.(covered) ?? [];
  const body = Uint8Array.of(...covered, ...mac);
  return Uint8Array.of(...body, ...checkOf(body, hasCrc));
}

/**
 * Length of the packet that begins `bytes` at its start byte; `more` while it cannot be told yet,
 * `bad` as soon as these bytes cannot begin a packet.
 */
export function lengthOfFrame(bytes: Uint8Array): number | "more" | "bad" {
  const [start, , low, high, flags] = bytes;
  if (start !== undefined && start !== startByte) return "bad";
  if (low === undefined || high === undefined) return "more";
  const length = low | (high << 8);
  if (length < frameMinBytes || length > frameMaxBytes) return "bad";
  if (flags === undefined) return "more";
  const isTooShort = length < headBytes + 1 + checkBytes((flags & control.hasCrc) !== 0);
  return isTooShort ? "bad" : length;
}

/** Reads one whole packet; undefined when its check or its inner lengths are wrong. */
export function parseFrame(bytes: Uint8Array): OsdpFrame | undefined {
  if (lengthOfFrame(bytes) !== bytes.length) return undefined;
  const [, address = 0, , , flags = 0] = bytes;
  const hasCrc = (flags & control.hasCrc) !== 0;
  const body = bytes.subarray(0, -checkBytes(hasCrc));
  const check = bytes.subarray(body.length);
  if (checkOf(body, hasCrc).some((byte, at) => byte !== check[at])) return undefined;
  const head = {
    address: address & ~replyBit,
    isReply: (address & replyBit) !== 0,
    sequence: flags & control.sequence,
    hasCrc,
  };
  if ((flags & control.hasSecurity) === 0) return contentOf(head, body, headBytes);
  const blockBytes = body[headBytes] ?? 0;
  if (blockBytes < securityHeadBytes || headBytes + blockBytes >= body.length) return undefined;
  const block = body.slice(headBytes, headBytes + blockBytes);
  const security = { type: block[1] ?? 0, data: block.subarray(securityHeadBytes) };
  return contentOf({ ...head, security }, body, headBytes + blockBytes);
}

function contentOf(
  head: Omit<OsdpHead, "code">,
  body: Uint8Array,
  codeAt: number,
): OsdpFrame | undefined {
  const code = body[codeAt];
  if (code === undefined) return undefined;
  if (!hasMac(head.security)) {
    return { ...head, code, data: body.slice(codeAt + 1), covered: body.slice() };
  }
  const covered = body.slice(0, -macBytes);
  if (covered.length <= codeAt) return undefined;
  const mac = body.slice(covered.length);
  return { ...head, code, data: covered.subarray(codeAt + 1), mac, covered };
}

function hasMac(security: SecurityBlock | undefined): boolean {
  if (security === undefined) return false;
  return security.type >= securityType.commandMac && security.type <= securityType.replyEncrypted;
}

function checkBytes(hasCrc: boolean): number {
  return hasCrc ? 2 : 1;
}

function checkOf(body: Uint8Array, hasCrc: boolean): number[] {
  if (!hasCrc) return [checksum8(body)];
  const crc = crc16(body);
  return [crc & 0xff, crc >> 8];
}
