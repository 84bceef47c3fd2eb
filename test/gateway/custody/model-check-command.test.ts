// Model check of an unlock by command: an order that may come again, a person with a badge, a door,
// its board, and every power cut.

import { describe, expect, it } from "vitest";
import type { FactKind } from "@driftbox/proto";
import type { Input } from "../../../gateway/custody/inputs.ts";
import { defaultTiming } from "../../../gateway/custody/layout.ts";
import type { Order } from "../../../gateway/custody/orders/order.ts";
import { recordAt, watchAt } from "../../../gateway/custody/state.ts";
import { explore, must, type Moment, type Step, type World } from "./explorer.ts";
import { badges, compiled, ferryBox, wallStartMs } from "./story.ts";

const layout = { boxes: [ferryBox], timing: { ...defaultTiming, retryMaxCount: 0 } };
const place = { box: "ferry", compartment: 1 };
const key = "ferry#1";
const orderLifeMs = 3_000;
const policy = compiled(
  {
    badges: [{ badgeRef: new Uint8Array(16).fill(0xc0), person: "p-courier", role: "courier" }],
    roles: [{ role: "courier", rights: [{ box: "ferry", canCollect: true }] }],
    blockedBadges: [],
  },
  layout,
);

/** What the check remembers of this boot, beside the core. */
interface Ghost {
  /** When the command was accepted; undefined = not in this boot. */
  readonly acceptedMonoMs: number | undefined;
  readonly isExecuted: boolean;
  /** Pulses under the command. */
  readonly pulseCount: number;
  /** Whose session it is: of the command, of the person, or of nobody. */
  readonly opener: "" | "command" | "person";
  /** Numbers of intents that nothing concluded yet. */
  readonly open: readonly { readonly seq: number }[];
}
const nothing: Ghost = {
  acceptedMonoMs: undefined,
  isExecuted: false,
  pulseCount: 0,
  opener: "",
  open: [],
};

/** Of this boot, or of one before: the network may hold it back and repeat it. */
function order({ state }: Moment<Ghost>, change: Partial<Order> = {}): Input {
  const { bootId } = state.durable;
  return {
    kind: "CommandReceived",
    command: "c",
    isOwn: true,
    bootId,
    issuedMs: wallStartMs,
    deadlineMs: wallStartMs + orderLifeMs,
    word: "open",
    ...place,
    reason: "asked by telephone",
    givenBy: "p-dispatcher",
    parcel: "",
    issue: 0,
    sensor: "",
    settings: [],
    ...change,
  };
}

function inputsOf(moment: Moment<Ghost>): readonly Input[] {
  const { contactIsOpen, boltIsEngaged } = watchAt(moment.state, key);
  const { intent } = recordAt(moment.state, key);
  const ends = (["answered", "not-sent", "unknown"] as const).map((outcome): Input => {
    return { kind: "PulseEnded", intentSeq: intent?.seq ?? 0, outcome, detail: "" };
  });
  const badgeRef = badges.courier;
  return [
    { kind: "BadgePresented", reader: "r", box: "ferry", badgeRef, assurance: "identifier" },
    order(moment),
    order(moment, { command: "old", bootId: "ee".repeat(16) }),
    { kind: "DoorReported", ...place, isOpen: contactIsOpen !== true },
    { kind: "BoltReported", ...place, isEngaged: boltIsEngaged !== true },
    ...(intent === undefined ? [] : ends),
  ];
}

const stated = new Set<FactKind>();

function check({ before, input, facts, effects, isCut }: Step<Ghost>): Ghost {
  const isStart = input.kind === "Booted";
  let ghost = isStart ? { ...nothing, open: before.ghost.open } : before.ghost;
  let seq = before.state.durable.nextSeq;
  for (const fact of facts) {
    stated.add(fact.kind);
    const { session, isDoorOpen } = recordAt(before.state, key);
    if (fact.kind === "CommandAccepted") {
      must(fact.command === "c" && ghost.acceptedMonoMs === undefined, "done twice, or not meant");
      must(session === undefined || session.stage === "unconfirmed", "somebody was at the box");
      must(!isDoorOpen, "the door stood open");
      ghost = { ...ghost, acceptedMonoMs: before.monoMs };
    }
    if (fact.kind === "CommandExecuted") {
      must(!ghost.isExecuted, "told twice");
      ghost = { ...ghost, isExecuted: true };
    }
    if (fact.kind === "AccessGranted") {
      const isByCommand = fact.proof === "command";
      const isMarked = ghost.acceptedMonoMs !== undefined && !ghost.isExecuted;
      must(!isByCommand || isMarked, "opened without the mark of its command");
      must(isByCommand || input.kind === "BadgePresented", "a person opened without a badge");
      ghost = { ...ghost, opener: isByCommand ? "command" : "person" };
    }
    if (fact.kind === "UnlockIntended") ghost = { ...ghost, open: [...ghost.open, { seq }] };
    if (fact.kind === "UnlockConcluded") {
      const left = ghost.open.filter((one) => one.seq !== fact.intentSeq);
      must(left.length < ghost.open.length, "concluded twice, or never intended");
      ghost = { ...ghost, open: left };
    }
    seq += 1;
  }
  must(ghost.open.length <= 1, "two intents at once");
  must(!(isStart && !isCut) || ghost.open.length === 0, "an intent outlives a start");
  const pulses = effects.filter((effect) => effect.kind === "pulseLock");
  must(!isStart || pulses.length === 0, "a start energized a coil");
  if (pulses.length === 0 || ghost.opener !== "command") return ghost;
  const lastMs = (ghost.acceptedMonoMs ?? -Infinity) + orderLifeMs;
  must(
    pulses.every(({ deadlineMonoMs }) => deadlineMonoMs <= lastMs),
    "pulsed after its deadline",
  );
  const pulseCount = ghost.pulseCount + pulses.length;
  must(pulseCount <= 1, "pulsed twice for one command");
  return { ...ghost, pulseCount };
}

const world: World<Ghost> = {
  layout,
  policy,
  past: [],
  ghost: nothing,
  inputs: inputsOf,
  check,
  stepsMaxCount: Number(process.env["DRIFTBOX_DEPTH"] ?? 9),
};

/** Far more than it takes, for a machine that is busy with other things. */
const testMaxMs = 180_000;

describe(`every life of an unlock by command, to ${world.stepsMaxCount} steps`, () => {
  it(
    "is done once, in its time, with nobody there, and its outcome told once",
    () => {
      const explored = explore(world);
      console.log(`command: ${JSON.stringify(explored)}`);
      expect(explored.depth).toBe(world.stepsMaxCount);
      expect(explored.states).toBeGreaterThan(1_000);
      expect([...stated]).toEqual(
        expect.arrayContaining(["CommandExecuted", "CommandRefused", "DoorOpened", "DoorClosed"]),
      );
    },
    testMaxMs,
  );
});
