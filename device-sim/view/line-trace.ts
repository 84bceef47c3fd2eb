// What passes over one wire, frame by frame with words; the endless same polls fold into counts.

import { FrameGap } from "../devices/frame-gap.ts";
import type { Scheduler } from "../devices/scheduler.ts";
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
  /** When its present run began: it had ceased to pass before. In ms of the scheduler. */
  readonly sinceMs: number;
  /** When it last passed. */
  readonly atMs: number;
  /** Of the newest, and so its words. */
  readonly hex: string;
  readonly words: Words;
  readonly isSound: boolean;
  /** Of the present run. */
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
/**
 * What has not passed for so long, and for twice its own pace, begins a new run: it says again what
 * had ceased to be.
 */
const runGapMs = 2_000;
/** An unfinished frame is shown as it is after this silence. */
export const traceGapMs = 120;

export interface LineTraceOptions {
  readonly frameAt: FrameAt;
  readonly scheduler: Scheduler;
  /** A row is new, or its count has grown; with the first frame of a run it is 1. */
  readonly onRow: (row: TraceRow) => void;
  /** Default true. */
  readonly folds?: boolean;
}

interface FoldedRow extends TraceRow {
  /** What its frames have in common. */
  readonly meaning: string;
  /** Between its last two frames. */
  readonly paceMs: number;
}

/** The bytes of one direction that are no frame yet. */
interface Unfinished {
  readonly gap: FrameGap;
  rest: readonly number[];
}

export class LineTrace {
  readonly #options: LineTraceOptions;
  readonly #unfinished: Readonly<Record<Way, Unfinished>>;
  #rows: readonly FoldedRow[] = [];
  #lastId = 0;
  #byteCount = { in: 0, out: 0 };

  constructor(options: LineTraceOptions) {
    this.#options = options;
    const none = (): Unfinished => ({
      gap: new FrameGap(options.scheduler, traceGapMs),
      rest: [],
    });
    this.#unfinished = { in: none(), out: none() };
  }

  get rows(): readonly TraceRow[] {
    return this.#rows;
  }

  /** Bytes so far, towards the device and from it. */
  get byteCount(): Readonly<Record<Way, number>> {
    return this.#byteCount;
  }

  hear(way: Way, bytes: Uint8Array): void {
    this.#byteCount = { ...this.#byteCount, [way]: this.#byteCount[way] + bytes.length };
    this.#flushOver(way);
    const one = this.#unfinished[way];
    const { frames, rest } = huntFrames([...one.rest, ...bytes], way, this.#options.frameAt);
    one.rest = rest.slice(-huntRestMaxBytes);
    one.gap.heard(rest.length > 0);
    for (const frame of frames) this.#add(way, frame);
  }

  /** Shows unfinished frames that nothing has followed for a while. */
  settle(): void {
    for (const way of ["in", "out"] as const) this.#flushOver(way);
  }

  #flushOver(way: Way): void {
    const one = this.#unfinished[way];
    const { rest } = one;
    if (rest.length === 0 || !one.gap.isOver) return;
    one.rest = [];
    this.#add(way, { bytes: rest, words: notAFrame, isSound: false });
  }

  #add(way: Way, { bytes, words, alike = words.en, isSound }: Decoded): void {
    const atMs = this.#options.scheduler.nowMs();
    const more = bytes.length - shownMaxBytes;
    const hex = hexOf(bytes.slice(0, shownMaxBytes)) + (more > 0 ? ` … +${more}` : "");
    // Sealed polls differ in every byte and say the same.
    const meaning = isSound ? alike : hex;
    const isSame = (row: FoldedRow): boolean =>
      row.way === way && row.isSound === isSound && row.meaning === meaning;
    const folded =
      this.#options.folds === false ? undefined : this.#rows.slice(-foldRowsCount).find(isSame);
    if (folded !== undefined) {
      const paceMs = atMs - folded.atMs;
      const isAnew = paceMs > Math.max(runGapMs, 2 * folded.paceMs);
      const [sinceMs, count] = isAnew ? [atMs, 1] : [folded.sinceMs, folded.count + 1];
      const row = { ...folded, sinceMs, atMs, hex, words, count, paceMs };
      this.#rows = this.#rows.map((one) => (one === folded ? row : one));
      this.#options.onRow(row);
      return;
    }
    this.#lastId += 1;
    const told = { id: this.#lastId, way, sinceMs: atMs, atMs, hex, words, isSound, count: 1 };
    this.#rows = [...this.#rows, { ...told, meaning, paceMs: 0 }].slice(-traceRowsMaxCount);
    this.#options.onRow(told);
  }
}
