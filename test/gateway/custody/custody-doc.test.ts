// docs/custody.md is the generated text, and its tables are what the code does over random lives.

import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { custodyDoc, type ShownBy } from "../../../gateway/custody/custody-doc.ts";
import { evolve } from "../../../gateway/custody/evolve.ts";
import { foldEvents } from "../../../gateway/custody/replay.ts";
import { initialState, recordAt, type State } from "../../../gateway/custody/state.ts";
import { doorFactWord, doorTransitions } from "../../../gateway/custody/tables/door-transitions.ts";
import { factsOfInput } from "../../../gateway/custody/tables/facts-of-input.ts";
import {
  doubts,
  evidences,
  faults,
  outcomes,
  results,
} from "../../../gateway/custody/tables/outcome-words.ts";
import { refusals } from "../../../gateway/custody/tables/refusal-words.ts";
import {
  sessionTransitions,
  sessionWord,
} from "../../../gateway/custody/tables/session-transitions.ts";
import type { Transition } from "../../../gateway/custody/tables/transition.ts";
import type { Fact } from "@driftbox/proto";
import { orderLives } from "./order-steps.ts";
import { passLives } from "./pass-lives.ts";
import { depositLives } from "./deposit-steps.ts";
import { life, live, policies, wideLayout, type Step } from "./random-steps.ts";
import { sensorLives } from "./sensor-steps.ts";
import { ferry, Story, type Sensor } from "./story.ts";
import { handoverLives } from "./handover-lives.ts";
import { visitLives } from "./visit-steps.ts";

const docPath = new URL("../../../docs/custody.md", import.meta.url);
const reachedPath = new URL("../../e2e/reached.json", import.meta.url);
const sample = { seed: 20_261_122, numRuns: 500 };

/** What random lives reach too rarely to wait for. */
const rareSteps: readonly Step[] = [
  { name: "leave ajar", run: leaveAjar },
  { name: "take over", run: takeOver },
  { name: "jam until it is a fault", run: jam },
  { name: "enter while the contact sleeps", run: enterUnseen },
  { name: "report the gateway's own state", run: reportItself },
  { name: "block a badge between its retries", run: blockBetweenRetries },
  { name: "show a badge again", run: showAgain },
  { name: "leave a forced door ajar", run: forceAjar },
  { name: "turn a mechanical key", run: turnKeys },
];

function leaveAjar(story: Story): void {
  story.enter("depositor", ferry);
  story.door(ferry, false);
  story.elapse(200_000);
}

function forceAjar(story: Story): void {
  story.shut(ferry);
  story.elapse(600_000);
  story.door(ferry, true);
  story.bolt(ferry, false);
  story.door(ferry, false);
  story.elapse(200_000);
}

/** One in vain, one that is heard after the door. */
function turnKeys(story: Story): void {
  const turn = (isTurned: boolean): void => {
    story.when({ kind: "KeyReported", box: "ferry", compartment: 1, isTurned });
  };
  story.shut(ferry);
  story.elapse(600_000);
  turn(true);
  story.elapse(20_000);
  turn(false);
  story.elapse(20_000);
  story.door(ferry, true);
  turn(true);
  turn(false);
}

function outlivePolicy(story: Story): void {
  const [, strict] = policies;
  if (strict !== undefined) story.when({ kind: "PolicyAccepted", policy: strict });
  story.elapse(300_000);
  story.badge("courier", "ferry");
}

function latchAfterAll(story: Story): void {
  leaveAjar(story);
  story.bolt(ferry, true);
  story.elapse(1_000);
}

function takeOver(story: Story): void {
  story.badge("courier", "ferry");
  story.pulseEnds();
  story.shut(ferry);
}

function jam(story: Story): void {
  for (const number of [1, 2, 3]) story.presence(["branch", number], number !== 1);
  story.elapse(60_000);
  story.badge("depositor", "branch");
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    story.pulseEnds();
    story.elapse(9_000);
  }
  story.badge("depositor", "branch");
}

function enterUnseen(story: Story): void {
  story.badge("clerk", "ferry");
  story.pulseEnds();
  story.bolt(ferry, false);
  story.presence(ferry, true);
  story.elapse(600);
}

function blockBetweenRetries(story: Story): void {
  story.shut(ferry);
  story.elapse(60_000);
  story.badge("clerk", "branch");
  story.pulseEnds();
  story.elapse(1_100);
  const policy = policies.at(-1);
  if (policy !== undefined) story.when({ kind: "PolicyAccepted", policy });
  story.badge("courier", "ferry");
}

/** As above, but it is another lock's pulse that ends when the grant is gone. */
function blockWhileAnotherIsPulsed(story: Story): void {
  story.badge("clerk", "branch");
  story.pulseEnds();
  story.elapse(1_100);
  story.badge("courier", "ferry");
  const policy = policies.at(-1);
  if (policy !== undefined) story.when({ kind: "PolicyAccepted", policy });
  story.pulseEnds();
}

/** A grant that waits for its coil is blocked, and it is another lock's pulse that ends then. */
function blockWhileItWaits(story: Story): void {
  story.badge("depositor", "branch");
  story.badge("clerk", "ferry");
  const policy = policies.at(-1);
  if (policy !== undefined) story.when({ kind: "PolicyAccepted", policy });
  story.pulseEnds();
}

/** The program stands still while somebody waits, and again between the retries of a jam. */
function standStill(story: Story): void {
  story.badge("depositor", "branch");
  story.badge("clerk", "ferry");
  story.when({ kind: "StandstillSeen" });
  jamOnce(story);
  story.when({ kind: "StandstillSeen" });
}

/** A box that holds a parcel is not configured any more. */
function removeBox(story: Story): void {
  story.visit("depositor", ferry, { tags: ["1"], leaves: true });
  const boxes = wideLayout.boxes.filter(({ id }) => id !== "ferry");
  story.state = foldEvents({ ...wideLayout, boxes }, undefined, story.journal);
  story.boot();
}

/** Mains and a door flutter, and stay as they were told last, or not. */
function flutter(story: Story): void {
  const mains = (isPresent: boolean): void => {
    story.when({ kind: "MainsReported", isPresent });
  };
  const turn = (times: number): void => {
    for (let change = 0; change < times; change += 1) {
      mains(change % 2 === 1);
      story.door(ferry, change % 2 === 0);
      story.elapse(600);
    }
  };
  turn(31);
  story.elapse(600_000);
  turn(4);
  story.elapse(600_000);
}

function jamOnce(story: Story): void {
  story.pulseEnds();
  story.elapse(1_100);
}

/** The program is killed between the retries of a jam. */
function killBetweenRetries(story: Story): void {
  story.badge("depositor", "branch");
  jamOnce(story);
  story.restart(policies[0]);
}

/** The program is killed in each kind of visit, and a sensor is the last to say how it ended. */
function shutWhileAway(story: Story, last: Sensor | "weight"): void {
  const endsAs = (isLoaded: boolean): void => {
    story.elapse(5_000);
    story.restart(policies[0]);
    story.reportPlace(ferry, isLoaded, last === "weight" ? "bolt" : last);
    if (last === "weight") {
      story.when({ kind: "WeightReported", box: "ferry", compartment: 1, isLoaded });
    }
    story.elapse(10_000);
  };
  story.visit("depositor", ferry, { tags: [`1-${last}`], leaves: true });
  story.enter("courier", ferry);
  endsAs(false);
  story.visit("depositor", ferry, { tags: [`2-${last}`], leaves: true });
  story.enter("depositor", ferry);
  endsAs(false);
  story.enter("depositor", ferry);
  endsAs(true);
  story.visit("courier", ferry, { leaves: false });
}

/** A badge with a counter that is shown again in its own session. */
function showAgain(story: Story): void {
  for (const counter of [1, 2]) story.badge("courier", "ferry", { counter });
  story.elapse(60_000);
}

function reportItself(story: Story): void {
  const reason = "shutdown" as const;
  story.when({ kind: "HeartbeatAsked", reason, outboxCount: 0, storageFreeBytes: 1 });
  story.when({ kind: "ClockStepSeen", stepUs: 1, wallBeforeUs: 1, wallAfterUs: 2 });
  story.when({ kind: "BatteryReported", isLow: true });
}

/** A badge proves the counter of an earlier read: somebody copied it. */
function showCopy(story: Story): void {
  story.badge("courier", "ferry", { counter: 5 });
  story.badge("courier", "branch", { counter: 5 });
}

/** A clock that ran ahead is corrected: once while the program was away, once while it ran. */
function correctClock(story: Story): void {
  story.wallMs -= 86_400_000;
  story.restart(policies[0]);
  story.wallMs -= 86_400_000;
  reportItself(story);
}

const killed: readonly Step[] = (["door", "bolt", "presence"] as const).map((last) => ({
  name: `shut while away, ${last} last`,
  run: (story) => shutWhileAway(story, last),
}));
const blocked: readonly Step[] = [{ name: "block", run: blockWhileAnotherIsPulsed }];
const waited: readonly Step[] = [{ name: "block who waits", run: blockWhileItWaits }];
const removed: readonly Step[] = [{ name: "remove a box", run: removeBox }];
const fluttered: readonly Step[] = [{ name: "flutter", run: flutter }];
const stood: readonly Step[] = [{ name: "stand still", run: standStill }];
const jammed: readonly Step[] = [{ name: "kill between retries", run: killBetweenRetries }];
const latched: readonly Step[] = [{ name: "latch after all", run: latchAfterAll }];
const corrected: readonly Step[] = [{ name: "correct the clock", run: correctClock }];
const outlived: readonly Step[] = [{ name: "outlive a policy", run: outlivePolicy }];
const copied: readonly Step[] = [{ name: "show a copied badge", run: showCopy }];
const lives = [
  ...fc.sample(life, sample),
  copied,
  rareSteps,
  killed,
  blocked,
  waited,
  stood,
  removed,
  fluttered,
  jammed,
  latched,
  corrected,
  outlived,
  ...visitLives,
  ...handoverLives,
  ...depositLives,
  ...sensorLives,
  ...orderLives,
  ...passLives,
];

/** Killed and started where the floor of every compartment is a scale, the last to be heard. */
function liveOnScales(): Story {
  const boxes = wideLayout.boxes.map((box) => ({
    ...box,
    compartments: box.compartments.map((one) => ({ ...one, hasScale: true })),
  }));
  const story = Story.ready(policies[0], { ...wideLayout, boxes });
  shutWhileAway(story, "weight");
  return story;
}

const stories: readonly Story[] = [...lives.map(live), liveOnScales()];

function changes(word: (state: State, key: string) => string): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { journal } of stories) {
    let state = initialState(wideLayout);
    for (const { fact, meta } of journal) {
      const after = evolve(state, fact, meta);
      for (const key of Object.keys(after.durable.compartments)) {
        const [from, to] = [word(state, key), word(after, key)];
        if (from !== to) seen.add(`${from} -> ${labelOf(fact)} -> ${to}`);
      }
      state = after;
    }
  }
  return seen;
}

function labelOf(fact: Fact): string {
  return fact.kind === "UnlockConcluded" ? `${fact.kind} ${fact.outcome}` : fact.kind;
}

function listed(rows: readonly Transition<string>[]): ReadonlySet<string> {
  return new Set(
    rows.map(({ from, fact, outcome, to }) => {
      return `${from} -> ${outcome === undefined ? fact : `${fact} ${outcome}`} -> ${to}`;
    }),
  );
}

function wordsSaid(pick: (fact: Fact) => string | undefined): ReadonlySet<string> {
  const facts = stories.flatMap(({ journal }) => journal.map(({ fact }) => pick(fact)));
  return new Set(facts.filter((word) => word !== undefined));
}

function used(meanings: Readonly<Record<string, string | undefined>>): ReadonlySet<string> {
  const entries = Object.entries(meanings).filter(([, meaning]) => meaning !== undefined);
  return new Set(entries.map(([word]) => word));
}

describe("docs/custody.md", () => {
  it("is the text generated from the tables", () => {
    const shownBy: ShownBy = JSON.parse(readFileSync(reachedPath, "utf8"));
    const text = custodyDoc(shownBy);
    if (process.env["DRIFTBOX_WRITE_DOCS"] === "1") writeFileSync(docPath, text);
    expect(readFileSync(docPath, "utf8")).toBe(text);
  });

  it("lists every change of a session, and none that does not happen", () => {
    const seen = changes((state, key) => sessionWord(recordAt(state, key)));
    expect(seen).toEqual(listed(sessionTransitions));
  });

  it("lists every change of a door, and none that does not happen", () => {
    const seen = changes((state, key) => doorFactWord(recordAt(state, key)));
    expect(seen).toEqual(listed(doorTransitions));
  });

  it("lists every fact that an input can lead to, and no other", () => {
    const rows = Object.entries(factsOfInput).flatMap(([input, facts]) =>
      facts.map((fact) => `${input} -> ${fact}`),
    );
    const seen = stories.flatMap(({ causes }) => [...causes]);
    expect(new Set(seen)).toEqual(new Set(rows));
  });

  it("lists exactly the refusals, outcomes, results, doubts and faults that occur", () => {
    expect(wordsSaid((fact) => (fact.kind === "AccessRefused" ? fact.reason : undefined))).toEqual(
      used(refusals),
    );
    expect(wordsSaid((f) => (f.kind === "UnlockConcluded" ? f.outcome : undefined))).toEqual(
      used(outcomes),
    );
    expect(wordsSaid((f) => (f.kind === "DoorClosed" ? f.result : undefined))).toEqual(
      used(results),
    );
    expect(wordsSaid((f) => ("evidence" in f ? f.evidence : undefined))).toEqual(used(evidences));
    expect(wordsSaid((f) => (f.kind === "DepositUnverified" ? f.reason : undefined))).toEqual(
      used(doubts),
    );
    expect(wordsSaid((f) => (f.kind === "LockFaulted" ? f.fault : undefined))).toEqual(
      used(faults),
    );
  });
});
