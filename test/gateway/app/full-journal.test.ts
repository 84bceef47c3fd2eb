// The loop on a full journal: what happened waits in order and keeps its time; what may be lost.

import { decodePayload, Fault, parseHeader, splitRecords, type Fact } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import type { Input } from "../../../gateway/custody/index.ts";
import { badgeRef, must, type SpyJournal } from "./fixtures.ts";
import { badge, door, heartbeat, policy, readyRig } from "./loop-rig.ts";
import { settled } from "./manual-time.ts";

interface Told {
  readonly fact: Fact;
  readonly monoMs: number;
}

function told(journal: SpyJournal): Told[] {
  const read = journal.read(0, 10_000, 10_000_000);
  return must(splitRecords(read.framed, read.count)).map((record) => {
    const decoded = must(decodePayload(record.payload));
    if (!decoded.isKnown) throw new Error("unknown fact");
    return { fact: decoded.fact, monoMs: must(parseHeader(record.header)).monoUs / 1_000 };
  });
}

function fill(journal: SpyJournal): void {
  journal.failure = () => new Fault("journal/full", "nothing left");
}

function free(journal: SpyJournal): void {
  journal.failure = () => undefined;
}

describe("a full journal", () => {
  it("takes the reports of a door in their order when there is space again", async () => {
    const { loop, journal, time } = await readyRig();
    fill(journal);
    for (const isOpen of [true, false, true, false]) loop.offer(door(isOpen));
    await settled();
    free(journal);
    await time.advance(1_000);
    await time.advance(60_000);
    const compartment = Object.values(loop.state.durable.compartments)[0];
    expect(compartment?.isDoorOpen).toBe(false);
    const kinds = told(journal).map(({ fact }) => fact.kind);
    expect(kinds.lastIndexOf("DoorClosed")).toBeGreaterThan(kinds.lastIndexOf("DoorForced"));
  });

  it("stamps what happened meanwhile with the time it happened", async () => {
    const { loop, journal, time } = await readyRig();
    fill(journal);
    const happenedMs = time.nowMs;
    loop.offer(door(true));
    await settled();
    await time.advance(30_500);
    free(journal);
    await time.advance(1_000);
    const forced = told(journal).find(({ fact }) => fact.kind === "DoorForced");
    expect(forced?.monoMs).toBe(happenedMs);
    const times = told(journal).map(({ monoMs }) => monoMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it("never opens for a badge that waited behind it", async () => {
    const { loop, journal, time, board } = await readyRig();
    fill(journal);
    const report: Input = { kind: "BoltReported", box: "box-a", compartment: 1, isEngaged: false };
    for (const input of [door(true), report, badge, door(false)]) loop.offer(input);
    await settled();
    free(journal);
    await time.advance(1_000);
    expect(board.orders).toHaveLength(0);
    expect(loop.counts.refused).toBe(1);
  });

  it("does not forget a policy that was accepted", async () => {
    const { loop, journal, time } = await readyRig();
    fill(journal);
    loop.offer(policy(2));
    await settled();
    expect(loop.state.durable.policyVersion).toBe(1);
    free(journal);
    await time.advance(1_000);
    expect(loop.state.durable.policyVersion).toBe(2);
  });

  it("gives up a heartbeat and goes on", async () => {
    const { loop, journal } = await readyRig();
    fill(journal);
    loop.offer(heartbeat);
    await settled();
    free(journal);
    loop.offer(door(true));
    await settled();
    expect(told(journal).at(-1)?.fact.kind).toBe("DoorForced");
  });

  it("records the first refusal of a badge from the reserve, and once", async () => {
    const { loop, journal } = await readyRig();
    journal.failure = (room) =>
      room === "closing" ? undefined : new Fault("journal/full", "no space");
    for (let tap = 0; tap < 3; tap += 1) {
      loop.offer(badge);
      await settled();
    }
    const refusals = told(journal).filter(({ fact }) => fact.kind === "AccessRefused");
    const reference = Uint8Array.from(Buffer.from(badgeRef, "hex"));
    expect(refusals.map(({ fact }) => fact)).toEqual([
      expect.objectContaining({ reason: "storage-full", badgeRef: reference }),
    ]);
    expect(loop.unrecordedCount).toBe(2);
  });
});
