// Reads a fixture from its file.

import { readFileSync } from "node:fs";
import { Fault } from "@driftbox/proto";
import { readFixture, type Fixture } from "./fixture.ts";

/** @throws Fault scenario/invalid */
export function loadFixture(path: string): Fixture {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new Fault("scenario/invalid", `${path}: cannot be read`, { cause });
  }
  return readFixture(text, path);
}

/** The same, of a device of one driver. @throws Fault scenario/invalid */
export function loadFixtureOf(driver: string, path: string): Fixture {
  const fixture = loadFixture(path);
  if (fixture.driver === driver) return fixture;
  throw new Fault("scenario/invalid", `${path}: recorded of a ${fixture.driver}, not a ${driver}`);
}
