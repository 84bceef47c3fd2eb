// A journal in memory with the same contract as the one on disk, except that it forgets at exit.

import { Fault, concatBytes, encodeRecord } from "@driftbox/proto";
import type { ChainHead, RecordParts } from "@driftbox/proto";
import type { Journal, JournalRead, JournalUse, RoomClass } from "../../ports/storage.ts";
import { followChain } from "./chain-link.ts";
import { assertEpochBegins, assertEpochHead } from "./epoch.ts";
import { fullFault } from "./faults.ts";
import { expiredCount, wantedCount } from "./retention.ts";

export interface MemoryJournalOptions {
  readonly gatewayId: Uint8Array;
  readonly genesisPrev: Uint8Array;
  readonly maxBytes?: number;
  readonly reserveBytes?: number;
  readonly telemetryMarginBytes?: number;
  readonly retentionMs?: number;
  /** Records in one segment, the unit of `prune`. */
  readonly segmentMaxCount?: number;
}

interface StoredRecord {
  readonly seq: number;
  readonly wire: Uint8Array;
}

interface MemorySegment {
  nextSeq: number;
  newestWallUs: number;
  readonly records: StoredRecord[];
}

/** What outlives a restart of a `MemoryJournal`: the memory that stands for the disk. */
export interface MemoryStore {
  head: ChainHead;
  readonly segments: MemorySegment[];
  usedBytes: number;
  isLocked: boolean;
}

export function newMemoryStore(options: MemoryJournalOptions): MemoryStore {
  const { gatewayId, genesisPrev: prev } = options;
  const head = { gatewayId, keyEpoch: 0, nextSeq: 0, prev };
  return { head, segments: [], usedBytes: 0, isLocked: false };
}

/** Limits default to those of the journal on disk, in simpler arithmetic. */
export class MemoryJournal implements Journal {
  readonly #options: Required<MemoryJournalOptions>;
  readonly #store: MemoryStore;
  #head: ChainHead;
  #isEpochBegun = false;
  #isClosed = false;

  /** @throws Fault journal/locked when the store is open already */
  constructor(options: MemoryJournalOptions, store = newMemoryStore(options)) {
    if (store.isLocked) throw new Fault("journal/locked", "the memory journal is open already");
    store.isLocked = true;
    this.#store = store;
    this.#head = store.head;
    this.#options = {
      maxBytes: 268_435_456,
      reserveBytes: 524_288,
      telemetryMarginBytes: 131_072,
      retentionMs: 30 * 86_400_000,
      segmentMaxCount: 10_000,
      ...options,
    };
  }

  get head(): ChainHead {
    return this.#head;
  }

  append(group: readonly RecordParts[], room: RoomClass): void {
    this.#assertOpen();
    if (this.#isEpochBegun) assertEpochBegins(group[0], this.#head);
    const link = followChain(this.#head, group);
    if (!link.ok || group.length === 0) {
      throw new Error(`append out of chain order: ${link.ok ? "empty group" : link.detail}`);
    }
    const wires = group.map(encodeRecord);
    const bytes = wires.reduce((sum, wire) => sum + wire.length, 0);
    if (bytes > this.#roomFor(room)) throw fullFault("the memory journal is full");
    const segment = this.#segment();
    let seq = this.#head.nextSeq;
    for (const wire of wires) {
      segment.records.push({ seq, wire });
      seq += 1;
    }
    segment.nextSeq = link.head.nextSeq;
    segment.newestWallUs = Math.max(segment.newestWallUs, link.newestWallUs);
    this.#head = link.head;
    this.#store.head = link.head;
    this.#store.usedBytes += bytes;
    this.#isEpochBegun = false;
  }

  read(fromSeq: number, maxCount: number, maxBytes: number): JournalRead {
    this.#assertOpen();
    const parts: Uint8Array[] = [];
    let firstSeq = fromSeq;
    let bytes = 0;
    for (const { seq, wire } of this.#recordsFrom(fromSeq)) {
      if (parts.length === 0) firstSeq = seq;
      const isNext = seq === firstSeq + parts.length;
      const fits = parts.length < maxCount && bytes + wire.length <= maxBytes;
      if (parts.length > 0 && !(isNext && fits)) break;
      parts.push(wire);
      bytes += wire.length;
    }
    return { firstSeq, count: parts.length, framed: concatBytes(parts) };
  }

  use(): JournalUse {
    const { segments } = this.#store;
    return {
      oldestSeq: segments[0]?.records[0]?.seq ?? this.#head.nextSeq,
      segmentCount: segments.length,
      usedBytes: this.#store.usedBytes,
      openingRoomBytes: Math.max(0, this.#roomFor("opening")),
    };
  }

  prune(bounds: {
    readonly receiptedNextSeq: number;
    readonly snapshotNextSeq: number;
    readonly nowWallUs: number;
  }): void {
    const { retentionMs } = this.#options;
    const { segments, usedBytes } = this.#store;
    const segmentBytes = Math.max(1, usedBytes / Math.max(1, segments.length));
    const wanted = wantedCount(this.use().openingRoomBytes, segmentBytes);
    const count = expiredCount(segments, { ...bounds, retentionMs, wantedCount: wanted });
    for (const segment of segments.splice(0, count)) {
      for (const { wire } of segment.records) this.#store.usedBytes -= wire.length;
    }
  }

  beginEpoch(head: ChainHead): void {
    this.#assertOpen();
    assertEpochHead(this.#head, head);
    this.#head = { ...head };
    this.#isEpochBegun = true;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#store.isLocked = false;
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new Error("the journal is closed");
  }

  #roomFor(room: RoomClass): number {
    const { maxBytes, reserveBytes, telemetryMarginBytes } = this.#options;
    const kept = room === "closing" ? 0 : reserveBytes;
    return (
      maxBytes - this.#store.usedBytes - kept - (room === "telemetry" ? telemetryMarginBytes : 0)
    );
  }

  #segment(): MemorySegment {
    const last = this.#store.segments.at(-1);
    const { segmentMaxCount } = this.#options;
    if (last !== undefined && last.records.length < segmentMaxCount && !this.#isEpochBegun) {
      return last;
    }
    const segment = { nextSeq: this.#head.nextSeq, newestWallUs: 0, records: [] };
    this.#store.segments.push(segment);
    return segment;
  }

  *#recordsFrom(seq: number): Generator<StoredRecord> {
    for (const segment of this.#store.segments) {
      if (segment.nextSeq <= seq) continue;
      const first = segment.records[0]?.seq ?? 0;
      yield* segment.records.slice(Math.max(0, seq - first));
    }
  }
}
