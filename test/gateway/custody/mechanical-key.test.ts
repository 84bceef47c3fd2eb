// The mechanical key of a lock: noticed, told apart from force, answered for by a person.

import { describe, expect, it } from "vitest";
import { keyGraceMs } from "../../../gateway/custody/doors/mechanical-key.ts";
import { ferry, kinds, Story, type At } from "./story.ts";
import type { Fact } from "@driftbox/proto";

function turn(story: Story, isTurned: boolean | undefined, [box, compartment]: At = ferry) {
  return story.when({ kind: "KeyReported", box, compartment, isTurned });
}

function tampers(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ kind }) => kind === "TamperDetected");
}

describe("a door that opens by its mechanical key", () => {
  it("was not forced, and somebody owes an explanation", () => {
    const story = Story.ready();
    expect(turn(story, true)).toEqual([]);
    expect(kinds(story.door(ferry, true))).toEqual(["OverrideUsed"]);
    expect(story.state.durable.service.unexplained).toMatchObject([{ box: "ferry" }]);
    turn(story, false);
    expect(kinds(story.shut(ferry))).toContain("DoorClosed");
    expect(tampers(story.elapse(600_000))).toEqual([]);
  });

  it("is told so when the key was turned back before the pull", () => {
    const story = Story.ready();
    turn(story, true);
    turn(story, false);
    story.elapse(keyGraceMs - 1_000);
    expect(kinds(story.door(ferry, true))).toEqual(["OverrideUsed"]);
  });

  it("is told so when its switch is heard after the door", () => {
    const story = Story.ready();
    expect(kinds(story.door(ferry, true))).toEqual(["DoorForced"]);
    expect(kinds(turn(story, true))).toEqual(["OverrideUsed"]);
    expect(story.state.durable.service.unexplained).toHaveLength(1);
  });

  it("may be opened again while the key stays in the lock", () => {
    const story = Story.ready();
    turn(story, true);
    story.door(ferry, true);
    story.shut(ferry);
    story.elapse(600_000);
    expect(kinds(story.door(ferry, true))).toEqual(["OverrideUsed"]);
  });

  it("is no override when a grant opened it", () => {
    const story = Story.ready();
    turn(story, true);
    expect(kinds(story.enter("depositor", ferry))).not.toContain("OverrideUsed");
    expect(tampers(story.elapse(keyGraceMs))).toEqual([]);
  });
});

describe("a key switch that excuses nothing", () => {
  it("is told once when no door was seen to open, be it a trial or a cut wire", () => {
    const story = Story.ready();
    turn(story, true);
    const told = tampers(story.elapse(keyGraceMs + 1));
    expect(told).toMatchObject([{ box: "ferry", sensor: "key 1" }]);
    expect(kinds(story.door(ferry, true))).toEqual(["DoorForced"]);
  });

  it("was turned back long before the door opened", () => {
    const story = Story.ready();
    turn(story, true);
    turn(story, false);
    story.elapse(keyGraceMs + 1);
    expect(kinds(story.door(ferry, true))).toEqual(["DoorForced"]);
  });

  it("cannot be read", () => {
    const story = Story.ready();
    turn(story, undefined);
    expect(kinds(story.door(ferry, true))).toEqual(["DoorForced"]);
  });

  it("belongs to a place that nobody configured", () => {
    const story = Story.ready();
    expect(turn(story, true, ["nowhere", 1])).toEqual([]);
  });
});
