// Words of the state document, stored snapshots, and the fold of a journal.

import { describe, expect, it } from "vitest";
import { foldEvents, snapshotOf, type CustodySnapshot } from "../../../gateway/custody/replay.ts";
import { boxStates, compartmentWords } from "../../../gateway/custody/snapshot.ts";
import { placeAt, type Layout } from "../../../gateway/custody/layout.ts";
import { recordAt } from "../../../gateway/custody/state.ts";
import { ferry, ferryBox, kinds, layout, only, Story } from "./story.ts";

function words(story: Story) {
  const place = placeAt(layout, "ferry", 1);
  if (place === undefined) throw new Error("no ferry box");
  return compartmentWords(story.state, place);
}

describe("the words of a compartment", () => {
  it("at rest are secured, closed and empty", () => {
    expect(words(Story.ready())).toEqual({ lock: "secured", door: "closed", presence: "empty" });
  });

  it("before any sensor spoke are unknown", () => {
    expect(words(new Story())).toEqual({ lock: "unknown", door: "unknown", presence: "unknown" });
  });

  it("follow a visit: unlocking, open, held open, ajar, closed", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    expect(words(story).lock).toBe("unlocking");
    story.pulseEnds();
    story.swing(ferry);
    expect(words(story)).toMatchObject({ lock: "released", door: "open" });
    story.elapse(30_000);
    expect(words(story).door).toBe("held-open");
    story.door(ferry, false);
    story.elapse(2_000);
    expect(words(story).door).toBe("ajar");
    story.shut(ferry);
    expect(words(story)).toMatchObject({ lock: "secured", door: "closed" });
  });

  it("name a forced door, a jam and a board that is offline", () => {
    const forced = Story.ready();
    forced.door(ferry, true);
    expect(words(forced).door).toBe("forced");
    const jammed = Story.ready();
    jammed.badge("depositor", "ferry");
    for (let attempt = 0; attempt < 3; attempt += 1) {
      jammed.pulseEnds();
      jammed.elapse(3_000);
    }
    expect(words(jammed).lock).toBe("jammed");
    const device = "lock-f";
    jammed.when({ kind: "DeviceHealthChanged", device, isOnline: false, reason: "cut" });
    expect(words(jammed).lock).toBe("offline");
  });

  it("are listed for each box in the order of the layout", () => {
    const story = Story.ready();
    story.visit("depositor", ["branch", 1], { tags: ["100"], leaves: true });
    const boxes = boxStates(story.state);
    expect(boxes.map(({ box }) => box)).toEqual(["ferry", "branch"]);
    expect(boxes[1]?.compartments?.map(({ compartment }) => compartment)).toEqual([1, 2, 3]);
    expect(boxes[1]?.compartments?.[0]).toEqual({
      compartment: 1,
      lock: "secured",
      door: "closed",
      presence: "occupied",
      isEnabled: true,
      parcels: ["100"],
      holds: 1,
      quarantined: [],
    });
  });
});

describe("a stored snapshot", () => {
  function visited(): Story {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    return story;
  }

  it("and the events after it fold to the same state as all events", () => {
    const story = visited();
    const stored: CustodySnapshot = JSON.parse(JSON.stringify(snapshotOf(story.state)));
    story.visit("courier", ferry, { leaves: false });
    const all = foldEvents(layout, undefined, story.journal);
    const fromSnapshot = foldEvents(layout, stored, story.journal);
    expect(fromSnapshot).toEqual(all);
    expect(all.durable).toEqual(story.state.durable);
  });

  it("of another version is not used", () => {
    const story = visited();
    const foreign = { ...snapshotOf(story.state), snapshotVersion: 99 };
    expect(foldEvents(layout, foreign, story.journal).durable).toEqual(story.state.durable);
    expect(foldEvents(layout, foreign, []).durable.nextSeq).toBe(0);
  });

  it("of the version before, which told the kinds of openings apart by words, is used", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    const { session } = recordAt(story.state, "ferry#1");
    if (session?.basis.kind !== "badge") throw new Error("no session of a badge");
    const { basis, ...kept } = session;
    const { badgeRef, assurance } = basis.opener;
    const before = { ...kept, badgeRef, assurance, basis: "right", code: "", grant: "" };
    const now = JSON.stringify({ ...snapshotOf(story.state), snapshotVersion: 1 });
    const text = now.replace(JSON.stringify(session), JSON.stringify(before));
    expect(text).not.toBe(now);
    const stored: CustodySnapshot = JSON.parse(text);
    expect(foldEvents(layout, stored, []).durable).toEqual(story.state.durable);
  });

  it("fits a changed layout: new compartments start empty, old ones that owe nothing go", () => {
    const snapshot = snapshotOf(visited().state);
    const grown: Layout = { ...layout, boxes: [{ ...ferryBox, id: "pier" }, ferryBox] };
    const state = foldEvents(grown, snapshot, []);
    expect(Object.keys(state.durable.compartments)).toEqual(["pier#1", "ferry#1"]);
  });

  it("keeps what a removed box held, whichever way the state is restored, until it is told", () => {
    const story = visited();
    story.badge("depositor", "branch");
    const renamed: Layout = { ...layout, boxes: [{ ...ferryBox, id: "pier" }] };
    const stored = snapshotOf(story.state);
    const early = snapshotOf(Story.ready().state);
    for (const snapshot of [stored, early, undefined]) {
      const started = new Story(renamed);
      started.state = foldEvents(renamed, snapshot, story.journal);
      const facts = started.boot();
      expect(only(facts, "ParcelUnaccounted")).toMatchObject({
        box: "ferry",
        compartment: 1,
        parcels: ["100"],
        presenceBefore: "occupied",
        presenceAfter: "unknown",
        lastPerson: "p-depositor",
      });
      const concluded = only(facts, "UnlockConcluded");
      expect(concluded).toMatchObject({ box: "branch", compartment: 1, outcome: "unknown" });
      expect(only(facts, "BootRecovered").unresolvedIntents).toBe(1);
      expect(Object.keys(started.state.durable.compartments)).toEqual(["pier#1"]);
      expect(kinds(started.boot())).toEqual(["GatewayStarted", "BootRecovered"]);
    }
  });

  it("with a hole behind it is a defect", () => {
    const story = visited();
    expect(() => foldEvents(layout, undefined, story.journal.slice(1))).toThrow("event 1");
  });
});
