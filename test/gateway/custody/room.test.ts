// A drop box that is configured for so many parcels takes no more.

import { expect, it } from "vitest";
import { boxStates } from "../../../gateway/custody/snapshot.ts";
import { refusalsOf } from "./bank.ts";
import { compiled, ferry, ferryBox, layout, Story } from "./story.ts";

const [slot] = ferryBox.compartments;

it("takes as many as fit in, and says how many those are", () => {
  const boxes = [{ ...ferryBox, compartments: slot === undefined ? [] : [{ ...slot, holds: 2 }] }];
  const small = { ...layout, boxes };
  const story = Story.ready(compiled({}, small), small);
  for (const parcel of ["1", "2"]) {
    story.visit("depositor", ferry, { tags: [parcel], leaves: true });
    story.elapse(60_000);
  }
  expect(boxStates(story.state)[0]?.compartments?.[0]).toMatchObject({
    holds: 2,
    parcels: ["1", "2"],
  });
  story.tag("3", "ferry");
  expect(refusalsOf(story.badge("depositor", "ferry"))).toEqual([
    "p-depositor no-free-compartment",
  ]);
});
