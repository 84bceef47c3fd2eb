// What is known of one segment file without reading it again: its place in the chain,
// where its frames end.

import { segmentHeadBytes, segmentName, type SegmentHead } from "./segment-head.ts";

/**
 * A mark is kept about every so many bytes: a read walks at most this far before its first frame.
 */
const markEveryBytes = 16_384;

interface Mark {
  readonly seq: number;
  readonly offset: number;
}

/** Offsets count from the start of the file. Frames are only ever added at `endOffset`. */
export class Segment {
  readonly name: string;
  readonly head: SegmentHead;
  readonly #marks: Mark[] = [];
  #endOffset = segmentHeadBytes;
  #lastFrameOffset = segmentHeadBytes;
  #nextSeq: number;
  #newestWallUs = 0;

  constructor(head: SegmentHead) {
    this.name = segmentName(head.firstSeq);
    this.head = head;
    this.#nextSeq = head.firstSeq;
  }

  get nextSeq(): number {
    return this.#nextSeq;
  }

  get isEmpty(): boolean {
    return this.#nextSeq === this.head.firstSeq;
  }

  get endOffset(): number {
    return this.#endOffset;
  }

  /** Start of the newest frame; `endOffset` when there is none. */
  get lastFrameOffset(): number {
    return this.isEmpty ? this.#endOffset : this.#lastFrameOffset;
  }

  get roomBytes(): number {
    return Math.max(0, this.head.fileBytes - this.#endOffset);
  }

  /** Greatest wall time of its records in microseconds; 0 when none claims one. */
  get newestWallUs(): number {
    return this.#newestWallUs;
  }

  noteFrame(frame: { count: number; spanBytes: number; newestWallUs: number }): void {
    const newest = this.#marks.at(-1);
    if (newest === undefined || this.#endOffset - newest.offset >= markEveryBytes) {
      this.#marks.push({ seq: this.#nextSeq, offset: this.#endOffset });
    }
    this.#lastFrameOffset = this.#endOffset;
    this.#endOffset += frame.spanBytes;
    this.#nextSeq += frame.count;
    this.#newestWallUs = Math.max(this.#newestWallUs, frame.newestWallUs);
  }

  /** Offset of a frame at or before the one that holds `seq`. */
  offsetNear(seq: number): number {
    let low = 0;
    let high = this.#marks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#marks[middle]?.seq ?? Infinity) <= seq) low = middle + 1;
      else high = middle;
    }
    return this.#marks[low - 1]?.offset ?? segmentHeadBytes;
  }
}
