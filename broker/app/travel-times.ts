// Reads how long people need at least between two sites, as an operator writes it.

import { Fault, parseSiteName } from "@driftbox/proto";
import {
  defaultTravelTimes,
  wayKey,
  wayMaxMs,
  type TravelTimes,
} from "../core/projections/travel.ts";

const minuteMs = 60_000;
/** Pairs of sites in one file. */
const waysMaxCount = 10_000;

/** Fault: config/value, with the place. `defaultMinutes` and `ways` may both be left out. */
export function travelTimesOf(written: unknown): TravelTimes {
  const fields = fieldsOf(written, "the file", ["defaultMinutes", "ways"]);
  const { defaultMinutes: usual, ways = [] } = fields;
  if (!Array.isArray(ways) || ways.length > waysMaxCount) {
    return wrong("ways", `a list of ${waysMaxCount} at most`);
  }
  const betweenMs = new Map(ways.map((way, at) => wayOf(way, `ways[${at}]`)));
  const { defaultMs } = defaultTravelTimes;
  return { defaultMs: usual === undefined ? defaultMs : msOf(usual, "defaultMinutes"), betweenMs };
}

function wayOf(written: unknown, path: string): readonly [string, number] {
  const { sites, minutes } = fieldsOf(written, path, ["sites", "minutes"]);
  const names = Array.isArray(sites) ? sites.map((one) => parseSiteName(String(one))) : [];
  const [a, b] = names;
  if (names.length !== 2 || a?.ok !== true || b?.ok !== true || a.value === b.value) {
    return wrong(`${path}.sites`, "two different sites");
  }
  return [wayKey(a.value, b.value), msOf(minutes, `${path}.minutes`)];
}

function msOf(minutes: unknown, path: string): number {
  const max = wayMaxMs / minuteMs;
  if (typeof minutes === "number" && minutes >= 0 && minutes <= max) return minutes * minuteMs;
  return wrong(path, `minutes from 0 to ${max}`);
}

function fieldsOf(
  written: unknown,
  path: string,
  known: readonly string[],
): Readonly<Record<string, unknown>> {
  if (typeof written !== "object" || written === null) return wrong(path, "a mapping");
  const fields = Object.fromEntries(Object.entries(written));
  const unknown = Object.keys(fields).find((key) => !known.includes(key));
  return unknown === undefined
    ? fields
    : wrong(path, `no ${unknown}; known are ${known.join(", ")}`);
}

function wrong(path: string, expected: string): never {
  throw new Fault("config/value", `travel times, ${path}: expected ${expected}`);
}
