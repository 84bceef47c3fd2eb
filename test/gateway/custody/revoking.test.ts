// One-time codes taken back one by one, grants that are spent, and clocks that say something else.

import type { Fact } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { isGrantSpent, noCodes, codesAfter } from "../../../gateway/custody/access/code-record.ts";
import { bounds } from "../../../gateway/custody/layout.ts";
import { foldEvents, snapshotOf } from "../../../gateway/custody/replay.ts";
import { answersOf, command } from "./orders.ts";
import { grantOf, issuedUs, once, pass, takeOut, today, withParcel } from "./pass-steps.ts";
import { kinds, only, Story } from "./story.ts";

const yearMs = 365 * 86_400_000;
const codeOf = (number: number, day = today): string => `once/${day}/${number}`;

function revoke(story: Story, number: number): readonly Fact[] {
  return command(story, "revoke", { box: "branch", code: codeOf(number) });
}

function refusalOf(facts: readonly Fact[]): string {
  return only(facts, "AccessRefused").reason;
}

describe("a one-time code that is revoked", () => {
  it("opens nothing any more, also after a restart, and no other code is touched", () => {
    const story = withParcel(Story.ready());
    const facts = revoke(story, 3);
    expect(kinds(facts)).toEqual(["CommandAccepted", "CodeRevoked", "CommandExecuted"]);
    expect(only(facts, "CodeRevoked")).toMatchObject({ box: "branch", code: codeOf(3) });
    expect(refusalOf(once(story, 3))).toBe("code-revoked");
    story.restart();
    expect(refusalOf(once(story, 3))).toBe("code-revoked");
    expect(kinds(once(story, 4))).toContain("AccessGranted");
  });

  it("after it opened stays spent, and the answer says which came first", () => {
    const story = withParcel(Story.ready());
    expect(kinds(once(story, 3))).toContain("AccessGranted");
    takeOut(story);
    const facts = revoke(story, 3);
    expect(kinds(facts)).toEqual(["CommandAccepted", "CommandExecuted"]);
    expect(answersOf(facts)).toEqual(["spent already"]);
    expect(refusalOf(once(story, 3))).toBe("code-spent");
  });

  it("stays revoked when its day comes again after the clock went back", () => {
    const story = withParcel(Story.ready());
    revoke(story, 3);
    story.wallMs -= yearMs;
    const facts = once(story, 3, today);
    expect(kinds(facts)).not.toContain("AccessGranted");
  });

  it("must be one: of a day that is not over, not far ahead, with a number there is", () => {
    const story = withParcel(Story.ready());
    const bad = ["", "once", "pickup/4711/0", "grant/g-1", codeOf(100), codeOf(1, today - 1)];
    for (const code of [...bad, codeOf(1, today + 32), codeOf(1, 999_999_999)]) {
      expect(answersOf(command(story, "revoke", { box: "branch", code })), code).toEqual([
        "bad-code",
      ]);
    }
    expect(answersOf(command(story, "revoke", { box: "nowhere", code: codeOf(1) }))).toEqual([
      "unknown-place",
    ]);
    expect(story.state.durable.codes).toEqual(noCodes);
  });
});

describe("a grant that opens once", () => {
  const onceGrant = (grant: string, afterMs = 0) =>
    grantOf({ grant, isOnce: true, issuedUs: issuedUs(afterMs), untilUs: issuedUs(yearMs) });

  it("states in its opening when it was issued", () => {
    const story = withParcel(Story.ready());
    const shown = onceGrant("g-1");
    const facts = pass(story, { proof: "grant", grant: shown });
    expect(only(facts, "AccessGranted").grantIssuedUs).toBe(shown.issuedUs);
  });

  it("stays spent, and spares what was issued later, whatever the clock said at the opening", () => {
    const story = withParcel(Story.ready());
    const template = only(pass(story, { proof: "grant", grant: onceGrant("g") }), "AccessGranted");
    const dayMs = 86_400_000;
    for (const clockMs of [-yearMs, 0, yearMs]) {
      let codes = noCodes;
      const all = bounds.spentGrantsMaxCount + 50;
      const issuedMs = (at: number): number => 20_000 * dayMs + at * 60_000;
      for (let at = 0; at < all; at += 1) {
        const of = { grant: `g-${at}`, code: `grant/g-${at}`, grantIssuedUs: issuedMs(at) * 1_000 };
        const clocks = { monoMs: at, wallMs: issuedMs(at) + clockMs, isWallDisciplined: true };
        const meta = { ...clocks, seq: at, bootId: "" };
        codes = codesAfter(codes, { ...template, ...of }, meta, () => false);
      }
      const isSpent = (at: number, grant = `g-${at}`): boolean =>
        isGrantSpent(codes, { grant, issuedUs: issuedMs(at) * 1_000 });
      expect([0, 1, 49, 50, all - 1].map((at) => isSpent(at))).toEqual([
        true,
        true,
        true,
        true,
        true,
      ]);
      expect([51, 1_000, all, all + 1].map((at) => isSpent(at, "other"))).toEqual([
        false,
        false,
        false,
        false,
      ]);
      expect(codes.spentGrants.uses).toHaveLength(bounds.spentGrantsMaxCount);
    }
  });

  it("stays spent in a snapshot of an earlier version", () => {
    const { durable, ...others } = snapshotOf(Story.ready().state);
    const uses = [{ grant: "g-1", usedMs: 1_000 }];
    const codes = { ...noCodes, spentGrants: { floorMs: 0, uses } };
    const story = Story.ready();
    const restored = foldEvents(story.layout, { ...others, durable: { ...durable, codes } }, []);
    expect(isGrantSpent(restored.durable.codes, { grant: "g-1", issuedUs: 9e15 })).toBe(true);
    expect(restored.durable.codes.spentGrants.uses[0]?.issuedMs).toBe(301_000);
  });
});
