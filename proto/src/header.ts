// The 144-byte header of a custody event: fixed, big-endian, one meaning per byte string.

import { equalBytes, asciiBytes, readU64, viewOf, writeU64 } from "./bytes.ts";
import { parsed, refused, type Parsed } from "./parsed.ts";

export const headerBytes = 144;
export const sealBytes = 64;

/** Kinds of events as the header knows them; a verifier needs no payload to tell them apart. */
export const eventClasses = {
  genesis: 1,
  boot: 2,
  timeAnchor: 3,
  keyRotate: 4,
  recovery: 5,
  heartbeat: 6,
  custody: 7,
  countersign: 8,
  correction: 9,
} as const;
export type EventClass = keyof typeof eventClasses;

export const clockSources = ["none", "rtc", "ntp", "gnss", "center"] as const;
export type ClockSource = (typeof clockSources)[number];

/** Whether somebody else keeps such a clock right; a battery only keeps it going. */
export function isDisciplined(source: ClockSource): boolean {
  return source === "ntp" || source === "gnss" || source === "center";
}

/** All byte fields are fixed in length: ids 16, hashes 32. Times are safe integers. */
export interface Header {
  readonly gatewayId: Uint8Array;
  readonly keyEpoch: number;
  /** Per gateway, from 0, gapless, never resets. */
  readonly seq: number;
  /** SHA-256 of the previous header; at seq 0, of the enrollment record. */
  readonly prev: Uint8Array;
  /** SHA-256 of the payload bytes exactly as stored and sent. */
  readonly payloadHash: Uint8Array;
  readonly bootId: Uint8Array;
  /** CLOCK_BOOTTIME in microseconds. */
  readonly monoUs: number;
  /** Claimed Unix time in microseconds; 0 = unknown. May be negative. */
  readonly wallUs: number;
  /** Claimed bound of the error of `wallUs` in ms; undefined = unknown. */
  readonly wallErrMs: number | undefined;
  readonly eventClass: EventClass;
  readonly clockSource: ClockSource;
  readonly hasHardwareCounter: boolean;
  readonly isTest: boolean;
}

const magic = asciiBytes("DBXHDR1\n");
const unknownErr = 0xffff_ffff;
const payloadEncodingProtobuf = 1;
const two32 = 0x1_0000_0000;
const classByNumber = new Map<number, EventClass>(
  Object.entries(eventClasses).map(([name, value]) => [value, name as EventClass]),
);

/** Offsets of the fields, in bytes, as in docs/wire.md. */
const at = {
  gatewayId: 8,
  keyEpoch: 24,
  seq: 28,
  prev: 36,
  payloadHash: 68,
  bootId: 100,
  monoUs: 116,
  wallUs: 124,
  wallErrMs: 132,
  eventClass: 136,
  flags: 138,
  encoding: 139,
  reserved: 140,
} as const;

/** Encodes a header; throws on fields of the wrong size or range, a defect of the caller. */
export function encodeHeader(header: Header): Uint8Array {
  const bytes = new Uint8Array(headerBytes);
  const view = viewOf(bytes);
  bytes.set(magic, 0);
  bytes.set(exactly(header.gatewayId, 16), at.gatewayId);
  view.setUint32(at.keyEpoch, natural(header.keyEpoch, unknownErr));
  writeU64(view, at.seq, natural(header.seq, Number.MAX_SAFE_INTEGER));
  bytes.set(exactly(header.prev, 32), at.prev);
  bytes.set(exactly(header.payloadHash, 32), at.payloadHash);
  bytes.set(exactly(header.bootId, 16), at.bootId);
  writeU64(view, at.monoUs, header.monoUs);
  view.setInt32(at.wallUs, Math.floor(header.wallUs / two32));
  view.setUint32(at.wallUs + 4, ((header.wallUs % two32) + two32) % two32);
  view.setUint32(at.wallErrMs, header.wallErrMs ?? unknownErr);
  view.setUint16(at.eventClass, eventClasses[header.eventClass]);
  const clock = clockSources.indexOf(header.clockSource);
  bytes[at.flags] = clock | (header.hasHardwareCounter ? 8 : 0) | (header.isTest ? 0x80 : 0);
  bytes[at.encoding] = payloadEncodingProtobuf;
  return bytes;
}

/** Parses exactly 144 bytes. Every bit has one meaning; unknown ones are refused. */
export function parseHeader(bytes: Uint8Array): Parsed<Header> {
  if (bytes.length !== headerBytes) {
    return refused("wire/header", `${bytes.length} bytes, not ${headerBytes}`);
  }
  if (!equalBytes(bytes.subarray(0, 8), magic)) return refused("wire/header", "wrong magic");
  const view = viewOf(bytes);
  if (view.getUint32(at.reserved) !== 0) return refused("wire/header", "reserved bytes are not 0");
  const eventClass = classByNumber.get(view.getUint16(at.eventClass));
  if (eventClass === undefined) {
    return refused("wire/header", `unknown class ${view.getUint16(at.eventClass)}`);
  }
  const flags = view.getUint8(at.flags);
  const clockSource = clockSources[flags & 7];
  if (clockSource === undefined || (flags & 0x70) !== 0) {
    return refused("wire/header", `unknown flags 0x${flags.toString(16)}`);
  }
  if (view.getUint8(at.encoding) !== payloadEncodingProtobuf) {
    return refused("wire/header", `unknown payload encoding ${view.getUint8(at.encoding)}`);
  }
  const seq = readU64(view, at.seq);
  const monoUs = readU64(view, at.monoUs);
  const wallUs = view.getInt32(at.wallUs) * two32 + view.getUint32(at.wallUs + 4);
  if (seq === undefined || monoUs === undefined || !Number.isSafeInteger(wallUs)) {
    return refused("wire/header", "a 64-bit number is above 2^53 - 1");
  }
  const wallErrMs = view.getUint32(at.wallErrMs);
  return parsed({
    gatewayId: bytes.subarray(at.gatewayId, at.keyEpoch),
    keyEpoch: view.getUint32(at.keyEpoch),
    seq,
    prev: bytes.subarray(at.prev, at.payloadHash),
    payloadHash: bytes.subarray(at.payloadHash, at.bootId),
    bootId: bytes.subarray(at.bootId, at.monoUs),
    monoUs,
    wallUs,
    wallErrMs: wallErrMs === unknownErr ? undefined : wallErrMs,
    eventClass,
    clockSource,
    hasHardwareCounter: (flags & 8) !== 0,
    isTest: (flags & 0x80) !== 0,
  });
}

/** A number that would wrap around must never be sealed under another one's name. */
function natural(value: number, most: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new Error(`number ${value} in a header, expected 0 to ${most}`);
}

function exactly(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new Error(`field of ${bytes.length} bytes, not ${length}`);
  return bytes;
}
