// Properties of visits: no order of taps, PINs, waits and power cuts opens more than the rules say.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex, type Fact, type FactOf } from "@driftbox/proto";
import type { CompiledPolicy } from "../../../gateway/custody/access/policy.ts";
import {
  Assurance,
  bankPolicy,
  boxIds,
  enter,
  memberNames,
  members,
  PinRule,
  tap,
  type MemberName,
  type Rules,
} from "./bank.ts";
import { expectReached, seed } from "./property-seed.ts";
import { kinds, Story } from "./story.ts";

type Demand = NonNullable<Rules["demands"]>[number];

const pinRules = [
  PinRule.PIN_RULE_UNSPECIFIED,
  PinRule.PIN_RULE_WEAK_BADGE,
  PinRule.PIN_RULE_ALWAYS,
] as const;
const assurances = [Assurance.ASSURANCE_IDENTIFIER, Assurance.ASSURANCE_COUNTER_MAC] as const;

/** A demand that the people of the bank can meet at every box. */
const demand: fc.Arbitrary<Demand> = fc
  .record({
    box: fc.constantFrom(...boxIds),
    authorizers: fc.nat(3),
    otherOrganization: fc.boolean(),
    hosts: fc.subarray(["bank", "guards"]),
    pin: fc.constantFrom(...pinRules),
    leastAssurance: fc.constantFrom(...assurances),
    passbackMin: fc.constantFrom(0, 10),
  })
  .map((one) => ({ ...one, otherOrganization: one.otherOrganization && one.authorizers > 0 }));

interface Act {
  readonly name: string;
  readonly run: (story: Story) => readonly Fact[];
}

function acts(who: readonly MemberName[]): fc.Arbitrary<Act> {
  const member = fc.constantFrom(...who);
  const box = fc.constantFrom(...boxIds);
  const taps = fc
    .record({ member, box, nth: fc.nat(1), counter: fc.option(fc.nat(9), { nil: undefined }) })
    .map(({ member: one, box: at, nth, counter }): Act => {
      const how = { box: at, nth, ...(counter !== undefined && { counter }) };
      return { name: `${one} taps ${JSON.stringify(how)}`, run: (story) => tap(story, one, how) };
    });
  const pins = fc
    .tuple(member, fc.constantFrom("right" as const, "duress" as const, "wrong" as const), box)
    .map(([one, kind, at]): Act => {
      return { name: `${one} enters ${kind}`, run: (story) => enter(story, one, kind, at) };
    });
  const waits = fc
    .constantFrom(100, 5_000, 21_000, 400_000)
    .map((ms): Act => ({ name: `wait ${ms}`, run: (story) => story.elapse(ms) }));
  const others = fc.constantFrom<Act>(
    { name: "use the door", run: useDoor },
    { name: "power cut", run: (story) => cut(story) },
    { name: "kill", run: (story) => story.restart(story.state.volatile.policy) },
  );
  return fc.oneof(
    { weight: 6, arbitrary: taps },
    { weight: 4, arbitrary: pins },
    { weight: 2, arbitrary: waits },
    { weight: 1, arbitrary: others },
  );
}

function useDoor(story: Story): readonly Fact[] {
  const pulse = story.pulses.at(-1);
  if (pulse === undefined) return [];
  const at = [pulse.box, pulse.compartment] as const;
  return [...story.pulseEnds(), ...story.swing(at), ...story.shut(at)];
}

function cut(story: Story): readonly Fact[] {
  const facts = story.powerCut(story.state.volatile.policy);
  story.reportRest();
  return facts;
}

function lived(policy: CompiledPolicy, life: readonly Act[]): Story {
  const story = Story.ready(policy);
  for (const { run } of life) run(story);
  return story;
}

/** Whether a grant and those added to it meet the rules as written, told apart from the code. */
function isMet(story: Story, grantSeq: number, rules: readonly Demand[]): boolean {
  const grant = story.journal[grantSeq]?.fact;
  if (grant?.kind !== "AccessGranted") return false;
  const others = story.journal.flatMap(({ fact }) =>
    fact.kind === "AuthorizerAdded" && fact.grantSeq === grantSeq ? [fact] : [],
  );
  const party: readonly (FactOf<"AccessGranted"> | FactOf<"AuthorizerAdded">)[] = [
    grant,
    ...others,
  ];
  const persons = new Set(party.map(({ badgeRef }) => ownerOf(toHex(badgeRef))));
  if (persons.size !== party.length || persons.has(undefined)) return false;
  const organizations = [...persons].map((who) => (who ? members[who].organization : ""));
  return rules
    .filter(({ box }) => box === grant.box)
    .every(({ authorizers = 0, otherOrganization, hosts, pin }) => {
      const isProved = party.every(({ proof, assurance }) => {
        const takesPin = pin === PinRule.PIN_RULE_ALWAYS || (pin && assurance === "identifier");
        return !takesPin || proof === "badge-and-pin";
      });
      const areEnough = persons.size > (authorizers ?? 0);
      const areTwo = !otherOrganization || new Set(organizations).size > 1;
      const hasGuest = !hosts?.length || organizations.some((name) => !hosts.includes(name));
      return isProved && areEnough && areTwo && hasGuest;
    });
}

function ownerOf(badgeRef: string): MemberName | undefined {
  return memberNames.find((name) => members[name].badges.some((badge) => badge === badgeRef));
}

describe("whatever is tapped, entered, waited for and cut", () => {
  it("no lock is pulsed before the rules of its compartment are met by different persons", () => {
    const rules = fc.array(demand, { maxLength: 3 });
    const life = fc.array(acts(memberNames), { maxLength: 45, size: "max" });
    let pulseCount = 0;
    fc.assert(
      fc.property(rules, life, (demands, steps) => {
        const compiled = tryBank(demands);
        fc.pre(compiled !== undefined);
        if (compiled === undefined) return;
        const story = lived(compiled, steps);
        for (const { intentSeq } of story.pulses) {
          const intent = story.journal[intentSeq]?.fact;
          if (intent?.kind !== "UnlockIntended") throw new Error("a pulse without its intent");
          expect(isMet(story, intent.grantSeq, demands)).toBe(true);
          pulseCount += 1;
        }
      }),
      { numRuns: 80, seed },
    );
    expectReached("rules of several persons", { pulseCount });
  });

  it("one person never meets a rule for two, with all badges and PINs they have", () => {
    const life = fc.array(acts(["teller"]), { maxLength: 50, size: "max" });
    const policy = bankPolicy({ demands: boxIds.map((box) => ({ box, authorizers: 1 })) });
    fc.assert(
      fc.property(life, (steps) => {
        const story = lived(policy, steps);
        expect(story.pulses).toEqual([]);
        const facts = story.journal.map(({ fact }) => fact);
        expect(kinds(facts)).not.toContain("AccessGranted");
      }),
      { numRuns: 50 },
    );
  });
});

/** Undefined: the people of the bank could never meet the demands. */
function tryBank(demands: readonly Demand[]): CompiledPolicy | undefined {
  try {
    return bankPolicy({ demands: [...demands] });
  } catch {
    return undefined;
  }
}
