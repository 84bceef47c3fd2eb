// Watches the room left in the journal and tells the core when openings may be recorded again.

import type { Input } from "../custody/inputs.ts";
import type { Timers } from "../ports/runtime.ts";
import type { Journal } from "../ports/storage.ts";

const timerKey = "storage-watch";
const everyMs = 5_000;
/** Below this room the operator is told. */
export const storageLowBytes = 1_048_576;
/** Room for the facts of one opening and its session. */
const openingMinBytes = 16_384;

type StorageReport = Extract<Input, { readonly kind: "StorageReported" }>;

export function storageReportOf(journal: Pick<Journal, "use">): StorageReport {
  const freeBytes = journal.use().openingRoomBytes;
  const canOpen = freeBytes >= openingMinBytes;
  return { kind: "StorageReported", canOpen, freeBytes, reserveBytes: storageLowBytes };
}

interface Parts {
  readonly journal: Pick<Journal, "use">;
  readonly timers: Timers;
  readonly offer: (input: Input) => void;
  /** What the core believes. */
  readonly known: () => { readonly canOpen: boolean; readonly isStorageLow: boolean };
}

/**
 * Offers a report whenever it would change what the core believes. Stops with `timers.clearAll`.
 */
export function watchStorage(parts: Parts): void {
  const report = storageReportOf(parts.journal);
  const known = parts.known();
  const isLow = report.freeBytes < report.reserveBytes;
  if (report.canOpen !== known.canOpen || isLow !== known.isStorageLow) parts.offer(report);
  parts.timers.set(timerKey, everyMs, () => watchStorage(parts));
}
