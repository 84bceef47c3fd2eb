// Reads what a dead gateway left on its disk, without changing it.

import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodePayload, parseHeader, splitRecords, toHex, type RecordParts } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { NodeDisk } from "../../gateway/adapters/journal/node-disk.ts";
import { openFileJournal } from "../../gateway/adapters/journal/open-file-journal.ts";
import { JournalReader } from "../../gateway/adapters/journal/reader.ts";
import { scanJournal } from "../../gateway/adapters/journal/scan.ts";
import { seqOfSegmentName } from "../../gateway/adapters/journal/segment-head.ts";
import { readEnrollment } from "../../gateway/provisioning.ts";

export interface WrittenEvent {
  readonly seq: number;
  readonly epoch: number;
  readonly eventId: string;
  readonly kind: string;
  /** `box/compartment`, or "" for an event of no place. */
  readonly spot: string;
}

const readBounds = { maxCount: 512, maxBytes: 1_048_576 } as const;

/** Events of a journal nobody holds open, in order, up to the last whole one. */
export function readJournal(data: string): readonly WrittenEvent[] {
  const { gatewayId, genesis } = readEnrollment(data);
  const folder = join(data, "journal");
  const disk = new NodeDisk();
  const names = readdirSync(folder).filter((name) => seqOfSegmentName(name) !== undefined);
  const scan = scanJournal(disk, folder, names.toSorted(), { gatewayId, genesisPrev: genesis });
  const reader = new JournalReader(disk, folder, scan.segments);
  const read = (seq: number) => reader.read(seq, readBounds);
  try {
    return eventsOf(read, scan.head.nextSeq);
  } finally {
    reader.close();
  }
}

/** The same through the gateway's own journal, which recovers a copy. */
export function openJournalCopy(data: string): readonly WrittenEvent[] {
  const { gatewayId, genesis: genesisPrev } = readEnrollment(data);
  const copy = mkdtempSync(join(tmpdir(), "driftbox-journal-"));
  cpSync(join(data, "journal"), copy, { recursive: true });
  const { journal } = openFileJournal({ folder: copy, gatewayId, genesisPrev });
  try {
    const { maxCount, maxBytes } = readBounds;
    return eventsOf((seq) => journal.read(seq, maxCount, maxBytes), journal.head.nextSeq);
  } finally {
    journal.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

interface Framed {
  readonly firstSeq: number;
  readonly count: number;
  readonly framed: Uint8Array;
}

function eventsOf(read: (seq: number) => Framed, nextSeq: number): WrittenEvent[] {
  const events: WrittenEvent[] = [];
  for (let seq = 0; seq < nextSeq;) {
    const some = read(seq);
    if (some.count === 0) break;
    const records = splitRecords(some.framed, some.count);
    if (!records.ok) throw new Error(records.detail);
    events.push(...records.value.map(eventOf));
    seq = some.firstSeq + some.count;
  }
  return events;
}

function eventOf(record: RecordParts): WrittenEvent {
  const header = parseHeader(record.header);
  const payload = decodePayload(record.payload);
  if (!header.ok) throw new Error(header.detail);
  if (!payload.ok) throw new Error(payload.detail);
  const fact = payload.value.isKnown ? payload.value.fact : undefined;
  const spot =
    fact !== undefined && "box" in fact && "compartment" in fact
      ? `${fact.box}/${fact.compartment}`
      : "";
  const { seq, keyEpoch } = header.value;
  const eventId = toHex(sha256(record.header));
  return { seq, epoch: keyEpoch, eventId, kind: fact?.kind ?? "Unknown", spot };
}
