// Zeroed segments made ahead: rolling does not wait for them,
// and they are the space held in reserve.

import { randomBytes } from "node:crypto";
import { Fault, toHex } from "@driftbox/proto";
import { isNoSpace, type DiskFile, type JournalDisk } from "./disk.ts";
import { fullFault } from "./faults.ts";
import { encodeSegmentHead, segmentHeadBytes, segmentName } from "./segment-head.ts";
import type { SegmentHead } from "./segment-head.ts";
import { readWhole, writtenLength } from "./scan.ts";

const spareSuffix = ".spare";
const unfinishedSuffix = ".new";
/** Free space that is left to the file system's own bookkeeping. */
const slackBytes = 65_536;

export interface PoolLimits {
  readonly segmentBytes: number;
  /** Segments and spares together. */
  readonly maxBytes: number;
}

/** Owns the spare files of a journal folder. Blocks of a spare are allocated and zero on disk. */
export class SegmentPool {
  readonly #disk: JournalDisk;
  readonly #folder: string;
  readonly #limits: PoolLimits;
  readonly #spares: string[] = [];
  #isPreparing = false;
  #isClosed = false;

  /** Takes over the spares of an earlier run that are whole, and removes what is not. */
  constructor(disk: JournalDisk, folder: string, limits: PoolLimits) {
    this.#disk = disk;
    this.#folder = folder;
    this.#limits = limits;
    for (const name of disk.list(folder)) {
      if (name.endsWith(unfinishedSuffix)) disk.unlink(`${folder}/${name}`);
      else if (name.endsWith(spareSuffix)) this.#adopt(name);
    }
  }

  /** Bytes that frames can take in one segment. */
  get capacityBytes(): number {
    return this.#limits.segmentBytes - segmentHeadBytes;
  }

  get spareCount(): number {
    return this.#spares.length;
  }

  get spareBytes(): number {
    return this.#spares.length * this.#limits.segmentBytes;
  }

  /** Segments that limit and disk still allow besides the `usedBytes` of the journal's segments. */
  allowedCount(usedBytes: number): number {
    const byLimit = this.#limits.maxBytes - usedBytes - this.spareBytes;
    const byDisk = this.#disk.freeBytes(this.#folder) - slackBytes;
    return Math.max(0, Math.floor(Math.min(byLimit, byDisk) / this.#limits.segmentBytes));
  }

  /** Makes one more spare now. @throws Fault journal/full, or the disk's error */
  addSpare(usedBytes: number): void {
    if (this.allowedCount(usedBytes) < 1) {
      throw fullFault(`${this.#folder}: no room for another ${this.#limits.segmentBytes} bytes`);
    }
    const name = newName();
    const path = `${this.#folder}/${name}`;
    try {
      this.#disk.createZeroed(path + unfinishedSuffix, this.#limits.segmentBytes);
      this.#keep(name);
    } catch (cause) {
      if (isNoSpace(cause)) throw fullFault(`${this.#folder}: the disk is full`, cause);
      throw cause;
    }
  }

  /**
   * Starts making a spare in the background unless there is one to take and one to keep in
   * reserve. A failure is left to `addSpare`.
   */
  prepareAhead(usedBytes: number): void {
    if (this.#isPreparing || this.#spares.length > 1 || this.allowedCount(usedBytes) < 1) return;
    this.#isPreparing = true;
    const name = newName();
    const path = `${this.#folder}/${name}${unfinishedSuffix}`;
    this.#disk
      .prepareZeroed(path, this.#limits.segmentBytes)
      .then(() => (this.#isClosed ? this.#disk.unlink(path) : this.#keep(name)))
      .catch(() => undefined)
      .finally(() => (this.#isPreparing = false));
  }

  /** Turns a spare into the segment of this head, durably. Throws the disk's error. */
  take(head: Omit<SegmentHead, "fileBytes">): { readonly file: DiskFile; head: SegmentHead } {
    const spare = this.#spares[0];
    if (spare === undefined) throw new Error("no spare segment");
    const path = `${this.#folder}/${spare}`;
    const whole = { ...head, fileBytes: this.#limits.segmentBytes };
    const file = this.#disk.open(path);
    try {
      file.write(encodeSegmentHead(whole), 0);
      file.flush();
      this.#disk.rename(path, `${this.#folder}/${segmentName(head.firstSeq)}`);
      this.#spares.shift();
      this.#disk.syncFolder(this.#folder);
    } catch (error) {
      file.close();
      throw error;
    }
    return { file, head: whole };
  }

  close(): void {
    this.#isClosed = true;
  }

  #keep(name: string): void {
    const path = `${this.#folder}/${name}`;
    this.#disk.rename(path + unfinishedSuffix, path);
    this.#disk.syncFolder(this.#folder);
    this.#spares.push(name);
  }

  #adopt(name: string): void {
    const bytes = readWhole(this.#disk, `${this.#folder}/${name}`);
    const isWhole = bytes.length === this.#limits.segmentBytes;
    if (isWhole && writtenLength(bytes.subarray(segmentHeadBytes)) === 0) this.#spares.push(name);
    else this.#disk.unlink(`${this.#folder}/${name}`);
  }
}

function newName(): string {
  return toHex(randomBytes(8)) + spareSuffix;
}

/** A fault stays what it is; anything else is for the caller to name. */
export function isFull(error: unknown): boolean {
  return error instanceof Fault && error.code === "journal/full";
}
