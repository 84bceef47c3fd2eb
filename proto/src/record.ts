// A record (header, seal, payload) and a batch of records: the units of journal and wire.

import { asciiBytes, equalBytes, viewOf } from "./bytes.ts";
import { headerBytes, sealBytes } from "./header.ts";
import { limits } from "./limits.ts";
import { parsed, refused, type Parsed } from "./parsed.ts";

/** Views into the bytes as received; never copies and never re-encodes. */
export interface RecordParts {
  readonly header: Uint8Array;
  readonly seal: Uint8Array;
  readonly payload: Uint8Array;
}

const lengthBytes = 4;
const recordMinBytes = headerBytes + sealBytes;

/** `u32 length of the rest || header || seal || payload`. Throws over the limit: a defect. */
export function encodeRecord(parts: RecordParts): Uint8Array {
  const length = recordMinBytes + parts.payload.length;
  if (length > limits.recordMaxBytes) throw new Error(`record of ${length} bytes`);
  const bytes = new Uint8Array(lengthBytes + length);
  viewOf(bytes).setUint32(0, length);
  bytes.set(parts.header, lengthBytes);
  bytes.set(parts.seal, lengthBytes + headerBytes);
  bytes.set(parts.payload, lengthBytes + recordMinBytes);
  return bytes;
}

/** Splits concatenated records; at most `maxCount`, and nothing may follow the last one. */
export function splitRecords(bytes: Uint8Array, maxCount: number): Parsed<RecordParts[]> {
  const records: RecordParts[] = [];
  const view = viewOf(bytes);
  let offset = 0;
  while (offset < bytes.length) {
    if (records.length === maxCount) return refused("wire/record", `over ${maxCount} records`);
    if (bytes.length - offset < lengthBytes) return refused("wire/record", "truncated length");
    const length = view.getUint32(offset);
    if (length < recordMinBytes || length > limits.recordMaxBytes) {
      return refused("wire/record", `length ${length} at byte ${offset}`);
    }
    const start = offset + lengthBytes;
    offset = start + length;
    if (offset > bytes.length) return refused("wire/record", `record ${records.length} truncated`);
    records.push({
      header: bytes.subarray(start, start + headerBytes),
      seal: bytes.subarray(start + headerBytes, start + recordMinBytes),
      payload: bytes.subarray(start + recordMinBytes, offset),
    });
  }
  return parsed(records);
}

/** Backlog batches are late: the center never lets them ring as live. */
export type BatchMark = "live" | "backlog";

export interface Batch {
  readonly mark: BatchMark;
  readonly records: readonly RecordParts[];
}

const batchMagic = asciiBytes("DBXBAT1\n");
export const batchHeadBytes = 12;

/**
 * `"DBXBAT1\n" || u8 mark (0 live, 1 backlog) || u8 0 || u16 count || records`, over records that
 * are already framed. Throws over the limits: a defect.
 */
export function encodeBatch(mark: BatchMark, count: number, framed: Uint8Array): Uint8Array {
  const length = batchHeadBytes + framed.length;
  if (count < 1 || count > limits.batchMaxCount || length > limits.batchMaxBytes) {
    throw new Error(`batch of ${count} records in ${length} bytes`);
  }
  const bytes = new Uint8Array(length);
  bytes.set(batchMagic, 0);
  bytes[8] = mark === "backlog" ? 1 : 0;
  viewOf(bytes).setUint16(10, count);
  bytes.set(framed, batchHeadBytes);
  return bytes;
}

export function parseBatch(bytes: Uint8Array): Parsed<Batch> {
  if (bytes.length > limits.batchMaxBytes) return refused("wire/batch", `${bytes.length} bytes`);
  if (bytes.length < batchHeadBytes || !equalBytes(bytes.subarray(0, 8), batchMagic)) {
    return refused("wire/batch", "wrong magic");
  }
  const view = viewOf(bytes);
  const mark = view.getUint8(8);
  if (mark > 1 || view.getUint8(9) !== 0) return refused("wire/batch", "unknown mark");
  const count = view.getUint16(10);
  if (count === 0 || count > limits.batchMaxCount) return refused("wire/batch", `${count} records`);
  const records = splitRecords(bytes.subarray(batchHeadBytes), count);
  if (!records.ok) return records;
  if (records.value.length !== count) {
    return refused("wire/batch", `${records.value.length} records, announced ${count}`);
  }
  return parsed({ mark: mark === 1 ? "backlog" : "live", records: records.value });
}
