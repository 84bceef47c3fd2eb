// A red box, a pouch in it, papers in the pouch: sealed, handed on, opened at an end or on the way.

import { describe, expect, it } from "vitest";
import { refusalsOf } from "./bank.ts";
import { amend, box, carry, give, holder, see, wish } from "./handover-steps.ts";
import { kinds, only, Story, type BadgeName } from "./story.ts";

function seal(story: Story, container: string, parcels: readonly string[], sealTag = "s-1") {
  wish(story, { kind: "seal", method: "scan", container, sealTag });
  for (const parcel of parcels) story.tag(parcel, box);
  return story.badge("courier", box);
}

function unseal(story: Story, container: string, isEnRoute: boolean, who: BadgeName = "courier") {
  wish(story, { kind: "unseal", container, isEnRoute });
  return story.badge(who, box);
}

function red(...parcels: readonly string[]): Story {
  const story = Story.ready();
  carry(story, ...parcels);
  seal(story, "red", parcels);
  return story;
}

describe("a container", () => {
  it("takes its contents along, into a compartment, out of it, and to another person", () => {
    const story = red("1", "2");
    expect(holder(story, "1")).toBe("p-courier");
    give(story, "courier", ["red"]);
    story.badge("clerk", box);
    expect([holder(story, "red"), holder(story, "2")]).toEqual(["p-clerk", "p-clerk"]);
    story.visit("clerk", ["ferry", 1], { tags: ["red"], leaves: true });
    expect(holder(story, "1")).toBe("ferry#1");
    story.powerCut();
    story.reportPlace(["ferry", 1], true, "presence");
    story.elapse(10_000);
    expect(holder(story, "1")).toBe("ferry#1");
    story.visit("courier", ["ferry", 1], { tags: ["red"], leaves: false });
    expect(holder(story, "1")).toBe("p-courier");
  });

  it("is what the tags in it speak of while it is sealed", () => {
    const story = red("1", "2");
    story.visit("depositor", ["ferry", 1], { tags: ["1", "2", "red"], leaves: true });
    expect(story.parcelsAt(["ferry", 1])).toEqual(["red"]);
  });

  it("opened at an end leaves what was in it with who opened it", () => {
    const story = red("1");
    expect(only(unseal(story, "red", false), "ContainerOpened").enRoute).toBe(false);
    give(story, "courier", ["1"]);
    story.badge("clerk", box);
    expect([holder(story, "1"), holder(story, "red")]).toEqual(["p-clerk", "p-courier"]);
  });

  it("opened on the way leaves its contents in doubt until they are listed again", () => {
    const story = red("1", "2");
    expect(only(unseal(story, "red", true), "ContainerOpened").enRoute).toBe(true);
    expect([holder(story, "red"), holder(story, "1")]).toEqual(["p-courier", "unknown"]);
    expect(refusalsOf(give(story, "courier", ["1"]))).toEqual(["p-courier not-custodian"]);
    expect(kinds(seal(story, "red", ["1"], "s-2"))).toEqual(["ContainerSealed"]);
    expect([holder(story, "1"), holder(story, "2")]).toEqual(["p-courier", "unknown"]);
  });

  it("opened after it was opened on the way gives nobody what was in it", () => {
    const story = red("1");
    unseal(story, "red", true);
    expect(refusalsOf(unseal(story, "red", false))).toEqual(["p-courier not-custodian"]);
    expect(holder(story, "1")).toBe("unknown");
  });

  it("that was sealed at another gateway is opened by who brings it, again and again", () => {
    const story = Story.ready();
    for (let voyage = 1; voyage <= 2; voyage += 1) {
      expect(only(unseal(story, "pouch", false), "ContainerOpened")).toMatchObject({
        container: "pouch",
        person: "p-courier",
      });
      expect(holder(story, "pouch")).toBe("p-courier");
    }
    expect(refusalsOf(unseal(story, "pouch", false, "clerk"))).toEqual(["p-clerk not-custodian"]);
    wish(story, undefined);
    carry(story, "7");
    expect(kinds(seal(story, "pouch", ["7"]))).toEqual(["ContainerSealed"]);
  });

  it("that an open manifest expects is on the way, whatever is said", () => {
    const story = red("1");
    const manifests = [{ manifest: "m", voyage: "v", expected: ["red"] }];
    story.when({ kind: "ManifestsAccepted", version: 1, documentHash: "00", manifests });
    expect(only(unseal(story, "red", false), "ContainerOpened").enRoute).toBe(true);
  });

  it("is opened and sealed only by who has it, and what goes in", () => {
    const story = red("1");
    expect(refusalsOf(unseal(story, "red", false, "clerk"))).toEqual(["p-clerk not-custodian"]);
    wish(story, undefined);
    story.visit("depositor", ["ferry", 1], { tags: ["7"], leaves: true });
    for (const parcels of [["7"], []]) {
      expect(refusalsOf(seal(story, "pouch", parcels))).toEqual(["p-courier not-custodian"]);
    }
  });

  it("goes four deep and no deeper, never into itself, nor into what is in it", () => {
    const story = Story.ready();
    for (const [inner, outer] of [
      ["0", "1"],
      ["1", "2"],
      ["2", "3"],
      ["3", "4"],
    ] as const) {
      expect(kinds(seal(story, outer, [inner]))).toEqual(["ContainerSealed"]);
    }
    expect(holder(story, "0")).toBe("p-courier");
    for (const [inner, outer] of [
      ["4", "5"],
      ["9", "9"],
      ["4", "0"],
    ] as const) {
      expect(refusalsOf(seal(story, outer, [inner]))).toEqual(["p-courier not-custodian"]);
    }
  });

  it("with more in it than one fact can tell is sealed by several", () => {
    const names = Array.from({ length: 40 }, (_, n) => `${"x".repeat(60)}${n}`);
    const story = Story.ready();
    expect(kinds(seal(story, "red", names))).toEqual(
      Array.from({ length: 3 }, () => "ContainerSealed"),
    );
    expect(names.every((name) => holder(story, name) === "p-courier")).toBe(true);
  });
});

describe("a seal tag", () => {
  it.each([
    ["s-1", false, "intact", "p-courier"],
    ["s-1", true, "broken", "unknown"],
    ["s-9", false, "mismatch", "unknown"],
  ] as const)("%s, broken %s, is %s, and the contents are with %s", (sealTag, isBroken, ...is) => {
    const story = red("1");
    wish(story, { kind: "check-seals" });
    amend(story, { word: "seal", parcel: "red", sealTag, isBroken });
    const checked = only(story.badge("clerk", box), "SealTagChecked");
    expect(checked).toEqual({
      kind: "SealTagChecked",
      parcel: "red",
      sealTag,
      state: is[0],
      person: "p-clerk",
    });
    expect(holder(story, "1")).toBe(is[1]);
  });

  it("is in the release of what it closes", () => {
    const story = red("1");
    wish(story, { kind: "handover", method: "tags" });
    see(story, "red");
    expect(only(story.badge("courier", box), "HandoverReleased").sealTags).toEqual(["s-1"]);
  });
});
