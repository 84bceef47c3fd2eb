// What to do with what opening a journal found: one switch, one sentence a case.

import type { ChainHead } from "@driftbox/proto";
import type { RecoveryReport } from "../../ports/storage.ts";
import {
  readDamageMark,
  removeDamageMark,
  writeDamageMark,
  writeNewFile,
  type DamageMark,
} from "./damage-mark.ts";
import type { JournalDisk } from "./disk.ts";
import {
  readWhole,
  scanJournal,
  writtenLength,
  type JournalOwner,
  type ScanResult,
} from "./scan.ts";
import type { Segment } from "./segment.ts";
import { seqOfSegmentName } from "./segment-head.ts";

/** Files kept aside under one name; more than that is a disk to replace, not to write on. */
const asideMaxCount = 1_000;

export interface Recovered {
  /** Oldest first; the last one may take more frames. */
  readonly segments: Segment[];
  readonly head: ChainHead;
  readonly report: RecoveryReport;
  /** True until a record of a new key epoch is stored: nothing else may be appended. */
  readonly isEpochDue: boolean;
}

interface Place {
  readonly disk: JournalDisk;
  readonly folder: string;
}

/**
 * Reads, repairs and settles a journal. When it returns, every record of the result is on stable
 * storage and only zeros follow the last one. Calling it again after a crash at any point gives
 * the same verdict. `restored-image` is not seen here: it takes the receipt to know.
 */
export function recoverJournal(place: Place, owner: JournalOwner): Recovered {
  const { disk, folder } = place;
  const files = disk.list(folder);
  const names = files.filter((name) => seqOfSegmentName(name) !== undefined).toSorted();
  const scan = scanJournal(disk, folder, names, owner);
  const mark = pendingMark(place, files, scan);
  const verdict = verdictOf(scan, mark);
  let report: RecoveryReport = { ...nothingDropped, recovery: verdict };
  switch (verdict) {
    case "clean":
      break;
    // Nothing was written after these bytes, so their flush never returned: nobody saw them.
    case "torn-tail":
      report = reportOf(scan, undefined, verdict);
      break;
    // Something acknowledged may be lost: note it, keep the good prefix, put the rest aside.
    case "damage":
      report = reportOf(scan, mark, verdict);
      writeDamageMark(disk, folder, { keyEpoch: scan.head.keyEpoch, ...report });
      setAside(place, names, scan);
      break;
  }
  return { ...settle(place, scan, mark), report, isEpochDue: verdict === "damage" };
}

const nothingDropped = {
  droppedBytes: 0,
  highestSeqBeyond: undefined,
  detail: "every byte is as written",
};

function verdictOf(scan: ScanResult, mark: DamageMark | undefined) {
  if (mark !== undefined) return "damage";
  if (scan.stop === undefined) return "clean";
  return scan.isFollowed ? "damage" : "torn-tail";
}

function reportOf(
  scan: ScanResult,
  mark: DamageMark | undefined,
  recovery: "torn-tail" | "damage",
): RecoveryReport {
  const highest = Math.max(scan.highestSeqBeyond ?? -1, mark?.highestSeqBeyond ?? -1);
  return {
    recovery,
    droppedBytes: scan.bytesBeyond + (mark?.droppedBytes ?? 0),
    highestSeqBeyond: highest < 0 ? undefined : highest,
    detail: scan.stop?.detail ?? "damage found at an earlier start has no new key epoch yet",
  };
}

/** The damage mark, unless a record of a later key epoch has answered it. */
function pendingMark(
  { disk, folder }: Place,
  files: readonly string[],
  scan: ScanResult,
): DamageMark | undefined {
  const mark = readDamageMark(disk, folder, files);
  if (mark === undefined) return undefined;
  const last = scan.segments.at(-1);
  const answered = last?.isEmpty === true ? scan.headBeforeLast.keyEpoch : scan.head.keyEpoch;
  if (answered <= mark.keyEpoch) return mark;
  removeDamageMark(disk, folder);
  return undefined;
}

/** Moves or copies everything after the good prefix to `*.damaged` files; deletes nothing. */
function setAside({ disk, folder }: Place, names: readonly string[], scan: ScanResult): void {
  const { stop } = scan;
  if (stop === undefined) return;
  const firstMoved = stop.offset === 0 ? stop.index : stop.index + 1;
  for (const name of names.slice(firstMoved)) {
    disk.rename(`${folder}/${name}`, `${folder}/${asideName(disk, folder, name)}`);
  }
  const partial = stop.offset === 0 ? undefined : names[stop.index];
  if (partial !== undefined) {
    const rest = readWhole(disk, `${folder}/${partial}`).subarray(stop.offset);
    const bytes = rest.subarray(0, writtenLength(rest));
    const aside = `${folder}/${asideName(disk, folder, `${partial}.from-${stop.offset}`)}`;
    if (bytes.length > 0) writeNewFile(disk, aside, bytes);
  }
  disk.syncFolder(folder);
}

function asideName(disk: JournalDisk, folder: string, name: string): string {
  const taken = new Set(disk.list(folder));
  for (let count = 0; count < asideMaxCount; count += 1) {
    const aside = `${name}.${count}.damaged`;
    if (!taken.has(aside)) return aside;
  }
  throw new Error(`${folder}: ${asideMaxCount} damaged copies of ${name}`);
}

/**
 * Makes what was read count: the newest frame may have been read from memory only (a process
 * killed before its flush, a flush that failed), so it is written again and flushed.
 */
function settle(
  place: Place,
  scan: ScanResult,
  mark: DamageMark | undefined,
): { segments: Segment[]; head: ChainHead } {
  const { disk, folder } = place;
  const segments = [...scan.segments];
  let head = scan.head;
  const last = segments.at(-1);
  if (last !== undefined && isUnusedEpoch(last, scan, mark)) {
    disk.unlink(`${folder}/${last.name}`);
    segments.pop();
    head = scan.headBeforeLast;
  } else if (last !== undefined) {
    rewriteTail(place, last, scan.stop !== undefined);
  }
  disk.syncFolder(folder);
  return { segments, head };
}

/** A key epoch whose first record was never stored has not begun; the app will begin it again. */
function isUnusedEpoch(last: Segment, scan: ScanResult, mark: DamageMark | undefined): boolean {
  const { keyEpoch, firstSeq, followsSeq } = last.head;
  if (!last.isEmpty) return false;
  const hasBefore = scan.segments.length > 1;
  const isRise = hasBefore && keyEpoch > scan.headBeforeLast.keyEpoch;
  const isAnswer = mark !== undefined && keyEpoch > mark.keyEpoch;
  return isRise || isAnswer || followsSeq < firstSeq || firstSeq === 0;
}

function rewriteTail({ disk, folder }: Place, segment: Segment, hasJunk: boolean): void {
  const file = disk.open(`${folder}/${segment.name}`);
  try {
    const start = segment.lastFrameOffset;
    const end = hasJunk ? segment.head.fileBytes : segment.endOffset;
    const bytes = new Uint8Array(end - start);
    file.read(bytes.subarray(0, segment.endOffset - start), start);
    if (bytes.length > 0) file.write(bytes, start);
    file.flush();
  } finally {
    file.close();
  }
}
