// Opens the journal of a gateway: lock, recovery, reserve.

import { Fault } from "@driftbox/proto";
import type { Journal, RecoveryReport } from "../../ports/storage.ts";
import type { JournalDisk } from "./disk.ts";
import { whileOpening } from "./faults.ts";
import { FileJournal, defaultLimits, type JournalLimits } from "./file-journal.ts";
import { NodeDisk } from "./node-disk.ts";
import { recoverJournal } from "./recovery.ts";
import { segmentMaxBytes } from "./segment-head.ts";
import { SegmentPool } from "./segment-pool.ts";

const segmentMinBytes = 16_384;

export interface FileJournalOptions {
  /** Folder of the segments; made if its parent exists. */
  readonly folder: string;
  /** 16 bytes. */
  readonly gatewayId: Uint8Array;
  /** SHA-256 of the enrollment record: what the header of sequence 0 links to. */
  readonly genesisPrev: Uint8Array;
  /** The file system of this machine unless a test brings its own. */
  readonly disk?: JournalDisk;
  /** 16 KiB to 64 MiB, default 4 MiB. A multiple of 4096. */
  readonly segmentBytes?: number;
  /** Segments and prepared space together, default 256 MiB. */
  readonly maxBytes?: number;
  readonly limits?: Partial<JournalLimits>;
}

export interface OpenedJournal {
  readonly journal: Journal;
  readonly report: RecoveryReport;
}

/**
 * Opens and recovers. After `damage` the journal accepts nothing until `beginEpoch`.
 * @throws Fault journal/locked, /unreadable, /foreign, /io, /full
 */
export function openFileJournal(options: FileJournalOptions): OpenedJournal {
  const { folder } = options;
  const disk = options.disk ?? new NodeDisk();
  const segmentBytes = options.segmentBytes ?? 4_194_304;
  if (segmentBytes < segmentMinBytes || segmentBytes > segmentMaxBytes || segmentBytes % 4096) {
    const text = `segmentBytes ${segmentBytes}: use 16 KiB to 64 MiB in steps of 4 KiB`;
    throw new Fault("config/value", text);
  }
  return whileOpening(folder, () => {
    disk.makeFolder(folder);
    const lock = disk.lock(`${folder}/lock`);
    if (lock === undefined) {
      const text = `${folder} is held by another process; stop it or use another data folder`;
      throw new Fault("journal/locked", text);
    }
    try {
      const recovered = recoverJournal({ disk, folder }, options);
      const maxBytes = options.maxBytes ?? 268_435_456;
      const pool = new SegmentPool(disk, folder, { segmentBytes, maxBytes });
      const limits = { ...defaultLimits, ...options.limits };
      const journal = new FileJournal({ disk, folder, lock, pool, limits, recovered });
      return { journal, report: recovered.report };
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}
