// Codes: what a pickup or one-time code opens, what wrong ones cost, and what is spent for good.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pickupIssuesMaxCount, pickupKeyedDigits, onceKeyedDigits } from "@driftbox/proto";
import type { Fact } from "@driftbox/proto";
import { pickupParcelsMaxCount } from "../../../gateway/app/devices/code-desk.ts";
import { codesAfter, isCodeSpent, noCodes } from "../../../gateway/custody/access/code-record.ts";
import { toldEveryMs, toldMaxCount } from "../../../gateway/custody/doors/flutter.ts";
import { bounds, type Layout } from "../../../gateway/custody/layout.ts";
import { Action, bankPolicy, PinRule, refusalsOf } from "./bank.ts";
import { holder } from "./handover-steps.ts";
import {
  cabinetAt,
  grantOf,
  guess,
  once,
  pass,
  pickup,
  show,
  takeOut,
  tell,
  today,
  withParcel,
} from "./pass-steps.ts";
import { badges, cabinet, compiled, ferry, ferryBox, kinds, layout, only, Story } from "./story.ts";

function reasons(facts: readonly Fact[]): readonly string[] {
  return refusalsOf(facts).map((text) => text.trim());
}

describe("a pickup code", () => {
  it("opens the compartment of its parcel, and the grant names code and recipient", () => {
    const story = withParcel(Story.ready());
    const facts = pickup(story, "4711");
    expect(only(facts, "AccessGranted")).toMatchObject({
      compartment: 1,
      action: "collect",
      person: "",
      role: "recipient",
      badgeRef: new Uint8Array(),
      proof: "pickup-code",
      code: "pickup/4711/0",
    });
    expect(only(takeOut(story), "ParcelCollected")).toMatchObject({ parcel: "4711", person: "" });
    expect(holder(story, "4711")).toBe("unknown");
    expect(reasons(pickup(story, "4711"))).toEqual(["wrong-code"]);
  });

  it("holds for weeks, without a clock, and as often as the parcel is left inside", () => {
    const story = withParcel(Story.ready());
    story.elapse(30 * 86_400_000);
    story.isWallTrusted = false;
    for (let visits = 0; visits < 3; visits += 1) {
      expect(kinds(pickup(story, "4711"))).toEqual(["AccessGranted", "UnlockIntended"]);
      story.pulseEnds();
      story.swing(cabinetAt);
      story.shut(cabinetAt);
      story.elapse(10_000);
    }
  });

  it("that is revoked while it waits for its coil is turned away, and never pulsed", () => {
    const boxes = [ferryBox, cabinet].map(({ compartments, ...box }) => {
      return { ...box, compartments: compartments.map((one) => ({ ...one, supplyGroup: "s" })) };
    });
    const shared: Layout = { ...layout, boxes };
    const story = withParcel(Story.ready(compiled({}, shared), shared));
    const badge = { badgeRef: badges.depositor, assurance: "identifier" } as const;
    story.when({ kind: "BadgePresented", reader: "reader-f", box: "ferry", ...badge });
    expect(kinds(pickup(story, "4711"))).toEqual(["AccessGranted"]);
    const pulseCount = story.pulses.length;
    tell(story, { kind: "CodeReissued", parcel: "4711", leastIssue: 1, command: "c-1" });
    const facts = story.elapse(10_000);
    expect(only(facts, "AccessRefused")).toMatchObject({
      reason: "code-revoked",
      code: "pickup/4711/0",
    });
    expect(story.pulses).toHaveLength(pulseCount);
  });

  it("opens nothing while a fitter is at work, and is as good afterwards", () => {
    const story = withParcel(Story.ready());
    tell(story, { kind: "MaintenanceBegun", box: "branch", person: "p-fitter", reason: "hinge" });
    expect(reasons(pickup(story, "4711"))).toEqual(["in-maintenance"]);
    tell(story, { kind: "MaintenanceEnded", box: "branch", person: "p-fitter" });
    expect(kinds(pickup(story, "4711"))).toEqual(["AccessGranted", "UnlockIntended"]);
  });

  it("of an earlier issue is revoked by a later one, and never the other way", () => {
    const story = withParcel(Story.ready());
    reissue(story, 2);
    expect(reasons(pickup(story, "4711", 1))).toEqual(["code-revoked"]);
    reissue(story, 1);
    expect(reasons(pickup(story, "4711", 1))).toEqual(["code-revoked"]);
    expect(kinds(pickup(story, "4711", 2))).toContain("AccessGranted");
    const durable = story.state.durable.wrongTries;
    expect(durable).toEqual({});
  });

  it("does not open a drop box, where everybody's parcels lie", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["4711"], leaves: true });
    expect(reasons(pickup(story, "4711", 0, "ferry"))).toEqual(["wrong-code"]);
  });

  it("that is entered again while its door opens says nothing", () => {
    const story = withParcel(Story.ready());
    pickup(story, "4711");
    expect(pickup(story, "4711")).toEqual([]);
    expect(
      refusalsOf(guess(story)).length + refusalsOf(story.badge("clerk", "branch")).length,
    ).toBe(2);
  });

  it.each([
    ["a PIN", { pin: PinRule.PIN_RULE_WEAK_BADGE }],
    ["another person", { authorizers: 1 }],
    ["a strong badge", { leastAssurance: 2 }],
    ["somebody of another organization", { hosts: ["bank"] }],
  ])("does not open what asks for %s: it lowers nothing", (_what, demand) => {
    const policy = bankPolicy({
      demands: [{ box: "branch", actions: [Action.ACTION_COLLECT], ...demand }],
    });
    const story = Story.ready(policy);
    expect(withHeld(story)).toBe(true);
    expect(reasons(pickup(story, "4711"))).toEqual(["weak-credential"]);
  });

  it("follows the rules of a role named recipient, where a policy has one", () => {
    const policy = bankPolicy({
      roles: [
        { role: "staff", rights: everywhere() },
        { role: "guard" },
        { role: "recipient", staleAfterH: 24 },
      ],
    });
    const story = Story.ready(policy);
    expect(withHeld(story)).toBe(true);
    story.elapse(25 * 3_600_000);
    expect(reasons(pickup(story, "4711"))).toEqual(["policy-stale"]);
  });
});

function everywhere() {
  return ["ferry", "branch"].map((box) => ({ box, canCollect: true, canDeposit: true }));
}

/** A parcel as a fact put it there, whoever may deposit under the policy. */
function withHeld(story: Story): boolean {
  const fact = { grantSeq: 0, parcel: "4711", person: "p", evidence: "tag-only" } as const;
  const place = { box: "branch", compartment: 1 };
  tell(story, { kind: "ParcelDeposited", ...place, ...fact });
  return story.parcelsAt(cabinetAt).includes("4711");
}

function reissue(story: Story, leastIssue: number): void {
  tell(story, { kind: "CodeReissued", parcel: "4711", leastIssue, command: "c" });
}

describe("a one-time code", () => {
  it("opens once, whatever happens to the power", () => {
    const story = withParcel(Story.ready());
    expect(only(once(story, 7), "AccessGranted")).toMatchObject({
      role: "bearer",
      proof: "one-time-code",
      code: `once/${today}/7`,
    });
    story.powerCut();
    story.reportPlace(cabinetAt, true, "presence");
    story.elapse(60_000);
    expect(reasons(once(story, 7))).toEqual(["code-spent"]);
    expect(kinds(once(story, 8))).toContain("AccessGranted");
  });

  it("holds until its day is over, and needs a clock that somebody vouches for", () => {
    const story = withParcel(Story.ready());
    expect(reasons(once(story, 1, today - 1))).toEqual(["code-expired"]);
    expect(reasons(once(story, 1, today + 40))).toEqual(["wrong-code"]);
    story.isWallTrusted = false;
    expect(reasons(once(story, 1))).toEqual(["clock-not-trusted"]);
    expect(reasons(show(story, { word: "undated" }))).toEqual(["clock-not-trusted"]);
    story.isWallTrusted = true;
    story.elapse(20 * 3_600_000);
    expect(reasons(once(story, 1))).toEqual(["code-expired"]);
  });
});

describe("wrong codes", () => {
  it("count against the box: the fourth locks codes out at all its readers, power cut or not", () => {
    const story = withParcel(Story.ready());
    const facts = Array.from({ length: 4 }, () => guess(story)).flat();
    expect(only(facts, "LockoutStarted")).toMatchObject({
      cause: "wrong-codes",
      reader: "",
      person: "",
      wrongTries: 4,
      durationS: 300,
    });
    expect(reasons(pickup(story, "4711"))).toEqual(["locked-out"]);
    expect(JSON.stringify(pickup(story, "4711"))).not.toContain("4711");
    story.elapse(299_000);
    story.powerCut();
    story.reportPlace(cabinetAt, true, "presence");
    story.elapse(299_000);
    expect(reasons(pickup(story, "4711"))).toEqual(["locked-out"]);
    story.elapse(2_000);
    expect(kinds(pickup(story, "4711"))).toContain("AccessGranted");
  });

  it("go on during a lockout: the first are told one by one, the others by their number", () => {
    const story = Story.ready();
    const facts = Array.from({ length: 40 }, () => guess(story)).flat();
    expect(reasons(facts)).toHaveLength(4 + toldMaxCount);
    expect(only(story.elapse(toldEveryMs), "SensorDissented")).toMatchObject({
      box: "branch",
      sensor: "codes",
      says: "26 changes untold",
      fused: "locked out",
    });
  });

  it("are not forgotten for a right one: nobody guesses on with a code of their own", () => {
    const story = withParcel(Story.ready());
    for (let tries = 0; tries < 3; tries += 1) guess(story);
    pickup(story, "4711");
    takeOut(story);
    expect(kinds(guess(story))).toContain("LockoutStarted");
  });

  it("keep neither badges nor signed grants out", () => {
    const story = withParcel(Story.ready());
    for (let tries = 0; tries < 4; tries += 1) guess(story);
    const bearer = pass(story, { proof: "grant", grant: grantOf() });
    expect(kinds(bearer)).toContain("AccessGranted");
    takeOut(story);
    expect(kinds(story.badge("clerk", "branch"))).toContain("AccessGranted");
  });

  it("are a slip, told and not counted, where the check digit is wrong", () => {
    const story = Story.ready();
    for (let tries = 0; tries < 9; tries += 1) expect(show(story, { word: "slip" })).toEqual([]);
    expect(story.shown.get("branch")).toBe("refused");
  });

  it("are not looked at while they cannot be recorded", () => {
    const story = withParcel(Story.ready());
    story.when({ kind: "StorageReported", canOpen: false, freeBytes: 1, reserveBytes: 9 });
    for (const facts of [guess(story), pickup(story, "4711")]) {
      expect(reasons(facts)).toEqual(["storage-full"]);
    }
  });
});

describe("the bound of guessing", () => {
  it("is 1.2 in 1,000 a day at a reader of the fullest cabinet, by the constants of the code", () => {
    const triesADay = wrongTriesWithin(86_400_000);
    expect(triesADay).toBe(108);
    const codes = pickupParcelsMaxCount * pickupIssuesMaxCount;
    expect((triesADay * codes) / 10 ** pickupKeyedDigits).toBeLessThan(0.0012);
    // 64 parcels, as many as a cabinet has compartments.
    const usual = 64 * pickupIssuesMaxCount;
    expect((triesADay * usual) / 10 ** pickupKeyedDigits).toBeLessThan(0.0003);
    const actions = 2;
    expect((triesADay * actions) / 10 ** onceKeyedDigits).toBeLessThan(0.00022);
  });
});

/** As many guesses as the core answers with right or wrong. */
function wrongTriesWithin(ms: number): number {
  const story = Story.ready();
  const endMs = story.monoMs + ms;
  let count = 0;
  while (story.monoMs < endMs) {
    if (reasons(guess(story)).includes("wrong-code")) count += 1;
    else story.elapse(5_000);
  }
  return count;
}

describe("what is spent", () => {
  const meta = { seq: 1, monoMs: 1, wallMs: 1, isWallDisciplined: true, bootId: "" };
  const granted = (code: string): Fact => {
    const story = withParcel(Story.ready());
    const fact = only(once(story, 1), "AccessGranted");
    return { ...fact, code };
  };

  it("stays spent whatever else is spent later, and the record stays bounded", () => {
    const template = granted("once/1/1");
    const use = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(99));
    fc.assert(
      fc.property(fc.array(use, { minLength: 1, maxLength: 300 }), (uses) => {
        let codes = noCodes;
        for (const [day, number] of uses) {
          const fact = { ...template, code: `once/${day}/${number}` };
          codes = codesAfter(codes, fact, meta, () => false);
        }
        for (const [day, number] of uses) {
          expect(isCodeSpent(codes, { box: "branch", day, number })).toBe(true);
        }
        expect(codes.spentCodes[0]?.days.length).toBeLessThanOrEqual(bounds.spentDaysMaxCount);
      }),
    );
  });
});
