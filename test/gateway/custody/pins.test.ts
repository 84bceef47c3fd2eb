// A badge and a PIN: what opens, what a wrong one costs, and what a PIN under duress tells nobody.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lockoutMaxS } from "../../../gateway/custody/access/lockouts.ts";
import type { Wish } from "../../../gateway/custody/visits/wishes.ts";
import { bankPolicy, enter, guarded, partyOf, PinRule, refusalsOf, tap } from "./bank.ts";
import { ferry, kinds, only, Story, type At } from "./story.ts";

const always = { pin: PinRule.PIN_RULE_ALWAYS };

function wrong(story: Story, count: number) {
  return Array.from({ length: count }, () => enter(story, "teller", "wrong")).flat();
}

describe("a compartment that asks for a PIN", () => {
  it("opens once badge and PIN are there, and the grant says how", () => {
    const story = guarded(always);
    expect(tap(story, "teller")).toEqual([]);
    const facts = enter(story, "teller");
    expect(kinds(facts)).toEqual(["AccessGranted", "UnlockIntended"]);
    expect(only(facts, "AccessGranted").proof).toBe("badge-and-pin");
  });

  it("asks it of a badge that is only a number, where the rule is for weak badges", () => {
    const weak = { pin: PinRule.PIN_RULE_WEAK_BADGE };
    expect(tap(guarded(weak), "teller")).toEqual([]);
    const strong = tap(guarded(weak), "teller", { counter: 1 });
    expect(only(strong, "AccessGranted").proof).toBe("badge");
  });

  it("asks it of each person, in the order they come", () => {
    const story = guarded({ ...always, authorizers: 1 });
    tap(story, "teller");
    expect(enter(story, "teller")).toEqual([]);
    tap(story, "official");
    const facts = enter(story, "official");
    expect(partyOf(facts)).toEqual(["p-teller", "p-official"]);
    expect(only(facts, "AuthorizerAdded").proof).toBe("badge-and-pin");
  });

  it("takes no PIN for somebody else than who came last", () => {
    const story = guarded({ ...always, authorizers: 1 });
    tap(story, "teller");
    tap(story, "official");
    expect(enter(story, "teller")).toEqual([]);
    expect(enter(story, "official")).toEqual([]);
    expect(refusalsOf(story.elapse(60_000))).toEqual([
      "p-teller pin-missing",
      "p-official pin-missing",
    ]);
  });

  it("takes the PIN of whoever showed a badge last, once more or for the first time", () => {
    const story = guarded({ ...always, authorizers: 1 });
    tap(story, "teller");
    tap(story, "official");
    expect(enter(story, "official")).toEqual([]);
    expect(tap(story, "teller")).toEqual([]);
    expect(partyOf(enter(story, "teller"))).toEqual(["p-official", "p-teller"]);
  });

  it("gives nobody more time for showing a badge again", () => {
    const story = guarded({ ...always, authorizers: 1 });
    tap(story, "teller");
    tap(story, "official");
    story.elapse(19_000);
    expect(tap(story, "teller")).toEqual([]);
    expect(refusalsOf(story.elapse(1_000))).toEqual([
      "p-official pin-missing",
      "p-teller pin-missing",
    ]);
  });

  it("refuses who has no PIN at once, and who gives none in time", () => {
    const story = guarded({ ...always, authorizers: 1 });
    tap(story, "teller");
    expect(refusalsOf(tap(story, "guard"))).toEqual(["p-guard weak-credential"]);
    expect(refusalsOf(story.elapse(60_000))).toEqual(["p-teller pin-missing"]);
    expect(enter(story, "teller")).toEqual([]);
  });

  it("does not look at a PIN while nothing can be recorded", () => {
    const story = guarded(always);
    tap(story, "teller");
    const full = { canOpen: false, freeBytes: 1, reserveBytes: 9 };
    story.when({ kind: "StorageReported", ...full });
    expect(refusalsOf(enter(story, "teller"))).toEqual(["p-teller storage-full"]);
    tap(story, "teller");
    expect(story.state.durable.wrongTries).toEqual({});
  });
});

describe("a PIN that comes late", () => {
  const first: At = ["branch", 1];
  const rights = ["ferry", "branch"].map((box) => {
    return { box, canCollect: true, canDeposit: true, canEmergency: true, canMaintain: true };
  });
  const demands = [{ box: "branch", ...always }];
  const roles = [{ role: "staff", rights }, { role: "guard" }];
  const smoke = { kind: "emergency", compartment: 1, reason: "smoke" } as const;

  /** The teller waits for the PIN while somebody does what they wish at the panel. */
  function overtaken(by: "teller" | "official", wish: Wish) {
    const story = Story.ready(bankPolicy({ roles, demands }));
    story.presence(first, true);
    story.elapse(1_000);
    tap(story, "teller", { box: "branch" });
    story.when({ kind: "WishStated", panel: "p", box: "branch", wish });
    tap(story, by, { box: "branch" });
    return { story, facts: enter(story, by, "right", "branch") };
  }

  it("opens nothing beside an emergency: who declares one sends away who waits", () => {
    const { story, facts } = overtaken("official", smoke);
    expect(refusalsOf(facts)).toEqual(["p-teller box-busy"]);
    expect(partyOf(facts)).toEqual(["p-official"]);
    story.pulseEnds();
    story.swing(first);
    expect(enter(story, "teller", "right", "branch")).toEqual([]);
    expect(refusalsOf(overtaken("teller", smoke).facts)).toEqual([]);
  });

  it("opens nothing while a fitter is at work", () => {
    const maintain = { kind: "maintain", reason: "new lock" } as const;
    const { story, facts } = overtaken("official", maintain);
    expect(kinds(facts)).toEqual(["MaintenanceBegun"]);
    const late = enter(story, "teller", "right", "branch");
    expect(kinds(late)).toEqual(["AccessRefused"]);
    expect(refusalsOf(late)).toEqual(["p-teller in-maintenance"]);
  });
});

describe("a PIN under duress", () => {
  it("opens like any other, and is told before the opening", () => {
    const [calm, forced] = [guarded(always), guarded(always)];
    for (const story of [calm, forced]) tap(story, "teller");
    const facts = enter(forced, "teller", "duress");
    const usual = enter(calm, "teller");
    expect(kinds(facts)).toEqual(["DuressSignaled", ...kinds(usual)]);
    expect(only(facts, "DuressSignaled")).toEqual({
      kind: "DuressSignaled",
      box: "ferry",
      person: "p-teller",
    });
    expect([...forced.shown]).toEqual([...calm.shown]);
    const words = ({ pulses }: Story) => pulses.map((pulse) => ({ ...pulse, intentSeq: 0 }));
    expect(words(forced)).toEqual(words(calm));
  });

  it("is told at once although another person is still awaited", () => {
    const [calm, forced] = [1, 2].map(() => guarded({ ...always, authorizers: 1 }));
    if (calm === undefined || forced === undefined) throw new Error("no stories");
    for (const story of [calm, forced]) tap(story, "teller");
    enter(calm, "teller");
    expect(kinds(enter(forced, "teller", "duress"))).toEqual(["DuressSignaled"]);
    expect([...forced.shown]).toEqual([...calm.shown]);
    expect(forced.timerKeys).toEqual(calm.timerKeys);
  });
});

describe("wrong PINs", () => {
  it("are refused one by one; the fourth locks out person and reader for 5 minutes", () => {
    const story = guarded(always);
    tap(story, "teller");
    const facts = wrong(story, 4);
    expect(refusalsOf(facts)).toEqual(Array(4).fill("p-teller wrong-pin"));
    const lockouts = facts.filter((fact) => fact.kind === "LockoutStarted");
    expect(lockouts).toMatchObject([
      { person: "p-teller", wrongTries: 4, durationS: 300, cause: "wrong-pins" },
      { person: "", reader: "r-ferry", wrongTries: 4, durationS: 300, cause: "wrong-pins" },
    ]);
    expect(refusalsOf(tap(story, "teller"))).toEqual(["p-teller locked-out"]);
    expect(refusalsOf(tap(story, "official"))).toEqual(["p-official locked-out"]);
    story.elapse(300_000);
    tap(story, "teller");
    expect(partyOf(enter(story, "teller"))).toEqual(["p-teller"]);
  });

  it("count over power cuts, and the lockout begins anew with each", () => {
    const story = guarded(always);
    const { policy } = story.state.volatile;
    tap(story, "teller");
    wrong(story, 3);
    story.powerCut(policy);
    tap(story, "teller");
    expect(kinds(wrong(story, 1))).toContain("LockoutStarted");
    story.elapse(200_000);
    story.powerCut(policy);
    story.elapse(299_000);
    expect(refusalsOf(tap(story, "teller"))).toEqual(["p-teller locked-out"]);
    story.elapse(1_000);
    expect(tap(story, "teller")).toEqual([]);
  });

  it("of one person are forgotten after a right one, at the reader they are not", () => {
    const story = guarded(always);
    tap(story, "teller");
    wrong(story, 3);
    enter(story, "teller");
    story.pulseEnds();
    story.swing(ferry);
    story.shut(ferry);
    story.elapse(30_000);
    tap(story, "teller");
    const facts = wrong(story, 1);
    expect(only(facts, "LockoutStarted")).toMatchObject({ person: "", reader: "r-ferry" });
    expect(Object.keys(story.state.durable.wrongTries)).toEqual(["person:p-teller"]);
  });

  it("leave a person in who needs no PIN", () => {
    const story = guarded({ pin: PinRule.PIN_RULE_WEAK_BADGE });
    tap(story, "teller");
    wrong(story, 4);
    expect(partyOf(tap(story, "teller", { counter: 1 }))).toEqual(["p-teller"]);
  });

  it("stay forgiven by time: a lockout that was over before a power cut is over after it", () => {
    const story = guarded(always);
    tap(story, "teller");
    wrong(story, 4);
    story.elapse(300_000);
    tap(story, "teller");
    enter(story, "teller");
    story.powerCut(story.state.volatile.policy);
    expect(tap(story, "teller")).toEqual([]);
  });

  it("never lead to a shorter lockout than before, whatever is cut and waited", () => {
    const step = fc.record({ waitS: fc.nat(2_000), count: fc.nat(5), isCut: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const story = guarded(always);
        const { policy } = story.state.volatile;
        let endMonoMs = 0;
        for (const { waitS, count, isCut } of steps) {
          const refusals = refusalsOf(tap(story, "teller"));
          if (story.monoMs < endMonoMs) expect(refusals).toEqual(["p-teller locked-out"]);
          for (const fact of wrong(story, count)) {
            if (fact.kind !== "LockoutStarted" || fact.person === "") continue;
            endMonoMs = story.monoMs + fact.durationS * 1_000;
          }
          const leftMs = Math.max(0, endMonoMs - story.monoMs);
          if (isCut) story.powerCut(policy);
          endMonoMs = leftMs === 0 ? 0 : story.monoMs + leftMs;
          story.elapse(waitS * 1_000);
        }
        const lengths = story.journal.flatMap(({ fact }) =>
          fact.kind === "LockoutStarted" && fact.person !== "" ? [fact.durationS] : [],
        );
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
        expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(lockoutMaxS);
      }),
      { numRuns: 40 },
    );
  });
});
