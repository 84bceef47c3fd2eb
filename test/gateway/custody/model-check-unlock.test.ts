// Model check of the unlock cycle: two persons at one door, its sensors and board, every power cut.

import { describe, expect, it } from "vitest";
import type { FactKind } from "@driftbox/proto";
import { explore, must, type Moment, type Step, type World } from "./explorer.ts";
import type { Input } from "../../../gateway/custody/inputs.ts";
import { defaultTiming } from "../../../gateway/custody/layout.ts";
import { recordAt, watchAt } from "../../../gateway/custody/state.ts";
import { badges, compiled, ferryBox } from "./story.ts";

const layout = { boxes: [ferryBox], timing: { ...defaultTiming, retryMaxCount: 1 } };
const place = { box: "ferry", compartment: 1 };
const key = "ferry#1";
const two = [badges.courier, badges.clerk];

/** Two persons together open, neither does alone. */
const policy = compiled(
  {
    badges: [
      { badgeRef: new Uint8Array(16).fill(0xc0), person: "p-courier", role: "courier" },
      { badgeRef: new Uint8Array(16).fill(0xe0), person: "p-clerk", role: "courier" },
    ],
    roles: [{ role: "courier", rights: [{ box: "ferry", canCollect: true, canDeposit: true }] }],
    demands: [{ box: "ferry", authorizers: 1 }],
    blockedBadges: [],
  },
  layout,
);

/** What the check remembers beside the core. */
interface Ghost {
  /** Who held a badge to the reader since the last grant or start. */
  readonly came: readonly string[];
  /** Numbers of intents that nothing concluded yet. */
  readonly open: readonly { readonly seq: number }[];
}

/** Sensors report what changes; a pulse ends while its intent is open. */
function inputsOf({ state }: Moment<Ghost>): readonly Input[] {
  const { contactIsOpen, boltIsEngaged, isOccupied } = watchAt(state, key);
  const { intent } = recordAt(state, key);
  const ends = (["answered", "not-sent", "unknown"] as const).map((outcome): Input => {
    return { kind: "PulseEnded", intentSeq: intent?.seq ?? 0, outcome, detail: "" };
  });
  return [
    ...two.map((badgeRef): Input => {
      return {
        kind: "BadgePresented",
        reader: "r",
        box: "ferry",
        badgeRef,
        assurance: "identifier",
      };
    }),
    { kind: "DoorReported", ...place, isOpen: contactIsOpen !== true },
    { kind: "BoltReported", ...place, isEngaged: boltIsEngaged !== true },
    { kind: "PresenceReported", ...place, isOccupied: isOccupied !== true },
    ...(intent === undefined ? [] : ends),
  ];
}

/** Kinds of facts that were stated in any life. */
const stated = new Set<FactKind>();

function check({ before, input, after, facts, effects, isCut }: Step<Ghost>): Ghost {
  const isStart = input.kind === "Booted";
  const who = input.kind === "BadgePresented" ? [input.badgeRef] : [];
  const came = isStart ? [] : [...new Set([...before.ghost.came, ...who])].toSorted();
  let open = before.ghost.open;
  let firstSeq = before.state.durable.nextSeq;
  for (const fact of facts) {
    stated.add(fact.kind);
    if (fact.kind === "AccessGranted") must(came.length === 2, "one person opened alone");
    if (fact.kind === "UnlockIntended") open = [...open, { seq: firstSeq }];
    if (fact.kind === "UnlockConcluded") {
      must(
        open.some(({ seq }) => seq === fact.intentSeq),
        "concluded twice, or never intended",
      );
      open = open.filter(({ seq }) => seq !== fact.intentSeq);
    }
    firstSeq += 1;
  }
  must(open.length <= 1, "two intents at once");
  must(open[0]?.seq === recordAt(after, key).intent?.seq, "an intent was lost");
  const pulses = effects.filter(({ kind }) => kind === "pulseLock");
  must(pulses.length === 0 || open.length === 1, "a pulse without its intent");
  must(!isStart || pulses.length === 0, "a start energized a coil");
  must(!(isStart && !isCut) || open.length === 0, "an intent outlives a start");
  const isGranted = facts.some(({ kind }) => kind === "AccessGranted");
  return { came: isGranted ? [] : came, open };
}

const world: World<Ghost> = {
  layout,
  policy,
  past: [],
  ghost: { came: [], open: [] },
  inputs: inputsOf,
  check,
  stepsMaxCount: 10,
};

/** Far more than it takes, for a machine that is busy with other things. */
const testMaxMs = 180_000;

describe("every life of an unlock", () => {
  it(
    "opens for two, is intended before it is pulsed, and concluded once",
    () => {
      const explored = explore(world);
      console.log(`unlock: ${JSON.stringify(explored)}`);
      expect(explored.depth).toBe(world.stepsMaxCount);
      expect(explored.states).toBeGreaterThan(1_000);
      expect([...stated]).toEqual(
        expect.arrayContaining(["UnlockConcluded", "DoorOpened", "DoorClosed", "DoorForced"]),
      );
    },
    testMaxMs,
  );
});
