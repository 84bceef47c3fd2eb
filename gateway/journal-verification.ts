// Reads the journal of a data folder without changing it and checks every record.

import { join } from "node:path";
import { Fault, splitRecords } from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { NodeDisk } from "./adapters/journal/node-disk.ts";
import { JournalReader } from "./adapters/journal/reader.ts";
import { scanJournal } from "./adapters/journal/scan.ts";
import { seqOfSegmentName } from "./adapters/journal/segment-head.ts";
import { ChainCheck, type ChainSummary } from "./app/chain/chain-check.ts";
import { readEnrollment } from "./provisioning.ts";

const readMaxCount = 512;
const readMaxBytes = 1_048_576;

export interface Verification extends ChainSummary {
  readonly verdict: "valid" | "invalid" | "incomplete";
  /** Bytes after the last good record that were never part of a whole one. */
  readonly droppedBytes: number;
}

/**
 * Checks the journal of a data folder. `invalid`: a record is not as sealed or bytes in the middle
 * are damaged. `incomplete`: what is there is good, but numbers are missing or the tail is torn.
 * @throws Fault config/value, journal/foreign, journal/unreadable
 */
export function verifyJournal(data: string): Verification {
  const { gatewayId, genesis, publicKey } = readEnrollment(data);
  const folder = join(data, "journal");
  const disk = new NodeDisk();
  const names = segmentNames(disk, folder);
  const scan = scanJournal(disk, folder, names, { gatewayId, genesisPrev: genesis });
  const verifier = verifierOf(publicKey);
  const check = new ChainCheck({ gatewayId, genesis, verifier, sha256, verifierOf });
  const reader = new JournalReader(disk, folder, scan.segments);
  try {
    for (let seq = 0; seq < scan.head.nextSeq;) {
      const read = reader.read(seq, { maxCount: readMaxCount, maxBytes: readMaxBytes });
      if (read.count === 0) break;
      const records = splitRecords(read.framed, read.count);
      if (!records.ok) throw new Fault("journal/damaged", records.detail);
      for (const record of records.value) check.take(record);
      seq = read.firstSeq + read.count;
    }
  } finally {
    reader.close();
  }
  const damage = scan.stop !== undefined && scan.bytesBeyond > 0 ? scan.stop.detail : undefined;
  return verdictOf(check.summary, damage, scan);
}

function verdictOf(
  summary: ChainSummary,
  damage: string | undefined,
  scan: { readonly isFollowed: boolean; readonly bytesBeyond: number },
): Verification {
  const findings = damage === undefined ? summary.findings : [...summary.findings, damage];
  const rest = { ...summary, findings, droppedBytes: scan.bytesBeyond };
  if (summary.invalidCount > 0 || scan.isFollowed) return { ...rest, verdict: "invalid" };
  const isIncomplete = summary.skippedCount > 0 || damage !== undefined;
  return { ...rest, verdict: isIncomplete ? "incomplete" : "valid" };
}

function segmentNames(disk: NodeDisk, folder: string): readonly string[] {
  try {
    return disk
      .list(folder)
      .filter((name) => seqOfSegmentName(name) !== undefined)
      .toSorted();
  } catch (cause) {
    const text = `${folder} cannot be read; check the path and its owner`;
    throw new Fault("journal/unreadable", text, { cause });
  }
}
