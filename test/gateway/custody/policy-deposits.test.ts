// A policy's rules of deposits without card: bounded, without contradictions,
// never beyond a demand.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePolicy } from "../../../gateway/custody/access/policy.ts";
import { Assurance, PinRule } from "./bank.ts";
import { answer, ask, atPier, pierLayout, pierPolicy } from "./pier.ts";
import { policyHash, policyMessage } from "./story.ts";

const box = "branch";

function refusalOf(change: Parameters<typeof policyMessage>[0]): string {
  const compiled = compilePolicy(policyMessage(change), pierLayout(), policyHash);
  return compiled.ok ? "none" : compiled.detail;
}

describe("rules of deposits", () => {
  it("of a whole box are for the compartments that ask for nothing", () => {
    const demands = [{ box, compartments: [2], authorizers: 1 }];
    const { deposits } = pierPolicy({ demands, deposits: [{ box }] });
    expect(Object.keys(deposits)).toEqual(["branch#1", "branch#3"]);
  });

  it.each([
    [{ authorizers: 1 }, /branch 2 takes deposits without a card/],
    [{ pin: PinRule.PIN_RULE_ALWAYS }, /asks for proof/],
    [{ leastAssurance: Assurance.ASSURANCE_MUTUAL_AUTH }, /asks for proof/],
    [{ hosts: ["bank"] }, /asks for proof or persons/],
  ])("that name a compartment with the demand %j contradict it", (demand, detail) => {
    const demands = [{ box, compartments: [2], ...demand }];
    expect(refusalOf({ demands, deposits: [{ box, compartments: [2] }] })).toMatch(detail);
  });

  it("that nothing could ever meet, or of no such compartment, are refused", () => {
    const demands = [{ box, pin: PinRule.PIN_RULE_ALWAYS }];
    expect(refusalOf({ demands, deposits: [{ box }] })).toMatch(/locks everybody|each compartment/);
    expect(refusalOf({ deposits: [{ box, compartments: [9] }] })).toMatch(/no compartment 9/);
    expect(
      refusalOf({ deposits: [{ box, windows: [{ days: 1, fromMin: 9, toMin: 9 }] }] }),
    ).toMatch(/deposits at branch: window/);
  });

  it("are bounded in number, and those of other gateways are dropped", () => {
    expect(refusalOf({ deposits: Array.from({ length: 1_025 }, () => ({ box })) })).toMatch(/1025/);
    expect(pierPolicy({ deposits: [{ box: "elsewhere" }] }).deposits).toEqual({});
  });
});

const rule = fc.record({
  box: fc.constantFrom("ferry", "branch"),
  compartments: fc.subarray([1]),
  needsNumber: fc.boolean(),
  windows: fc.constantFrom<{ days: number; fromMin: number; toMin: number }[]>(
    [],
    [{ days: 64, fromMin: 600, toMin: 700 }],
    [{ days: 1, fromMin: 0, toMin: 60 }],
  ),
});
const press = fc.record({
  box: fc.constantFrom("ferry", "branch"),
  size: fc.constantFrom("small" as const, "medium" as const, "large" as const),
  number: fc.constantFrom(undefined, "A1", "B2", "dep-9", "100"),
  answer: fc.constantFrom("done", "nothing-put-in", "too-big", "reopen", undefined),
  waitMs: fc.constantFrom(0, 700, 4_000, 40_000),
});

describe("whatever is pressed", () => {
  it("no door opens for somebody without card where no rule of the policy allows it", () => {
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 3 }),
        fc.array(press, { maxLength: 20 }),
        (deposits, presses) => {
          const story = atPier({ deposits });
          for (const one of presses) {
            const { number, size } = one;
            ask(story, one.box, { size, ...(number !== undefined && { number }) });
            story.pulseEnds();
            const pulse = story.pulses.at(-1);
            if (pulse !== undefined) {
              story.swing([pulse.box, pulse.compartment]);
              story.shut([pulse.box, pulse.compartment]);
            }
            if (one.answer !== undefined) answer(story, one.box, one.answer);
            story.elapse(one.waitMs);
          }
          for (const { fact } of story.journal) {
            if (fact.kind !== "AccessGranted") continue;
            expect(fact).toMatchObject({ person: "", proof: "none", action: "deposit" });
            const mine = deposits.filter((each) => {
              const { compartments: named } = each;
              return (
                each.box === fact.box && (named.length === 0 || named.includes(fact.compartment))
              );
            });
            expect(mine.some(({ windows }) => windows[0]?.days !== 1)).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
