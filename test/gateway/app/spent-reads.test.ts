// Badge reads that decide nothing, for want of space or time: none of them opens a door later.

import { decodePayload, Fault, splitRecords } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { badgeMaxWaitMs, inputQueueMaxCount } from "../../../gateway/app/loop/input-queue.ts";
import { spentMaxCount, SpentReads } from "../../../gateway/app/loop/spent-reads.ts";
import { lastCounter } from "../../../gateway/custody/access/counters.ts";
import type { Input, InputOf } from "../../../gateway/custody/inputs.ts";
import type { RoomClass } from "../../../gateway/ports/storage.ts";
import { badgeRef, must, type SpyJournal } from "./fixtures.ts";
import { badge, door, readyRig } from "./loop-rig.ts";
import { settled } from "./manual-time.ts";

function counted(counter: number): InputOf<"BadgePresented"> {
  return { ...badge, assurance: "counter-mac", counter };
}

/** What the journal says of badges: kind, reason and counter. */
function told(journal: SpyJournal): readonly unknown[] {
  const read = journal.read(0, 10_000, 10_000_000);
  return must(splitRecords(read.framed, read.count)).flatMap(({ payload }) => {
    const decoded = must(decodePayload(payload));
    if (!decoded.isKnown) return [];
    const { fact } = decoded;
    if (fact.kind === "AccessRefused") return [[fact.reason, fact.counter]];
    if (fact.kind === "CredentialShown") return [["shown", fact.counter]];
    return fact.kind === "AccessGranted" ? [["granted", fact.counter]] : [];
  });
}

function refuseRooms(journal: SpyJournal, ...rooms: readonly RoomClass[]): void {
  journal.failure = (room) =>
    rooms.includes(room) ? new Fault("journal/full", "no space") : undefined;
}

const storage: Input = {
  kind: "StorageReported",
  canOpen: true,
  freeBytes: 9_000_000,
  reserveBytes: 1,
};

describe("a counter shown while the journal is full", () => {
  it("is recorded from the reserve at every read", async () => {
    const { loop, journal } = await readyRig();
    refuseRooms(journal, "opening", "telemetry");
    for (const counter of [4, 5, 6]) {
      loop.offer(counted(counter));
      await settled();
    }
    const last = ["storage-full", 6];
    expect(told(journal)).toEqual([["storage-full", 4], ["storage-full", 5], last]);
    expect(lastCounter(loop.state, badgeRef)).toBe(6);
  });

  it("that not even the reserve took is told before any badge is granted again", async () => {
    const { loop, journal, board } = await readyRig();
    refuseRooms(journal, "opening", "telemetry", "closing");
    loop.offer(counted(7));
    await settled();
    expect(told(journal)).toEqual([]);
    refuseRooms(journal);
    for (const input of [storage, counted(7), counted(8)]) loop.offer(input);
    await settled();
    const [shown, replay, granted] = told(journal);
    expect([shown, replay]).toEqual([
      ["shown", 7],
      ["counter-replayed", 7],
    ]);
    expect(granted).toEqual(["granted", 8]);
    expect(board.orders).toHaveLength(1);
  });

  it("is told also when the loop stood still for want of space", async () => {
    const { loop, journal, time, board } = await readyRig();
    refuseRooms(journal, "opening", "telemetry", "closing");
    loop.offer(door(true));
    await settled();
    expect(loop.isPaused).toBe(true);
    expect(loop.offer(counted(7))).toBe("refused");
    refuseRooms(journal);
    await time.advance(1_000);
    for (const input of [storage, counted(7)]) loop.offer(input);
    await settled();
    expect(told(journal)).toEqual([
      ["shown", 7],
      ["counter-replayed", 7],
    ]);
    expect(board.orders).toEqual([]);
  });
});

describe("a counter of a read that came too late", () => {
  it("is told, and its replay refused", async () => {
    const { loop, journal, time, board } = await readyRig();
    loop.offer(counted(3));
    time.jump(badgeMaxWaitMs + 1);
    loop.offer(counted(3));
    await settled();
    expect(told(journal)).toEqual([
      ["shown", 3],
      ["counter-replayed", 3],
    ]);
    expect(loop.counts.stale).toBe(1);
    expect(board.orders).toEqual([]);
  });

  it("is told also when the queue had no room for it", async () => {
    const { loop, journal } = await readyRig();
    for (let each = 0; each < inputQueueMaxCount; each += 1) loop.offer(badge);
    expect(loop.offer(counted(3))).toBe("refused");
    await settled();
    expect(told(journal)).toContainEqual(["shown", 3]);
  });
});

describe("kept reads", () => {
  const reading = { monoUs: 0, wallUs: 0, wallErrMs: undefined, source: "none" } as const;

  it("are one a badge, the greatest, and none of a badge that proved nothing", () => {
    const reads = new SpentReads();
    for (const counter of [3, 9, 4]) reads.keep(counted(counter), reading);
    reads.keep(badge, reading);
    reads.keep({ ...counted(50), isForged: true }, reading);
    expect(reads.takeAll().map(({ input }) => input.counter)).toEqual([9]);
    expect(reads.count).toBe(0);
  });

  it("are bounded", () => {
    const reads = new SpentReads();
    for (let each = 0; each < spentMaxCount + 9; each += 1) {
      reads.keep({ ...counted(1), badgeRef: `ref ${each}` }, reading);
    }
    expect(reads.count).toBe(spentMaxCount);
  });
});
