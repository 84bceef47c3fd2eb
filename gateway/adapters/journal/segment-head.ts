// The first sector of a segment: whose journal it is and where in the chain the segment begins.

import { asciiBytes, equalBytes, readU64, viewOf, writeU64 } from "@driftbox/proto";
import { crc32c } from "./crc32c.ts";

/**
 * `"DBXSEG1\n" || gateway id 16 || u32 key epoch || u32 file bytes ||
 * u64 first seq || u64 follows seq || prev 32 || u32 crc32c of all before || zeros`. Big-endian.
 * One whole disk sector, so that a torn write of the first frame cannot touch it.
 */
export const segmentHeadBytes = 512;
/** A larger file is not a segment of ours. */
export const segmentMaxBytes = 67_108_864;

const magic = asciiBytes("DBXSEG1\n");
const at = {
  gatewayId: 8,
  keyEpoch: 24,
  fileBytes: 28,
  firstSeq: 32,
  followsSeq: 40,
  prev: 48,
  crc: 80,
} as const;

export interface SegmentHead {
  readonly gatewayId: Uint8Array;
  readonly keyEpoch: number;
  /** Length the file was made with: a shorter one has lost bytes. */
  readonly fileBytes: number;
  /** Sequence of the first record, and the hash its header must carry. */
  readonly firstSeq: number;
  readonly prev: Uint8Array;
  /**
   * Next sequence of the journal when the segment was made. Less than `firstSeq` only where a new
   * key epoch skips numbers that were given away already.
   */
  readonly followsSeq: number;
}

export function encodeSegmentHead(head: SegmentHead): Uint8Array {
  const bytes = new Uint8Array(segmentHeadBytes);
  const view = viewOf(bytes);
  bytes.set(magic, 0);
  bytes.set(head.gatewayId, at.gatewayId);
  view.setUint32(at.keyEpoch, head.keyEpoch);
  view.setUint32(at.fileBytes, head.fileBytes);
  writeU64(view, at.firstSeq, head.firstSeq);
  writeU64(view, at.followsSeq, head.followsSeq);
  bytes.set(head.prev, at.prev);
  view.setUint32(at.crc, crc32c(bytes.subarray(0, at.crc)));
  return bytes;
}

/** The head at the start of a segment; undefined when it is not valid. Never throws. */
export function readSegmentHead(bytes: Uint8Array): SegmentHead | undefined {
  if (bytes.length < segmentHeadBytes || !equalBytes(bytes.subarray(0, 8), magic)) {
    return undefined;
  }
  const view = viewOf(bytes);
  if (view.getUint32(at.crc) !== crc32c(bytes.subarray(0, at.crc))) return undefined;
  const firstSeq = readU64(view, at.firstSeq);
  const followsSeq = readU64(view, at.followsSeq);
  const fileBytes = view.getUint32(at.fileBytes);
  if (firstSeq === undefined || followsSeq === undefined || followsSeq > firstSeq) return undefined;
  if (fileBytes < segmentHeadBytes || fileBytes > segmentMaxBytes) return undefined;
  return {
    gatewayId: bytes.slice(at.gatewayId, at.keyEpoch),
    keyEpoch: view.getUint32(at.keyEpoch),
    fileBytes,
    firstSeq,
    followsSeq,
    prev: bytes.slice(at.prev, at.crc),
  };
}

const nameDigits = 16;
const namePattern = /^(\d{16})\.segment$/;

/** File name of the segment that begins at this sequence; names sort as sequences do. */
export function segmentName(firstSeq: number): string {
  return `${String(firstSeq).padStart(nameDigits, "0")}.segment`;
}

/** Sequence in a segment's file name; undefined for any other file. */
export function seqOfSegmentName(name: string): number | undefined {
  const digits = namePattern.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
