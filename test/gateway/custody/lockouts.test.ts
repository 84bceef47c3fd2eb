// Strange badges without end: they fill no journal, and keep nobody out who may come in.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lockoutMaxS, lockoutRules } from "../../../gateway/custody/access/lockouts.ts";
import { roomOf } from "../../../gateway/app/loop/room-class.ts";
import { kinds, only, Story } from "./story.ts";

const lockoutMinS = lockoutRules["strange-badges"].firstS;

function strangers(story: Story, count: number) {
  return Array.from({ length: count }, () => story.badge("stranger", "ferry")).flat();
}

describe("strange badges one after the other", () => {
  it("lock their reader out for strangers, while a known badge works at once", () => {
    const story = Story.ready();
    const facts = strangers(story, 500);
    expect(kinds(facts)).toEqual([
      ...Array<"AccessRefused">(5).fill("AccessRefused"),
      "LockoutStarted",
    ]);
    const lockout = { box: "ferry", reader: "r-ferry", wrongTries: 5, durationS: lockoutMinS };
    expect(only(facts, "LockoutStarted")).toMatchObject(lockout);
    expect(kinds(story.badge("stranger", "branch"))).toEqual(["AccessRefused"]);
    expect(kinds(story.badge("courier", "ferry"))).toContain("AccessGranted");
    story.elapse(lockoutMinS * 1_000);
    expect(kinds(strangers(story, 1))).toEqual(["AccessRefused"]);
    expect(roomOf(facts)).toBe("telemetry");
  });

  it("stay locked out over a power cut", () => {
    const story = Story.ready();
    strangers(story, 5);
    story.powerCut();
    expect(strangers(story, 9)).toEqual([]);
  });

  it("an hour of them makes few facts, and no lockout is shorter than the one before", () => {
    const step = fc.record({ waitMs: fc.nat(70_000), count: fc.nat(8), isCut: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const story = Story.ready();
        for (const { waitMs, count, isCut } of steps) {
          strangers(story, count);
          if (isCut) story.powerCut();
          story.elapse(waitMs);
        }
        const lengths = story.journal.flatMap(({ fact }) =>
          fact.kind === "LockoutStarted" ? [fact.durationS] : [],
        );
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
        expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(lockoutMaxS);
      }),
      { numRuns: 60 },
    );
  });
});
