// What a person at a box sees: the signals that a decision orders beside its facts.

import { describe, expect, it } from "vitest";
import { decide } from "../../../gateway/custody/decide.ts";
import { badges, ferry, Story } from "./story.ts";

function tamper(story: Story, isActive: boolean, box: string): void {
  story.when({ kind: "TamperReported", sensor: "lid", box, isActive, detail: "" });
}

describe("the signal of a box", () => {
  it("follows a visit: idle, granted, door open, idle", () => {
    const story = Story.ready();
    expect(story.shown.get("ferry")).toBe("idle");
    story.badge("depositor", "ferry");
    expect(story.shown.get("ferry")).toBe("granted");
    story.pulseEnds();
    story.swing(ferry);
    expect(story.shown.get("ferry")).toBe("door-open");
    story.shut(ferry);
    expect(story.shown.get("ferry")).toBe("idle");
    expect(story.shown.get("branch")).toBe("idle");
  });

  it("comes after the order to the lock", () => {
    const story = Story.ready();
    const badgeRef = badges.depositor;
    const read = { reader: "r", box: "ferry", badgeRef, assurance: "identifier" } as const;
    const { effects } = decide(story.state, { kind: "BadgePresented", ...read }, story.now);
    const order = effects.map(({ kind }) => kind);
    expect(order.indexOf("signal")).toBeGreaterThan(order.indexOf("pulseLock"));
    expect(effects.at(-1)).toEqual({ kind: "signal", box: "ferry", signal: "granted" });
  });

  it("is refused for a badge that may not, and for an order that never left", () => {
    const story = Story.ready();
    story.badge("stranger", "ferry");
    expect(story.shown.get("ferry")).toBe("refused");
    story.badge("depositor", "ferry");
    story.pulseEnds("not-sent");
    expect(story.shown.get("ferry")).toBe("refused");
  });

  it("goes back to how things stand after a read that changes nothing", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.shown.set("ferry", "working");
    story.badge("depositor", "ferry");
    expect(story.shown.get("ferry")).toBe("door-open");
    story.shown.set("ferry", "working");
    story.tag("100", "ferry");
    expect(story.shown.get("ferry")).toBe("door-open");
  });

  it("is idle again when nobody used the unlocked door", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds();
    story.bolt(ferry, false);
    story.bolt(ferry, true);
    story.elapse(10_000);
    expect(story.shown.get("ferry")).toBe("idle");
  });

  it("is an alarm while a door is forced, held open or ajar, and ends with it", () => {
    const forced = Story.ready();
    forced.door(ferry, true);
    expect(forced.shown.get("ferry")).toBe("alarm");
    forced.shut(ferry);
    expect(forced.shown.get("ferry")).toBe("idle");
    const held = Story.ready();
    held.enter("depositor", ferry);
    held.elapse(30_000);
    expect(held.shown.get("ferry")).toBe("alarm");
    held.door(ferry, false);
    held.elapse(2_000);
    expect(held.shown.get("ferry")).toBe("alarm");
  });

  it("is an alarm while a tamper switch is active, everywhere for the gateway's own", () => {
    const story = Story.ready();
    tamper(story, true, "ferry");
    expect([story.shown.get("ferry"), story.shown.get("branch")]).toEqual(["alarm", "idle"]);
    tamper(story, false, "ferry");
    expect(story.shown.get("ferry")).toBe("idle");
    tamper(story, true, "");
    expect([story.shown.get("ferry"), story.shown.get("branch")]).toEqual(["alarm", "alarm"]);
    tamper(story, false, "");
    expect([story.shown.get("ferry"), story.shown.get("branch")]).toEqual(["idle", "idle"]);
  });
});
