// Presence fused from witnesses: total, never more certain than the best of them, and in the facts.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fusePresence,
  saidByTags,
  strengthOf,
  type Testimony,
  type Witness,
} from "../../../gateway/custody/doors/fusion.ts";
import { pierLayout, pierPolicy } from "./pier.ts";
import { ferry, kinds, only, Story } from "./story.ts";

const ranks = ["low", "medium", "high"];

function fuse(
  says: Partial<Record<Witness["name"], Witness["says"]>>,
  how: Partial<Testimony> = {},
) {
  const names = ["infrared", "tags", "weight"] as const;
  const witnesses = names.map((name) => ({ name, says: says[name] ?? ("unknown" as const) }));
  return fusePresence({ witnesses, isShutForSure: true, isForThin: false, ...how });
}

const testimony: fc.Arbitrary<Testimony> = fc.record({
  witnesses: fc.array(
    fc.record({
      name: fc.constantFrom("infrared" as const, "tags" as const, "weight" as const),
      says: fc.constantFrom("empty" as const, "occupied" as const, "unknown" as const),
    }),
    { maxLength: 6 },
  ),
  isShutForSure: fc.boolean(),
  isForThin: fc.boolean(),
});

describe("presence by several witnesses", () => {
  it.each([
    [{ infrared: "occupied", tags: "occupied" }, "occupied", "high", "agreed"],
    [{ infrared: "empty" }, "empty", "high", "infrared-alone"],
    [{ tags: "occupied" }, "occupied", "medium", "tags-alone"],
    [{ infrared: "empty", tags: "occupied" }, "empty", "low", "tags-dissents"],
    [{ infrared: "occupied", tags: "empty" }, "occupied", "low", "tags-dissents"],
    [
      { infrared: "empty", weight: "occupied" },
      "occupied",
      "low",
      "infrared-dissents weight-agrees",
    ],
    [
      { infrared: "occupied", weight: "empty", tags: "occupied" },
      "occupied",
      "low",
      "weight-dissents infrared-agrees",
    ],
    [{ weight: "empty" }, "empty", "high", "weight-alone"],
    [{}, "unknown", "low", "no-witness"],
  ] as const)("%j is %s with %s confidence: %s", (says, presence, confidence, reason) => {
    expect(fuse(says)).toEqual({ presence, confidence, reason });
  });

  it("where thin envelopes are held, a tag is believed against a beam that passes over it", () => {
    const hidden = { presence: "occupied", confidence: "medium", reason: "hidden-from-infrared" };
    expect(fuse({ infrared: "empty", tags: "occupied" }, { isForThin: true })).toEqual(hidden);
    expect(fuse({ infrared: "empty" }, { isForThin: true })).toMatchObject({ confidence: "low" });
  });

  it("is less sure while contact or bolt cannot be read", () => {
    const unsure = {
      presence: "empty",
      confidence: "medium",
      reason: "infrared-alone door-unsure",
    };
    expect(fuse({ infrared: "empty" }, { isShutForSure: false })).toEqual(unsure);
  });

  it("has an outcome for any testimony, never more certain than the best witness for it", () => {
    fc.assert(
      fc.property(testimony, (told) => {
        const { presence, confidence, reason } = fusePresence(told);
        expect(reason).toMatch(/^[a-z]+(-[a-z]+)*( [a-z]+-[a-z]+)*$/);
        const own = told.witnesses.filter(({ says }) => says === presence);
        const best = own.map((one) => ranks.indexOf(strengthOf(one, told.isForThin)));
        const limit = presence === "unknown" ? 0 : Math.max(...best);
        expect(ranks.indexOf(confidence)).toBeLessThanOrEqual(limit);
        expect(own.length > 0 || presence === "unknown").toBe(true);
      }),
    );
  });

  it("does not depend on the order of the witnesses, nor on those that are silent", () => {
    fc.assert(
      fc.property(testimony, (told) => {
        const { presence, confidence } = fusePresence(told);
        const heard = told.witnesses.filter(({ says }) => says !== "unknown").toReversed();
        expect(fusePresence({ ...told, witnesses: heard })).toMatchObject({ presence, confidence });
      }),
    );
  });

  it("tags say that something went in, or that all is out, or nothing", () => {
    expect(saidByTags(["1"], [])).toBe("occupied");
    expect(saidByTags(["1"], ["1"])).toBe("empty");
    expect(saidByTags(["1"], ["1", "2"])).toBe("unknown");
    expect(saidByTags([], [])).toBe("unknown");
  });
});

describe("a compartment for thin envelopes", () => {
  const thin = pierLayout({ isForThin: true });
  const ready = (): Story => Story.ready(pierPolicy({}, thin), thin);

  it("counts a deposit by its tag alone, with medium confidence, and blames no sensor", () => {
    const facts = ready().visit("depositor", ferry, { tags: ["100"], leaves: false });
    expect(only(facts, "ParcelDeposited")).toMatchObject({ evidence: "tag-only" });
    expect(only(facts, "DoorClosed")).toMatchObject({
      presenceAfter: "occupied",
      confidence: "medium",
      confidenceReason: "hidden-from-infrared",
    });
    expect(kinds(facts)).not.toContain("SensorDissented");
  });

  it("keeps what lies under the beam over a restart and the visits of others", () => {
    const story = ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: false });
    story.powerCut(pierPolicy({}, thin));
    story.reportRest();
    expect(story.elapse(10_000)).toEqual([]);
    story.visit("depositor", ferry, { tags: ["200"], leaves: false });
    expect(story.parcelsAt(ferry)).toEqual(["100", "200"]);
  });

  it("misses what the beam had seen", () => {
    const story = ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.presence(ferry, false);
    expect(only(story.elapse(1_000), "ParcelUnaccounted")).toMatchObject({ parcels: ["100"] });
  });

  it("where none is declared, presence denies the tag as ever", () => {
    const story = Story.ready();
    const facts = story.visit("depositor", ferry, { tags: ["100"], leaves: false });
    expect(only(facts, "DepositUnverified")).toMatchObject({ reason: "no-presence-change" });
    expect(only(facts, "DoorClosed")).toMatchObject({
      confidence: "low",
      confidenceReason: "tags-dissents",
    });
  });
});

describe("an emptying that not every sensor confirms", () => {
  it("says which compartments were not seen empty", () => {
    const story = Story.ready();
    story.visit("depositor", ["branch", 1], { tags: ["100"], leaves: true });
    story.presence(["branch", 3], undefined);
    story.state = { ...story.state };
    story.powerCut();
    story.reportPlace(["branch", 1], true, "presence");
    story.elapse(5_000);
    const facts = story.visit("courier", ["branch", 1], { tags: ["100"], leaves: false });
    expect(only(facts, "BoxEmptied")).toMatchObject({
      confirmed: false,
      doubt: "not seen empty: 2, 3",
    });
  });
});
