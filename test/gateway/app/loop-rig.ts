// A loop on a journal that can be told to fail, with one lock, one door and one badge.

import { openDocument } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { custodyCore, type CustodyCore } from "../../../gateway/app/loop/custody-core.ts";
import { effectRunner } from "../../../gateway/app/loop/effects.ts";
import { Loop } from "../../../gateway/app/loop/loop.ts";
import {
  compilePolicy,
  initialState,
  placeKey,
  type Input,
} from "../../../gateway/custody/index.ts";
import type { InputOf } from "../../../gateway/custody/inputs.ts";
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
export const badge: InputOf<"BadgePresented"> = {
  kind: "BadgePresented",
  reader: "reader-a",
  box: "box-a",
  badgeRef,
  assurance: "identifier",
};
export const boardHeard: Input = {
  kind: "DeviceHealthChanged",
  device: "lock-a",
  isOnline: true,
  reason: "",
};
export const heartbeat: Input = {
  kind: "HeartbeatAsked",
  reason: "periodic",
  outboxCount: 0,
  storageFreeBytes: 0,
};

export function door(isOpen: boolean): Input {
  return { kind: "DoorReported", box: "box-a", compartment: 1, isOpen };
}

export function policy(version: number): Input {
  const bytes = policyDocument(version);
  const opened = must(openDocument("policy", bytes, identity.centerKeys, sha256));
  const compiled = must(compilePolicy(opened.message, layout, sha256(opened.body)));
  return { kind: "PolicyAccepted", policy: compiled };
}

function rig(core: CustodyCore = custodyCore, isLate = () => false) {
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
    show: () => undefined,
  });
  const loop: Loop = new Loop(
    {
      core,
      isLate,
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
export async function readyRig(core?: CustodyCore, isLate?: () => boolean) {
  const made = rig(core, isLate);
  for (const input of [booted, boardHeard, policy(1), door(false)]) made.loop.offer(input);
  made.loop.offer({ kind: "BoltReported", box: "box-a", compartment: 1, isEngaged: true });
  made.loop.offer({ kind: "PresenceReported", box: "box-a", compartment: 1, isOccupied: false });
  await settled();
  await made.time.advance(1_000);
  return made;
}
