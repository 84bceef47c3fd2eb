// Reads events back from the journal in order, in bounded pieces.

import { Fault, parseHeader, splitRecords, type Header, type RecordParts } from "@driftbox/proto";
import type { Journal } from "../../ports/storage.ts";

const readMaxCount = 512;
const readMaxBytes = 262_144;

export interface StoredRecord {
  readonly record: RecordParts;
  readonly header: Header;
}

/**
 * The records from `fromSeq` on, up to the head at the start of the walk.
 * @throws Fault journal/damaged when one cannot be read
 */
export function* storedRecords(
  journal: Pick<Journal, "head" | "read">,
  fromSeq: number,
): Generator<StoredRecord> {
  const untilSeq = journal.head.nextSeq;
  let seq = fromSeq;
  while (seq < untilSeq) {
    const read = journal.read(seq, readMaxCount, readMaxBytes);
    if (read.count === 0) return;
    const records = splitRecords(read.framed, read.count);
    if (!records.ok) throw new Fault("journal/damaged", `seq ${read.firstSeq}: ${records.detail}`);
    for (const record of records.value) yield { record, header: headerOf(record) };
    seq = read.firstSeq + read.count;
  }
}

/** The first record at or after `seq`; undefined when there is none. */
export function firstStored(
  journal: Pick<Journal, "head" | "read">,
  seq: number,
): StoredRecord | undefined {
  if (seq >= journal.head.nextSeq) return undefined;
  const read = journal.read(Math.max(0, seq), 1, readMaxBytes);
  const records = splitRecords(read.framed, read.count);
  const record = records.ok ? records.value[0] : undefined;
  return record === undefined ? undefined : { record, header: headerOf(record) };
}

function headerOf(record: RecordParts): Header {
  const header = parseHeader(record.header);
  if (!header.ok) throw new Fault("journal/damaged", header.detail);
  return header.value;
}
