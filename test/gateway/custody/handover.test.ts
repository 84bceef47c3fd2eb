// A handover at a box with no network: what is released, accepted, refused, disputed, taken back.

import { describe, expect, it } from "vitest";
import { refusalsOf } from "./bank.ts";
import { amend, carry, give, holder, see, wish } from "./handover-steps.ts";
import { ferry, kinds, only, Story } from "./story.ts";
import { defaultTiming } from "../../../gateway/custody/layout.ts";

const { wishWithinMs, wishMaxMs } = defaultTiming;

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

  it("leaves with the giver what the receiver refuses", () => {
    const story = carrying("1", "2");
    give(story, "courier", ["1", "2"]);
    amend(story, { word: "leave-out", parcel: "2" });
    expect(only(story.badge("clerk", "ferry"), "HandoverAccepted").parcels).toEqual(["1"]);
    expect([holder(story, "1"), holder(story, "2")]).toEqual(["p-clerk", "p-courier"]);
  });

  it("takes only what the receiver lists, where they list some of it, and says the rest", () => {
    for (const method of ["scan", "tags"] as const) {
      const story = carrying("1", "2", "3");
      give(story, "courier", ["1", "2", "3"], method);
      story.tag("1", "ferry");
      amend(story, { word: "list", parcel: "2" });
      amend(story, { word: "leave-out", parcel: "2" });
      const accepted = only(story.badge("clerk", "ferry"), "HandoverAccepted");
      expect(accepted).toMatchObject({ giver: "p-courier", receiver: "p-clerk", parcels: ["1"] });
      expect(["1", "2", "3"].map((parcel) => holder(story, parcel))).toEqual([
        "p-clerk",
        "p-courier",
        "p-courier",
      ]);
    }
  });

  it("by count takes all of it, whatever is listed besides", () => {
    const story = carrying("1", "2");
    give(story, "courier", ["1", "2"], "count");
    amend(story, { word: "list", parcel: "1" });
    amend(story, { word: "count", count: 2 });
    expect(only(story.badge("clerk", "ferry"), "HandoverAccepted").parcels).toEqual(["1", "2"]);
  });

  it("by tags is not of the few that a field happens to see again", () => {
    const story = carrying("1", "2");
    wish(story, { kind: "handover", method: "tags" });
    see(story, "1", "2");
    story.badge("courier", "ferry");
    see(story, "2");
    expect(only(story.badge("clerk", "ferry"), "HandoverAccepted").parcels).toEqual(["1", "2"]);
  });

  it("in several parts is answered part by part, each with its own codes for both", () => {
    const long = Array.from({ length: 30 }, (_, n) => `${"p".repeat(60)}${n}`);
    const story = carrying(...long);
    const released = give(story, "courier", long).filter(({ kind }) => kind === "HandoverReleased");
    expect(released.length).toBeGreaterThan(1);
    story.tag(long[0] ?? "", "ferry");
    const answers = story.badge("clerk", "ferry");
    expect(kinds(answers)).toEqual([
      "HandoverAccepted",
      ...released.slice(1).map(() => "HandoverDisputed"),
    ]);
    expect(answers[1]).toMatchObject({ receiver: "p-clerk", receiverSays: [] });
    const firstSeq = story.journal.length - answers.length;
    expect(story.codes.slice(released.length)).toMatchObject(
      answers.flatMap((_, at) =>
        ["p-courier", "p-clerk"].map((who) => ({ seq: firstSeq + at, for: who })),
      ),
    );
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
      (story: Story) => story.elapse(wishWithinMs),
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

  it("waits for whoever reads and touches the screen, and not for one that is stuck", () => {
    const story = carrying("1");
    give(story, "courier", ["1"]);
    for (let ms = 5_000; ms < wishMaxMs; ms += 5_000) {
      expect([...story.elapse(5_000), ...amend(story, { word: "stay" })]).toEqual([]);
    }
    expect(kinds(story.elapse(5_000))).toEqual(["HandoverDisputed"]);
    give(story, "courier", ["1"]);
    for (let ms = 0; ms < 2 * wishWithinMs; ms += 5_000) {
      amend(story, { word: "stay" });
      story.elapse(5_000);
    }
    expect(kinds(story.badge("clerk", "ferry"))).toEqual(["HandoverAccepted"]);
  });

  it("that nobody took tells its giver so, with a check code", () => {
    const story = carrying("1");
    give(story, "courier", ["1"]);
    story.codes.length = 0;
    story.elapse(wishWithinMs);
    const seq = story.journal.length - 1;
    expect(story.codes).toMatchObject([
      { box: "ferry", seq, what: "unanswered", for: "p-courier" },
    ]);
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

describe("a handover wished for while a door of the box stands open", () => {
  function atOpenDoor(): Story {
    const story = carrying("1");
    story.visit("depositor", ferry, { tags: ["100", "200"], leaves: true });
    story.enter("courier", ferry);
    wish(story, { kind: "handover", method: "scan" });
    return story;
  }

  it("does not keep from the record what is shown and taken out", () => {
    const story = atOpenDoor();
    story.tag("100", "ferry");
    expect(only(story.shut(ferry), "ParcelCollected").parcel).toBe("100");
    expect(story.parcelsAt(ferry)).toEqual(["200"]);
  });

  it("is also of what was shown and taken out, once the door is shut", () => {
    const story = atOpenDoor();
    story.tag("100", "ferry");
    expect(refusalsOf(story.badge("courier", "ferry"))).toEqual(["p-courier not-custodian"]);
    story.shut(ferry);
    expect(only(story.badge("courier", "ferry"), "HandoverReleased").parcels).toEqual(["100"]);
    story.badge("clerk", "ferry");
    expect([holder(story, "100"), holder(story, "200")]).toEqual(["p-clerk", "ferry#1"]);
  });

  it("puts nothing into the box that is in the giver's hands", () => {
    const story = atOpenDoor();
    story.tag("1", "ferry");
    story.badge("courier", "ferry");
    story.badge("clerk", "ferry");
    story.shut(ferry);
    expect(holder(story, "1")).toBe("p-clerk");
  });
});
