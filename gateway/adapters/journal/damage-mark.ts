// The note that damage was found and not yet answered by a new key epoch;
// it outlives a crash in between.

import { asciiBytes, equalBytes, readU64, viewOf, writeU64 } from "@driftbox/proto";
import { crc32c } from "./crc32c.ts";
import type { JournalDisk } from "./disk.ts";

const fileName = "damage.mark";
/** `"DBXDMG1\n" || u32 key epoch || u64 dropped bytes || u64 highest seq + 1 || u32 crc32c`. */
const markBytes = 32;
const magic = asciiBytes("DBXDMG1\n");
const at = { keyEpoch: 8, droppedBytes: 12, highestNext: 20, crc: 28 } as const;

export interface DamageMark {
  /** Key epoch of the good prefix; a record of a later epoch answers the mark. */
  readonly keyEpoch: number;
  readonly droppedBytes: number;
  readonly highestSeqBeyond: number | undefined;
}

/** Durable when it returns. */
export function writeDamageMark(disk: JournalDisk, folder: string, mark: DamageMark): void {
  const bytes = new Uint8Array(markBytes);
  const view = viewOf(bytes);
  bytes.set(magic, 0);
  view.setUint32(at.keyEpoch, mark.keyEpoch);
  writeU64(view, at.droppedBytes, mark.droppedBytes);
  writeU64(view, at.highestNext, (mark.highestSeqBeyond ?? -1) + 1);
  view.setUint32(at.crc, crc32c(bytes.subarray(0, at.crc)));
  writeNewFile(disk, `${folder}/${fileName}.new`, bytes);
  disk.rename(`${folder}/${fileName}.new`, `${folder}/${fileName}`);
  disk.syncFolder(folder);
}

/** A mark that cannot be read still says that there was damage. */
export function readDamageMark(
  disk: JournalDisk,
  folder: string,
  names: readonly string[],
): DamageMark | undefined {
  if (!names.includes(fileName)) return undefined;
  const file = disk.open(`${folder}/${fileName}`);
  const bytes = new Uint8Array(markBytes);
  try {
    file.read(bytes, 0);
  } finally {
    file.close();
  }
  const view = viewOf(bytes);
  const droppedBytes = readU64(view, at.droppedBytes) ?? 0;
  const highestNext = readU64(view, at.highestNext) ?? 0;
  const isGood =
    equalBytes(bytes.subarray(0, 8), magic) &&
    view.getUint32(at.crc) === crc32c(bytes.subarray(0, at.crc));
  if (!isGood) return { keyEpoch: 0, droppedBytes: 0, highestSeqBeyond: undefined };
  const highestSeqBeyond = highestNext === 0 ? undefined : highestNext - 1;
  return { keyEpoch: view.getUint32(at.keyEpoch), droppedBytes, highestSeqBeyond };
}

export function removeDamageMark(disk: JournalDisk, folder: string): void {
  disk.unlink(`${folder}/${fileName}`);
  disk.syncFolder(folder);
}

/** Makes a file with this content, durable but for its name. */
export function writeNewFile(disk: JournalDisk, path: string, bytes: Uint8Array): void {
  disk.createZeroed(path, bytes.length);
  const file = disk.open(path);
  try {
    file.write(bytes, 0);
    file.flush();
  } finally {
    file.close();
  }
}
