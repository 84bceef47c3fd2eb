// Model check of the handover: two persons, two parcels, everything they can do, every power cut.

import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { explore, must, type Moment, type Step, type World } from "./explorer.ts";
import type { Input } from "../../../gateway/custody/inputs.ts";
import { defaultTiming } from "../../../gateway/custody/layout.ts";
import { custodianOf } from "../../../gateway/custody/parcels/custodians.ts";
import { custodyOf } from "../../../gateway/custody/parcels/holdings.ts";
import { badges, compiled, ferryBox } from "./story.ts";
import { collected } from "./custody-facts.ts";

const layout = { boxes: [ferryBox], timing: defaultTiming };
const box = "ferry";
/** One of the two persons has two badges. */
const people = [badges.courier, badges.depositor, badges.clerk];
const names: Readonly<Record<string, string>> = {
  [badges.courier]: "p-courier",
  [badges.depositor]: "p-courier",
  [badges.clerk]: "p-clerk",
};
const parcels = ["1", "2"];

/** What the check remembers: who has what by the facts alone, and who came since the wish. */
interface Ghost {
  readonly holders: Readonly<Record<string, string>>;
  readonly came: readonly string[];
}

const roles = [
  { role: "courier", rights: [{ box, canCollect: true }] },
  { role: "clerk", rights: [{ box, canCollect: true }] },
];
const policy = compiled(
  {
    badges: [
      { badgeRef: new Uint8Array(16).fill(0xc0), person: "p-courier", role: "courier" },
      { badgeRef: new Uint8Array(16).fill(0xd0), person: "p-courier", role: "courier" },
      { badgeRef: new Uint8Array(16).fill(0xe0), person: "p-clerk", role: "clerk" },
    ],
    roles,
    blockedBadges: [],
  },
  layout,
);

function badge(badgeRef: string): Input {
  return { kind: "BadgePresented", reader: "r", box, badgeRef, assurance: "identifier" };
}

const said: readonly Input[] = [
  { kind: "WishStated", panel: "k", box, wish: { kind: "handover", method: "scan" } },
  { kind: "WishStated", panel: "k", box, wish: undefined },
];
const scans: readonly Input[] = parcels.map((parcel) => {
  return { kind: "TagPresented", reader: "s", box, parcel };
});
const answers: readonly Input[] = [
  { kind: "WishAmended", panel: "k", box, change: { word: "leave-out", parcel: "1" } },
  { kind: "WishAmended", panel: "k", box, change: { word: "dispute" } },
];
const taps: readonly Input[] = people.map(badge);

/** Outside a wish the badges open doors, which is another world. */
function inputsOf({ state }: Moment<Ghost>): readonly Input[] {
  const standing = state.volatile.wishes[box];
  if (standing === undefined) return said.slice(0, 1);
  const isReleased = standing.came.length > 0;
  return [...said, ...taps, ...(isReleased ? answers : scans)];
}

function holdersAfter(holders: Ghost["holders"], fact: Fact): Ghost["holders"] {
  if (fact.kind !== "HandoverAccepted") return holders;
  const moved = fact.parcels.map((parcel) => [parcel, fact.receiver] as const);
  return { ...holders, ...Object.fromEntries(moved) };
}

function check({ before, input, after, facts, isCut }: Step<Ghost>): Ghost {
  const holders = facts.reduce(holdersAfter, before.ghost.holders);
  const custody = custodyOf(after.durable);
  for (const parcel of parcels) {
    const has = custodianOf(custody, parcel);
    const isWithWhom = has?.kind === "person" && has.person === holders[parcel];
    must(isWithWhom, `${parcel} is not with ${holders[parcel]}`);
  }
  const who = input.kind === "BadgePresented" ? [names[input.badgeRef] ?? ""] : [];
  const isNew = input.kind === "WishStated" || input.kind === "Booted";
  const came = isNew ? [] : [...new Set([...before.ghost.came, ...who])].toSorted();
  for (const fact of facts) {
    if (fact.kind !== "HandoverAccepted") continue;
    // Both stood here since somebody wished for it, and nothing was cut in between.
    must(came.includes(fact.giver) && came.includes(fact.receiver), "somebody was not there");
    must(fact.giver !== fact.receiver, "one person was both");
    const areTheirs = fact.parcels.every((one) => before.ghost.holders[one] === fact.giver);
    must(areTheirs, "the giver gave what they did not have");
  }
  const isStarted = input.kind === "Booted" && !isCut;
  const openCount = Object.keys(after.durable.holdings.releases).length;
  must(!isStarted || openCount === 0, "a release outlives a start");
  return { holders, came };
}

const world: World<Ghost> = {
  layout,
  policy,
  past: [collected("1", "p-courier"), collected("2", "p-courier")],
  ghost: { holders: { "1": "p-courier", "2": "p-courier" }, came: [] },
  inputs: inputsOf,
  check,
  stepsMaxCount: 40,
};

/** Far more than it takes, for a machine that is busy with other things. */
const testMaxMs = 180_000;

describe("every life of a handover", () => {
  it(
    "moves each parcel whole, between two who were there, and leaves nothing half done",
    () => {
      const explored = explore(world);
      console.log(`handover: ${JSON.stringify(explored)}`);
      expect(explored.isComplete).toBe(true);
      expect(explored.states).toBeGreaterThan(100);
    },
    testMaxMs,
  );
});
