// Reading the segments of a journal from the oldest on,
// up to the first byte that is not as written.

import { Fault, equalBytes, splitRecords, toHex, type ChainHead } from "@driftbox/proto";
import { followChain } from "./chain-link.ts";
import type { JournalDisk } from "./disk.ts";
import { announcedSpan, frameAlignBytes, frameMagic, frameMaxCount, readFrame } from "./frame.ts";
import { Segment } from "./segment.ts";
import { readSegmentHead, segmentMaxBytes, type SegmentHead } from "./segment-head.ts";

/** Bytes that may be checksummed while looking for frames in a bad region, per segment byte. */
const searchBudgetFactor = 4;

/** Whose journal is read: another gateway's is refused, not repaired. */
export interface JournalOwner {
  readonly gatewayId: Uint8Array;
  /** Hash that the header of sequence 0 links to. */
  readonly genesisPrev: Uint8Array;
}

/** Where reading stopped: everything before is good. */
interface Stop {
  /** Position of the segment in the list of names. */
  readonly index: number;
  /** 0 when not even the head of the segment can be used. */
  readonly offset: number;
  /** The file lost bytes at its end. */
  readonly isShort: boolean;
  readonly detail: string;
}

/** Everything the recovery switch looks at. */
export interface ScanResult {
  /** Segments with at least their head good, oldest first. The last one may end at `stop`. */
  readonly segments: readonly Segment[];
  readonly head: ChainHead;
  /** The chain where the last segment begins, as the segments before it left it. */
  readonly headBeforeLast: ChainHead;
  readonly stop: Stop | undefined;
  /** Bytes from `stop` to the last that is not zero, in its segment and all later ones. */
  readonly bytesBeyond: number;
  /** True when something after `stop` was written later than the bytes at `stop`. */
  readonly isFollowed: boolean;
  readonly highestSeqBeyond: number | undefined;
}

/** Reads every segment. `names` are segment files, oldest first. @throws Fault journal/foreign */
export function scanJournal(
  disk: JournalDisk,
  folder: string,
  names: readonly string[],
  owner: JournalOwner,
): ScanResult {
  const segments: Segment[] = [];
  const { gatewayId, genesisPrev } = owner;
  let head: ChainHead = { gatewayId, keyEpoch: 0, nextSeq: 0, prev: genesisPrev };
  let headBeforeLast = head;
  let stop: Stop | undefined;
  for (const [index, name] of names.entries()) {
    const bytes = readWhole(disk, `${folder}/${name}`);
    const segmentHead = readSegmentHead(bytes);
    if (segmentHead !== undefined) refuseForeign(segmentHead, owner, name);
    const misfit = misfitOf(segmentHead, name, index === 0 ? undefined : head);
    if (segmentHead === undefined || misfit !== undefined) {
      stop ??= { index, offset: 0, isShort: false, detail: `${name}: ${misfit}` };
      break;
    }
    const scanned = scanFrames(bytes.subarray(0, segmentHead.fileBytes), segmentHead);
    segments.push(scanned.segment);
    headBeforeLast = head;
    head = scanned.head;
    // Bytes after the frames of a full segment matter only if something is missing after them.
    stop = scanned.detail === undefined ? undefined : stopIn(scanned, index, scanned.detail);
  }
  const beyond = stop === undefined ? nothingBeyond : lookBeyond(disk, folder, names, stop);
  return { segments, head, headBeforeLast, stop, ...beyond };
}

const nothingBeyond = { bytesBeyond: 0, isFollowed: false, highestSeqBeyond: undefined };

function stopIn(scanned: ScannedSegment, index: number, detail: string): Stop {
  const { name, endOffset } = scanned.segment;
  return { index, offset: endOffset, isShort: scanned.isShort, detail: `${name}: ${detail}` };
}

/** Reads a whole file, of which at most `segmentMaxBytes` can be a segment. */
export function readWhole(disk: JournalDisk, path: string): Uint8Array {
  const file = disk.open(path);
  try {
    const bytes = new Uint8Array(Math.min(file.sizeBytes, segmentMaxBytes));
    return bytes.subarray(0, file.read(bytes, 0));
  } finally {
    file.close();
  }
}

/** Length without the zeros at the end. */
export function writtenLength(bytes: Uint8Array): number {
  const words = new BigUint64Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 8));
  let end = bytes.length;
  while (end > words.length * 8 && bytes[end - 1] === 0) end -= 1;
  if (end > words.length * 8) return end;
  let word = words.length;
  while (word > 0 && words[word - 1] === 0n) word -= 1;
  end = word * 8;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
}

function refuseForeign(head: SegmentHead, owner: JournalOwner, name: string): void {
  const isOther = !equalBytes(head.gatewayId, owner.gatewayId);
  const isOtherGenesis = head.firstSeq === 0 && !equalBytes(head.prev, owner.genesisPrev);
  if (!isOther && !isOtherGenesis) return;
  const whose = toHex(head.gatewayId);
  const text = `${name} belongs to gateway ${whose}; use its own data folder or an empty one`;
  throw new Fault("journal/foreign", text);
}

/** Why a segment cannot stand where it stands; undefined when it can. */
function misfitOf(
  segment: SegmentHead | undefined,
  name: string,
  before: ChainHead | undefined,
): string | undefined {
  if (segment === undefined) return "the segment's head is not readable";
  if (Number(name.slice(0, name.indexOf("."))) !== segment.firstSeq) return "renamed segment";
  if (before === undefined) return undefined;
  if (segment.followsSeq !== before.nextSeq) {
    return `follows seq ${segment.followsSeq}, but the one before ends at ${before.nextSeq}`;
  }
  if (segment.keyEpoch > before.keyEpoch) return undefined;
  const isLinked = equalBytes(segment.prev, before.prev) && segment.firstSeq === before.nextSeq;
  return isLinked && segment.keyEpoch === before.keyEpoch ? undefined : "broken hash link";
}

interface ScannedSegment {
  readonly segment: Segment;
  readonly head: ChainHead;
  readonly isShort: boolean;
  /** What is wrong at the end offset; undefined when only zeros follow. */
  readonly detail: string | undefined;
}

function scanFrames(bytes: Uint8Array, start: SegmentHead): ScannedSegment {
  const { gatewayId, keyEpoch, firstSeq, prev } = start;
  const segment = new Segment(start);
  const isShort = bytes.length < start.fileBytes;
  let head: ChainHead = { gatewayId, keyEpoch, nextSeq: firstSeq, prev };
  for (;;) {
    const offset = segment.endOffset;
    const frame = readFrame(bytes, offset);
    if (frame === undefined) break;
    const records = splitRecords(frame.records, frameMaxCount);
    if (!records.ok || records.value.length !== frame.count || frame.firstSeq !== head.nextSeq) {
      return { segment, head, isShort, detail: `byte ${offset}: a frame of another place` };
    }
    const link = followChain(head, records.value);
    if (!link.ok) return { segment, head, isShort, detail: `byte ${offset}: ${link.detail}` };
    head = link.head;
    const { count, spanBytes } = frame;
    segment.noteFrame({ count, spanBytes, newestWallUs: link.newestWallUs });
  }
  const rest = bytes.subarray(segment.endOffset);
  const junk = writtenLength(rest) > 0 ? `byte ${segment.endOffset}: not a whole frame` : undefined;
  const cut = `${bytes.length} bytes long, made with ${start.fileBytes}`;
  return { segment, head, isShort, detail: isShort ? cut : junk };
}

function lookBeyond(
  disk: JournalDisk,
  folder: string,
  names: readonly string[],
  stop: Stop,
): Pick<ScanResult, "bytesBeyond" | "isFollowed" | "highestSeqBeyond"> {
  let bytesBeyond = 0;
  let highest = -1;
  let isFollowed = stop.offset === 0 || stop.isShort || stop.index < names.length - 1;
  for (let index = stop.index; index < names.length; index += 1) {
    const offset = index === stop.index ? stop.offset : 0;
    const bytes = readWhole(disk, `${folder}/${names[index]}`).subarray(offset);
    const found = searchFrames(bytes);
    bytesBeyond += writtenLength(bytes);
    highest = Math.max(highest, found.highestSeq);
    isFollowed ||= found.highestSeq >= 0 || !found.isComplete;
  }
  return { bytesBeyond, isFollowed, highestSeqBeyond: highest < 0 ? undefined : highest };
}

/** Looks for whole frames at every aligned offset of a bad region, within a budget of work. */
function searchFrames(bytes: Uint8Array): { highestSeq: number; isComplete: boolean } {
  const region = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let highestSeq = (readSegmentHead(bytes)?.firstSeq ?? 0) - 1;
  let budgetBytes = searchBudgetFactor * bytes.length;
  let offset = region.indexOf(frameMagic, 0);
  while (offset >= 0 && budgetBytes > 0) {
    const isAligned = offset % frameAlignBytes === 0;
    const frame = isAligned ? readFrame(bytes, offset) : undefined;
    if (frame !== undefined) highestSeq = Math.max(highestSeq, frame.firstSeq + frame.count - 1);
    else if (isAligned) budgetBytes -= announcedSpan(bytes, offset) ?? frameAlignBytes;
    offset = region.indexOf(frameMagic, offset + (frame?.spanBytes ?? 1));
  }
  return { highestSeq, isComplete: offset < 0 };
}
