// Properties of codes and grants: whatever is entered, shown, moved, cut or forgotten, and when.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { parseReference } from "../../../gateway/custody/access/code-reference.ts";
import { recordAt } from "../../../gateway/custody/state.ts";
import { Action, Assurance, bankPolicy, PinRule, type Rules } from "./bank.ts";
import {
  grantOf,
  guess,
  issuedUs,
  once,
  pass,
  pickup,
  publish,
  show,
  tell,
  today,
} from "./pass-steps.ts";
import { command } from "./orders.ts";
import { expectReached, seed } from "./property-seed.ts";
import { Story, type At } from "./story.ts";

type Demand = NonNullable<Rules["demands"]>[number];

interface Act {
  readonly name: string;
  readonly run: (story: Story) => readonly Fact[];
}

const parcel = fc.constantFrom("4711", "4712", "4713");
const box = fc.constantFrom("branch", "ferry");
const at = fc.tuple(fc.constant("branch"), fc.integer({ min: 1, max: 3 }));
const policy = bankPolicy();

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(parcel, fc.nat(3), box).map(([one, issue, where]): Act => {
    return { name: `pickup ${one}/${issue} ${where}`, run: (s) => pickup(s, one, issue, where) };
  }),
  fc.tuple(fc.nat(2), fc.integer({ min: -1, max: 1 }), box).map(([number, days, where]): Act => {
    return {
      name: `once ${days}/${number} ${where}`,
      run: (s) => once(s, number, today + days, where),
    };
  }),
  fc.nat(2).map((nth): Act => {
    const grant = { grant: `g-${nth}`, isOnce: true, untilUs: issuedUs() + 3_600_000_000 };
    const run = (s: Story) => pass(s, { proof: "grant", grant: grantOf(grant) });
    return { name: `grant g-${nth}`, run };
  }),
  fc.constant<Act>({ name: "guess", run: (s) => guess(s) }),
  fc.constant<Act>({ name: "slip", run: (s) => show(s, { word: "slip" }) }),
  fc.tuple(parcel, fc.nat(3)).map(([one, leastIssue]): Act => {
    const fact = { kind: "CodeReissued", parcel: one, leastIssue, command: "c" } as const;
    return { name: `reissue ${one}/${leastIssue}`, run: (s) => (tell(s, fact), []) };
  }),
  fc.nat(2).map((number): Act => {
    const code = `once/${today}/${number}`;
    return {
      name: `revoke ${code}`,
      run: (s) => command(s, "revoke", { box: "branch", code }),
    };
  }),
  fc.tuple(parcel, at).map(([one, place]) => put(one, place)),
  at.map((place): Act => ({ name: `use ${place.join()}`, run: (s) => use(s, place) })),
  fc.constant<Act>({ name: "revoke g-1", run: (s) => publish(s, { revoked: ["g-1"] }) }),
  fc.constant<Act>({ name: "power cut", run: (s) => s.powerCut(policy) }),
  fc.constant<Act>({ name: "kill", run: (s) => s.restart(policy) }),
  fc.constantFrom(1_000, 60_000, 400_000).map((ms): Act => {
    return { name: `wait ${ms}`, run: (s) => s.elapse(ms) };
  }),
);

function put(one: string, [where, compartment]: At): Act {
  const by = { grantSeq: 0, person: "p", evidence: "tag-only" } as const;
  const fact = { kind: "ParcelDeposited", box: where, compartment, parcel: one, ...by } as const;
  return { name: `put ${one} into ${compartment}`, run: (s) => (tell(s, fact), []) };
}

function use(story: Story, place: At): readonly Fact[] {
  return [...story.pulseEnds(), ...story.swing(place), ...story.shut(place)];
}

/** What lies in the cabinet from the beginning. */
const held = [put("4711", ["branch", 1]), put("4712", ["branch", 2])];

/** Runs acts; `see` is told each fact with the state just before it. */
function live(acts: readonly Act[], see: (fact: Fact, before: Story["state"]) => void): Story {
  const story = Story.ready(policy);
  for (const { run } of held) run(story);
  for (const { run } of acts) {
    const before = story.state;
    for (const fact of run(story)) see(fact, before);
  }
  return story;
}

const acts = fc.array(act, { minLength: 5, maxLength: 40 });
const runs = { numRuns: 120, seed };

describe("whatever happens at a box", () => {
  it("no pickup code opens a compartment that does not hold its parcel, or below its least issue", () => {
    let opened = 0;
    fc.assert(
      fc.property(acts, (all) => {
        live(all, (fact, before) => {
          if (fact.kind !== "AccessGranted" || fact.proof !== "pickup-code") return;
          opened += 1;
          const code = parseReference(fact.code ?? "");
          if (code?.word !== "pickup") throw new Error("a pickup without its reference");
          const record = recordAt(before, `${fact.box}#${fact.compartment}`);
          expect(record.parcels.map((one) => one.parcel)).toContain(code.parcel);
          const least = before.durable.codes.leastIssues.find((one) => one.parcel === code.parcel);
          expect(code.issue).toBeGreaterThanOrEqual(least?.leastIssue ?? 0);
          expect(fact.box).toBe("branch");
        });
      }),
      runs,
    );
    expectReached("pickup codes", { opened });
  });

  it("nothing for once opens twice or after it was revoked, over every kill and power cut", () => {
    let opened = 0;
    let revoked = 0;
    fc.assert(
      fc.property(acts, (all) => {
        const seen = new Set<string>();
        live(all, (fact) => {
          const isOpening = fact.kind === "AccessGranted" && fact.code !== undefined;
          if (!isOpening && fact.kind !== "CodeRevoked") return;
          const name = `${fact.box} ${fact.code}`;
          if (name.includes("pickup/")) return;
          if (isOpening) expect(seen.has(name)).toBe(false);
          seen.add(name);
          if (isOpening) opened += 1;
          else revoked += 1;
        });
      }),
      runs,
    );
    expectReached("what opens once", { opened, revoked });
  });

  it("no lockout of codes becomes shorter, and none opens to digits before its end", () => {
    let lockedOut = 0;
    fc.assert(
      fc.property(acts, (all) => {
        const guesses = Array.from({ length: 4 }, (): Act => ({
          name: "guess",
          run: (s) => guess(s),
        }));
        const story = Story.ready(policy);
        let [endMs, leftMs] = [0, 0];
        for (const { name, run } of [...guesses, ...all]) {
          const facts = run(story);
          const lockout = story.state.durable.lockouts["code:branch k-branch"];
          const nowEndMs =
            lockout === undefined ? 0 : lockout.startMonoMs + lockout.durationS * 1_000;
          const nowLeftMs = Math.max(0, nowEndMs - story.monoMs);
          // A new boot has a clock of its own: what was left is the least that is left.
          if (name === "power cut") expect(nowLeftMs).toBeGreaterThanOrEqual(leftMs);
          else expect(nowEndMs).toBeGreaterThanOrEqual(endMs);
          [endMs, leftMs] = [nowEndMs, nowLeftMs];
          for (const fact of facts) {
            const isDigits =
              fact.kind === "AccessGranted" && /^(pickup|once)\//.test(fact.code ?? "");
            if (!isDigits || fact.reader !== "k-branch") continue;
            expect(story.monoMs).toBeGreaterThanOrEqual(endMs);
          }
          lockedOut += facts.filter(
            (f) => f.kind === "AccessRefused" && f.reason === "locked-out",
          ).length;
        }
      }),
      runs,
    );
    expectReached("lockouts of codes", { lockedOut });
  });
});

describe("a compartment that asks for persons", () => {
  it("opens for no code and no bearer", () => {
    const demand = fc.constantFrom<Demand>(
      { authorizers: 1 },
      { leastAssurance: Assurance.ASSURANCE_COUNTER_MAC },
      { pin: PinRule.PIN_RULE_WEAK_BADGE },
      { pin: PinRule.PIN_RULE_ALWAYS },
      { hosts: ["bank"] },
    );
    const actions = [Action.ACTION_COLLECT, Action.ACTION_DEPOSIT];
    fc.assert(
      fc.property(acts, demand, (all, asked) => {
        const strict = bankPolicy({ demands: [{ box: "branch", actions, ...asked }], version: 2 });
        const story = Story.ready(strict);
        for (const { run } of held) run(story);
        for (const { name, run } of all) {
          if (name === "kill" || name === "power cut") continue;
          const granted = run(story).filter((fact) => fact.kind === "AccessGranted");
          expect(granted.filter((fact) => fact.box === "branch")).toEqual([]);
        }
      }),
      { numRuns: 100, seed },
    );
  });
});
