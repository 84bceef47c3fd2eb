// Settings changed by command: which, within what bounds, durable, and in force at once.

import { describe, expect, it } from "vitest";
import {
  isBuzzerForAlarms,
  type settingRules,
  timingOf,
} from "../../../gateway/custody/orders/settings.ts";
import { foldEvents, snapshotOf } from "../../../gateway/custody/replay.ts";
import { answersOf, command } from "./orders.ts";
import { ferry, kinds, only, Story } from "./story.ts";

function configure(story: Story, key: string, value: string): readonly string[] {
  return answersOf(
    command(story, "configure", { command: `c-${key}-${value}`, settings: [{ key, value }] }),
  );
}

describe("a setting that a command changes", () => {
  it("is a fact, in force at once and after a restart, until it is as configured again", () => {
    const story = Story.ready();
    const facts = command(story, "configure", {
      command: "c-1",
      settings: [{ key: "timing.heldOpenWarnMs", value: "60000" }],
    });
    expect(kinds(facts)).toEqual(["CommandAccepted", "SettingChanged", "CommandExecuted"]);
    expect(only(facts, "SettingChanged")).toMatchObject({ value: "60000", command: "c-1" });
    expect(timingOf(story.state).heldOpenWarnMs).toBe(60_000);
    story.restart();
    expect(timingOf(story.state).heldOpenWarnMs).toBe(60_000);
    const stored = foldEvents(story.layout, snapshotOf(story.state), []);
    expect(stored.durable.settings).toEqual(story.state.durable.settings);
    expect(configure(story, "timing.heldOpenWarnMs", "")).toEqual(["done"]);
    expect(timingOf(story.state)).toEqual(story.layout.timing);
  });

  it("is refused when it is none of them, out of its bounds, or one of several is", () => {
    const story = Story.ready();
    const { heldOpenAlarmMs } = story.layout.timing;
    const bad: readonly (readonly [string, string])[] = [
      ["timing.tapLifeMs", "5000"],
      ["toString", "1"],
      ["timing.heldOpenWarnMs", "4999"],
      ["timing.heldOpenWarnMs", String(heldOpenAlarmMs)],
      ["timing.heldOpenWarnMs", "1e4"],
      ["timing.openWithinMs", "60001"],
      ["timing.openWithinMs", "-5000"],
      ["signals.buzzer", "off"],
      ["kiosk.helpNumber", "call me"],
      ["kiosk.helpNumber", "+ - ( )"],
      ["kiosk.helpNumber", "1".repeat(25)],
    ];
    for (const [key, value] of bad)
      expect(configure(story, key, value), key).toEqual(["bad-setting"]);
    const settings = [
      { key: "signals.buzzer", value: "alarms" },
      { key: "signals.lamp", value: "on" },
    ];
    expect(answersOf(command(story, "configure", { settings }))).toEqual(["bad-setting"]);
    expect(answersOf(command(story, "configure"))).toEqual(["bad-setting"]);
    expect(story.state.durable.settings).toEqual({});
  });

  it("may be each of the table, and buzzers sound for alarms alone", () => {
    const story = Story.ready();
    const good = {
      "kiosk.helpNumber": "+86 (0580) 203-1234",
      "signals.buzzer": "alarms",
      "timing.heldOpenWarnMs": "45000",
      "timing.openWithinMs": "20000",
    } satisfies Record<keyof typeof settingRules, string>;
    for (const [key, value] of Object.entries(good))
      expect(configure(story, key, value)).toEqual(["done"]);
    expect(isBuzzerForAlarms(story.state)).toBe(true);
    expect(Object.keys(story.state.durable.settings)).toHaveLength(4);
  });

  it("warns of an open door when it says, and waits as long as it says for the door to open", () => {
    const story = Story.ready();
    configure(story, "timing.heldOpenWarnMs", "90000");
    story.enter("courier", ferry);
    expect(kinds(story.elapse(80_000))).not.toContain("DoorHeldOpen");
    expect(only(story.elapse(11_000), "DoorHeldOpen").stage).toBe(1);
    const patient = Story.ready();
    configure(patient, "timing.openWithinMs", "30000");
    patient.badge("courier", "ferry");
    patient.pulseEnds("unknown");
    expect(kinds(patient.elapse(25_000))).not.toContain("UnlockConcluded");
    expect(kinds(patient.elapse(10_000))).toContain("UnlockConcluded");
  });

  it("gives way to a configuration that leaves no room for it", () => {
    const story = Story.ready();
    configure(story, "timing.heldOpenWarnMs", "100000");
    const timing = { ...story.layout.timing, heldOpenWarnMs: 20_000, heldOpenAlarmMs: 50_000 };
    const state = { ...story.state, layout: { ...story.layout, timing } };
    expect(timingOf(state).heldOpenWarnMs).toBe(20_000);
  });
});
