// Truncated, flipped, missing, foreign and random segments: opens, tells,
// keeps the good part, deletes nothing.

import { Fault, encodeRecord } from "@driftbox/proto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFileJournal } from "../../../gateway/adapters/journal/open-file-journal.ts";
import { encodeSegmentHead } from "../../../gateway/adapters/journal/segment-head.ts";
import { chainRecovered, gatewayId, genesisPrev, sealRecords } from "./chain-writer.ts";
import { FaultyDisk } from "./faulty-disk.ts";
import { everything } from "./journal-contract.ts";

const segmentBytes = 16_384;
const limits = { reserveBytes: 4_096, telemetryMarginBytes: 1_024, retentionMs: 1_000 };

function open(disk: FaultyDisk, owner = gatewayId) {
  const fixed = { folder: "journal", disk, genesisPrev, segmentBytes, limits };
  return openFileJournal({ ...fixed, gatewayId: owner });
}

function segmentsOf(disk: FaultyDisk): string[] {
  return disk
    .list()
    .filter((name) => name.endsWith(".segment"))
    .toSorted();
}

/** A journal of `groups` groups of four records; returns their wire bytes. */
function written(groups: number): { disk: FaultyDisk; wires: Uint8Array[] } {
  const disk = new FaultyDisk();
  const { journal } = open(disk);
  const wires: Uint8Array[] = [];
  for (let group = 0; group < groups; group += 1) {
    const { records } = sealRecords(journal.head, 4, { fillerChars: 60 });
    journal.append(records, "opening");
    wires.push(...records.map(encodeRecord));
  }
  journal.close();
  return { disk, wires };
}

/** The same files again, as they were. */
function copyOf(disk: FaultyDisk): FaultyDisk {
  const copy = new FaultyDisk();
  for (const name of disk.list()) copy.put(name, disk.bytesOf(name));
  return copy;
}

/** Opens, checks that what is there is a prefix of what was written; returns how it was called. */
function openDamaged(disk: FaultyDisk, wires: readonly Uint8Array[]) {
  const { journal, report } = open(disk);
  const kept = journal.head.nextSeq;
  expect(Buffer.concat(wires.slice(0, kept)).equals(everything(journal))).toBe(true);
  journal.close();
  return { kept, report };
}

describe("a damaged journal", () => {
  it("tells of bytes cut off its newest segment, however many", () => {
    const { disk, wires } = written(9);
    const name = segmentsOf(disk).at(-1) ?? "";
    const bytes = disk.bytesOf(name);
    for (let length = 0; length < bytes.length; length += length < 600 ? 7 : 23) {
      const cut = copyOf(disk);
      cut.put(name, bytes.subarray(0, length));
      const { report, kept } = openDamaged(cut, wires);
      expect(report.recovery, `cut at ${length}`).toBe("damage");
      const again = open(cut);
      expect(again.report.recovery).toBe("damage");
      expect(again.journal.head.nextSeq).toBe(kept);
      again.journal.close();
    }
  });

  it("tells of every flipped bit, or the bit is padding", () => {
    const { disk, wires } = written(26);
    const names = segmentsOf(disk);
    expect(names.length).toBeGreaterThan(2);
    const random = fc.sample(fc.tuple(fc.nat(1e6), fc.nat(7)), 900);
    let told = 0;
    for (const [place, bit] of random) {
      const flipped = copyOf(disk);
      const bytes = flipped.bytesOf(names[place % names.length] ?? "");
      const at = place % (segmentBytes - 100);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      const { kept, report } = openDamaged(flipped, wires);
      if (report.recovery === "clean") expect(kept).toBe(wires.length);
      else told += 1;
      if (kept < wires.length - 4) expect(report.recovery).toBe("damage");
    }
    expect(told).toBeGreaterThan(300);
  });

  it("keeps the good prefix and every byte after it, aside, with the highest sequence seen", () => {
    const { disk, wires } = written(26);
    const [first = "", second = ""] = segmentsOf(disk);
    const original = disk.bytesOf(first).slice();
    (disk.bytesOf(first)[5_000] as number) ^= 1;
    const { journal, report } = open(disk);
    expect(report).toMatchObject({ recovery: "damage", highestSeqBeyond: wires.length - 1 });
    expect(report.droppedBytes).toBeGreaterThan(15_000);
    expect(report.detail).toContain(first);
    const aside = disk.list().filter((name) => name.endsWith(".damaged"));
    expect(aside.some((name) => name.startsWith(second))).toBe(true);
    const offset = Number(/from-(\d+)/.exec(aside.join(" "))?.[1]);
    const rest = disk.bytesOf(aside.find((name) => name.includes("from-")) ?? "");
    expect(Buffer.from(rest).compare(original, offset + 1_000, offset + rest.length, 1_000)).toBe(
      0,
    );
    const head = journal.head;
    expect(() => journal.append(sealRecords(head, 1).records, "closing")).toThrow(/epoch/);
    journal.close();
    const later = open(disk);
    expect(later.report).toMatchObject({ recovery: "damage", highestSeqBeyond: wires.length - 1 });
    const next = { ...head, keyEpoch: 1, nextSeq: wires.length };
    later.journal.beginEpoch(next);
    const { records } = sealRecords(next, 1, { fact: chainRecovered });
    later.journal.append(records, "closing");
    later.journal.close();
    const healed = open(disk);
    expect(healed.report.recovery).toBe("clean");
    expect(healed.journal.head).toMatchObject({ keyEpoch: 1, nextSeq: wires.length + 1 });
    healed.journal.close();
  });

  it("is told apart from a torn tail by a frame that was written later", () => {
    const { disk, wires } = written(3);
    const bytes = disk.bytesOf(segmentsOf(disk)[0] ?? "");
    const torn = copyOf(disk);
    const frameBytes = (bytes.lastIndexOf(0x44) - 512) / 2;
    torn.bytesOf(segmentsOf(torn)[0] ?? "").fill(0, 512 + frameBytes * 2 + 100);
    const tail = openDamaged(torn, wires);
    expect(tail).toMatchObject({ kept: 8, report: { recovery: "torn-tail" } });
    bytes.fill(0, 600, 700);
    const damaged = openDamaged(disk, wires);
    expect(damaged).toMatchObject({
      kept: 0,
      report: { recovery: "damage", highestSeqBeyond: 11 },
    });
  });

  it("tells of a missing segment", () => {
    const { disk, wires } = written(40);
    const names = segmentsOf(disk);
    disk.remove(names[1] ?? "");
    const { report } = openDamaged(disk, wires);
    expect(report).toMatchObject({ recovery: "damage", highestSeqBeyond: wires.length - 1 });
  });

  it("of another gateway is refused, not repaired", () => {
    const { disk } = written(3);
    const other = new Uint8Array(16).fill(9);
    expect(() => open(disk, other)).toThrow(expect.objectContaining({ code: "journal/foreign" }));
    open(disk).journal.close();
  });

  it("of random bytes opens or is a fault, never anything else", () => {
    const head = { gatewayId, keyEpoch: 0, firstSeq: 0, followsSeq: 0, prev: genesisPrev };
    const good = encodeSegmentHead({ ...head, fileBytes: segmentBytes });
    const frames = fc.constantFrom("DBXF", "DBXSEG1\n", "DBXDMG1\n", "");
    const body = fc.array(fc.tuple(frames, fc.uint8Array({ maxLength: 3_000 })), { maxLength: 8 });
    const name = fc.constantFrom(0, 1, 77).map((seq) => `${String(seq).padStart(16, "0")}.segment`);
    fc.assert(
      fc.property(name, fc.boolean(), body, fc.boolean(), (file, hasHead, parts, isMarked) => {
        const disk = new FaultyDisk();
        const bytes = parts.flatMap(([magic, random]) => [Buffer.from(magic), random]);
        disk.put(file, Buffer.concat([hasHead ? good : new Uint8Array(0), ...bytes]));
        if (isMarked) disk.put("damage.mark", Buffer.concat(bytes));
        try {
          const { journal, report } = open(disk);
          expect(journal.head.nextSeq).toBe(0);
          expect(report.recovery).not.toBe("clean");
          journal.close();
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
        }
      }),
      { numRuns: 300 },
    );
  });
});
