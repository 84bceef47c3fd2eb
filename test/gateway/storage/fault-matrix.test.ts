// Every disk operation of a journal's life fails, fails but is stored, or loses power;
// nothing acknowledged is lost.

import { Fault, encodeRecord, type RecordParts } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { openFileJournal } from "../../../gateway/adapters/journal/open-file-journal.ts";
import type { Journal } from "../../../gateway/ports/storage.ts";
import { seededRandom } from "../../powercut/random.ts";
import { chainRecovered, gatewayId, genesisPrev, sealRecords } from "./chain-writer.ts";
import { FaultyDisk, type FaultKind } from "./faulty-disk.ts";
import { everything } from "./journal-contract.ts";

const kinds: readonly FaultKind[] = ["fails", "fails-but-stored", "power-lost"];
const groupSizes = [1, 3, 1, 12, 2, 25, 1, 18, 1, 1, 30, 4, 22, 1];
const oldWallUs = 1_000_000_000;
const seed = Math.floor(Math.random() * 1e9);

/** The records a life acknowledged, and the group that was under way when it ended. */
class Promised {
  readonly records: Uint8Array[] = [];
  inFlight: Uint8Array[] = [];
  prunedTo = 0;

  begin(group: readonly RecordParts[]): void {
    this.inFlight = group.map(encodeRecord);
  }

  keep(): void {
    this.records.push(...this.inFlight);
    this.inFlight = [];
  }
}

function open(disk: FaultyDisk) {
  return openFileJournal({
    folder: "journal",
    disk,
    gatewayId,
    genesisPrev,
    segmentBytes: 16_384,
    limits: { reserveBytes: 8_192, telemetryMarginBytes: 1_024, retentionMs: 1_000 },
  });
}

/** Work of background preparations is done when this resolves. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Opens, appends, rolls, prunes, closes, opens again. Ends early when the disk fails. */
async function live(disk: FaultyDisk, promised: Promised): Promise<"done" | Fault> {
  let journal: Journal | undefined;
  try {
    for (let round = 0; round < 2; round += 1) {
      journal = open(disk).journal;
      for (const size of groupSizes) {
        const sealed = sealRecords(journal.head, size, { fillerChars: 120, wallUs: oldWallUs });
        promised.begin(sealed.records);
        journal.append(sealed.records, "opening");
        promised.keep();
        await settled();
      }
      const receiptedNextSeq = journal.head.nextSeq - 40;
      promised.prunedTo = receiptedNextSeq;
      const snapshotNextSeq = receiptedNextSeq;
      journal.prune({ receiptedNextSeq, snapshotNextSeq, nowWallUs: oldWallUs * 1_000 });
      journal.close();
      disk.endProcess();
    }
    return "done";
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (journal !== undefined) expectRefusal(journal, error);
    await settled();
    return error;
  }
}

/** After an input/output error the journal accepts nothing and still reads what it promised. */
function expectRefusal(journal: Journal, fault: Fault): void {
  expect(fault.code).toBe("journal/io");
  try {
    journal.append(sealRecords(journal.head, 1).records, "closing");
  } catch (error) {
    if (error instanceof Fault) expect(error.code).toBe("journal/io");
  }
}

/** Exactly the promised records from the oldest kept on, and at most the group in flight after. */
function expectKept(disk: FaultyDisk, promised: Promised, verdicts = ["clean", "torn-tail"]) {
  const { journal, report } = open(disk);
  expect(verdicts, report.detail).toContain(report.recovery);
  const { oldestSeq } = journal.use();
  expect(oldestSeq).toBeLessThanOrEqual(promised.prunedTo);
  const count = journal.head.nextSeq;
  const withFlight = [...promised.records, ...promised.inFlight];
  expect([promised.records.length, withFlight.length]).toContain(count);
  const expected = Buffer.concat(withFlight.slice(oldestSeq, count));
  expect(expected.equals(everything(journal))).toBe(true);
  const more = sealRecords(journal.head, 1).records;
  promised.records.splice(0, promised.records.length, ...withFlight.slice(0, count));
  promised.begin(more);
  journal.append(more, "closing");
  promised.keep();
  journal.close();
  disk.endProcess();
}

async function countOps(): Promise<number> {
  const disk = new FaultyDisk();
  let count = 0;
  const end = disk.endProcess.bind(disk);
  disk.endProcess = () => {
    count = Math.max(count, disk.opCount);
    end();
  };
  expect(await live(disk, new Promised())).toBe("done");
  return count;
}

describe("the journal under disk faults", () => {
  for (const kind of kinds) {
    for (const chance of [0, 0.5, 1]) {
      it(`loses nothing when an operation ${kind} and ${chance} of the rest survives`, async () => {
        const ops = await countOps();
        expect(ops).toBeGreaterThan(60);
        const random = seededRandom(seed);
        let faults = 0;
        for (let at = 1; at <= ops; at += 1) {
          const disk = new FaultyDisk();
          disk.plan = { at, kind };
          const promised = new Promised();
          if ((await live(disk, promised)) !== "done") faults += 1;
          disk.restart(random, chance);
          expectKept(disk, promised);
          await settled();
          disk.restart(random, 0);
          expectKept(disk, promised, ["clean"]);
          await settled();
        }
        expect(faults, `seed ${seed}`).toBeGreaterThan(50);
      });
    }
  }

  it("counts on nothing it read from memory only: reopened after a failed flush, then cut", async () => {
    const ops = await countOps();
    const random = seededRandom(seed);
    for (let at = 1; at <= ops; at += 1) {
      const disk = new FaultyDisk();
      disk.plan = { at, kind: "fails" };
      const promised = new Promised();
      await live(disk, promised);
      disk.endProcess();
      disk.plan = undefined;
      expectKept(disk, promised);
      await settled();
      disk.restart(random, 0);
      expectKept(disk, promised, ["clean"]);
      await settled();
    }
  });

  it("leaves no hole when the power goes while old segments are removed", async () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 60; round += 1) {
      const disk = new FaultyDisk();
      const { journal } = open(disk);
      for (let group = 0; group < 8; group += 1) {
        const options = { fillerChars: 120, wallUs: oldWallUs };
        journal.append(sealRecords(journal.head, 25, options).records, "opening");
        await settled();
      }
      disk.plan = { at: disk.opCount + 1 + (round % 12), kind: "power-lost" };
      const end = journal.head.nextSeq;
      const bounds = { receiptedNextSeq: end, snapshotNextSeq: end, nowWallUs: oldWallUs * 1_000 };
      expect(journal.use().segmentCount).toBeGreaterThan(6);
      try {
        journal.prune(bounds);
      } catch (error) {
        expect(error).toMatchObject({ code: "journal/io" });
      }
      disk.restart(random, 0.5);
      const again = open(disk);
      expect(again.report).toMatchObject({ recovery: "clean" });
      expect(again.journal.head.nextSeq).toBe(end);
      await settled();
    }
  });

  it("has a key epoch with its first record or not at all", async () => {
    const random = seededRandom(seed);
    const outcomes = new Set<number>();
    for (let round = 0; round < 60; round += 1) {
      const disk = new FaultyDisk();
      const { journal } = open(disk);
      journal.append(sealRecords(journal.head, 3).records, "opening");
      await settled();
      const before = journal.head;
      const jump = { ...before, keyEpoch: 1, nextSeq: round % 2 === 0 ? 3 : 9 };
      disk.plan = { at: disk.opCount + 1 + (round % 10), kind: "power-lost" };
      journal.beginEpoch(jump);
      const begun = sealRecords(jump, 1, { fact: chainRecovered });
      try {
        journal.append(begun.records, "closing");
      } catch (error) {
        expect(error).toMatchObject({ code: "journal/io" });
      }
      await settled();
      disk.restart(random, 0.5);
      const again = open(disk);
      expect([before, begun.head]).toContainEqual(again.journal.head);
      expect(again.report.recovery).not.toBe("damage");
      outcomes.add(again.journal.head.keyEpoch);
      await settled();
    }
    expect(outcomes).toEqual(new Set([0, 1]));
  });

  it("survives a second power loss at any operation of the recovery from the first", async () => {
    const ops = await countOps();
    const random = seededRandom(seed);
    for (let at = 5; at <= ops; at += 7) {
      for (let second = 1; second <= 12; second += 1) {
        const disk = new FaultyDisk();
        disk.plan = { at, kind: "power-lost" };
        const promised = new Promised();
        await live(disk, promised);
        disk.restart(random, 0.5);
        disk.plan = { at: second, kind: "power-lost" };
        try {
          open(disk).journal.close();
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
        }
        await settled();
        disk.restart(random, 0.5);
        expectKept(disk, promised);
        await settled();
      }
    }
  });
});
