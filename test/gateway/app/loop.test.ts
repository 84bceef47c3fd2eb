// The loop: order of durability and effects, groups, failed appends, full journals,
// broken invariants.

import { decodePayload, Fault, openDocument, splitRecords } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { describe, expect, it } from "vitest";
import { custodyCore, type CustodyCore } from "../../../gateway/app/custody-core.ts";
import { effectRunner } from "../../../gateway/app/effects.ts";
import { badgeMaxWaitMs } from "../../../gateway/app/input-queue.ts";
import { Loop } from "../../../gateway/app/loop.ts";
import {
  compilePolicy,
  initialState,
  placeKey,
  type Input,
} from "../../../gateway/custody/index.ts";
import { ManualTime, settled } from "./manual-time.ts";
import {
  badgeRef,
  CountingEntropy,
  gatewaySigner,
  identity,
  layout,
  MemoryBoard,
  MemoryLog,
  must,
  policyDocument,
  SpyJournal,
} from "./fixtures.ts";

const booted: Input = { kind: "Booted", software: "test", recovery: "clean", droppedBytes: 0 };
const badge: Input = {
  kind: "BadgePresented",
  reader: "reader-a",
  box: "box-a",
  badgeRef,
  assurance: "identifier",
};
const heartbeat: Input = {
  kind: "HeartbeatAsked",
  reason: "periodic",
  outboxCount: 0,
  storageFreeBytes: 0,
};

function door(isOpen: boolean): Input {
  return { kind: "DoorReported", box: "box-a", compartment: 1, isOpen };
}

function policy(): Input {
  const bytes = policyDocument(1);
  const opened = must(openDocument("policy", bytes, identity.centerKeys, sha256));
  const compiled = must(compilePolicy(opened.message, layout, sha256(opened.body)));
  return { kind: "PolicyAccepted", policy: compiled };
}

function rig(core: CustodyCore = custodyCore) {
  const trace: string[] = [];
  const journal = new SpyJournal(trace);
  const board = new MemoryBoard(trace);
  const time = new ManualTime();
  const deaths: unknown[] = [];
  const log = new MemoryLog();
  const runEffect = effectRunner({
    locks: new Map([[placeKey("box-a", 1), { board, channel: 0 }]]),
    timers: time,
    offer: (input) => loop.offer(input),
  });
  const loop: Loop = new Loop(
    {
      core,
      journal,
      clock: time,
      timers: time,
      entropy: new CountingEntropy(),
      signer: gatewaySigner,
      sha256,
      log,
      runEffect,
      defer: setImmediate,
      onFatal: (error) => void deaths.push(error),
    },
    initialState(layout),
  );
  return { loop, journal, board, time, trace, deaths, log };
}

/** A gateway that has booted, holds a policy and knows its door is closed. */
async function readyRig(core?: CustodyCore) {
  const made = rig(core);
  for (const input of [booted, policy(), door(false)]) made.loop.offer(input);
  made.loop.offer({ kind: "BoltReported", box: "box-a", compartment: 1, isEngaged: true });
  made.loop.offer({ kind: "PresenceReported", box: "box-a", compartment: 1, isOccupied: false });
  await settled();
  await made.time.advance(1_000);
  return made;
}

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
    expect(loop.unrecordedCount).toBe(1);
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
      assertInvariants: (state, decision, now) => {
        custodyCore.assertInvariants(state, decision, now);
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
