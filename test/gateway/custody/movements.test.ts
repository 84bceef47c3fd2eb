// What was moved between opening and closing: every session result and its evidence.

import { describe, expect, it } from "vitest";
import { bounds } from "../../../gateway/custody/layout.ts";
import { carry, holder } from "./handover-steps.ts";
import { pickup } from "./pass-steps.ts";
import { atPier, comeIn, medium, putIn, small } from "./pier.ts";
import { ferry, kinds, only, Story, type At } from "./story.ts";

const branch1: At = ["branch", 1];
const branch2: At = ["branch", 2];

function filled(...tags: readonly string[]): Story {
  const story = Story.ready();
  story.visit("depositor", ferry, { tags, leaves: true });
  return story;
}

describe("a deposit", () => {
  it("rests on tag and presence", () => {
    const story = Story.ready();
    const facts = story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    expect(only(facts, "DoorClosed")).toMatchObject({
      presenceBefore: "empty",
      presenceAfter: "occupied",
      result: "deposited",
    });
    const deposited = only(facts, "ParcelDeposited");
    expect(deposited).toMatchObject({ parcel: "100", evidence: "tag-and-presence" });
    expect(story.parcelsAt(ferry)).toEqual(["100"]);
  });

  it("takes the tag read just before the badge", () => {
    const story = Story.ready();
    story.tag("100", "ferry");
    const facts = story.visit("depositor", ferry, { leaves: true });
    expect(only(facts, "ParcelDeposited").parcel).toBe("100");
  });

  it("takes the tag read between an unlock nobody used and its late opening", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds("unknown");
    story.bolt(ferry, false);
    story.elapse(9_000);
    story.tag("100", "ferry");
    story.door(ferry, true);
    story.presence(ferry, true);
    expect(only(story.shut(ferry), "ParcelDeposited").parcel).toBe("100");
  });

  it("beside other parcels rests on the tag only", () => {
    const facts = filled("100").visit("depositor", ferry, { tags: ["200"] });
    expect(only(facts, "ParcelDeposited").evidence).toBe("tag-only");
    expect(only(facts, "DoorClosed").result).toBe("deposited");
  });

  it("is of who comes next, not of who left the door open past its alarm", () => {
    const story = Story.ready();
    story.enter("courier", ferry);
    story.elapse(200_000);
    story.tag("100", "ferry");
    story.badge("depositor", "ferry");
    story.pulseEnds();
    story.presence(ferry, true);
    const deposited = only(story.shut(ferry), "ParcelDeposited");
    expect(deposited).toMatchObject({ parcel: "100", person: "p-depositor" });
  });

  it("is of nobody when its tag is shown at a door left ajar and nobody comes in", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.door(ferry, false);
    story.elapse(600_000);
    story.tag("100", "ferry");
    story.presence(ferry, true);
    expect(kinds(story.shut(ferry))).not.toContain("ParcelDeposited");
    expect(story.parcelsAt(ferry)).toEqual([]);
  });

  it("is of nobody when its tag is shown before a door left open is seen after a restart", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.elapse(200_000);
    story.restart();
    story.tag("100", "ferry");
    story.swing(ferry);
    story.presence(ferry, true);
    expect(kinds(story.shut(ferry))).not.toContain("ParcelDeposited");
    expect(story.parcelsAt(ferry)).toEqual([]);
  });

  it("without a tag is unverified", () => {
    const facts = Story.ready().visit("depositor", ferry, { leaves: true });
    expect(only(facts, "DepositUnverified")).toMatchObject({ parcel: "", reason: "no-tag" });
    expect(only(facts, "DoorClosed").result).toBe("unverified");
  });

  it("that presence denies is unverified, and the sensor dissents once", () => {
    const story = Story.ready();
    const facts = story.visit("depositor", ferry, { tags: ["100"] });
    const doubted = only(facts, "DepositUnverified");
    expect(doubted).toMatchObject({ parcel: "100", reason: "no-presence-change" });
    expect(only(facts, "SensorDissented")).toMatchObject({ sensor: "presence", says: "empty" });
    expect(story.parcelsAt(ferry)).toEqual(["100"]);
    expect(kinds(story.visit("depositor", ferry, { tags: ["200"] }))).not.toContain(
      "SensorDissented",
    );
  });

  it("without tag and without a presence reading is unverified", () => {
    const story = Story.ready();
    story.presence(ferry, undefined);
    const facts = story.visit("depositor", ferry);
    expect(only(facts, "DepositUnverified").reason).toBe("sensor-unknown");
  });

  it("of a parcel held elsewhere names the place it left without a record", () => {
    const story = filled("100");
    const facts = story.visit("depositor", branch1, { tags: ["100"], leaves: true });
    expect(kinds(facts).slice(-2)).toEqual(["ParcelUnaccounted", "ParcelDeposited"]);
    expect(story.parcelsAt(ferry)).toEqual([]);
    expect(story.parcelsAt(branch1)).toEqual(["100"]);
  });

  it("beyond what a compartment can remember is unverified", () => {
    const many = Array.from({ length: bounds.parcelsMaxCount + 1 }, (_, index) => `${index}`);
    const facts = Story.ready().visit("depositor", ferry, { tags: many, leaves: true });
    expect(only(facts, "DepositUnverified").parcel).toBe(`${bounds.parcelsMaxCount}`);
  });
});

describe("a label shown without its parcel", () => {
  function holding(): Story {
    const story = atPier();
    story.visit("depositor", small, { tags: ["100"], leaves: true });
    story.tag("200", "branch");
    story.visit("depositor", medium, { leaves: true });
    story.elapse(20_000);
    return story;
  }

  it("by a recipient takes nothing out of a compartment that stayed shut", () => {
    const story = holding();
    pickup(story, "100");
    story.pulseEnds();
    story.swing(small);
    story.tag("200", "branch");
    story.presence(small, false);
    expect(kinds(story.shut(small))).toEqual(["DoorClosed", "ParcelCollected"]);
    expect([story.parcelsAt(small), story.parcelsAt(medium)]).toEqual([[], ["200"]]);
  });

  it("by somebody with a name neither, where nothing is inside afterwards", () => {
    const story = holding();
    const facts = story.visit("courier", small, { tags: ["200"], leaves: false });
    expect(only(facts, "ParcelCollected").parcel).toBe("100");
    expect(story.parcelsAt(medium)).toEqual(["200"]);
  });

  it("by somebody without card takes it neither out of a compartment nor from a person", () => {
    const story = holding();
    carry(story, "300");
    comeIn(story, ["branch", 3], { size: "large", number: "A-1" });
    for (const parcel of ["100", "300"]) story.tag(parcel, "branch");
    const facts = putIn(story, ["branch", 3], true);
    expect(only(facts, "ParcelDeposited")).toMatchObject({ parcel: "A-1" });
    expect([holder(story, "100"), holder(story, "300")]).toEqual(["branch#1", "p-courier"]);
  });

  it("at a door that was left open takes nothing either when others take over", () => {
    const story = holding();
    story.enter("courier", small);
    story.tag("200", "branch");
    story.presence(small, false);
    story.elapse(200_000);
    const facts = story.badge("clerk", "branch");
    expect(only(facts, "ParcelUnaccounted").parcels).toEqual(["100"]);
    expect(story.parcelsAt(medium)).toEqual(["200"]);
  });
});

describe("a collection", () => {
  it("with an empty compartment takes everything, by tag or by presence", () => {
    const story = filled("100", "200");
    const facts = story.visit("courier", ferry, { tags: ["100"], leaves: false });
    const collected = facts.filter((fact) => fact.kind === "ParcelCollected");
    expect(collected).toMatchObject([
      { parcel: "100", evidence: "tag-and-presence" },
      { parcel: "200", evidence: "presence-only" },
    ]);
    expect(only(facts, "DoorClosed").result).toBe("collected");
    expect(story.parcelsAt(ferry)).toEqual([]);
  });

  it("of one of several leaves the rest in custody of the box", () => {
    const story = filled("100", "200");
    const facts = story.visit("courier", ferry, { tags: ["100"] });
    expect(only(facts, "ParcelCollected").evidence).toBe("tag-only");
    expect(story.parcelsAt(ferry)).toEqual(["200"]);
    expect(kinds(facts)).not.toContain("BoxEmptied");
  });

  it("and a deposit in one opening is an exchange", () => {
    const facts = filled("100").visit("clerk", ferry, { tags: ["100", "200"] });
    expect(only(facts, "DoorClosed").result).toBe("exchanged");
    expect(kinds(facts)).toEqual(expect.arrayContaining(["ParcelCollected", "ParcelDeposited"]));
  });

  it("in which nothing changed moved nothing", () => {
    const facts = filled("100").visit("courier", ferry);
    expect(only(facts, "DoorClosed").result).toBe("nothing-moved");
    expect(facts.at(-1)?.kind).toBe("DoorClosed");
  });

  it("does not charge the collector with a parcel that was never surely inside", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"] });
    const facts = story.visit("courier", ferry);
    expect(kinds(facts)).not.toContain("ParcelCollected");
    expect(only(facts, "ParcelUnaccounted").parcels).toEqual(["100"]);
  });
});

describe("an emptying", () => {
  it("is confirmed when every compartment of the box is seen empty", () => {
    const story = Story.ready();
    story.visit("depositor", branch1, { tags: ["100"], leaves: true });
    story.visit("depositor", branch2, { tags: ["200"], leaves: true });
    const first = story.visit("courier", branch1, { tags: ["100"], leaves: false });
    expect(kinds(first)).not.toContain("BoxEmptied");
    const last = story.visit("courier", branch2, { leaves: false });
    expect(only(last, "BoxEmptied")).toMatchObject({ confirmed: true, parcelCount: 1 });
  });

  it("of a box that was empty already counts as well", () => {
    const facts = Story.ready().visit("courier", ferry);
    expect(only(facts, "BoxEmptied")).toMatchObject({ confirmed: true, parcelCount: 0 });
  });

  it("without presence sensors is not confirmed", () => {
    const story = filled("100");
    story.presence(ferry, undefined);
    const facts = story.visit("courier", ferry, { tags: ["100"] });
    expect(only(facts, "BoxEmptied").confirmed).toBe(false);
  });

  it("is not while another door of the box stands open on a parcel", () => {
    const story = atPier();
    story.visit("depositor", small, { tags: ["100"], leaves: true });
    comeIn(story, medium, { size: "medium" });
    story.presence(medium, true);
    story.elapse(200_000);
    const facts = story.visit("courier", small, { tags: ["100"], leaves: false });
    expect(kinds(facts)).not.toContain("BoxEmptied");
  });

  it("is not confirmed while another door of it stands open, seen empty or not", () => {
    const story = atPier();
    story.visit("depositor", small, { tags: ["100"], leaves: true });
    comeIn(story, medium, { size: "medium" });
    story.elapse(200_000);
    const emptied = only(story.visit("courier", small, { leaves: false }), "BoxEmptied");
    expect(emptied).toMatchObject({ confirmed: false, doubt: "not seen empty: 2" });
  });

  it("is nothing a depositor can do", () => {
    expect(kinds(Story.ready().visit("depositor", ferry))).not.toContain("BoxEmptied");
  });

  it("by somebody who may only deposit is a parcel unaccounted for", () => {
    const story = filled("100");
    const facts = story.visit("depositor", ferry, { leaves: false });
    const lost = only(facts, "ParcelUnaccounted");
    expect(lost).toMatchObject({ parcels: ["100"], lastPerson: "p-depositor" });
    expect(only(facts, "DoorClosed").result).toBe("unverified");
  });
});

describe("presence that changes without a session", () => {
  it("is a parcel unaccounted for once it has settled", () => {
    const story = filled("100");
    story.presence(ferry, false);
    const facts = story.elapse(500);
    expect(only(facts, "ParcelUnaccounted")).toMatchObject({
      parcels: ["100"],
      presenceBefore: "occupied",
      presenceAfter: "empty",
      lastPerson: "p-depositor",
    });
  });

  it("is nothing when it only flickers", () => {
    const story = filled("100");
    story.presence(ferry, false);
    story.elapse(300);
    story.presence(ferry, true);
    expect(story.elapse(10_000)).toEqual([]);
  });

  it("is a thing nobody named when it appears", () => {
    const story = Story.ready();
    story.presence(ferry, true);
    expect(only(story.elapse(500), "ParcelUnaccounted").parcels).toEqual([]);
  });

  it("is noticed when it happened while the gateway was off", () => {
    const story = filled("100");
    story.powerCut();
    story.presence(ferry, false);
    expect(only(story.elapse(500), "ParcelUnaccounted").parcels).toEqual(["100"]);
  });
});
