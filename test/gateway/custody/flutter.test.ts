// Wires that flutter: a loose contact cannot fill the journal, and how it stands at last is told.

import { describe, expect, it } from "vitest";
import type { FactKind } from "@driftbox/proto";
import { toldEveryMs, toldMaxCount } from "../../../gateway/custody/doors/flutter.ts";
import { ferry, kinds, only, Story } from "./story.ts";

/** What changes a sensor, and the fact that tells it. */
const wires: Readonly<Record<string, (story: Story, isOn: boolean) => void>> = {
  tamper: (story, isActive) => {
    const detail = "lid" as const;
    story.when({ kind: "TamperReported", sensor: "lid", box: "ferry", isActive, detail });
  },
  mains: (story, isOn) => void story.when({ kind: "MainsReported", isPresent: !isOn }),
  battery: (story, isLow) => void story.when({ kind: "BatteryReported", isLow }),
  door: (story, isOpen) => void story.door(ferry, isOpen),
};

/** Closing a door takes a while to settle. */
function flutter(story: Story, wire: string, times: number): void {
  for (let change = 0; change < times; change += 1) {
    wires[wire]?.(story, true);
    story.elapse(600);
    wires[wire]?.(story, false);
    story.elapse(600);
  }
}

const count = (story: Story, kind: FactKind): number =>
  story.journal.filter(({ fact }) => fact.kind === kind).length;

describe.each(Object.keys(wires))("a wire that flutters (%s)", (wire) => {
  it("tells its first changes, then how many more, and falls silent with it", () => {
    const story = Story.ready();
    const before = story.journal.length;
    flutter(story, wire, 240);
    const perChange = wire === "mains" || wire === "door" ? 2 : 1;
    expect(story.journal.length - before).toBeLessThanOrEqual(toldMaxCount * perChange + 1);
    const facts = story.elapse(toldEveryMs);
    const { says, fused } = only(facts, "SensorDissented");
    expect(says).toMatch(/^[1-9][0-9]+ changes untold$/);
    expect(["at rest", "present", "charged", "closed"]).toContain(fused);
    expect(story.elapse(86_400_000)).toEqual([]);
  });

  it("for hours makes a bounded number of facts", () => {
    const story = Story.ready();
    const before = story.journal.length;
    for (let minute = 0; minute < 240; minute += 1) {
      flutter(story, wire, 2);
      story.elapse(57_600);
    }
    const hours = 4;
    expect(story.journal.length - before).toBeLessThan(20 + hours * 12 * 5);
    expect(count(story, "SensorDissented")).toBeGreaterThan(4);
  });
});

describe("how a fluttering wire stands at last", () => {
  it("is told of mains power that stays away or is back", () => {
    for (const isLost of [true, false]) {
      const story = Story.ready();
      flutter(story, "mains", 20);
      if (isLost) wires["mains"]?.(story, true);
      const facts = story.elapse(toldEveryMs);
      expect(only(facts, "SensorDissented").fused).toBe(isLost ? "lost" : "present");
      expect(story.state.durable.powerLoss !== undefined).toBe(isLost);
    }
  });

  it("is told of a door that stays open, as forced", () => {
    const story = Story.ready();
    flutter(story, "door", 20);
    story.door(ferry, true);
    story.bolt(ferry, false);
    const facts = story.elapse(toldEveryMs);
    expect(kinds(facts)).toEqual(["SensorDissented", "DoorForced"]);
    expect(only(facts, "SensorDissented").fused).toBe("open");
  });

  it("is shown by the box all the time", () => {
    const story = Story.ready();
    flutter(story, "tamper", 20);
    wires["tamper"]?.(story, true);
    expect(story.shown.get("ferry")).toBe("alarm");
    expect(only(story.elapse(toldEveryMs), "SensorDissented")).toMatchObject({
      box: "ferry",
      sensor: "lid",
      fused: "active",
    });
  });

  it("keeps no lawful visit from being told", () => {
    const story = Story.ready();
    flutter(story, "door", 20);
    story.bolt(ferry, true);
    expect(kinds(story.enter("depositor", ferry))).toContain("DoorOpened");
  });
});
