// Commands that find the queue full or the loop behind: each is recorded as not done, once.

import { decodePayload, splitRecords, toHex } from "@driftbox/proto";
import { expect, it } from "vitest";
import { badgeMaxWaitMs, inputQueueMaxCount } from "../../../gateway/app/loop/input-queue.ts";
import { missedMaxCount } from "../../../gateway/app/loop/missed-commands.ts";
import type { InputOf } from "../../../gateway/custody/inputs.ts";
import { must } from "./fixtures.ts";
import { heartbeat, readyRig } from "./loop-rig.ts";
import { settled } from "./manual-time.ts";

type Rig = Awaited<ReturnType<typeof readyRig>>;

function openOf({ time }: Rig, command: string): InputOf<"CommandReceived"> {
  const issuedMs = time.read().wallUs / 1_000;
  return {
    kind: "CommandReceived",
    command,
    isOwn: true,
    bootId: toHex(time.bootId),
    issuedMs,
    deadlineMs: issuedMs + 60_000,
    word: "open",
    box: "box-a",
    compartment: 1,
    reason: "asked by telephone",
    givenBy: "p-9",
    parcel: "",
    issue: 0,
    sensor: "",
    code: "",
    settings: [],
  };
}

function answers({ journal }: Rig): readonly string[] {
  const read = journal.read(0, 10_000, 10_000_000);
  return must(splitRecords(read.framed, read.count)).flatMap(({ payload }) => {
    const { isKnown, ...decoded } = must(decodePayload(payload));
    const fact = isKnown && "fact" in decoded ? decoded.fact : undefined;
    if (fact?.kind === "CommandAccepted") return [`${fact.command} accepted`];
    return fact?.kind === "CommandRefused" ? [`${fact.command} ${fact.reason}`] : [];
  });
}

function fill({ loop }: Rig): void {
  for (let at = 0; at < inputQueueMaxCount; at += 1) {
    loop.offer({ kind: "TagPresented", reader: "reader-a", box: "box-a", parcel: `${at}` });
  }
}

it("a command that finds the queue full is recorded as busy, and opens nothing later", async () => {
  const rig = await readyRig();
  fill(rig);
  const order = openOf(rig, "c-1");
  expect(rig.loop.offer(order)).toBe("refused");
  expect(rig.loop.offer(order)).toBe("refused");
  await settled();
  expect(answers(rig)).toEqual(["c-1 busy"]);
  rig.loop.offer(order);
  await settled();
  expect(answers(rig)).toEqual(["c-1 busy", "c-1 repeated"]);
  expect(rig.board.orders).toEqual([]);
});

it("a command that waited too long, or came while the program stood still, is stale", async () => {
  const rig = await readyRig();
  rig.loop.offer(openOf(rig, "c-1"));
  rig.time.jump(badgeMaxWaitMs + 1);
  await settled();
  expect(answers(rig)).toEqual(["c-1 stale"]);
  const behind = await readyRig(undefined, () => true);
  behind.loop.offer(openOf(behind, "c-2"));
  await settled();
  expect(answers(behind)).toEqual(["c-2 stale"]);
  expect([...rig.board.orders, ...behind.board.orders]).toEqual([]);
});

it("a flood of commands is recorded as far as its bound", async () => {
  const rig = await readyRig();
  fill(rig);
  for (let at = 0; at < 10 * missedMaxCount; at += 1) rig.loop.offer(openOf(rig, `c-${at}`));
  await settled();
  rig.loop.offer(heartbeat);
  await settled();
  expect(answers(rig)).toHaveLength(missedMaxCount);
  expect(rig.deaths).toEqual([]);
});
