// When a coil, and its supply group, may be energized again: late orders, restarts, stuck outputs.

import { describe, expect, it } from "vitest";
import { defaultTiming, type Layout } from "../../../gateway/custody/layout.ts";
import { foldEvents, snapshotOf, type CustodySnapshot } from "../../../gateway/custody/replay.ts";
import { cabinet, compiled, ferryBox, kinds, only, Story } from "./story.ts";

const pulseMs = 3_000;

/** A drop box and a cabinet on one supply, whose coils take their longest pulse. */
const shared: Layout = {
  boxes: [ferryBox, cabinet].map((box) => ({
    ...box,
    compartments: box.compartments.map((one) => ({ ...one, supplyGroup: "s", pulseMs })),
  })),
  timing: defaultTiming,
};

const ready = (): Story => Story.ready(compiled({}, shared), shared);

/** Taps at the branch until the coil is ordered on; the time of the intent. */
function firstIntentMs(story: Story): number {
  for (let tap = 0; tap < 200; tap += 1) {
    const facts = [...story.badge("depositor", "branch"), ...story.elapse(100)];
    if (kinds(facts).includes("UnlockIntended")) return story.monoMs;
  }
  throw new Error("the coil was never free");
}

describe("a supply group", () => {
  it("is taken until the pulse of an order that left at its deadline is over", () => {
    const story = ready();
    const tappedMs = story.monoMs;
    story.badge("depositor", "ferry");
    const freeMs = tappedMs + defaultTiming.orderLifeMs + pulseMs + defaultTiming.groupGapMs;
    expect(firstIntentMs(story)).toBeGreaterThanOrEqual(freeMs);
  });

  it("is taken as long when the program restarts meanwhile", () => {
    const story = ready();
    const tappedMs = story.monoMs;
    story.badge("depositor", "ferry");
    story.elapse(300);
    story.restart(compiled({}, shared));
    story.reportRest();
    const freeMs = tappedMs + defaultTiming.orderLifeMs + pulseMs + defaultTiming.groupGapMs;
    expect(firstIntentMs(story)).toBeGreaterThanOrEqual(freeMs);
  });

  it("is taken as long after a snapshot of a version that knew no deadlines", () => {
    const story = ready();
    const tappedMs = story.monoMs;
    story.badge("depositor", "ferry");
    story.restart(compiled({}, shared));
    const text = JSON.stringify({ ...snapshotOf(story.state), snapshotVersion: 1 });
    const older = text.replaceAll(/"(seq|deadlineMonoMs)":[0-9]+,(?=[^{}]*"pulseMs")/g, "");
    expect(older).not.toBe(text);
    const stored: CustodySnapshot = JSON.parse(older);
    const { durable } = foldEvents(shared, stored, []);
    story.state = { ...story.state, durable };
    story.reportRest();
    const freeMs = tappedMs + defaultTiming.orderLifeMs + pulseMs + defaultTiming.groupGapMs;
    expect(firstIntentMs(story)).toBeGreaterThanOrEqual(freeMs);
  });

  it("is free a pulse after the driver's answer, which may come early", () => {
    const story = ready();
    const tappedMs = story.monoMs;
    story.badge("depositor", "ferry");
    story.pulseEnds();
    expect(firstIntentMs(story)).toBeLessThan(tappedMs + pulseMs + 500);
  });
});

describe("a coil whose driver does not know that its output was released", () => {
  function stuck(): Story {
    const story = ready();
    story.badge("depositor", "ferry");
    story.elapse(500);
    const device = "lock-f";
    story.when({ kind: "DeviceHealthChanged", device, isOnline: false, reason: "busy" });
    story.pulseEnds("unknown", false);
    story.elapse(60_000);
    return story;
  }

  it("holds its supply group, however long", () => {
    const story = stuck();
    const refused = only(story.badge("depositor", "branch"), "AccessRefused");
    expect(refused.reason).toBe("box-busy");
    story.elapse(3_600_000);
    expect(kinds(story.badge("depositor", "branch"))).toEqual(["AccessRefused"]);
    expect(story.pulses).toHaveLength(1);
  });

  it("frees it once its board is online again", () => {
    const story = stuck();
    const device = "lock-f";
    story.when({ kind: "DeviceHealthChanged", device, isOnline: true, reason: "" });
    story.elapse(300);
    expect(kinds(story.badge("depositor", "branch"))).toContain("UnlockIntended");
  });

  it("frees it no sooner than its pulse is over, though its board is online before", () => {
    const story = ready();
    const tappedMs = story.monoMs;
    story.badge("depositor", "ferry");
    story.elapse(200);
    story.pulseEnds("unknown", false);
    story.elapse(500);
    const device = "lock-f";
    story.when({ kind: "DeviceHealthChanged", device, isOnline: true, reason: "" });
    const freeMs = tappedMs + pulseMs + defaultTiming.groupGapMs;
    expect(firstIntentMs(story)).toBeGreaterThanOrEqual(freeMs);
  });

  it("is not freed by another board, nor forgotten because its door was shut meanwhile", () => {
    const story = ready();
    story.badge("depositor", "ferry");
    story.swing(["ferry", 1]);
    story.shut(["ferry", 1]);
    story.pulseEnds("unknown", false);
    const device = "lock-a";
    story.when({ kind: "DeviceHealthChanged", device, isOnline: true, reason: "" });
    story.elapse(60_000);
    expect(kinds(story.badge("depositor", "branch"))).toEqual(["AccessRefused"]);
  });
});
