// What passes over one wire, frame by frame with words; the endless same polls fold into counts.

import type { Way } from "../faults/byte-faults.ts";
import type { Words } from "../scenario/plan.ts";
import {
  hexOf,
  huntFrames,
  huntRestMaxBytes,
  notAFrame,
  type Decoded,
  type FrameAt,
} from "./decode/frame-hunt.ts";

/** One frame as people see it, or a run of equal ones. */
export interface TraceRow {
  /** Counts rows of one line from 1; a folded row keeps its number. */
  readonly id: number;
  readonly way: Way;
  /** When it first and last passed, in ms of the scheduler. */
  readonly firstMs: number;
  readonly atMs: number;
  /** Of the newest. */
  readonly hex: string;
  readonly words: Words;
  readonly isSound: boolean;
  readonly count: number;
}

/** Rows kept of one line. */
export const traceRowsMaxCount = 200;
/** Bytes of a frame shown; more are counted. */
const shownMaxBytes = 96;
/**
 * Frames of one meaning fold when they are among so many last rows: polls of several devices on one
 * wire, each with its sequence numbers.
 */
const foldRowsCount = 16;
/** An unfinished frame is shown as it is after this silence. */
export const traceGapMs = 120;

export interface LineTraceOptions {
  readonly frameAt: FrameAt;
  readonly nowMs: () => number;
  /** A row is new, or its count has grown. */
  readonly onRow: (row: TraceRow) => void;
  /** Default true. */
  readonly folds?: boolean;
}

interface Heard {
  readonly rest: readonly number[];
  readonly atMs: number;
}

const nothing: Heard = { rest: [], atMs: 0 };

export class LineTrace {
  readonly #options: LineTraceOptions;
  readonly #heard: { in: Heard; out: Heard } = { in: nothing, out: nothing };
  #rows: readonly TraceRow[] = [];
  #lastId = 0;
  #byteCount = { in: 0, out: 0 };

  constructor(options: LineTraceOptions) {
    this.#options = options;
  }

  get rows(): readonly TraceRow[] {
    return this.#rows;
  }

  /** Bytes so far, towards the device and from it. */
  get byteCount(): Readonly<Record<Way, number>> {
    return this.#byteCount;
  }

  hear(way: Way, bytes: Uint8Array): void {
    const nowMs = this.#options.nowMs();
    this.#byteCount = { ...this.#byteCount, [way]: this.#byteCount[way] + bytes.length };
    const { rest, atMs } = this.#heard[way];
    if (rest.length > 0 && nowMs - atMs > traceGapMs) this.#flush(way);
    const kept = this.#heard[way].rest;
    const hunted = huntFrames([...kept, ...bytes], way, this.#options.frameAt);
    this.#heard[way] = { rest: hunted.rest.slice(-huntRestMaxBytes), atMs: nowMs };
    for (const frame of hunted.frames) this.#add(way, frame);
  }

  /** Shows unfinished frames that nothing has followed for a while. */
  settle(): void {
    const nowMs = this.#options.nowMs();
    for (const way of ["in", "out"] as const) {
      if (this.#heard[way].rest.length > 0 && nowMs - this.#heard[way].atMs > traceGapMs) {
        this.#flush(way);
      }
    }
  }

  #flush(way: Way): void {
    const { rest } = this.#heard[way];
    this.#heard[way] = nothing;
    this.#add(way, { bytes: rest, words: notAFrame, isSound: false });
  }

  #add(way: Way, { bytes, words, isSound }: Decoded): void {
    const atMs = this.#options.nowMs();
    const more = bytes.length - shownMaxBytes;
    const hex = hexOf(bytes.slice(0, shownMaxBytes)) + (more > 0 ? ` … +${more}` : "");
    // Sealed polls differ in every byte and say the same.
    const isSame = (row: TraceRow): boolean =>
      row.way === way && (isSound ? row.words.en === words.en : row.hex === hex);
    const folded =
      this.#options.folds === false ? undefined : this.#rows.slice(-foldRowsCount).find(isSame);
    if (folded !== undefined) {
      const row = { ...folded, atMs, hex, count: folded.count + 1 };
      this.#rows = this.#rows.map((one) => (one === folded ? row : one));
      this.#options.onRow(row);
      return;
    }
    this.#lastId += 1;
    const row = { id: this.#lastId, way, firstMs: atMs, atMs, hex, words, isSound, count: 1 };
    this.#rows = [...this.#rows, row].slice(-traceRowsMaxCount);
    this.#options.onRow(row);
  }
}
