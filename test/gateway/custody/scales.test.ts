// A scale under a compartment: a witness of its own beside the presence sensor.

import { describe, expect, it } from "vitest";
import { dissentsMaxCount } from "../../../gateway/custody/doors/trust.ts";
import type { Layout } from "../../../gateway/custody/layout.ts";
import { recordAt } from "../../../gateway/custody/state.ts";
import { compiled, ferry, kinds, layout, only, Story } from "./story.ts";

function scaled(hasPresenceSensor: boolean): Layout {
  const boxes = layout.boxes.map((box) => ({
    ...box,
    compartments: box.compartments.map((one) => ({ ...one, hasPresenceSensor, hasScale: true })),
  }));
  return { ...layout, boxes };
}

function ready(hasPresenceSensor = true): Story {
  const story = Story.ready(compiled(), scaled(hasPresenceSensor));
  weigh(story, false);
  if (!hasPresenceSensor) story.presence(ferry, undefined);
  return story;
}

function weigh(story: Story, isLoaded: boolean | undefined) {
  const [box, compartment] = ferry;
  return story.when({ kind: "WeightReported", box, compartment, isLoaded });
}

/** Somebody puts in parcel `tag`, of which sensor and scale say what they say. */
function deposit(story: Story, tag: string, seen: boolean | undefined, felt: boolean | undefined) {
  story.enter("depositor", ferry);
  story.tag(tag, "ferry");
  story.presence(ferry, seen);
  weigh(story, felt);
  return [...story.shut(ferry), ...story.elapse(5_000)];
}

describe("a scale under a compartment", () => {
  it("confirms a deposit by itself where there is no presence sensor", () => {
    const facts = deposit(ready(false), "100", undefined, true);
    expect(only(facts, "ParcelDeposited")).toMatchObject({ evidence: "tag-and-presence" });
    expect(only(facts, "DoorClosed")).toMatchObject({ presenceAfter: "occupied" });
  });

  it("feels an envelope that the beam passes over, and the beam dissents", () => {
    const facts = deposit(ready(), "100", false, true);
    expect(only(facts, "ParcelDeposited")).toMatchObject({ evidence: "tag-and-presence" });
    expect(only(facts, "DoorClosed")).toMatchObject({
      presenceAfter: "occupied",
      confidence: "low",
      confidenceReason: "infrared-dissents weight-agrees",
    });
    expect(only(facts, "SensorDissented")).toMatchObject({ sensor: "presence", says: "empty" });
  });

  it("dissents when it feels nothing of what the beam sees", () => {
    const facts = deposit(ready(), "100", true, false);
    expect(only(facts, "SensorDissented")).toMatchObject({ sensor: "weight", says: "empty" });
    expect(kinds(facts)).toContain("ParcelDeposited");
  });

  it("is quarantined after too many dissents, and blocks no lawful opening", () => {
    const story = ready();
    const facts = Array.from({ length: dissentsMaxCount }, (_, at) => {
      const own = deposit(story, String(100 + at), true, false);
      weigh(story, true);
      weigh(story, false);
      return own;
    }).flat();
    expect(only(facts, "SensorQuarantined")).toMatchObject({ sensor: "weight" });
    expect(recordAt(story.state, "ferry#1").trust.quarantined).toEqual(["weight"]);
    expect(kinds(story.enter("courier", ferry))).toContain("DoorOpened");
  });

  it("tells what is taken away while the door is shut", () => {
    const story = ready(false);
    deposit(story, "100", undefined, true);
    weigh(story, false);
    expect(only(story.elapse(5_000), "ParcelUnaccounted")).toMatchObject({ parcels: ["100"] });
  });

  it("tells what was gone from an open door before somebody came to it", () => {
    const story = ready(false);
    deposit(story, "100", undefined, true);
    story.swing(ferry);
    weigh(story, false);
    const granted = story.badge("courier", "ferry");
    expect(only(granted, "ParcelUnaccounted")).toMatchObject({ parcels: ["100"] });
    story.pulseEnds();
    story.door(ferry, false);
    story.bolt(ferry, true);
    expect(kinds(story.elapse(5_000))).toEqual(["DoorClosed", "BoxEmptied"]);
  });

  it("says the same after a restart: what both sensed is the measure of later changes", () => {
    const story = ready();
    deposit(story, "100", false, true);
    story.restart();
    story.presence(ferry, false);
    weigh(story, true);
    story.bolt(ferry, true);
    story.door(ferry, false);
    expect(kinds(story.elapse(60_000))).not.toContain("ParcelUnaccounted");
  });
});
