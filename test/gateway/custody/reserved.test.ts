// What is released is reserved for the receiver: nothing else is done with it meanwhile.

import { describe, expect, it } from "vitest";
import type { Wish } from "../../../gateway/custody/visits/wishes.ts";
import { refusalsOf } from "./bank.ts";
import { carry, give, holder, wish } from "./handover-steps.ts";
import { tell } from "./pass-steps.ts";
import { kinds, only, Story } from "./story.ts";

/** The courier released parcels at the ferry's box, and nobody answers yet. */
function released(...parcels: readonly string[]): Story {
  const story = Story.ready();
  carry(story, "1", "2");
  wish(story, { kind: "seal", method: "scan", container: "red", sealTag: "s" });
  story.tag("2", "ferry");
  story.badge("courier", "ferry");
  give(story, "courier", parcels);
  return story;
}

function atBranch(story: Story, what: Wish, ...parcels: readonly string[]): readonly string[] {
  story.when({ kind: "WishStated", panel: "kiosk", box: "branch", wish: what });
  for (const parcel of parcels) story.tag(parcel, "branch");
  return refusalsOf(story.badge("courier", "branch"));
}

const refused = ["p-courier not-custodian"];

describe("what is released and not answered yet", () => {
  it("is not released, sealed in or opened at another box", () => {
    const story = released("1", "red");
    const handover = { kind: "handover", method: "scan" } as const;
    expect(atBranch(story, handover, "1")).toEqual(refused);
    const seal = { kind: "seal", method: "scan", container: "blue", sealTag: "t" } as const;
    expect(atBranch(story, seal, "1")).toEqual(refused);
    expect(atBranch(story, { kind: "unseal", container: "red", isEnRoute: false })).toEqual(
      refused,
    );
    const all = only(story.badge("clerk", "ferry"), "HandoverAccepted");
    expect(all.parcels).toEqual(["1", "red"]);
    expect(["1", "2"].map((parcel) => holder(story, parcel))).toEqual(["p-clerk", "p-clerk"]);
  });

  it("is not among what the giver counts elsewhere", () => {
    const story = released("1");
    story.when({
      kind: "WishStated",
      panel: "kiosk",
      box: "branch",
      wish: { kind: "handover", method: "count" },
    });
    story.when({
      kind: "WishAmended",
      panel: "kiosk",
      box: "branch",
      change: { word: "count", count: 1 },
    });
    expect(only(story.badge("courier", "branch"), "HandoverReleased").parcels).toEqual(["red"]);
  });

  it("is still the giver's when a manifest that expects it is closed", () => {
    const story = released("1");
    const by = { persons: ["p-clerk", "p-strong"], missing: [], extra: [] };
    tell(story, { kind: "ManifestOpened", manifest: "m", voyage: "v", expected: ["1"] });
    tell(story, { kind: "ManifestClosed", manifest: "m", expected: ["1"], found: ["1"], ...by });
    expect(holder(story, "1")).toBe("p-courier");
    story.badge("clerk", "ferry");
    expect(holder(story, "1")).toBe("p-clerk");
  });

  it("is free again when it was disputed or taken back", () => {
    for (const end of [
      (story: Story) => wish(story, undefined),
      (story: Story) => story.elapse(61_000),
      (story: Story) => story.powerCut(),
    ]) {
      const story = released("1");
      end(story);
      const facts = give(story, "courier", ["1"]);
      expect(kinds(facts)).toContain("HandoverReleased");
    }
  });

  it("and turns up in a compartment is there, and the receiver takes the rest", () => {
    const story = released("1", "red");
    tell(story, {
      kind: "ParcelDeposited",
      box: "branch",
      compartment: 1,
      parcel: "1",
      person: "p-courier",
      grantSeq: 0,
      evidence: "tag-only",
    });
    const accepted = only(story.badge("clerk", "ferry"), "HandoverAccepted");
    expect(accepted.parcels).toEqual(["red"]);
    expect([holder(story, "1"), holder(story, "2")]).toEqual(["branch#1", "p-clerk"]);
  });
});
