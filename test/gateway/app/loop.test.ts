// The loop: order of durability and effects, groups, failed appends, full journals,
// broken invariants.

import { decodePayload, Fault, splitRecords } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { custodyCore, type CustodyCore } from "../../../gateway/app/loop/custody-core.ts";
import { badgeMaxWaitMs } from "../../../gateway/app/loop/input-queue.ts";
import { must, type SpyJournal } from "./fixtures.ts";
import { badge, door, heartbeat, readyRig } from "./loop-rig.ts";
import { settled } from "./manual-time.ts";

function kinds(journal: SpyJournal): string[] {
  const read = journal.read(0, 10_000, 10_000_000);
  return must(splitRecords(read.framed, 10_000)).map(({ payload }) => {
    const decoded = must(decodePayload(payload));
    return decoded.isKnown ? decoded.fact.kind : "unknown";
  });
}

describe("the loop", () => {
  it("orders a lock only after the intent is durable", async () => {
    const { loop, trace, journal, board } = await readyRig();
    trace.length = 0;
    loop.offer(badge);
    await settled();
    expect(board.orders).toHaveLength(1);
    expect(kinds(journal)).toContain("UnlockIntended");
    expect(trace[0]).toMatch(/^durable/);
    expect(trace.indexOf("pulse")).toBeGreaterThan(0);
  });

  it("appends everything that waits as one group before the first effect", async () => {
    const { loop, trace, journal } = await readyRig();
    trace.length = 0;
    journal.groupCounts.length = 0;
    for (const input of [heartbeat, badge, heartbeat]) loop.offer(input);
    await settled();
    expect(journal.groupCounts[0]).toBeGreaterThanOrEqual(4);
    expect(trace.slice(0, 2)).toEqual([`durable ${journal.head.nextSeq}`, "pulse"]);
  });

  it("restores the state before the group when the append fails, and stops", async () => {
    const { loop, journal, board, deaths } = await readyRig();
    const before = loop.state;
    const head = journal.head;
    journal.failure = () => new Fault("journal/io", "disk gone");
    loop.offer(door(true));
    loop.offer(badge);
    await settled();
    expect(loop.state).toBe(before);
    expect(journal.head).toEqual(head);
    expect(board.orders).toHaveLength(0);
    expect(deaths).toEqual([expect.objectContaining({ code: "journal/io", exitCode: 74 })]);
    expect(loop.offer(door(false))).toBe("refused");
  });

  it("refuses to open while openings find no space, and says why", async () => {
    const { loop, journal, board, deaths } = await readyRig();
    journal.failure = (room) =>
      room === "closing" ? undefined : new Fault("journal/full", "no space");
    loop.offer(badge);
    await settled();
    expect(deaths).toEqual([]);
    expect(board.orders).toHaveLength(0);
    expect(loop.state.volatile.canOpen).toBe(false);
    expect(kinds(journal)).toContain("AccessRefused");
    expect(kinds(journal)).not.toContain("UnlockIntended");
  });

  it("records a forced door from the reserve although telemetry of its group finds no space", async () => {
    const { loop, journal } = await readyRig();
    journal.failure = (room) =>
      room === "closing" ? undefined : new Fault("journal/full", "no space");
    loop.offer(heartbeat);
    loop.offer(door(true));
    await settled();
    expect(kinds(journal)).toContain("DoorForced");
    expect(kinds(journal)).not.toContain("Heartbeat");
  });

  it("keeps a report of a door until there is space for it, and opens nothing meanwhile", async () => {
    const { loop, journal, time, board } = await readyRig();
    journal.failure = () => new Fault("journal/full", "nothing left");
    loop.offer(door(true));
    await settled();
    expect(loop.offer(badge)).toBe("refused");
    journal.failure = () => undefined;
    await time.advance(1_000);
    expect(kinds(journal)).toContain("DoorForced");
    expect(board.orders).toHaveLength(0);
  });

  it("stops the process when an invariant is broken, and makes nothing durable", async () => {
    const broken: CustodyCore = {
      ...custodyCore,
      assertInvariants: (state, decision, now, after) => {
        custodyCore.assertInvariants(state, decision, now, after);
        if (decision.effects.some(({ kind }) => kind === "pulseLock")) throw new Error("broken");
      },
    };
    const { loop, journal, deaths, board } = await readyRig(broken);
    const head = journal.head;
    loop.offer(badge);
    await settled();
    expect(deaths).toEqual([new Error("broken")]);
    expect(journal.head).toEqual(head);
    expect(board.orders).toHaveLength(0);
  });

  it("refuses a badge that waited too long to be meant", async () => {
    const { loop, time, board } = await readyRig();
    loop.offer(badge);
    time.jump(badgeMaxWaitMs + 1);
    await settled();
    expect(loop.counts.stale).toBe(1);
    expect(board.orders).toHaveLength(0);
  });

  it("tells observers of records before effects, in chain order", async () => {
    const { loop, trace } = await readyRig();
    trace.length = 0;
    loop.onDurable((records) => void trace.push(`observed ${records.length}`));
    loop.offer(badge);
    await settled();
    expect(trace[1]).toMatch(/^observed [2-9]/);
    expect(trace[2]).toBe("pulse");
  });
});
