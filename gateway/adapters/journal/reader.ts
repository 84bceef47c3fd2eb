// Reads records back from segments: a sequential reader walks each frame once, in bounded memory.

import { Fault, concatBytes, viewOf } from "@driftbox/proto";
import type { JournalRead } from "../../ports/storage.ts";
import type { DiskFile, JournalDisk } from "./disk.ts";
import { ioFault } from "./faults.ts";
import { announcedSpan, frameHeadBytes, frameMaxBytes, readFrame, type Frame } from "./frame.ts";
import type { Segment } from "./segment.ts";

const windowBytes = 262_144;
const lengthBytes = 4;

export interface ReadLimits {
  readonly maxCount: number;
  readonly maxBytes: number;
}

/** Reads through one open file and one window of bytes, whichever segment they are in. */
export class JournalReader {
  readonly #disk: JournalDisk;
  readonly #folder: string;
  readonly #segments: readonly Segment[];
  #file: { readonly name: string; readonly handle: DiskFile } | undefined;
  #window = { name: "", start: 0, bytes: new Uint8Array(0) };
  /** The frame read last: the next read often begins inside it, and its checksum was computed. */
  #frame: { readonly name: string; readonly offset: number; readonly frame: Frame } | undefined;
  /** Where the last read ended: the frame that holds `seq` begins at `offset`. */
  #cursor = { name: "", seq: -1, offset: 0 };

  /** `segments` is the journal's own list; the reader sees it grow and shrink. */
  constructor(disk: JournalDisk, folder: string, segments: readonly Segment[]) {
    this.#disk = disk;
    this.#folder = folder;
    this.#segments = segments;
  }

  /** The first records at or after `fromSeq`, without a jump of sequence in between. */
  read(fromSeq: number, limits: ReadLimits): JournalRead {
    const taken = new Taken(fromSeq, limits);
    try {
      for (let index = this.#indexOf(fromSeq); index < this.#segments.length; index += 1) {
        const segment = this.#segments[index];
        if (segment === undefined || !this.#walk(segment, taken)) break;
      }
    } catch (cause) {
      if (cause instanceof Fault) throw cause;
      throw ioFault(`${this.#folder}: reading failed`, cause);
    }
    return taken.result();
  }

  /** Forgets open files, for instance of segments about to be removed. */
  close(): void {
    this.#file?.handle.close();
    this.#file = undefined;
    this.#frame = undefined;
    this.#window = { name: "", start: 0, bytes: new Uint8Array(0) };
  }

  /** Position of the first segment that ends after `seq`. */
  #indexOf(seq: number): number {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#segments[middle]?.nextSeq ?? Infinity) <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes frames of one segment; false when the read is complete. */
  #walk(segment: Segment, taken: Taken): boolean {
    const seq = taken.nextSeq;
    const isNext = this.#cursor.name === segment.name && this.#cursor.seq === seq;
    let offset = isNext ? this.#cursor.offset : segment.offsetNear(seq);
    while (offset < segment.endOffset) {
      const frame = this.#frameAt(segment, offset);
      const isMoreWanted = taken.take(frame);
      if (isMoreWanted) offset += frame.spanBytes;
      this.#cursor = { name: segment.name, seq: taken.nextSeq, offset };
      if (!isMoreWanted) return false;
    }
    return true;
  }

  #frameAt(segment: Segment, offset: number): Frame {
    const last = this.#frame;
    if (last?.name === segment.name && last.offset === offset) return last.frame;
    let { start, bytes } = this.#window;
    const isInside = this.#window.name === segment.name && offset >= start;
    const head = isInside ? announcedSpan(bytes, offset - start) : undefined;
    if (head === undefined || offset - start + head > bytes.length) {
      this.#fill(segment, offset, windowBytes);
      ({ start, bytes } = this.#window);
      const span = announcedSpan(bytes, offset - start);
      if (span !== undefined && span > bytes.length) this.#fill(segment, offset, span);
    }
    const frame = readFrame(this.#window.bytes, offset - this.#window.start);
    if (frame !== undefined) {
      this.#frame = { name: segment.name, offset, frame };
      return frame;
    }
    const text = `${segment.name}: byte ${offset} changed since it was written; restart to recover`;
    throw new Fault("journal/damaged", text);
  }

  #fill(segment: Segment, offset: number, wantedBytes: number): void {
    const length = Math.min(wantedBytes, frameMaxBytes, segment.endOffset - offset);
    const bytes = new Uint8Array(Math.max(length, frameHeadBytes));
    const count = this.#open(segment).read(bytes.subarray(0, length), offset);
    this.#window = { name: segment.name, start: offset, bytes: bytes.subarray(0, count) };
  }

  #open(segment: Segment): DiskFile {
    if (this.#file?.name === segment.name) return this.#file.handle;
    this.close();
    const handle = this.#disk.open(`${this.#folder}/${segment.name}`);
    this.#file = { name: segment.name, handle };
    return handle;
  }
}

/** The records taken so far by one read. */
class Taken {
  readonly #limits: ReadLimits;
  readonly #parts: Uint8Array[] = [];
  #firstSeq: number;
  #count = 0;
  #bytes = 0;

  constructor(fromSeq: number, limits: ReadLimits) {
    this.#firstSeq = fromSeq;
    this.#limits = limits;
  }

  get nextSeq(): number {
    return this.#firstSeq + this.#count;
  }

  /** Takes what is wanted and fits of a frame; true when more may follow. */
  take(frame: Frame): boolean {
    if (this.#count === 0) this.#firstSeq = Math.max(this.#firstSeq, frame.firstSeq);
    if (frame.firstSeq > this.nextSeq) return false;
    const view = viewOf(frame.records);
    let seq = frame.firstSeq;
    let offset = 0;
    let start = 0;
    let isFull = false;
    while (seq < frame.firstSeq + frame.count) {
      const length = lengthBytes + view.getUint32(offset);
      if (seq < this.nextSeq) start = offset + length;
      else if (this.#fits(length)) this.#note(length);
      else {
        isFull = true;
        break;
      }
      offset += length;
      seq += 1;
    }
    if (offset > start) this.#parts.push(frame.records.subarray(start, offset));
    return !isFull;
  }

  result(): JournalRead {
    return { firstSeq: this.#firstSeq, count: this.#count, framed: concatBytes(this.#parts) };
  }

  #fits(length: number): boolean {
    if (this.#count === 0) return true;
    const { maxCount, maxBytes } = this.#limits;
    return this.#count < maxCount && this.#bytes + length <= maxBytes;
  }

  #note(length: number): void {
    this.#count += 1;
    this.#bytes += length;
  }
}
