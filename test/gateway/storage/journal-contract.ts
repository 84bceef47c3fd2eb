// The contract of the Journal port as tests: run on every journal there is.

import { concatBytes, encodeRecord, type RecordParts } from "@driftbox/proto";
import { afterEach, describe, expect, it } from "vitest";
import type { Journal } from "../../../gateway/ports/storage.ts";
import { chainRecovered, genesisHead, sealRecords } from "./chain-writer.ts";

/** Small limits, so that a test reaches them: capacity, reserve and segments of a few records. */
export interface ContractLimits {
  readonly maxBytes: number;
  readonly reserveBytes: number;
  readonly telemetryMarginBytes: number;
  readonly retentionMs: number;
}

export interface JournalBench {
  open(limits?: ContractLimits): Journal;
  remove(): void;
}

const smallLimits: ContractLimits = {
  maxBytes: 131_072,
  reserveBytes: 20_000,
  telemetryMarginBytes: 8_000,
  retentionMs: 60_000,
};

export function describeJournalContract(name: string, makeBench: () => JournalBench): void {
  describe(`${name} keeps the contract of the journal`, () => {
    const benches: JournalBench[] = [];
    const bench = (): JournalBench => {
      const made = makeBench();
      benches.push(made);
      return made;
    };
    afterEach(() => {
      for (const made of benches.splice(0)) made.remove();
    });
    describeOrder(bench);
    describeReading(bench);
    describeSpace(bench);
    describeRetention(bench);
    describeWantOfRoom(bench);
    describeEpochs(bench);
  });
}

function describeOrder(bench: () => JournalBench): void {
  it("gives every record back in order after a restart", () => {
    const made = bench();
    const { records } = sealRecords(genesisHead, 700, { fillerChars: 40 });
    let journal = made.open();
    for (let at = 0, size = 1; at < records.length; at += size, size = (size % 40) + 7) {
      journal.append(records.slice(at, at + size), "opening");
    }
    expect(Buffer.compare(everything(journal), wireOf(records))).toBe(0);
    const { head } = journal;
    journal.close();
    journal = made.open();
    expect(journal.head).toEqual(head);
    expect(Buffer.compare(everything(journal), wireOf(records))).toBe(0);
    journal.close();
  });

  it("refuses a record that does not continue the chain and stays usable", () => {
    const journal = bench().open();
    const { records, head } = sealRecords(genesisHead, 3);
    journal.append(records.slice(0, 1), "opening");
    expect(() => journal.append(records.slice(2), "opening")).toThrow(/chain order/);
    expect(() => journal.append(records.slice(0, 1), "opening")).toThrow(/chain order/);
    const forged = sealRecords({ ...head, nextSeq: 1 }, 1).records;
    expect(() => journal.append(forged, "opening")).toThrow(/chain order/);
    journal.append(records.slice(1), "opening");
    expect(journal.head).toEqual(head);
    journal.close();
  });

  it("is held by one opener at a time", () => {
    const made = bench();
    const journal = made.open();
    expect(() => made.open()).toThrow(expect.objectContaining({ code: "journal/locked" }));
    journal.close();
    made.open().close();
  });
}

function describeReading(bench: () => JournalBench): void {
  it("reads from any sequence within the asked count and bytes, but at least one record", () => {
    const journal = bench().open();
    const { records } = sealRecords(genesisHead, 300, { fillerChars: 100 });
    for (let at = 0; at < 300; at += 10) journal.append(records.slice(at, at + 10), "opening");
    const oneBytes = encodeRecord(records[5] as RecordParts).length;
    for (const from of [0, 1, 9, 10, 155, 298, 299]) {
      const read = journal.read(from, 25, oneBytes * 12 + 5);
      expect(read.firstSeq).toBe(from);
      expect(read.count).toBe(Math.min(12, 300 - from));
      expect(read.framed).toEqual(wireOf(records.slice(from, from + read.count)));
    }
    expect(journal.read(40, 5, 1_000_000).count).toBe(5);
    expect(journal.read(40, 5, 1).count).toBe(1);
    expect(journal.read(300, 5, 1_000).count).toBe(0);
    journal.close();
  });

  it("sees a record as soon as append returned", () => {
    const journal = bench().open();
    let head = genesisHead;
    for (let seq = 0; seq < 50; seq += 1) {
      const sealed = sealRecords(head, 1);
      journal.append(sealed.records, "closing");
      expect(journal.read(seq, 9, 9_999).framed).toEqual(wireOf(sealed.records));
      head = sealed.head;
    }
    journal.close();
  });
}

function describeSpace(bench: () => JournalBench): void {
  it("refuses telemetry first, then openings, and closing facts last", () => {
    const journal = bench().open(smallLimits);
    const full = expect.objectContaining({ code: "journal/full" }) as Error;
    const counts = { telemetry: 0, opening: 0, closing: 0 };
    for (const room of ["telemetry", "opening", "closing"] as const) {
      for (;;) {
        const sealed = sealRecords(journal.head, 1, { fillerChars: 150 });
        const before = journal.head;
        try {
          journal.append(sealed.records, room);
        } catch (error) {
          expect(error).toEqual(full);
          expect(journal.head).toEqual(before);
          break;
        }
        counts[room] += 1;
        expect(counts[room]).toBeLessThan(1_000);
      }
      expect(journal.use().openingRoomBytes > 1_000).toBe(room === "telemetry");
    }
    expect(counts.telemetry).toBeGreaterThan(100);
    expect(counts.opening).toBeGreaterThanOrEqual(15);
    expect(counts.closing).toBeGreaterThanOrEqual(40);
    expect(journal.read(journal.head.nextSeq - 1, 1, 9_999).count).toBe(1);
    journal.close();
  });
}

function describeRetention(bench: () => JournalBench): void {
  const minuteUs = 60_000_000;

  it("removes only what is receipted, old and below the snapshot", () => {
    const made = bench();
    const journal = made.open({ ...smallLimits, maxBytes: 4_194_304 });
    const wallUs = 1_000 * minuteUs;
    for (let i = 0; i < 60; i += 1) {
      journal.append(sealRecords(journal.head, 10, { wallUs }).records, "opening");
    }
    const end = journal.head.nextSeq;
    const old = wallUs + 2 * minuteUs;
    const everythingBut = [
      { receiptedNextSeq: 0, snapshotNextSeq: end, nowWallUs: old },
      { receiptedNextSeq: end, snapshotNextSeq: 0, nowWallUs: old },
      { receiptedNextSeq: end, snapshotNextSeq: end, nowWallUs: wallUs + minuteUs / 2 },
      { receiptedNextSeq: end, snapshotNextSeq: end, nowWallUs: 0 },
    ];
    for (const bounds of everythingBut) {
      journal.prune(bounds);
      expect(journal.use().oldestSeq).toBe(0);
    }
    journal.prune({ receiptedNextSeq: 400, snapshotNextSeq: end, nowWallUs: old });
    const { oldestSeq } = journal.use();
    expect(oldestSeq).toBeGreaterThan(0);
    expect(oldestSeq).toBeLessThanOrEqual(400);
    expect(journal.read(oldestSeq, 512, 1_000_000).count).toBeGreaterThan(100);
    journal.close();
    const again = made.open();
    expect(again.use().oldestSeq).toBe(oldestSeq);
    expect(again.head.nextSeq).toBe(end);
    again.close();
  });
}

function describeWantOfRoom(bench: () => JournalBench): void {
  it("makes room for openings of what is receipted, however young, and of nothing else", () => {
    const made = bench();
    const journal = made.open(smallLimits);
    while (journal.use().openingRoomBytes > 4_000) {
      journal.append(sealRecords(journal.head, 4).records, "opening");
    }
    const end = journal.head.nextSeq;
    journal.prune({ receiptedNextSeq: 0, snapshotNextSeq: end, nowWallUs: 0 });
    journal.prune({ receiptedNextSeq: end, snapshotNextSeq: 0, nowWallUs: 0 });
    expect(journal.use().oldestSeq).toBe(0);
    journal.prune({ receiptedNextSeq: end, snapshotNextSeq: end, nowWallUs: 0 });
    expect(journal.use().oldestSeq).toBeGreaterThan(0);
    journal.append(sealRecords(journal.head, 10).records, "opening");
    journal.close();
  });
}

function describeEpochs(bench: () => JournalBench): void {
  it("begins a key epoch at a later sequence, with ChainRecovered and nothing else", () => {
    const made = bench();
    let journal = made.open();
    journal.append(sealRecords(genesisHead, 4).records, "opening");
    const jump = { ...journal.head, keyEpoch: 1, nextSeq: 9, prev: new Uint8Array(32).fill(7) };
    expect(() => journal.beginEpoch({ ...jump, nextSeq: 3 })).toThrow(/epoch/);
    expect(() => journal.beginEpoch({ ...jump, keyEpoch: 0 })).toThrow(/epoch/);
    journal.beginEpoch(jump);
    expect(() => journal.append(sealRecords(jump, 1).records, "closing")).toThrow(/ChainRecov/);
    const recovered = sealRecords(jump, 1, { fact: chainRecovered });
    journal.append(recovered.records, "closing");
    journal.append(sealRecords(recovered.head, 2).records, "opening");
    journal.close();
    journal = made.open();
    expect(journal.head.keyEpoch).toBe(1);
    expect(journal.head.nextSeq).toBe(12);
    expect(journal.read(0, 99, 99_999).count).toBe(4);
    const beyond = journal.read(4, 99, 99_999);
    expect([beyond.firstSeq, beyond.count]).toEqual([9, 3]);
    journal.close();
  });
}

/** All records, read in portions as the outbox does. */
export function everything(journal: Journal): Uint8Array {
  const parts: Uint8Array[] = [];
  let seq = journal.use().oldestSeq;
  for (;;) {
    const read = journal.read(seq, 37, 9_000);
    if (read.count === 0) return concatBytes(parts);
    parts.push(read.framed);
    seq = read.firstSeq + read.count;
  }
}

export function wireOf(records: readonly RecordParts[]): Uint8Array {
  return concatBytes(records.map(encodeRecord));
}
