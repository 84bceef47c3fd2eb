// Bytes that reached a block device, from the kernel's counters.

import { readFileSync, statSync } from "node:fs";

const sectorBytes = 512;

/**
 * Bytes written so far to the device that holds `path`, by every process of the machine.
 * Per-process counters do not serve: they count whole page-cache folios, 256 KiB for one record.
 */
export function deviceWrittenBytes(path: string): number {
  const { dev } = statSync(path);
  const major = (dev >> 8) & 0xfff;
  const minor = (dev & 0xff) | ((dev >> 12) & 0xfff00);
  const lines = readFileSync("/proc/diskstats", "utf8").split("\n");
  const fields = lines.map((line) => line.trim().split(/\s+/));
  const row = fields.find((each) => each[0] === String(major) && each[1] === String(minor));
  return row === undefined ? Number.NaN : Number(row[9]) * sectorBytes;
}
