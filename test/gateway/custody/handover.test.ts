// A handover at a box with no network: what is released, accepted, refused, disputed, taken back.

import { describe, expect, it } from "vitest";
import { refusalsOf } from "./bank.ts";
import { amend, carry, give, holder, see, wish } from "./handover-steps.ts";
import { tell } from "./pass-steps.ts";
import { kinds, only, Story } from "./story.ts";

function carrying(...parcels: readonly string[]): Story {
  const story = Story.ready();
  carry(story, ...parcels);
  return story;
}

describe("a handover", () => {
  it("moves nothing when it is released, and all of it with the fact that accepts it", () => {
    const story = carrying("1", "2");
    const released = only(give(story, "courier", ["1", "2"]), "HandoverReleased");
    expect(released).toMatchObject({
      giver: "p-courier",
      receiver: "",
      parcels: ["1", "2"],
      box: "ferry",
      method: "scan",
    });
    expect(holder(story, "1")).toBe("p-courier");
    const facts = story.badge("clerk", "ferry");
    expect(only(facts, "HandoverAccepted")).toMatchObject({
      handover: released.handover,
      giver: "p-courier",
      receiver: "p-clerk",
      parcels: ["1", "2"],
    });
    expect([holder(story, "1"), holder(story, "2")]).toEqual(["p-clerk", "p-clerk"]);
    expect(story.pulses).toHaveLength(2);
  });

  it("gives both a check code of what each of them signed", () => {
    const story = carrying("1");
    give(story, "courier", ["1"]);
    const releasedSeq = story.journal.length - 1;
    story.badge("clerk", "ferry");
    const acceptedSeq = story.journal.length - 1;
    expect(story.codes).toMatchObject([
      { box: "ferry", seq: releasedSeq, what: "released", for: "p-courier" },
      { box: "ferry", seq: acceptedSeq, what: "accepted", for: "p-courier" },
      { box: "ferry", seq: acceptedSeq, what: "accepted", for: "p-clerk" },
    ]);
  });

  it("is never of one person, who may hold the badge to the reader twice", () => {
    const story = carrying("1");
    give(story, "courier", ["1"]);
    expect(story.badge("courier", "ferry")).toEqual([]);
    expect(holder(story, "1")).toBe("p-courier");
    expect(kinds(story.badge("clerk", "ferry"))).toEqual(["HandoverAccepted"]);
  });

  it("moves nothing that the giver put down meanwhile, and says that it is disputed", () => {
    const story = carrying("1", "2");
    give(story, "courier", ["1", "2"]);
    tell(story, {
      kind: "ParcelDeposited",
      box: "branch",
      compartment: 1,
      parcel: "1",
      person: "p-courier",
      grantSeq: 0,
      evidence: "tag-only",
    });
    expect(kinds(story.badge("clerk", "ferry"))).toEqual(["HandoverDisputed"]);
    expect([holder(story, "1"), holder(story, "2")]).toEqual(["branch#1", "p-courier"]);
  });

  it("leaves with the giver what the receiver refuses", () => {
    const story = carrying("1", "2");
    give(story, "courier", ["1", "2"]);
    amend(story, { word: "leave-out", parcel: "2" });
    expect(only(story.badge("clerk", "ferry"), "HandoverAccepted").parcels).toEqual(["1"]);
    expect([holder(story, "1"), holder(story, "2")]).toEqual(["p-clerk", "p-courier"]);
  });

  it("leaves out what the giver keeps, and takes it in again", () => {
    const story = carrying("1", "2", "3");
    wish(story, { kind: "handover", method: "tags" });
    see(story, "1", "2", "3");
    amend(story, { word: "leave-out", parcel: "1" });
    amend(story, { word: "leave-out", parcel: "2" });
    amend(story, { word: "put-back", parcel: "2" });
    expect(only(story.badge("courier", "ferry"), "HandoverReleased").parcels).toEqual(["2", "3"]);
  });

  it("of which everything is refused, or that is disputed, says what each said", () => {
    for (const change of [
      { word: "leave-out", parcel: "1" },
      { word: "dispute" },
      { word: "count", count: 2 },
    ] as const) {
      const story = carrying("1");
      give(story, "courier", ["1"]);
      amend(story, change);
      const disputed = only(story.badge("clerk", "ferry"), "HandoverDisputed");
      expect(disputed).toMatchObject({ giver: "p-courier", receiver: "p-clerk", giverSays: ["1"] });
      expect(disputed.receiverSays).toEqual(change.word === "leave-out" ? [] : ["1"]);
      expect(holder(story, "1")).toBe("p-courier");
    }
  });

  it("is disputed by a scan of something that was not released", () => {
    const story = carrying("1");
    give(story, "courier", ["1"]);
    story.tag("9", "ferry");
    const facts = story.badge("clerk", "ferry");
    expect(facts).toMatchObject([
      { kind: "HandoverDisputed", giverSays: ["1"], receiverSays: ["1"] },
      { kind: "HandoverDisputed", giverSays: [], receiverSays: ["9"] },
    ]);
    expect([holder(story, "1"), holder(story, "9")]).toEqual(["p-courier", "none"]);
  });

  it("is taken back by a word, and then nobody has to answer", () => {
    const story = carrying("1");
    const { handover } = only(give(story, "courier", ["1"]), "HandoverReleased");
    const withdrawn = only(wish(story, undefined), "HandoverWithdrawn");
    expect(withdrawn).toMatchObject({ handover, giver: "p-courier" });
    expect(story.powerCut()).not.toContainEqual(
      expect.objectContaining({ kind: "HandoverDisputed" }),
    );
    expect(holder(story, "1")).toBe("p-courier");
  });

  it("that nobody answers in time, or before a power cut, is disputed by silence", () => {
    for (const wait of [
      (story: Story) => story.elapse(60_000),
      (story: Story) => story.powerCut(),
      (story: Story) => story.restart(),
    ]) {
      const story = carrying("1");
      give(story, "courier", ["1"]);
      const disputed = only(wait(story), "HandoverDisputed");
      expect(disputed).toMatchObject({ receiver: "", giverSays: ["1"], receiverSays: [] });
      expect(holder(story, "1")).toBe("p-courier");
      expect(kinds(story.badge("clerk", "ferry"))).not.toContain("HandoverAccepted");
    }
  });

  it("does not start with what is another's, in a compartment, or nothing", () => {
    const story = carrying("1");
    story.visit("depositor", ["ferry", 1], { tags: ["2"], leaves: true });
    for (const parcels of [["1"], ["2"], [], ["5", "1"]]) {
      expect(refusalsOf(give(story, "clerk", parcels))).toEqual(["p-clerk not-custodian"]);
      wish(story, undefined);
    }
  });

  it("takes from the tags that are near only those that are the giver's or nobody's", () => {
    const story = carrying("1");
    story.visit("depositor", ["ferry", 1], { tags: ["2"], leaves: true });
    wish(story, { kind: "handover", method: "tags" });
    see(story, "1", "2", "7");
    const { parcels } = only(story.badge("courier", "ferry"), "HandoverReleased");
    expect(parcels).toEqual(["1", "7"]);
    see(story, "1", "8");
    expect(only(story.badge("clerk", "ferry"), "HandoverAccepted").parcels).toEqual(["1", "7"]);
  });

  it("by count is of everything the giver has, if they know how much that is", () => {
    const story = carrying("1", "2");
    expect(refusalsOf(give(story, "courier", ["1"], "count"))).toEqual(["p-courier not-custodian"]);
    const released = give(story, "courier", ["1", "2"], "count");
    expect(only(released, "HandoverReleased")).toMatchObject({
      method: "count",
      parcels: ["1", "2"],
    });
    amend(story, { word: "count", count: 2 });
    expect(kinds(story.badge("clerk", "ferry"))).toEqual(["HandoverAccepted"]);
  });

  it("takes fifty parcels with three inputs of a human: the wish and two badges", () => {
    const fifty = Array.from({ length: 50 }, (_, n) => `parcel-${n}`);
    const story = carrying(...fifty);
    wish(story, { kind: "handover", method: "tags" });
    see(story, ...fifty);
    expect(only(story.badge("courier", "ferry"), "HandoverReleased").parcels).toEqual(fifty);
    expect(only(story.badge("clerk", "ferry"), "HandoverAccepted").parcels).toEqual(fifty);
    expect(fifty.every((parcel) => holder(story, parcel) === "p-clerk")).toBe(true);
  });
});
