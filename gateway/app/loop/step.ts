// One input through the core: decided, folded, checked and sealed, with nothing done about it yet.

import {
  checkCodeOf,
  isDisciplined,
  sealEvent,
  toHex,
  type ChainHead,
  type EventTime,
  type Fact,
  type RecordParts,
  type Sha256,
  type Signer,
} from "@driftbox/proto";
import type { Effect, Now } from "../../custody/inputs.ts";
import type { State } from "../../custody/state.ts";
import type { Clock, ClockReading, Entropy } from "../../ports/runtime.ts";
import type { RoomClass } from "../../ports/storage.ts";
import type { CustodyCore } from "./custody-core.ts";
import type { Waiting } from "./input-queue.ts";
import { roomOf } from "./room-class.ts";

const saltBytes = 16;

export interface SealingParts {
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly signer: Signer;
  readonly sha256: Sha256;
}

/** Where the gateway stands: the state of custody and the chain that proves it. */
export interface Standing {
  readonly state: State;
  readonly head: ChainHead;
}

/** What one input leads to once it is durable. */
export interface Step {
  readonly cause: Waiting;
  readonly after: Standing;
  readonly records: readonly RecordParts[];
  readonly effects: readonly Effect[];
  readonly room: RoomClass;
}

/**
 * Decides one input at the time it came in. Pure but for the salts it draws.
 * @throws Error when an invariant is broken: a defect that must stop the process
 */
export function stepOf(
  core: CustodyCore,
  parts: SealingParts,
  before: Standing,
  cause: Waiting,
): Step {
  const { input, reading } = cause;
  const now = nowOf(reading);
  const decision = core.decide(before.state, input, now);
  const start: Standing = { state: decision.observed, head: before.head };
  const sealed = sealFacts(core, parts, start, { facts: decision.facts, reading });
  // What is checked is the very state that will stand, and its facts are folded only once here.
  core.assertInvariants(before.state, decision, now, sealed.after.state);
  assertLevel(sealed.after, input.kind);
  return {
    cause,
    after: sealed.after,
    records: sealed.records,
    effects: decision.effects.map((effect) => {
      if (effect.kind !== "tellCode") return effect;
      const record = sealed.records[effect.seq - before.head.nextSeq];
      return { ...effect, code: codeOf(record, parts.sha256) };
    }),
    room: roomOf(decision.facts),
  };
}

/** A code commits to an event, so nobody knows it before the event is sealed. */
function codeOf(record: RecordParts | undefined, sha256: Sha256): string {
  if (record === undefined) throw new Error("a code of an event that is of another decision");
  return checkCodeOf(sha256(record.header));
}

interface Stated {
  readonly facts: readonly Fact[];
  readonly reading: ClockReading;
}

interface Sealed {
  readonly after: Standing;
  readonly records: readonly RecordParts[];
}

/** Seals facts in order as the next events of the chain and folds them into the state. */
export function sealFacts(
  core: CustodyCore,
  parts: SealingParts,
  before: Standing,
  stated: Stated,
): Sealed {
  const { reading } = stated;
  const time: EventTime = { bootId: parts.clock.bootId, ...reading };
  const meta = { ...nowOf(reading), bootId: toHex(parts.clock.bootId) };
  let { state, head } = before;
  const records: RecordParts[] = [];
  for (const fact of stated.facts) {
    const salt = parts.entropy.bytes(saltBytes);
    const seq = head.nextSeq;
    const event = sealEvent({ head, time, fact, salt, ...parts });
    state = core.evolve(state, fact, { ...meta, seq });
    head = event.head;
    records.push(event.record);
  }
  return { after: { state, head }, records };
}

/**
 * Clocks as the core reads them. Any source but `none` vouches for the wall clock; a battery alone
 * does so only as far as the core's own record of time allows. Whole milliseconds, so that a replay
 * from the header's microseconds gives the same numbers.
 */
export function nowOf(reading: ClockReading): Now {
  const { source } = reading;
  return {
    monoMs: Math.floor(reading.monoUs / 1_000),
    wallMs: Math.floor(reading.wallUs / 1_000),
    isWallTrusted: source !== "none",
    isWallDisciplined: isDisciplined(source),
  };
}

/** References in facts are sequence numbers, so state and chain must count alike. */
function assertLevel(after: Standing, cause: string): void {
  const { nextSeq } = after.state.durable;
  if (nextSeq === after.head.nextSeq) return;
  throw new Error(`after ${cause}: state at seq ${nextSeq}, chain at ${after.head.nextSeq}`);
}
