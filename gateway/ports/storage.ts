// Ports to what must survive: the journal of custody events and the small provisioned documents.

import type { ChainHead, RecordParts, Recovery } from "@driftbox/proto";

/**
 * What may use the last space. `telemetry` fails first, then `opening` (facts that begin a new
 * opening), and `closing` (facts about what already happened) fails only when nothing is left.
 */
export type RoomClass = "telemetry" | "opening" | "closing";

export interface JournalRead {
  /** Sequence of the first record in `framed`; meaningless when `count` is 0. */
  readonly firstSeq: number;
  readonly count: number;
  /** `count` wire records, concatenated exactly as appended. */
  readonly framed: Uint8Array;
}

export interface JournalUse {
  readonly oldestSeq: number;
  readonly segmentCount: number;
  readonly usedBytes: number;
  /** Bytes that `opening` facts may still take before they are refused. */
  readonly openingRoomBytes: number;
}

/**
 * Append-only store of this gateway's own records.
 *
 * Contract:
 * 1. `append` returns only when every record of the group is on stable storage (fdatasync, and
 *    folder fsync where a file was created). The group is atomic: all of it or none.
 * 2. When `append` throws, none of the group counts: `head` is unchanged, `read` does not return
 *    it, and after a restart it is either absent or was stored whole (then recovery reports the
 *    longer head). After an input/output error (`journal/io`) the journal must be reopened before
 *    it accepts anything more, because the kernel may have dropped the dirty pages.
 * 3. Groups are appended in chain order: the first record's seq is `head.nextSeq` and its prev is
 *    `head.prev`; anything else throws a plain Error (a defect).
 * 4. `read` sees every appended record from `oldestSeq` on, also after a restart.
 * 5. Only one process holds a journal; the second gets `journal/locked`.
 * 6. `prune` removes whole segments that are receipted and below the given snapshot sequence, never
 *    others: those older than the retention, and younger ones while openings have too little room.
 */
export interface Journal {
  readonly head: ChainHead;
  append(group: readonly RecordParts[], room: RoomClass): void;
  /** At most `maxCount` records and `maxBytes` framed bytes, but at least one if one exists. */
  read(fromSeq: number, maxCount: number, maxBytes: number): JournalRead;
  use(): JournalUse;
  prune(bounds: {
    readonly receiptedNextSeq: number;
    readonly snapshotNextSeq: number;
    readonly nowWallUs: number;
  }): void;
  /**
   * Opens a new key epoch after damage or a restored image: the next record must be a
   * ChainRecovered of `epoch` at `nextSeq` with `prev`, and there is room for it.
   * @throws Fault journal/full; then nothing changed
   */
  beginEpoch(head: ChainHead): void;
  close(): void;
}

/** What opening a journal found, in the order of the recovery switch. */
export interface RecoveryReport {
  readonly recovery: Recovery;
  /** Bytes after the good prefix that nobody saw (torn tail) or that are kept aside (damage). */
  readonly droppedBytes: number;
  /** Highest sequence any readable frame beyond the good prefix carried; undefined if none. */
  readonly highestSeqBeyond: number | undefined;
  readonly detail: string;
}

/**
 * Small documents by name: enrollment, last policy, last receipt, custody snapshot.
 *
 * Contract: `write` returns only when the new text is durable and `read` after any crash gives
 * either the old text or the new one, whole. Names are [a-z-]{1,32}. Faults: documents/io,
 * documents/damaged (the stored text is not what was written; the file is kept aside by name).
 */
export interface Documents {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}
