// Doors of two boxes open at once: a parcel is where its tag was shown last, whichever door is shut
// last.

import { describe, expect, it } from "vitest";
import { ferry, kinds, Story, type At } from "./story.ts";

const branch: At = ["branch", 1];

function see(story: Story, parcel: string, [box]: At) {
  return story.when({ kind: "TagSeen", reader: "uhf", box, parcel });
}

/** Parcels lie in the drop box. */
function withParcels(...parcels: readonly string[]): Story {
  const story = Story.ready();
  story.visit("depositor", ferry, { tags: parcels, leaves: true });
  return story;
}

describe("a tag that is shown at two boxes", () => {
  it.each([
    ["shut last", [branch, ferry]],
    ["shut first", [ferry, branch]],
  ] as const)("is put into the second one, the first one %s", (_, order) => {
    const story = withParcels("101");
    story.enter("depositor", ferry);
    story.tag("900", "ferry");
    story.enter("depositor", branch);
    story.tag("900", "branch");
    story.presence(branch, true);
    for (const at of order) story.shut(at);
    expect(story.parcelsAt(branch)).toEqual(["900"]);
    expect(story.parcelsAt(ferry)).toEqual(["101"]);
  });

  it("is not brought to the box where it was shown by mistake", () => {
    const story = withParcels("101");
    story.tag("900", "ferry");
    story.visit("depositor", branch, { tags: ["900"], leaves: true });
    story.visit("depositor", ferry);
    expect(story.parcelsAt(branch)).toEqual(["900"]);
    expect(story.parcelsAt(ferry)).toEqual(["101"]);
  });

  it("stays where it was put when it came out of a door that is shut later", () => {
    const story = withParcels("101", "102");
    story.enter("courier", ferry);
    story.tag("102", "ferry");
    story.enter("depositor", branch);
    story.tag("102", "branch");
    story.presence(branch, true);
    story.shut(branch);
    expect(kinds(story.shut(ferry))).not.toContain("ParcelDeposited");
    expect(story.parcelsAt(branch)).toEqual(["102"]);
    expect(story.parcelsAt(ferry)).toEqual(["101"]);
  });
});

describe("a tag that an antenna sees at another box", () => {
  it("is put in where it was shown", () => {
    const story = withParcels("101");
    story.enter("depositor", ferry);
    story.tag("900", "ferry");
    story.enter("depositor", branch);
    see(story, "900", branch);
    story.presence(branch, true);
    story.shut(branch);
    story.shut(ferry);
    expect(story.parcelsAt(ferry)).toEqual(["101", "900"]);
    expect(story.parcelsAt(branch)).toEqual([]);
  });

  it("is put in where it is seen, though it was shown elsewhere before to no avail", () => {
    const story = withParcels("101");
    story.enter("depositor", branch);
    story.tag("900", "ferry");
    see(story, "900", branch);
    story.presence(branch, true);
    story.shut(branch);
    story.visit("depositor", ferry);
    expect(story.parcelsAt(branch)).toEqual(["900"]);
    expect(story.parcelsAt(ferry)).toEqual(["101"]);
  });

  it("is of the visit that it was shown for, though an antenna saw it elsewhere meanwhile", () => {
    const story = withParcels("101");
    story.enter("depositor", branch);
    story.tag("900", "ferry");
    see(story, "900", branch);
    story.enter("depositor", ferry);
    story.presence(branch, true);
    story.shut(branch);
    story.shut(ferry);
    expect(story.parcelsAt(branch)).toEqual([]);
    expect(story.parcelsAt(ferry)).toEqual(["101", "900"]);
  });

  it("is put in where it was seen last, if nobody showed it", () => {
    const story = withParcels("101");
    story.enter("depositor", ferry);
    story.enter("depositor", branch);
    see(story, "900", ferry);
    see(story, "900", branch);
    story.presence(branch, true);
    story.shut(branch);
    story.shut(ferry);
    expect(story.parcelsAt(branch)).toEqual(["900"]);
    expect(story.parcelsAt(ferry)).toEqual(["101"]);
  });
});
