// Handovers, containers and manifests under any order of what persons do, repeats and power cuts.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import type { WishChange, Wish } from "../../../gateway/custody/visits/wishes.ts";
import { amend, box, holder, wish } from "./handover-steps.ts";
import { expectReached, seed } from "./property-seed.ts";
import { Story, type BadgeName } from "./story.ts";

/** So long that a few of them do not fit one fact. */
const parcels = Array.from({ length: 24 }, (_, n) => `${"p".repeat(60)}${n}`);
const people: readonly BadgeName[] = ["courier", "clerk", "depositor"];

type Act = (story: Story) => void;

const listAll: Act = (story) => {
  for (const parcel of parcels) story.tag(parcel, box);
};
const wishes: readonly (Wish | undefined)[] = [
  { kind: "handover", method: "tags" },
  { kind: "handover", method: "tags" },
  { kind: "handover", method: "scan" },
  { kind: "seal", method: "tags", container: "red", sealTag: "s" },
  { kind: "unseal", container: "red", isEnRoute: false },
  { kind: "unseal", container: "red", isEnRoute: true },
  { kind: "open-manifest", method: "tags", manifest: "m", voyage: "v" },
  { kind: "close-manifest", method: "tags", manifest: "m" },
  undefined,
];
const changes: readonly WishChange[] = [
  { word: "leave-out", parcel: parcels[0] ?? "" },
  { word: "seal", parcel: "red", sealTag: "s", isBroken: false },
  { word: "dispute" },
];

/** The power is cut when so many facts of the last decision were not durable yet. */
function cut(story: Story, lost: number, last: number): void {
  story.journal.splice(story.journal.length - (lost % (last + 1)));
  story.powerCut();
}

type Step = { readonly act: Act } | { readonly lost: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...people).map((who) => tapOf(who)) },
  { weight: 3, arbitrary: fc.constantFrom(...wishes).map((what) => say(what)) },
  { weight: 4, arbitrary: fc.constant<Step>({ act: listAll }) },
  { weight: 6, arbitrary: fc.constantFrom(...wishes).map((what) => fulfil(what)) },
  { weight: 1, arbitrary: fc.constant<Step>({ act: (story) => void story.tag("red", box) }) },
  { weight: 1, arbitrary: fc.constantFrom(...changes).map((change) => amendBy(change)) },
  { weight: 1, arbitrary: fc.constant<Step>({ act: (story) => void story.elapse(76_000) }) },
  { weight: 2, arbitrary: fc.nat(5).map((lost): Step => ({ lost })) },
);

function tapOf(who: BadgeName): Step {
  return { act: (story) => void story.badge(who, box) };
}
function say(what: Wish | undefined): Step {
  return { act: (story) => void wish(story, what) };
}
/** A wish with everything listed, and two persons who come. */
function fulfil(what: Wish | undefined): Step {
  return {
    act: (story) => {
      wish(story, what);
      listAll(story);
      story.badge("courier", box);
      story.badge("clerk", box);
    },
  };
}
function amendBy(change: WishChange): Step {
  return { act: (story) => void amend(story, change) };
}

function live(steps: readonly Step[]): Story {
  const story = Story.ready();
  let last = 0;
  for (const one of steps) {
    const before = story.journal.length;
    if ("act" in one) one.act(story);
    else cut(story, one.lost, last);
    last = "act" in one ? story.journal.length - before : 0;
  }
  return story;
}

const lives = fc.array(step, { maxLength: 40, size: "max" });
const runs = { numRuns: 60, seed };

describe("whatever persons do and whenever the power is cut", () => {
  it("a handover is answered once, by another person, in the run it was released in", () => {
    let acceptedCount = 0;
    fc.assert(
      fc.property(lives, (steps) => {
        const story = live(steps);
        story.powerCut();
        const open = new Map<
          string,
          { readonly giver: string; readonly parcels: readonly string[] }
        >();
        const answered = new Set<string>();
        let isStarting = false;
        for (const { fact } of story.journal) {
          if (fact.kind === "GatewayStarted") isStarting = true;
          if (fact.kind === "PolicyApplied" || fact.kind === "HandoverReleased") isStarting = false;
          if (fact.kind === "HandoverReleased") open.set(fact.handover, fact);
          if (!isAnswer(fact)) continue;
          const release = open.get(fact.handover);
          if (release === undefined) {
            expect(answered.has(fact.handover) && fact.kind === "HandoverDisputed").toBe(true);
            continue;
          }
          open.delete(fact.handover);
          answered.add(fact.handover);
          if (fact.kind !== "HandoverAccepted") continue;
          acceptedCount += 1;
          expect(isStarting).toBe(false);
          expect(fact.receiver).not.toBe(release.giver);
          expect(release.parcels).toEqual(expect.arrayContaining([...fact.parcels]));
        }
        expect([...open.keys()]).toEqual([]);
      }),
      runs,
    );
    expectReached("handovers", { acceptedCount });
  });

  it("each parcel is where the facts say, in a container or out of it, wherever it was cut", () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(lives, (steps) => {
        const story = live(steps);
        for (const { fact } of story.journal) reached.add(fact.kind);
        const replayed = holdersBy(story.journal.map(({ fact }) => fact));
        for (const parcel of [...parcels, "red"]) {
          expect(holder(story, parcel)).toBe(replayed.get(parcel) ?? "none");
        }
      }),
      runs,
    );
    expect([...reached]).toEqual(
      expect.arrayContaining(["ContainerSealed", "ContainerOpened", "ManifestClosed"]),
    );
  });

  it("no door is opened by what is said at a panel", () => {
    fc.assert(
      fc.property(fc.constantFrom(...people), fc.constantFrom(...wishes), (who, what) => {
        const story = Story.ready();
        wish(story, what);
        story.badge(who, box);
        expect(what === undefined || story.pulses.length === 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

function isAnswer(fact: Fact): fact is Extract<Fact, { readonly handover: string }> {
  return "handover" in fact && fact.kind !== "HandoverReleased";
}

/** The same rules in the plainest words: a name for each parcel, and what is in the container. */
function holdersBy(facts: readonly Fact[]): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  const inside = new Set<string>();
  let isDoubtful = false;
  let isSealed = false;
  const move = (some: readonly string[], who: string): void => {
    for (const parcel of some) holders.set(parcel, who);
    if (!some.includes("red") || isDoubtful) return;
    for (const parcel of inside) holders.set(parcel, who);
  };
  for (const fact of facts) {
    if (fact.kind === "HandoverAccepted") move(fact.parcels, fact.receiver);
    if (fact.kind === "ContainerSealed") {
      const dropped = isSealed ? [] : [...inside].filter((one) => !fact.parcels.includes(one));
      for (const parcel of dropped) inside.delete(parcel);
      for (const parcel of fact.parcels) inside.add(parcel);
      [isSealed, isDoubtful] = [true, false];
      move(dropped, "unknown");
      move(["red"], fact.person);
    }
    if (fact.kind === "ContainerOpened") {
      isSealed = false;
      isDoubtful = fact.enRoute;
      holders.set("red", fact.person);
      for (const parcel of inside) holders.set(parcel, fact.enRoute ? "unknown" : fact.person);
      if (!fact.enRoute) inside.clear();
    }
    if (fact.kind === "ManifestClosed") {
      const held = fact.found.filter((one) => {
        return inside.has(one) ? isDoubtful : holders.get(one) !== "unknown";
      });
      for (const parcel of held) {
        holders.delete(parcel);
        inside.delete(parcel);
      }
      // What was not found in a pouch that nobody vouches for stays with nobody known.
      const isEnded = held.includes("red");
      if (isEnded && !isDoubtful) for (const parcel of inside) holders.delete(parcel);
      if (isEnded) inside.clear();
    }
  }
  return holders;
}
