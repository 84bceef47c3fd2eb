// Doors and bolts: forced, held open, ajar, closed again, and sensors that disagree.

import { describe, expect, it } from "vitest";
import { defaultTiming } from "../../../gateway/custody/layout.ts";
import { compiled, ferry, kinds, only, Story, type At } from "./story.ts";

const branch1: At = ["branch", 1];

describe("a door that opens without a grant", () => {
  it("is tamper, and its closing belongs to no session", () => {
    const story = Story.ready();
    expect(kinds(story.door(ferry, true))).toEqual(["DoorForced"]);
    const facts = story.shut(ferry);
    expect(only(facts, "DoorClosed")).toMatchObject({ grantSeq: 0, result: "no-session" });
    expect(story.elapse(600_000)).toEqual([]);
  });

  it("takes what was inside out of custody when presence says so", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.door(ferry, true);
    story.presence(ferry, false);
    const facts = story.shut(ferry);
    expect(kinds(facts)).toEqual(["DoorClosed", "ParcelUnaccounted"]);
    const lost = only(facts, "ParcelUnaccounted");
    expect(lost).toMatchObject({ parcels: ["100"], lastPerson: "p-depositor" });
    expect(story.parcelsAt(ferry)).toEqual([]);
  });

  it("is forced too when the grant waits for its coil and nothing was pulsed", () => {
    const story = Story.ready();
    story.badge("depositor", "branch");
    expect(kinds(story.bolt(["branch", 2], false))).toEqual(["DoorForced"]);
  });
});

describe("a door held open", () => {
  it("is warned about, then alarmed about, each once", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    const facts = story.elapse(600_000);
    expect(kinds(facts)).toEqual(["DoorHeldOpen", "DoorHeldOpen"]);
    expect(facts).toMatchObject([
      { stage: 1, openMs: defaultTiming.heldOpenWarnMs },
      { stage: 2, openMs: defaultTiming.heldOpenAlarmMs },
    ]);
  });

  it("is not warned about once it is closed in time", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.elapse(29_000);
    expect(kinds(story.shut(ferry))).toEqual(["DoorClosed"]);
    expect(story.elapse(600_000)).toEqual([]);
  });

  it("keeps others from the box until the alarm, and no longer", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.tag("100", "ferry");
    story.elapse(100_000);
    expect(only(story.badge("courier", "ferry"), "AccessRefused").reason).toBe("box-busy");
    story.elapse(100_000);
    const facts = story.badge("courier", "ferry");
    expect(kinds(facts)).toEqual(["DepositUnverified", "AccessGranted", "UnlockIntended"]);
    expect(only(facts, "DepositUnverified")).toMatchObject({ parcel: "100", grantSeq: 2 + 1 });
    const opened = story.pulseEnds();
    expect(kinds(opened)).toEqual(["UnlockConcluded", "DoorOpened"]);
    expect(only(opened, "DoorOpened").person).toBe("p-courier");
  });

  it("while its bolt says engaged is a dissent of its contact, recorded once", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.bolt(ferry, true);
    const facts = story.elapse(600_000);
    expect(only(facts, "SensorDissented")).toMatchObject({ sensor: "door", says: "open" });
  });

  it("that its contact never noticed is told by bolt and presence, and the visit counts", () => {
    const story = Story.ready();
    story.tag("100", "ferry");
    story.badge("depositor", "ferry");
    story.pulseEnds();
    story.bolt(ferry, false);
    story.presence(ferry, true);
    const opened = story.elapse(500);
    expect(kinds(opened)).toEqual(["UnlockConcluded", "DoorOpened", "SensorDissented"]);
    expect(only(opened, "SensorDissented")).toMatchObject({ sensor: "door", says: "closed" });
    story.bolt(ferry, true);
    expect(kinds(story.elapse(500))).toEqual(["DoorClosed", "ParcelDeposited"]);
  });
});

describe("a door that is shut while its bolt has not engaged", () => {
  it("is ajar, and counts no deposit until the bolt is confirmed", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.tag("100", "ferry");
    story.presence(ferry, true);
    story.door(ferry, false);
    expect(kinds(story.elapse(60_000))).toEqual(["DoorAjar"]);
    story.bolt(ferry, true);
    expect(kinds(story.elapse(500))).toEqual(["DoorClosed", "ParcelDeposited"]);
  });

  it("for long is a fault and a dissent, and no longer keeps others from the box", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.door(ferry, false);
    expect(kinds(story.elapse(600_000))).toEqual(["DoorAjar", "LockFaulted", "SensorDissented"]);
    expect(kinds(story.badge("courier", "ferry"))).toContain("AccessGranted");
  });

  it("may be opened again in the same session", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.door(ferry, false);
    story.elapse(2_000);
    expect(story.door(ferry, true)).toEqual([]);
    expect(kinds(story.shut(ferry))).toEqual(["DoorClosed"]);
  });
});

describe("a door that somebody finds open or ajar", () => {
  it("charges them with nothing that was gone before they came", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.swing(ferry);
    story.presence(ferry, false);
    story.door(ferry, false);
    const granted = story.badge("courier", "ferry");
    expect(only(granted, "ParcelUnaccounted")).toMatchObject({
      parcels: ["100"],
      presenceBefore: "occupied",
      presenceAfter: "empty",
      lastPerson: "p-depositor",
    });
    story.pulseEnds();
    const facts = story.shut(ferry);
    expect(only(facts, "DoorClosed")).toMatchObject({
      presenceBefore: "empty",
      result: "nothing-moved",
    });
    expect(kinds(facts)).not.toContain("ParcelCollected");
  });

  it("charges them with what they take out themselves, before the door is told open too", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.swing(ferry);
    expect(kinds(story.badge("courier", "ferry"))).not.toContain("ParcelUnaccounted");
    story.presence(ferry, false);
    story.pulseEnds();
    const facts = story.shut(ferry);
    expect(only(facts, "DoorClosed")).toMatchObject({ presenceBefore: "occupied" });
    expect(only(facts, "ParcelCollected")).toMatchObject({ person: "p-courier" });
  });

  it("charges nobody with what an older session left it open without", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.enter("courier", ferry);
    story.presence(ferry, false);
    story.elapse(200_000);
    const granted = story.badge("clerk", "ferry");
    expect(only(granted, "ParcelUnaccounted")).toMatchObject({ lastPerson: "p-courier" });
    story.pulseEnds();
    expect(kinds(story.shut(ferry))).not.toContain("ParcelCollected");
  });

  it("tells of a theft once, whether or not the grant that found it came to an opening", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.swing(ferry);
    story.presence(ferry, false);
    expect(kinds(story.badge("courier", "ferry"))).toContain("ParcelUnaccounted");
    story.pulseEnds("not-sent");
    expect(kinds(story.shut(ferry))).toEqual(["DoorClosed"]);
  });

  it("keeps the theft to be told when its sensor cannot be read as they come", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.swing(ferry);
    story.presence(ferry, undefined);
    story.badge("courier", "ferry");
    story.pulseEnds("not-sent");
    story.presence(ferry, false);
    expect(kinds(story.shut(ferry))).toEqual(["DoorClosed", "ParcelUnaccounted"]);
  });
});

describe("a door that closes", () => {
  it("and opens again before it has settled is the same opening", () => {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.door(ferry, false);
    story.bolt(ferry, true);
    story.elapse(400);
    expect(story.door(ferry, true)).toEqual([]);
    expect(story.elapse(5_000)).toEqual([]);
    story.door(ferry, false);
    expect(only(story.elapse(500), "DoorClosed").openMs).toBe(5_400);
  });

  it("follows the bolt where the hook switch is the only contact", () => {
    const story = Story.ready();
    story.badge("depositor", "branch");
    story.pulseEnds();
    story.bolt(branch1, false);
    story.bolt(branch1, true);
    expect(kinds(story.elapse(500))).toEqual(["DoorClosed"]);
  });

  it("follows the bolt when its contact cannot be read", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds();
    story.door(ferry, undefined);
    expect(kinds(story.bolt(ferry, false))).toEqual(["UnlockConcluded", "DoorOpened"]);
    story.bolt(ferry, true);
    expect(kinds(story.elapse(500))).toEqual(["DoorClosed"]);
  });

  it("is not seen to close while nothing can be read", () => {
    const story = Story.ready(compiled());
    story.enter("depositor", ferry);
    story.bolt(ferry, undefined);
    expect(story.door(ferry, undefined)).toEqual([]);
    expect(kinds(story.elapse(1_000))).toEqual([]);
  });
});
