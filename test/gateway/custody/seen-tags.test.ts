// Tags that a field sees by itself: they name no visit, and count only while its door is open.

import { describe, expect, it } from "vitest";
import type { Wish } from "../../../gateway/custody/visits/wishes.ts";
import { holder, wish } from "./handover-steps.ts";
import { ferry, kinds, only, Story } from "./story.ts";

function see(story: Story, parcel: string, box = "ferry") {
  return story.when({ kind: "TagSeen", reader: "uhf", box, parcel });
}

describe("a tag that comes into a field by itself", () => {
  it("is not taken for what the next visitor brings", () => {
    const story = Story.ready();
    see(story, "900");
    const facts = story.visit("depositor", ferry, { tags: ["101"], leaves: true });
    expect(only(facts, "ParcelDeposited").parcel).toBe("101");
    expect(story.state.volatile.trays).toEqual({ ferry: [] });
  });

  it("does not turn a collection into a deposit", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["101"], leaves: true });
    see(story, "900");
    expect(only(story.badge("clerk", "ferry"), "AccessGranted").action).toBe("collect");
  });

  it("counts while the door of a visit is open, and not before", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    see(story, "900");
    story.pulseEnds();
    story.swing(ferry);
    see(story, "102");
    story.presence(ferry, true);
    story.shut(ferry);
    expect(story.parcelsAt(ferry)).toEqual(["102"]);
  });

  it("takes nothing out of the compartment that it is heard in", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["101"], leaves: true });
    story.enter("depositor", ferry);
    see(story, "101");
    const facts = story.shut(ferry);
    expect(only(facts, "DoorClosed").result).toBe("nothing-moved");
    expect(kinds(facts)).not.toContain("ParcelCollected");
    expect(story.parcelsAt(ferry)).toEqual(["101"]);
  });

  it("leaves to presence what a collection took out", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["101"], leaves: true });
    story.enter("courier", ferry);
    see(story, "101");
    story.presence(ferry, false);
    expect(only(story.shut(ferry), "ParcelCollected")).toMatchObject({
      parcel: "101",
      evidence: "presence-only",
    });
  });

  it("takes nothing from another compartment that surely has it", () => {
    const story = Story.ready();
    story.visit("depositor", ["branch", 1], { tags: ["101"], leaves: true });
    story.enter("depositor", ferry);
    see(story, "101");
    story.presence(ferry, true);
    story.shut(ferry);
    expect(story.parcelsAt(["branch", 1])).toEqual(["101"]);
    expect(story.parcelsAt(ferry)).toEqual([]);
  });
});

describe("a tag that comes into a field at an open door while a wish stands", () => {
  const manifest = { kind: "open-manifest", method: "tags", manifest: "m", voyage: "v" } as const;
  const handover = { kind: "handover", method: "tags" } as const;

  function putIn(what: Wish): Story {
    const story = Story.ready();
    story.enter("depositor", ferry);
    wish(story, what);
    see(story, "102");
    story.presence(ferry, true);
    return story;
  }

  it("names what is put in, also where a manifest lists it", () => {
    const story = putIn(manifest);
    expect(only(story.shut(ferry), "ParcelDeposited").parcel).toBe("102");
    expect(story.parcelsAt(ferry)).toEqual(["102"]);
  });

  it("names what is put in after a handover that was given up", () => {
    const story = putIn(handover);
    wish(story, undefined);
    expect(only(story.shut(ferry), "ParcelDeposited").parcel).toBe("102");
  });

  it("names nothing that is to be handed over, was released or was accepted", () => {
    const listed = putIn(handover);
    expect(only(listed.shut(ferry), "DepositUnverified").parcel).toBe("");
    expect(only(listed.badge("courier", "ferry"), "HandoverReleased").parcels).toEqual(["102"]);
    const given = putIn(handover);
    given.badge("courier", "ferry");
    see(given, "102");
    expect(only(given.shut(ferry), "DepositUnverified").parcel).toBe("");
    const taken = putIn(handover);
    taken.badge("courier", "ferry");
    taken.badge("clerk", "ferry");
    expect(only(taken.shut(ferry), "DepositUnverified").parcel).toBe("");
    expect(holder(taken, "102")).toBe("p-clerk");
  });
});

describe("somebody who may collect, while mains power is away", () => {
  it("is let in to collect, whatever was shown to be put in", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["101"], leaves: true });
    story.when({ kind: "MainsReported", isPresent: false });
    story.tag("102", "ferry");
    const granted = only(story.badge("clerk", "ferry"), "AccessGranted");
    expect(granted.action).toBe("collect");
    expect(kinds(story.badge("depositor", "ferry"))).toEqual(["AccessRefused"]);
  });
});
