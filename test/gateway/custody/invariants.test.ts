// The invariants themselves: each one notices the decision that breaks it.

import { describe, expect, it } from "vitest";
import { restoredCounters } from "../../../gateway/custody/access/counters.ts";
import { decide, type Decision } from "../../../gateway/custody/decide.ts";
import type { InputOf } from "../../../gateway/custody/inputs.ts";
import {
  assertInvariants,
  invariantNames,
  violations,
} from "../../../gateway/custody/invariants.ts";
import { bounds, defaultTiming } from "../../../gateway/custody/layout.ts";
import {
  recordAt,
  watchAt,
  type CoilPulse,
  type OrderEnd,
  type State,
} from "../../../gateway/custody/state.ts";
import type { Fact } from "@driftbox/proto";
import { guarded, members, type MemberName } from "./bank.ts";
import { collected } from "./custody-facts.ts";
import { orderFor } from "./orders.ts";
import { tell, today, withParcel } from "./pass-steps.ts";
import { badges, bytes, ferry, only, Story } from "./story.ts";

const tap: InputOf<"BadgePresented"> = {
  kind: "BadgePresented",
  reader: "r",
  box: "ferry",
  badgeRef: badges.depositor,
  assurance: "identifier",
};

function tapOf(who: MemberName): InputOf<"BadgePresented"> {
  return { ...tap, badgeRef: members[who].badges[0] };
}

/** A good decision that pulses, to be spoiled. */
function good(): { story: Story; decision: Decision } {
  const story = Story.ready();
  return { story, decision: decide(story.state, tap, story.now) };
}

function broken(change: (decision: Decision) => Partial<Decision>, state?: State) {
  const { story, decision } = good();
  const spoiled = { ...decision, ...change(decision) };
  return violations(state ?? story.state, spoiled, story.now);
}

/** The state with a change of the ferry compartment's durable record. */
function withRecord(state: State, change: object): State {
  const { compartments } = state.durable;
  const record = { ...recordAt(state, "ferry#1"), ...change };
  const durable = { ...state.durable, compartments: { ...compartments, "ferry#1": record } };
  return { ...state, durable };
}

const noticed = new Set<string>();
function expectBroken(names: readonly string[], name: string): void {
  expect(names).toContain(name);
  noticed.add(name);
}

describe("a decision is refused", () => {
  it("when a lock would be pulsed without its intent", () => {
    const names = broken(({ facts }) => ({ facts: facts.slice(0, 1) }));
    expectBroken(names, "a pulse has its intent in the same decision");
  });

  it("when a pulse has another deadline than its intent", () => {
    const names = broken(({ effects }) => ({
      effects: effects.map((one) =>
        one.kind === "pulseLock" ? { ...one, deadlineMonoMs: 0 } : one,
      ),
    }));
    expectBroken(names, "a pulse ends by its intent's deadline");
  });

  it("when a pulse is longer than configured", () => {
    const names = broken(({ effects }) => ({
      effects: effects.map((one) => (one.kind === "pulseLock" ? { ...one, pulseMs: 3_001 } : one)),
    }));
    expectBroken(names, "a pulse is not longer than its layout allows");
  });

  it("when an intent has no grant, or the grant is a later event", () => {
    const names = broken(({ facts }) => ({ facts: facts.slice(1) }));
    expectBroken(names, "an intent has a living grant of its own place");
    expectBroken(names, "sequence numbers follow");
  });

  it("when an order for a coil could leave long after its tap", () => {
    const late = (deadlineMonoUs: number) =>
      broken(({ facts }) => ({
        facts: facts.map((fact) =>
          fact.kind === "UnlockIntended" ? { ...fact, deadlineMonoUs } : fact,
        ),
      }));
    const lastUs = (good().story.monoMs + defaultTiming.tapLifeMs) * 1_000;
    expectBroken(late(lastUs + 1_000), "an order for a coil ends soon after its tap");
    expect(late(lastUs)).not.toContain("an order for a coil ends soon after its tap");
  });

  it("when what is turned away is pulsed all the same", () => {
    const names = broken(({ facts }) => ({
      facts: facts.flatMap((fact): Fact[] => {
        if (fact.kind !== "UnlockIntended") return [fact];
        const { box, compartment } = fact;
        const who = { person: "p-1", badgeRef: new Uint8Array(16), reader: "r", policyVersion: 1 };
        return [{ kind: "AccessRefused", box, compartment, reason: "box-busy", ...who }, fact];
      }),
    }));
    expectBroken(names, "what is refused is not pulsed in the same decision");
  });

  it("when an intent comes before the one under way is concluded", () => {
    const { story, decision } = good();
    const intent = { seq: 0, grantSeq: 0, attempt: 1, deadlineMonoMs: 1 };
    const state = withRecord(story.state, { intent });
    const names = violations(state, decision, story.now);
    expectBroken(names, "a place has one unresolved intent at most");
    expectBroken(names, "observation leaves the durable part alone");
  });

  it("when a coil of the same supply group may still be on", () => {
    const { story, decision } = good();
    const name = "a supply group has one coil on at a time";
    const startMonoMs = story.monoMs - 3_000;
    const pulse = { seq: 7, startMonoMs, deadlineMonoMs: startMonoMs + 2_000, pulseMs: 3_000 };
    const pulsed = (orderEnd: OrderEnd | undefined): readonly string[] => {
      const state = withRecord(story.state, { pulses: [pulse] });
      const { volatile } = decision.observed;
      const watch = { ...watchAt(state, "ferry#1"), orderEnd };
      const compartments = { ...volatile.compartments, "ferry#1": watch };
      const observed = { ...state, volatile: { ...volatile, compartments } };
      return violations(state, { ...decision, observed }, story.now);
    };
    expectBroken(pulsed(undefined), name);
    expect(pulsed({ intentSeq: 6, offMonoMs: 0 })).toContain(name);
    expect(pulsed({ intentSeq: 7, offMonoMs: undefined })).toContain(name);
    expect(pulsed({ intentSeq: 7, offMonoMs: 0 })).toContain(name);
    story.monoMs += 200;
    expect(pulsed({ intentSeq: 7, offMonoMs: 0 })).not.toContain(name);
  });

  it("when a coil has not rested, or was on for too long in a minute", () => {
    const { story, decision } = good();
    const startMonoMs = story.monoMs - 1_000;
    const spoil = (pulses: object) =>
      violations(
        withRecord(story.state, { pulses }),
        { ...decision, observed: withRecord(decision.observed, { pulses }) },
        story.now,
      );
    const pulse = (startMs: number, pulseMs: number): CoilPulse => {
      return { seq: 7, startMonoMs: startMs, deadlineMonoMs: startMs, pulseMs };
    };
    expectBroken(spoil([pulse(startMonoMs, 500)]), "a coil rests between pulses");
    const long = spoil([pulse(startMonoMs - 20_000, 5_900)]);
    expectBroken(long, "a coil keeps its duty");
    expect(long).not.toContain("a coil rests between pulses");
  });

  it("when a parcel would be in two places", () => {
    const { story, decision } = good();
    story.visit("depositor", ["branch", 1], { tags: ["100"], leaves: true });
    const parcels = [{ parcel: "100", isVerified: true }];
    const state = withRecord(story.state, { parcels });
    const names = violations(state, { ...decision, observed: state }, story.now);
    expectBroken(names, "a parcel is in one place at most");
  });

  it("when a collection has outgrown its bound", () => {
    const { story, decision } = good();
    const tags = Array.from({ length: bounds.sessionTagsMaxCount + 1 }, (_, index) => `${index}`);
    const watch = { ...watchAt(decision.observed, "ferry#1"), tags };
    const { volatile } = decision.observed;
    const compartments = { ...volatile.compartments, "ferry#1": watch };
    const observed = { ...decision.observed, volatile: { ...volatile, compartments } };
    const names = violations(story.state, { ...decision, observed }, story.now);
    expectBroken(names, "every collection is bounded");
  });

  it("when a badge is granted whose counter has not grown", () => {
    const { story, decision } = good();
    const counters = restoredCounters({ counters: { [badges.depositor]: 7 } });
    const state = { ...story.state, durable: { ...story.state.durable, counters } };
    const spoiled = (counter: number): readonly string[] => {
      const facts = decision.facts.map((fact) =>
        fact.kind === "AccessGranted" ? { ...fact, counter } : fact,
      );
      const observed = { ...decision.observed, durable: state.durable };
      return violations(state, { ...decision, facts, observed }, story.now);
    };
    expect(spoiled(8)).toEqual([]);
    expectBroken(spoiled(7), "a badge whose counter has not grown is not granted");
  });

  it("when a grant lacks a person, or one is counted twice", () => {
    const story = guarded({ authorizers: 1 });
    story.when(tapOf("teller"));
    const decision = decide(story.state, tapOf("official"), story.now);
    const spoiled = (change: (fact: Fact) => readonly Fact[]): readonly string[] => {
      const facts = decision.facts.flatMap(change);
      return violations(story.state, { ...decision, facts }, story.now);
    };
    const name = "a grant has all the persons its compartment asks for";
    expect(spoiled((fact) => [fact])).toEqual([]);
    expectBroken(
      spoiled((fact) => (fact.kind === "AuthorizerAdded" ? [] : [fact])),
      name,
    );
    const badgeRef = bytes(members.teller.badges[1]);
    const twice = spoiled((fact) => [
      fact.kind === "AuthorizerAdded" ? { ...fact, badgeRef } : fact,
    ]);
    expectBroken(twice, name);
  });

  it("when a parcel has two custodians", () => {
    const { story, decision } = good();
    const { durable } = story.state;
    const hold = { by: "person", person: "a", runMs: 0 } as const;
    const carried = new Map([["1", hold]]);
    const parcels = [{ parcel: "1", isVerified: true }];
    const held = withRecord(story.state, { parcels });
    const holdings = { ...durable.holdings, carried };
    const observed = { ...held, durable: { ...held.durable, holdings } };
    const names = violations(story.state, { ...decision, observed }, story.now);
    expectBroken(names, "each parcel has exactly one custodian");
  });

  it("when one person is both of a handover, or of a closing", () => {
    const { story, decision } = good();
    const said = (...facts: readonly Fact[]): readonly string[] =>
      violations(story.state, { ...decision, facts: [...decision.facts, ...facts] }, story.now);
    const both = { handover: "h", giver: "a", parcels: ["1"] } as const;
    const released: Fact = { kind: "HandoverReleased", ...both, receiver: "", sealTags: [] };
    const accepted = (change: object): Fact => {
      return { kind: "HandoverAccepted", ...both, receiver: "b", ...change };
    };
    const name = "a handover moves what one person released and another accepted";
    expect(said(released, accepted({}))).toEqual([]);
    expectBroken(said(accepted({})), name);
    expectBroken(said(released, accepted({ receiver: "a" })), name);
    expectBroken(said(released, accepted({ parcels: ["2"] })), name);
    const lists = { expected: [], found: [], missing: [], extra: [] };
    const closed: Fact = { kind: "ManifestClosed", manifest: "m", ...lists, persons: ["a", "a"] };
    expectBroken(said(closed), "a manifest is closed by two persons");
  });

  it("when what is released is with somebody else than who gives it", () => {
    const { story, decision } = good();
    const said = (holder: string): readonly string[] => {
      const release = { handover: "h", giver: "a", receiver: "", parcels: ["1"], sealTags: [] };
      const released: Fact = { kind: "HandoverReleased", ...release };
      const facts = [...decision.facts, collected("1", holder), released];
      return violations(story.state, { ...decision, facts }, story.now);
    };
    expect(said("a")).toEqual([]);
    expectBroken(said("b"), "what is released stays with its giver until it is answered");
  });

  it("when a pass opens where its parcel is not, or what was spent", () => {
    const story = withParcel(Story.ready());
    const opened = (meaning: InputOf<"CodePresented">["meaning"]): Decision => {
      const at = { reader: "k", box: "branch" };
      return decide(story.state, { kind: "CodePresented", ...at, meaning }, story.now);
    };
    const spoiled = (decision: Decision, change: object): readonly string[] => {
      const facts = decision.facts.map((fact) =>
        fact.kind === "AccessGranted" ? { ...fact, ...change } : fact,
      );
      return violations(story.state, { ...decision, facts }, story.now);
    };
    const pickup = opened({
      word: "pass",
      pass: { proof: "pickup-code", parcel: "4711", issue: 0 },
    });
    const name = "a grant has all the persons its compartment asks for";
    expect(spoiled(pickup, {})).toEqual([]);
    expectBroken(spoiled(pickup, { compartment: 2 }), name);
    expectBroken(spoiled(pickup, { code: "pickup/4712/0" }), name);
    const once = { proof: "one-time-code", action: "collect", day: today, number: 1 } as const;
    const decision = opened({ word: "pass", pass: once });
    expect(spoiled(decision, {})).toEqual([]);
    tell(story, { ...only(decision.facts, "AccessGranted"), box: "branch", compartment: 3 });
    expectBroken(violations(story.state, decision, story.now), "what is spent opens nothing");
  });

  it("when a command would pulse after its deadline", () => {
    const story = Story.ready();
    const input = { kind: "CommandReceived", ...orderFor(story, "open") } as const;
    const decision = decide(story.state, input, story.now);
    expect(violations(story.state, decision, story.now)).toEqual([]);
    const facts = decision.facts.map((fact) =>
      fact.kind === "CommandAccepted" ? { ...fact, deadlineMonoUs: 1_000 } : fact,
    );
    const late = violations(story.state, { ...decision, facts }, story.now);
    expectBroken(late, "a command pulses nothing after its deadline");
  });

  it("that leaves a command to open without a grant", () => {
    const { story, decision } = good();
    const accepted = { command: "c-1", word: "open", box: "branch", compartment: 1 };
    const order = { kind: "CommandAccepted", ...accepted, givenBy: "p-dispatcher" } as const;
    const facts = [...decision.facts, order];
    const bare = violations(story.state, { ...decision, facts }, story.now);
    expectBroken(bare, "a command that opens has its own grant");
  });

  it("for every invariant there is", () => {
    expect([...noticed].toSorted()).toEqual([...invariantNames].toSorted());
  });
});

describe("a good decision", () => {
  it("breaks nothing, and a broken one stops the process", () => {
    const { story, decision } = good();
    expect(violations(story.state, decision, story.now)).toEqual([]);
    expect(() => assertInvariants(story.state, decision, story.now)).not.toThrow();
    const spoiled = { ...decision, facts: [] };
    expect(() => assertInvariants(story.state, spoiled, story.now)).toThrow("invariant broken");
    expect(story.parcelsAt(ferry)).toEqual([]);
  });
});
