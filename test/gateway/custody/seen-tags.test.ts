// Tags that a field sees by itself: they name no visit, and count only while its door is open.

import { describe, expect, it } from "vitest";
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
