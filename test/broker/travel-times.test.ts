// How long the way between two sites takes at least, as an operator writes it.

import { expect, it } from "vitest";
import { Fault } from "@driftbox/proto";
import { travelTimesOf } from "../../broker/app/travel-times.ts";
import { defaultTravelTimes, wayKey } from "../../broker/core/projections/travel.ts";

const minuteMs = 60_000;

it("holds in both directions, and five minutes hold where nothing is written", () => {
  const { defaultMs, betweenMs } = travelTimesOf({
    ways: [{ sites: ["b-2", "a-1"], minutes: 90 }],
  });
  expect(defaultMs).toBe(defaultTravelTimes.defaultMs);
  expect(betweenMs.get(wayKey("a-1", "b-2"))).toBe(90 * minuteMs);
  expect(betweenMs.get(wayKey("b-2", "a-1"))).toBe(90 * minuteMs);
  expect(travelTimesOf({ defaultMinutes: 2 }).defaultMs).toBe(2 * minuteMs);
});

it.each([
  ["nothing", null],
  ["an unknown key", { minutes: 3 }],
  ["one site", { ways: [{ sites: ["a-1"], minutes: 3 }] }],
  ["the same site twice", { ways: [{ sites: ["a-1", "a-1"], minutes: 3 }] }],
  ["over a day", { ways: [{ sites: ["a-1", "b-2"], minutes: 1_441 }] }],
  ["a text for a number", { defaultMinutes: "5" }],
])("refuses %s", (_what, written) => {
  expect(() => travelTimesOf(written)).toThrow(Fault);
});
