// The journal on disk: one commit frame per group, flushed before `append` returns.

import { Fault, encodeRecord, type ChainHead, type RecordParts } from "@driftbox/proto";
import type { Journal, JournalRead, JournalUse, RoomClass } from "../../ports/storage.ts";
import { followChain } from "./chain-link.ts";
import { assertEpochBegins, assertEpochHead } from "./epoch.ts";
import { removeDamageMark } from "./damage-mark.ts";
import type { DiskFile, DiskLock, JournalDisk } from "./disk.ts";
import { ioFault } from "./faults.ts";
import { encodeFrame } from "./frame.ts";
import { JournalReader } from "./reader.ts";
import type { Recovered } from "./recovery.ts";
import { expiredCount, wantedCount } from "./retention.ts";
import { Segment } from "./segment.ts";
import { isFull, type SegmentPool } from "./segment-pool.ts";

export interface JournalLimits {
  /** Prepared bytes that only `closing` facts may take. */
  readonly reserveBytes: number;
  /** Further prepared bytes that `telemetry` may not take. */
  readonly telemetryMarginBytes: number;
  readonly retentionMs: number;
}

interface Parts {
  readonly disk: JournalDisk;
  readonly folder: string;
  readonly lock: DiskLock;
  readonly pool: SegmentPool;
  readonly limits: JournalLimits;
  readonly recovered: Recovered;
}

/** Made by `openFileJournal`. Blocks the caller while the disk works: the loop wants that. */
export class FileJournal implements Journal {
  readonly #parts: Parts;
  readonly #segments: Segment[];
  readonly #reader: JournalReader;
  #head: ChainHead;
  #active: DiskFile | undefined;
  #state: "open" | "failed" | "closed" = "open";
  #epoch: "running" | "due" | "begun";
  #hasDamageMark: boolean;

  constructor(parts: Parts) {
    const { disk, folder, recovered } = parts;
    this.#parts = parts;
    this.#segments = recovered.segments;
    this.#head = recovered.head;
    this.#epoch = recovered.isEpochDue ? "due" : "running";
    this.#hasDamageMark = recovered.isEpochDue;
    this.#reader = new JournalReader(disk, folder, this.#segments);
    this.#holdReserve();
    parts.pool.prepareAhead(this.#segmentBytes());
    const last = this.#segments.at(-1);
    if (last !== undefined) this.#active = disk.open(`${folder}/${last.name}`);
  }

  get head(): ChainHead {
    return this.#head;
  }

  append(group: readonly RecordParts[], room: RoomClass): void {
    this.#assertUsable();
    if (this.#epoch === "due") throw new Error("after damage a key epoch must begin first");
    if (this.#epoch === "begun") assertEpochBegins(group[0], this.#head);
    const link = followChain(this.#head, group);
    if (!link.ok) throw new Error(`append out of chain order: ${link.detail}`);
    const frame = encodeFrame(this.#head.nextSeq, group.map(encodeRecord));
    if (frame.length > this.#parts.pool.capacityBytes) {
      throw new Error(`group of ${frame.length} bytes is larger than a segment`);
    }
    this.#ioStep("writing failed", () => {
      this.#makeRoom(frame.length, room);
      const { file, segment } = this.#target(frame.length);
      file.write(frame, segment.endOffset);
      file.flush();
      const { newestWallUs } = link;
      segment.noteFrame({ count: group.length, spanBytes: frame.length, newestWallUs });
    });
    this.#head = link.head;
    this.#settleEpoch();
  }

  read(fromSeq: number, maxCount: number, maxBytes: number): JournalRead {
    if (this.#state === "closed") throw new Error("the journal is closed");
    return this.#reader.read(fromSeq, { maxCount, maxBytes });
  }

  use(): JournalUse {
    const { pool, limits } = this.#parts;
    const segmentBytes = this.#segmentBytes();
    const allowed = pool.allowedCount(segmentBytes) * pool.capacityBytes;
    const reserved = Math.max(limits.reserveBytes, pool.capacityBytes);
    const openingRoomBytes = this.#preparedBytes() + allowed - reserved;
    return {
      oldestSeq: this.#segments[0]?.head.firstSeq ?? this.#head.nextSeq,
      segmentCount: this.#segments.length,
      usedBytes: segmentBytes + pool.spareBytes,
      openingRoomBytes: Math.max(0, openingRoomBytes),
    };
  }

  prune(bounds: {
    readonly receiptedNextSeq: number;
    readonly snapshotNextSeq: number;
    readonly nowWallUs: number;
  }): void {
    this.#assertUsable();
    const { disk, folder, limits, pool } = this.#parts;
    const count = expiredCount(this.#segments, {
      ...bounds,
      retentionMs: limits.retentionMs,
      wantedCount: wantedCount(this.use().openingRoomBytes, pool.capacityBytes),
    });
    if (count === 0) return;
    this.#ioStep("removing a segment failed", () => {
      this.#reader.close();
      for (const { name } of this.#segments.slice(0, count)) {
        disk.unlink(`${folder}/${name}`);
        // One at a time: a crash must never leave a hole between two segments.
        disk.syncFolder(folder);
        this.#segments.shift();
      }
    });
  }

  beginEpoch(head: ChainHead): void {
    this.#assertUsable();
    assertEpochHead(this.#head, head);
    const { pool } = this.#parts;
    this.#ioStep("preparing a segment failed", () => {
      if (pool.spareCount === 0) pool.addSpare(this.#segmentBytes());
    });
    this.#head = { ...head };
    this.#epoch = "begun";
  }

  close(): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#reader.close();
    this.#active?.close();
    this.#parts.pool.close();
    this.#parts.lock.release();
  }

  #assertUsable(): void {
    if (this.#state === "closed") throw new Error("the journal is closed");
    if (this.#state === "open") return;
    const text = `${this.#parts.folder}: refused after a failed write; open the journal again`;
    throw new Fault("journal/io", text);
  }

  /** After a failure that is not a full disk nothing more is accepted: pages may be gone. */
  #ioStep(doing: string, step: () => void): void {
    try {
      step();
    } catch (cause) {
      if (isFull(cause)) throw cause;
      this.#state = "failed";
      throw ioFault(`${this.#parts.folder}: ${doing}`, cause);
    }
  }

  #segmentBytes(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.head.fileBytes, 0);
  }

  /**
   * Zeroed bytes on disk that frames can take. A due roll wastes the rest of the newest segment.
   */
  #preparedBytes(): number {
    const { pool } = this.#parts;
    const rest = this.#epoch === "running" ? (this.#segments.at(-1)?.roomBytes ?? 0) : 0;
    return rest + pool.spareCount * pool.capacityBytes;
  }

  #fits(frameBytes: number): boolean {
    if (this.#epoch === "begun") return false;
    return frameBytes <= (this.#segments.at(-1)?.roomBytes ?? 0);
  }

  /** Prepares space until this group leaves the margin of its class. @throws Fault journal/full */
  #makeRoom(frameBytes: number, room: RoomClass): void {
    const { pool, limits } = this.#parts;
    const reserve = room === "closing" ? 0 : limits.reserveBytes;
    const margin = reserve + (room === "telemetry" ? limits.telemetryMarginBytes : 0);
    const needsSpare = (): boolean => {
      if (this.#fits(frameBytes)) {
        // One spare is always kept for what already happened: a key epoch begins a segment.
        const isSpareKept = room === "closing" || pool.spareCount > 0;
        return !isSpareKept || this.#preparedBytes() - frameBytes < margin;
      }
      if (room !== "closing" && pool.spareCount < 2) return true;
      return pool.spareCount * pool.capacityBytes - frameBytes < margin;
    };
    while (needsSpare()) pool.addSpare(this.#segmentBytes());
  }

  #target(frameBytes: number): { readonly file: DiskFile; readonly segment: Segment } {
    const last = this.#segments.at(-1);
    if (last !== undefined && this.#active !== undefined && this.#fits(frameBytes)) {
      return { file: this.#active, segment: last };
    }
    return this.#roll();
  }

  #roll(): { readonly file: DiskFile; readonly segment: Segment } {
    const { pool } = this.#parts;
    const { gatewayId, keyEpoch, nextSeq, prev } = this.#head;
    const last = this.#segments.at(-1);
    const followsSeq = last?.nextSeq ?? (this.#epoch === "begun" ? 0 : nextSeq);
    const head = { gatewayId, keyEpoch, firstSeq: nextSeq, followsSeq, prev };
    const taken = pool.take(head);
    this.#active?.close();
    this.#active = taken.file;
    // An empty segment of the same first sequence was replaced by name.
    if (last?.head.firstSeq === nextSeq) this.#segments.pop();
    const segment = new Segment(taken.head);
    this.#segments.push(segment);
    pool.prepareAhead(this.#segmentBytes());
    return { file: taken.file, segment };
  }

  #settleEpoch(): void {
    this.#epoch = "running";
    if (!this.#hasDamageMark) return;
    const { disk, folder } = this.#parts;
    this.#ioStep("removing the damage mark failed", () => removeDamageMark(disk, folder));
    this.#hasDamageMark = false;
  }

  /** Sets the reserve aside while there is space; without it `opening` facts will be refused. */
  #holdReserve(): void {
    try {
      this.#makeRoom(0, "opening");
    } catch (error) {
      if (!isFull(error)) throw error;
    }
  }
}

/** Reserve for at least 1,000 records of 400 bytes, each in a frame of its own. */
export const defaultLimits: JournalLimits = {
  reserveBytes: 524_288,
  telemetryMarginBytes: 131_072,
  retentionMs: 30 * 86_400_000,
};
