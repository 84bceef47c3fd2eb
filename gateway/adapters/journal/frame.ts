// The commit frame: one group of records as it lies in a segment, whole or not at all.

import { asciiBytes, headerBytes, readU64, sealBytes, viewOf, writeU64 } from "@driftbox/proto";
import { crc32c } from "./crc32c.ts";

/**
 * `"DBXF" || u32 crc32c of the rest || u32 length of records || u16 count || u16 0 ||
 * u64 first seq || records || zeros to the next multiple of 8`. Big-endian.
 */
export const frameHeadBytes = 24;
export const frameAlignBytes = 8;
export const frameMagic = asciiBytes("DBXF");
export const frameMaxCount = 512;
export const frameMaxBytes = 1_048_576;

const at = { crc: 4, length: 8, count: 12, reserved: 14, firstSeq: 16 } as const;
const recordMinBytes = 4 + headerBytes + sealBytes;

export interface Frame {
  readonly firstSeq: number;
  readonly count: number;
  /** `count` wire records, concatenated: a view into the bytes read. */
  readonly records: Uint8Array;
  /** Bytes to the next frame, padding included. */
  readonly spanBytes: number;
}

/** Bytes a frame takes in its segment, padding included. */
export function frameSpan(recordsBytes: number): number {
  return Math.ceil((frameHeadBytes + recordsBytes) / frameAlignBytes) * frameAlignBytes;
}

/** One frame over wire records. Throws over the limits: a defect of the caller. */
export function encodeFrame(firstSeq: number, wireRecords: readonly Uint8Array[]): Uint8Array {
  const length = wireRecords.reduce((sum, record) => sum + record.length, 0);
  const span = frameSpan(length);
  if (wireRecords.length < 1 || wireRecords.length > frameMaxCount || span > frameMaxBytes) {
    throw new Error(`frame of ${wireRecords.length} records in ${span} bytes`);
  }
  const bytes = new Uint8Array(span);
  const view = viewOf(bytes);
  bytes.set(frameMagic, 0);
  view.setUint32(at.length, length);
  view.setUint16(at.count, wireRecords.length);
  writeU64(view, at.firstSeq, firstSeq);
  let offset = frameHeadBytes;
  for (const record of wireRecords) {
    bytes.set(record, offset);
    offset += record.length;
  }
  view.setUint32(at.crc, crc32c(bytes.subarray(at.length, offset)));
  return bytes;
}

/**
 * What the first bytes of a frame announce; undefined when they cannot begin one. The checksum is
 * not looked at: `readFrame` does.
 */
export function announcedSpan(bytes: Uint8Array, offset: number): number | undefined {
  if (bytes.length - offset < frameHeadBytes) return undefined;
  for (let i = 0; i < frameMagic.length; i += 1) {
    if (bytes[offset + i] !== frameMagic[i]) return undefined;
  }
  const view = viewOf(bytes);
  const length = view.getUint32(offset + at.length);
  const count = view.getUint16(offset + at.count);
  if (count < 1 || count > frameMaxCount || length < count * recordMinBytes) return undefined;
  const span = frameSpan(length);
  return span > frameMaxBytes ? undefined : span;
}

/** The frame at `offset`; undefined when there is no whole and valid one. Never throws. */
export function readFrame(bytes: Uint8Array, offset: number): Frame | undefined {
  const span = announcedSpan(bytes, offset);
  if (span === undefined || span > bytes.length - offset) return undefined;
  const view = viewOf(bytes);
  const end = offset + frameHeadBytes + view.getUint32(offset + at.length);
  const crc = crc32c(bytes.subarray(offset + at.length, end));
  const firstSeq = readU64(view, offset + at.firstSeq);
  if (crc !== view.getUint32(offset + at.crc) || firstSeq === undefined) return undefined;
  return {
    firstSeq,
    count: view.getUint16(offset + at.count),
    records: bytes.subarray(offset + frameHeadBytes, end),
    spanBytes: span,
  };
}
