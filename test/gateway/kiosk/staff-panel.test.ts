// What staff do at a screen: parcels change hands, manifests are closed, what is owed is answered,
// and a fitter is at work.

import { describe, expect, it } from "vitest";
import { codesMaxCount } from "../../../gateway/app/devices/panel-memory.ts";
import { endingMs, untouchedMs } from "../../../gateway/app/devices/panel.ts";
import { bounds, defaultTiming } from "../../../gateway/custody/layout.ts";
import { enter, guarded, tap } from "../custody/bank.ts";
import { see } from "../custody/handover-steps.ts";
import { tell } from "../custody/pass-steps.ts";
import { ferry, Story } from "../custody/story.ts";
import { KioskStand } from "./kiosk-stand.ts";
import { fill, maintain, serviceable } from "./staff-scenes.ts";

const box = "ferry";

function standOf(story: Story): KioskStand {
  return new KioskStand(story, "none");
}

function screen(stand: KioskStand) {
  return stand.panels.view(box)?.screen;
}

function back(stand: KioskStand): void {
  stand.panels.press(box, { act: "back" });
}

describe("a handover", () => {
  function released(stand: KioskStand, method: "tags" | "scan"): void {
    fill(stand, "handover", method);
    stand.act((story) => ["1", "2", "3"].map((parcel) => story.tag(parcel, box)));
    stand.act((story) => tap(story, "teller"));
    stand.tellCodes();
  }

  it("goes on when the giver has read their code", () => {
    const stand = standOf(guarded({}));
    released(stand, "tags");
    expect(screen(stand)).toMatchObject({ name: "code", codes: [{ what: "released" }] });
    stand.panels.press(box, { act: "read" });
    expect(screen(stand)).toMatchObject({ name: "listing", step: "receiver" });
  });

  it("shows the receiver what is released, and takes what they do not leave out", () => {
    const stand = standOf(guarded({}));
    released(stand, "tags");
    stand.panels.press(box, { act: "read" });
    stand.panels.press(box, { act: "amend", change: { word: "leave-out", parcel: "2" } });
    expect(screen(stand)).toMatchObject({
      parcels: [{ parcel: "1" }, { parcel: "2", isLeftOut: true }, { parcel: "3" }],
    });
    stand.act((story) => tap(story, "official"));
    const accepted = stand.story.journal.find(({ fact }) => fact.kind === "HandoverAccepted");
    expect(accepted?.fact).toMatchObject({ parcels: ["1", "3"] });
  });

  it("says before the tap what is taken when the receiver lists some of it themselves", () => {
    const stand = standOf(guarded({}));
    released(stand, "scan");
    stand.panels.press(box, { act: "read" });
    stand.act((story) => story.tag("3", box));
    expect(screen(stand)).toMatchObject({
      parcels: [{ isUnlisted: true }, { isUnlisted: true }, { parcel: "3", isLeftOut: false }],
      isDisputed: false,
    });
    stand.act((story) => story.tag("77", box));
    expect(screen(stand)).toMatchObject({ isDisputed: true });
  });

  it("waits while somebody touches the screen, asks before it ends, and says how it ended", async () => {
    expect(untouchedMs + endingMs).toBe(defaultTiming.wishWithinMs);
    const stand = standOf(guarded({}));
    released(stand, "tags");
    stand.panels.press(box, { act: "read" });
    for (let s = 0; s < 150; s += 5) {
      await stand.pass(5);
      stand.panels.press(box, { act: "touch" });
      expect(screen(stand)).toMatchObject({ name: "listing", step: "receiver" });
    }
    await stand.pass(untouchedMs / 1_000 + 1);
    expect(stand.panels.view(box)?.isEnding).toBe(true);
    stand.panels.press(box, { act: "touch" });
    expect(stand.panels.view(box)?.isEnding).toBe(false);
    await stand.pass((untouchedMs + endingMs) / 1_000 + 1);
    stand.tellCodes();
    expect(screen(stand)).toMatchObject({ name: "code", codes: [{ what: "unanswered" }] });
    expect(stand.story.journal.at(-1)?.fact).toMatchObject({ kind: "HandoverDisputed" });
  });

  it("by tags goes on while tags are read, though nobody touches the screen", async () => {
    const stand = standOf(guarded({}));
    fill(stand, "handover", "tags");
    for (let tag = 1; tag <= 10; tag += 1) {
      await stand.pass(20);
      stand.act((story) => story.tag(String(tag), box));
      expect(stand.panels.view(box)?.isEnding).toBe(false);
    }
    await stand.pass(untouchedMs / 1_000 + 1);
    expect(stand.panels.view(box)?.isEnding).toBe(true);
    await stand.pass(endingMs / 3_000);
    stand.act((story) => see(story, "99"));
    await stand.pass((2 * endingMs) / 1_000);
    expect(screen(stand)).toMatchObject({ name: "listing" });
    expect(stand.panels.view(box)?.isEnding).toBe(false);
    await stand.pass((untouchedMs + endingMs) / 1_000);
    expect(screen(stand)).toMatchObject({ name: "start" });
  });

  it("shows every code of its parts, each once, and a bounded number of them", () => {
    const stand = standOf(Story.ready());
    const codes = Array.from({ length: 20 }, (_, at) => `AAAA${String(at).padStart(4, "0")}`);
    for (const code of [...codes, ...codes]) {
      stand.panels.onCode({ box, code, what: "accepted" });
    }
    const shown = screen(stand);
    const texts = shown?.name === "code" ? shown.codes.map(({ code }) => code) : [];
    expect(texts).toHaveLength(codesMaxCount);
    expect(new Set(texts).size).toBe(codesMaxCount);
    expect(texts.at(-1)).toBe("AAAA 0019");
  });
});

describe("a manifest", () => {
  it("shows what is missing and extra only after the first person came", () => {
    const stand = standOf(guarded({}));
    fill(stand, "open-manifest", "M-7", "V-7", "scan");
    stand.act((story) => ["1", "2"].map((parcel) => story.tag(parcel, box)));
    stand.act((story) => tap(story, "teller"));
    fill(stand, "close-manifest", "M-7", "scan");
    stand.act((story) => ["2", "9"].map((parcel) => story.tag(parcel, box)));
    expect(screen(stand)).toMatchObject({ name: "listing", step: "first" });
    stand.act((story) => tap(story, "teller"));
    const counts = { expectedCount: 2, foundCount: 1, missing: ["1"], extra: ["9"] };
    expect(screen(stand)).toMatchObject({ name: "closing", manifest: "M-7", ...counts });
    stand.act((story) => tap(story, "official"));
    expect(stand.story.journal.at(-1)?.fact).toMatchObject({ found: ["2"], missing: ["1"] });
  });
});

describe("a question for a new number", () => {
  it("says at once which number is in use, before anything is listed", () => {
    const stand = standOf(guarded({}));
    fill(stand, "open-manifest", "M-7", "V-7", "scan");
    stand.act((story) => tap(story, "teller"));
    fill(stand, "open-manifest", "M-7");
    expect(screen(stand)).toMatchObject({ field: "manifest", isDenied: true });
    expect(stand.panels.answer(box, "M-7")).toBe(true);
    expect(screen(stand)).toMatchObject({ field: "manifest", isDenied: true });
    stand.panels.press(box, { act: "say", value: "M-8" });
    expect(screen(stand)).toMatchObject({ field: "voyage", isDenied: false });
  });
});

describe("what is owed", () => {
  it("comes first, where too much of it stands for another emergency", () => {
    const story = serviceable();
    const place = { box, compartment: 1, grantSeq: 0, person: "p-teller", reason: "water" };
    for (let count = 0; count < bounds.unsignedMaxCount; count += 1) {
      tell(story, { kind: "EmergencyDeclared", ...place });
    }
    const stand = standOf(story);
    fill(stand, "emergency");
    expect(screen(stand)).toMatchObject({ name: "owed", isFull: true });
  });

  it("is listed by door and record, and shorter when it was answered", () => {
    const stand = standOf(serviceable());
    fill(stand, "emergency", "1", "lock");
    stand.act((story) => tap(story, "teller"));
    stand.act((story) => enter(story, "teller"));
    stand.act((story) => [story.pulseEnds(), story.swing(ferry), story.shut(ferry)]);
    stand.panels.press(box, { act: "read" });
    stand.panels.press(box, { act: "go", to: "staff" });
    expect(screen(stand)).toMatchObject({ name: "staff", owedCount: 1 });
    stand.panels.press(box, { act: "go", to: "owed" });
    expect(screen(stand)).toMatchObject({ unsigned: [{ n: 1 }], unexplained: [] });
    stand.panels.press(box, { act: "wish", wish: { kind: "sign" } });
    stand.act((story) => tap(story, "official"));
    stand.tellCodes();
    expect(screen(stand)).toMatchObject({ name: "code", codes: [{ what: "signed" }] });
    stand.panels.press(box, { act: "go", to: "owed" });
    expect(screen(stand)).toMatchObject({ unsigned: [] });
  });
});

describe("service mode", () => {
  it("shows tools and tests to nobody but a fitter at work", () => {
    const stand = standOf(serviceable());
    stand.panels.press(box, { act: "go", to: "tools" });
    expect(screen(stand)).toMatchObject({ name: "start" });
    stand.panels.press(box, { act: "test" });
    expect(screen(stand)).toMatchObject({ name: "start" });
    expect(stand.lamps).toEqual([]);
  });

  it("shows nothing of the box once the fitter went away, until badge and PIN come again", async () => {
    const stand = standOf(Story.ready());
    maintain(stand);
    expect(screen(stand)).toMatchObject({ name: "service" });
    await stand.pass(untouchedMs / 1_000 + 1);
    expect(stand.panels.view(box)?.isEnding).toBe(true);
    await stand.pass(endingMs / 1_000);
    expect(screen(stand)).toEqual({ name: "serviced" });
    stand.panels.press(box, { act: "go", to: "tools" });
    stand.panels.press(box, { act: "test" });
    fill(stand, "open-empty");
    fill(stand, "switch");
    expect(screen(stand)).toEqual({ name: "serviced" });
    expect(stand.lamps).toEqual([]);
    stand.panels.press(box, { act: "wish", wish: { kind: "maintain", reason: "lamp" } });
    stand.act((story) => tap(story, "teller"));
    expect(screen(stand)).toEqual({ name: "pin" });
    stand.act((story) => enter(story, "teller"));
    expect(screen(stand)).toMatchObject({ name: "service" });
  });

  it("takes a compartment out of service and puts it back, by the same key", () => {
    const stand = standOf(Story.ready());
    maintain(stand);
    const isOff = () => {
      fill(stand, "switch");
      const shown = screen(stand);
      return shown?.name === "form" && shown.off.includes("1");
    };
    for (const after of [true, false]) {
      fill(stand, "switch", "1");
      stand.act((story) => tap(story, "teller"));
      expect(isOff()).toBe(after);
    }
  });

  it("tests lamp, buzzer and sensors, and gives no order to any lock", () => {
    const stand = standOf(Story.ready());
    maintain(stand);
    const before = stand.story.journal.length;
    const steps: unknown[] = [];
    for (let at = 0; at < 5; at += 1) {
      stand.panels.press(box, { act: "test" });
      const shown = screen(stand);
      steps.push(shown?.name === "test" ? shown.step : shown?.name);
      expect(shown).toMatchObject({ rows: [{ n: 1, isOutputOff: true, isOpen: false }] });
    }
    expect(steps).toEqual(["outputs", "green", "amber", "red", "sensors"]);
    stand.panels.press(box, { act: "test" });
    expect(screen(stand)).toMatchObject({ name: "service" });
    const lamps = ["maintenance", "granted", "held-open", "alarm", "maintenance", "maintenance"];
    expect(stand.lamps).toEqual(lamps);
    expect([stand.story.pulses, stand.story.journal.length]).toEqual([[], before]);
  });

  it("gives lamp and buzzer back when the test is left, by a key or for good", async () => {
    const stand = standOf(Story.ready());
    maintain(stand);
    const test = () => {
      for (let at = 0; at < 4; at += 1) stand.panels.press(box, { act: "test" });
      return stand.lamps.at(-1);
    };
    expect(test()).toBe("alarm");
    back(stand);
    expect(stand.lamps.at(-1)).toBe("maintenance");
    expect(test()).toBe("alarm");
    stand.act((story) => story.badge("courier", box));
    expect(stand.lamps.at(-1)).toBe("maintenance");
    expect(test()).toBe("alarm");
    await stand.time.advance(untouchedMs + endingMs);
    expect(stand.lamps.at(-1)).toBe("maintenance");
  });
});
