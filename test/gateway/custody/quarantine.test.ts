// Sensors that lie too often: quarantined, without a say, and restored by a person.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dissentsMaxCount, dissentsWithinMs } from "../../../gateway/custody/doors/trust.ts";
import { boxStates } from "../../../gateway/custody/snapshot.ts";
import { decide } from "../../../gateway/custody/decide.ts";
import type { Input } from "../../../gateway/custody/inputs.ts";
import { command } from "./orders.ts";
import { badges, ferry, kinds, only, Story } from "./story.ts";

/** One visit in which the presence sensor denies a tag that was read. */
function lie(story: Story, parcel: string) {
  return story.visit("depositor", ferry, { tags: [parcel], leaves: false });
}

function lieUntilQuarantined(story: Story): void {
  for (let times = 1; times <= dissentsMaxCount; times += 1) {
    lie(story, `lie-${times}`);
    story.presence(ferry, true);
    story.presence(ferry, false);
    story.elapse(1_000);
  }
}

function quarantinedOf(story: Story): readonly (readonly string[])[] {
  const [box] = boxStates(story.state);
  return (box?.compartments ?? []).map(({ quarantined }) => quarantined ?? []);
}

describe("a sensor that dissented too often", () => {
  it("is quarantined at the last dissent and said to be in the state of its box", () => {
    const story = Story.ready();
    for (let times = 1; times < dissentsMaxCount; times += 1) {
      expect(kinds(lie(story, `${times}`))).not.toContain("SensorQuarantined");
      story.presence(ferry, true);
      story.presence(ferry, false);
      story.elapse(1_000);
    }
    expect(quarantinedOf(story)).toEqual([[]]);
    expect(only(lie(story, "last"), "SensorQuarantined")).toMatchObject({
      compartment: 1,
      sensor: "presence",
      reason: "5 dissents within a day",
    });
    expect(quarantinedOf(story)).toEqual([["presence"]]);
  });

  it("has no say in what is inside from then on, over restarts too", () => {
    const story = Story.ready();
    lieUntilQuarantined(story);
    for (const cut of [false, true]) {
      if (cut) story.powerCut();
      story.presence(ferry, true);
      story.presence(ferry, false);
      expect(story.elapse(10_000)).toEqual([]);
    }
    story.bolt(ferry, true);
    story.door(ferry, false);
    story.elapse(5_000);
    const facts = lie(story, "after");
    expect(only(facts, "DoorClosed")).toMatchObject({ confidenceReason: "tags-alone" });
    expect(only(facts, "ParcelDeposited")).toMatchObject({ evidence: "tag-only" });
  });

  it("is not quarantined for dissents that are a day apart", () => {
    const story = Story.ready();
    for (let times = 1; times <= 2 * dissentsMaxCount; times += 1) {
      expect(kinds(lie(story, `${times}`))).not.toContain("SensorQuarantined");
      story.presence(ferry, true);
      story.presence(ferry, false);
      story.elapse(dissentsWithinMs / (dissentsMaxCount - 1));
    }
  });

  it("a contact that says open while the bolt is engaged holds the box no longer", () => {
    const story = Story.ready();
    for (let times = 1; times <= dissentsMaxCount; times += 1) {
      story.enter("clerk", ferry);
      story.bolt(ferry, true);
      story.elapse(200_000);
      story.shut(ferry);
      story.elapse(10_000);
    }
    expect(quarantinedOf(story)).toEqual([["door"]]);
    expect(kinds(story.enter("clerk", ferry))).toContain("DoorOpened");
    expect(kinds([...story.bolt(ferry, true), ...story.elapse(600)])).toContain("DoorClosed");
  });

  it("of contact and bolt one always counts", () => {
    const story = Story.ready();
    story.bolt(ferry, undefined);
    for (let times = 0; times < 400; times += 1) {
      story.door(ferry, true);
      story.door(ferry, false);
      story.elapse(10_000);
    }
    expect(
      story.journal.filter(({ fact }) => fact.kind === "SensorDissented").length,
    ).toBeGreaterThan(dissentsMaxCount);
    expect(quarantinedOf(story)).toEqual([[]]);
  });
});

describe("a sensor that a person restores", () => {
  it("is believed again, from the word that it said last", () => {
    const story = Story.ready();
    lieUntilQuarantined(story);
    story.presence(ferry, true);
    const at = { box: "ferry", compartment: 1, sensor: "presence" };
    expect(kinds(command(story, "restore-sensor", at))).toContain("SensorRestored");
    story.elapse(1_000);
    expect(quarantinedOf(story)).toEqual([[]]);
    expect(boxStates(story.state)[0]?.compartments?.[0]?.presence).toBe("occupied");
    story.presence(ferry, false);
    expect(kinds(story.elapse(1_000))).toEqual(["ParcelUnaccounted"]);
    expect(kinds(lie(story, "again"))).not.toContain("SensorQuarantined");
  });
});

/** What a person may do at the boxes now. */
const attempts: readonly Input[] = ["ferry", "branch"].flatMap((box) => [
  ...Object.values(badges).map((badgeRef): Input => {
    return { kind: "BadgePresented", reader: `r-${box}`, box, badgeRef, assurance: "identifier" };
  }),
  { kind: "DepositAsked", panel: `p-${box}`, box, size: "small" },
]);

describe("a quarantined sensor", () => {
  it("never changes who may open, whatever it says", () => {
    const word = fc.constantFrom(true, false, undefined);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.boolean(), (words, isWaited) => {
        const [quiet, talking] = [Story.ready(), Story.ready()];
        for (const story of [quiet, talking]) lieUntilQuarantined(story);
        for (const says of words) {
          talking.presence(ferry, says);
          if (isWaited) talking.elapse(1_000);
        }
        talking.elapse(10_000);
        quiet.elapse(talking.monoMs - quiet.monoMs);
        for (const attempt of attempts) {
          const { facts } = decide(quiet.state, attempt, quiet.now);
          expect(decide(talking.state, attempt, talking.now).facts).toEqual(facts);
        }
      }),
      { numRuns: 40 },
    );
  });
});
