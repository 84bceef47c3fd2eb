// Reads the heads of a journal's segments and its newest records, while a gateway writes or not.

import { statSync } from "node:fs";
import { join } from "node:path";
import { decodePayload, equalBytes, Fault, parseHeader, splitRecords } from "@driftbox/proto";
import type { JournalDisk } from "../adapters/journal/disk.ts";
import { NodeDisk } from "../adapters/journal/node-disk.ts";
import { JournalReader } from "../adapters/journal/reader.ts";
import { scanJournal } from "../adapters/journal/scan.ts";
import {
  readSegmentHead,
  segmentHeadBytes,
  seqOfSegmentName,
} from "../adapters/journal/segment-head.ts";
import { readEnrollment } from "../provisioning.ts";
import type { JournalFacts, RecentFact } from "./facts.ts";

/** Newest records that are read; a busy box has as many in a week. */
const recentMaxCount = 500;
const readMaxBytes = 1_048_576;
/** Segments that are read whole: the newest, and the one before when that has just begun. */
const wholeCount = 2;

interface Owner {
  readonly gatewayId: Uint8Array;
  readonly genesisPrev: Uint8Array;
}

export function readJournal(data: string): JournalFacts {
  const folder = join(data, "journal");
  const disk = new NodeDisk();
  try {
    const names = segmentNames(disk, folder);
    if (names.length === 0) return { state: "none", detail: folder };
    const { gatewayId, genesis } = readEnrollment(data);
    return journalIn({ disk, folder, names, owner: { gatewayId, genesisPrev: genesis } });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (error instanceof Fault && error.code === "journal/foreign") {
      return { ...nothing, flaw: { kind: "foreign", detail } };
    }
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { state: isMissing ? "none" : "unreadable", detail };
  }
}

const nothing = {
  state: "read",
  segmentCount: 0,
  fileBytes: 0,
  nextSeq: 0,
  keyEpoch: 0,
  recent: [],
} as const;

interface Place {
  readonly disk: JournalDisk;
  readonly folder: string;
  readonly names: readonly string[];
  readonly owner: Owner;
}

function journalIn(place: Place): JournalFacts {
  const { disk, folder, names, owner } = place;
  const scan = scanJournal(disk, folder, names.slice(-wholeCount), owner);
  const { nextSeq, keyEpoch } = scan.head;
  const isBroken = scan.stop !== undefined && scan.isFollowed;
  const tail = scan.stop !== undefined && scan.bytesBeyond > 0 ? scan.stop.detail : undefined;
  const badHead = names.slice(0, -wholeCount).find((name) => !isHeadGood(place, name));
  const kind = isBroken || badHead !== undefined ? "damaged" : "torn";
  const detail = badHead === undefined ? (tail ?? scan.stop?.detail) : `${badHead}: bad head`;
  const isSound = badHead === undefined && !isBroken && tail === undefined;
  return {
    state: "read",
    segmentCount: names.length,
    fileBytes: bytesIn(folder, disk),
    nextSeq,
    keyEpoch,
    flaw: isSound ? undefined : { kind, detail: detail ?? "" },
    recent: recentIn(new JournalReader(disk, folder, scan.segments), nextSeq),
  };
}

function isHeadGood({ disk, folder, owner }: Place, name: string): boolean {
  const file = disk.open(join(folder, name));
  try {
    const bytes = new Uint8Array(segmentHeadBytes);
    file.read(bytes, 0);
    const head = readSegmentHead(bytes);
    if (head === undefined || head.firstSeq !== seqOfSegmentName(name)) return false;
    return equalBytes(head.gatewayId, owner.gatewayId) && file.sizeBytes >= head.fileBytes;
  } finally {
    file.close();
  }
}

function recentIn(reader: JournalReader, nextSeq: number): readonly RecentFact[] {
  const recent: RecentFact[] = [];
  try {
    for (let seq = Math.max(0, nextSeq - recentMaxCount); seq < nextSeq;) {
      const read = reader.read(seq, { maxCount: recentMaxCount, maxBytes: readMaxBytes });
      if (read.count === 0) break;
      const records = splitRecords(read.framed, read.count);
      if (!records.ok) break;
      for (const { header, payload } of records.value) {
        const head = parseHeader(header);
        const told = decodePayload(payload);
        if (!head.ok || !told.ok || !told.value.isKnown) continue;
        const { seq: at, wallUs } = head.value;
        recent.push({ seq: at, wallMs: Math.floor(wallUs / 1_000), fact: told.value.fact });
      }
      seq = read.firstSeq + read.count;
    }
  } finally {
    reader.close();
  }
  return recent;
}

function segmentNames(disk: JournalDisk, folder: string): readonly string[] {
  return disk
    .list(folder)
    .filter((name) => seqOfSegmentName(name) !== undefined)
    .toSorted();
}

/** Prepared segments count: they are taken. */
function bytesIn(folder: string, disk: JournalDisk): number {
  let sum = 0;
  for (const name of disk.list(folder)) {
    sum += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}
