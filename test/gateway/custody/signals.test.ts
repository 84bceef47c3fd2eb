// What a person at a box sees: the signals that a decision orders beside its facts.

import { describe, expect, it } from "vitest";
import { decide } from "../../../gateway/custody/decide.ts";
import { badges, ferry, Story } from "./story.ts";
import { guarded, tap } from "./bank.ts";

const idle = { signal: "idle" };

function tamper(story: Story, isActive: boolean, box: string): void {
  story.when({ kind: "TamperReported", sensor: "lid", box, isActive, detail: "" });
}

describe("the signal of a box", () => {
  it("follows a visit: idle, granted, door open, secured, and idle lasts", () => {
    const story = Story.ready();
    expect(story.shown.get("ferry")).toBe("idle");
    story.badge("depositor", "ferry");
    expect(story.shown.get("ferry")).toBe("granted");
    story.pulseEnds();
    story.swing(ferry);
    expect(story.shown.get("ferry")).toBe("door-open");
    story.shut(ferry);
    expect(story.signs.get("ferry")).toEqual({
      signal: "secured",
      compartment: 1,
      rest: { signal: "idle" },
    });
    expect(story.shown.get("branch")).toBe("idle");
  });

  it("says which door, what for and why, and names nobody", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    const at = { compartment: 1, action: "deposit" };
    expect(story.signs.get("ferry")).toEqual({ signal: "granted", ...at, rest: idle });
    story.pulseEnds();
    story.swing(ferry);
    expect(story.signs.get("ferry")).toEqual({ signal: "door-open", ...at });
    story.badge("blocked", "branch");
    const refused = { signal: "refused", reason: "blocked-badge", rest: idle };
    expect(story.signs.get("branch")).toEqual(refused);
    expect(JSON.stringify([...story.signs])).not.toMatch(/p-|[db]0d0/);
  });

  it("waits with what is missing, and lasts until the visit is over", () => {
    const story = guarded({ authorizers: 1 });
    tap(story, "teller");
    const waiting = { signal: "waiting", reason: "second-person-missing", compartment: 1 };
    expect(story.signs.get("ferry")).toEqual(waiting);
    story.elapse(story.layout.timing.proofWithinMs);
    const reason = "second-person-missing";
    const ended = { signal: "refused", reason, compartment: 1, rest: idle };
    expect(story.signs.get("ferry")).toEqual(ended);
  });

  it("comes after the order to the lock", () => {
    const story = Story.ready();
    const badgeRef = badges.depositor;
    const read = { reader: "r", box: "ferry", badgeRef, assurance: "identifier" } as const;
    const { effects } = decide(story.state, { kind: "BadgePresented", ...read }, story.now);
    const order = effects.map(({ kind }) => kind);
    expect(order.indexOf("signal")).toBeGreaterThan(order.indexOf("pulseLock"));
    expect(effects.at(-1)).toMatchObject({ kind: "signal", box: "ferry", signal: "granted" });
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
    expect(held.shown.get("ferry")).toBe("held-open");
    held.elapse(90_000);
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
