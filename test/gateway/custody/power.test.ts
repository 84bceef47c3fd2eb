// Mains, battery, tamper switches and position: recorded once, remembered, never in the way.

import { describe, expect, it } from "vitest";
import type { Whereabouts } from "@driftbox/proto";
import { compiled, ferry, kinds, only, Story } from "./story.ts";

function mains(story: Story, isPresent: boolean | undefined) {
  return story.when({ kind: "MainsReported", isPresent });
}

function tamper(story: Story, isActive: boolean | undefined, box = "ferry") {
  return story.when({ kind: "TamperReported", sensor: "lid", box, isActive, detail: "cut" });
}

describe("mains power", () => {
  it("is lost once and restored once, with how long it was away", () => {
    const story = Story.ready();
    expect(mains(story, true)).toEqual([]);
    expect(mains(story, false)).toEqual([{ kind: "PowerLost" }]);
    story.elapse(90_000);
    expect(mains(story, false)).toEqual([]);
    expect(mains(story, undefined)).toEqual([]);
    expect(mains(story, true)).toEqual([{ kind: "PowerRestored", offMs: 90_000 }]);
    expect(mains(story, true)).toEqual([]);
  });

  it("that is away lets nobody deposit, but whatever is inside may be taken out", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    mains(story, false);
    const refused = only(story.badge("depositor", "ferry"), "AccessRefused");
    expect(refused).toMatchObject({ reason: "power-failing", person: "p-depositor" });
    const facts = story.visit("courier", ferry, { tags: ["100"], leaves: false });
    expect(kinds(facts)).toContain("ParcelCollected");
    mains(story, true);
    expect(kinds(story.badge("depositor", "ferry"))).toContain("AccessGranted");
  });

  it("lost in the middle of a pulse lets the visit end", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    mains(story, false);
    const facts = [...story.pulseEnds(), ...story.swing(ferry), ...story.tag("100", "ferry")];
    story.presence(ferry, true);
    expect(kinds([...facts, ...story.shut(ferry)])).toContain("ParcelDeposited");
  });

  it("that nobody can read is in nobody's way", () => {
    const story = Story.ready();
    mains(story, false);
    mains(story, undefined);
    expect(kinds(story.badge("depositor", "ferry"))).toContain("AccessGranted");
  });

  it("that came back while the gateway was down is restored at the next start", () => {
    const story = Story.ready();
    mains(story, false);
    story.wallMs += 3_600_000;
    story.powerCut();
    expect(only(mains(story, true), "PowerRestored").offMs).toBe(3_600_000);
  });

  it("away for a time that no clock vouches for was away for an unknown time", () => {
    const story = Story.ready();
    mains(story, false);
    story.isWallTrusted = false;
    story.powerCut();
    expect(only(mains(story, true), "PowerRestored").offMs).toBe(0);
  });

  it("still away after a restart is the same outage", () => {
    const story = Story.ready();
    mains(story, false);
    story.restart(compiled());
    expect(mains(story, false)).toEqual([]);
    expect(only(story.badge("depositor", "ferry"), "AccessRefused").reason).toBe("power-failing");
  });
});

describe("a battery", () => {
  it("is low once for each fall", () => {
    const story = Story.ready();
    const low = { kind: "BatteryReported", isLow: true, millivolts: 11_400 } as const;
    expect(story.when(low)).toEqual([{ kind: "BatteryLow", millivolts: 11_400 }]);
    expect(story.when(low)).toEqual([]);
    expect(story.when({ kind: "BatteryReported", isLow: undefined })).toEqual([]);
    expect(story.when({ kind: "BatteryReported", isLow: false })).toEqual([]);
    expect(story.when({ kind: "BatteryReported", isLow: true })).toEqual([
      { kind: "BatteryLow", millivolts: 0 },
    ]);
  });
});

describe("a tamper switch", () => {
  it("is recorded once for each activation", () => {
    const story = Story.ready();
    const told = { kind: "TamperDetected", box: "ferry", sensor: "lid", detail: "cut" };
    expect(tamper(story, true)).toEqual([told]);
    expect(tamper(story, true)).toEqual([]);
    expect(tamper(story, undefined)).toEqual([]);
    expect(tamper(story, false)).toEqual([]);
    expect(tamper(story, true)).toEqual([told]);
  });

  it("of the gateway's own enclosure belongs to no box, one of a strange box to nobody", () => {
    const story = Story.ready();
    expect(only(tamper(story, true, ""), "TamperDetected").box).toBe("");
    expect(tamper(story, true, "elsewhere")).toEqual([]);
  });
});

describe("a position", () => {
  const here: Whereabouts = { latitude: 29.9854, longitude: 122.2072, quality: 1 };

  it("is no fact, but the next sign of life carries the newest", () => {
    const story = Story.ready();
    const beat = {
      kind: "HeartbeatAsked",
      reason: "periodic",
      outboxCount: 0,
      storageFreeBytes: 1,
    } as const;
    expect(only(story.when(beat), "Heartbeat")).not.toHaveProperty("latitude");
    expect(story.when({ kind: "PositionReported", position: here })).toEqual([]);
    expect(only(story.when(beat), "Heartbeat")).toMatchObject(here);
    expect(story.when({ kind: "PositionReported", position: undefined })).toEqual([]);
    expect(only(story.when(beat), "Heartbeat")).not.toHaveProperty("latitude");
  });
});
