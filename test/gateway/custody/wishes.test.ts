// What persons say at a panel before a badge: for how long it stands, and that it grants nothing.

import { describe, expect, it } from "vitest";
import { refusalsOf } from "./bank.ts";
import { kinds, Story } from "./story.ts";
import { defaultTiming } from "../../../gateway/custody/layout.ts";
import type { Wish } from "../../../gateway/custody/visits/wishes.ts";

const handover: Wish = { kind: "handover", method: "tags" };

function state(story: Story, wish: Wish | undefined, box = "ferry") {
  return story.when({ kind: "WishStated", panel: `kiosk-${box}`, box, wish });
}

describe("a wish at a box", () => {
  it("holds the next badge to its rule instead of opening", () => {
    const story = Story.ready();
    expect(state(story, handover)).toEqual([]);
    expect(refusalsOf(story.badge("courier", "ferry"))).toEqual(["p-courier not-custodian"]);
    expect(story.pulses).toEqual([]);
  });

  it("is of its own box only", () => {
    const story = Story.ready();
    state(story, handover, "branch");
    expect(kinds(story.badge("courier", "ferry"))).toContain("AccessGranted");
  });

  it.each([
    ["stranger", " unknown-badge"],
    ["blocked", "p-blocked blocked-badge"],
    ["strongCard", "p-strong weak-credential"],
  ] as const)("turns away a badge that proves nobody: %s", (who, refusal) => {
    const story = Story.ready();
    state(story, handover);
    expect(refusalsOf(story.badge(who, "ferry"))).toEqual([refusal]);
  });

  it("turns away a forged badge, and a copied one", () => {
    const story = Story.ready();
    state(story, handover);
    const forged = story.badge("courier", "ferry", { isForged: true });
    expect(refusalsOf(forged)).toEqual(["p-courier forged-credential"]);
    expect(kinds(story.badge("courier", "ferry", { counter: 5 }))).toContain("CredentialShown");
    const copied = story.badge("courier", "ferry", { counter: 5 });
    expect(refusalsOf(copied)).toEqual(["p-courier counter-replayed"]);
  });

  it("is over when its time is, when somebody says so, and at a restart", () => {
    const story = Story.ready();
    const isOver = () => kinds(story.badge("courier", "ferry")).includes("AccessGranted");
    state(story, handover);
    story.elapse(defaultTiming.wishWithinMs);
    expect(isOver()).toBe(true);
    story.elapse(120_000);
    state(story, handover);
    state(story, undefined);
    expect(isOver()).toBe(true);
    story.elapse(120_000);
    state(story, handover);
    story.restart();
    expect(isOver()).toBe(true);
    expect(story.state.volatile.wishes).toEqual({});
  });

  it("of a box that is not configured is nothing", () => {
    const story = Story.ready();
    state(story, handover, "elsewhere");
    expect(story.state.volatile.wishes).toEqual({});
  });
});
