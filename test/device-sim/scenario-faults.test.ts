// Every fault the simulator can inject is injected by a scenario or named by a test.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadScenario } from "../../device-sim/compose.ts";
import { gpioFlaws } from "../../device-sim/devices/gpio-server.ts";
import { ntag424Flaws } from "../../device-sim/devices/ntag424-card.ts";
import { byteFaultNames } from "../../device-sim/faults/byte-faults.ts";
import { scenarioNames } from "../../device-sim/project.ts";
import { drivers } from "../../device-sim/scenario/drivers.ts";
import { flawWords } from "../../device-sim/scenario/plan.ts";
import { deeds, isDeed, type Step } from "../../device-sim/scenario/steps.ts";

const testFolder = join(import.meta.dirname, "..");

/** Deeds of people and of the sea; every other deed does something wrong, or ends it. */
const wellMeant = ["tap", "show-parcel", "open-door", "close-door", "put", "take"].concat([
  "deposit",
  "collect",
  "wait",
  "press-keys",
  "start-gateway",
  "restore-link",
  "replug",
]);

/** Faults of wires, doors, devices and cards. */
function thingFaults(): readonly string[] {
  const ofDevices = Object.values(drivers).flatMap(({ flaws }) => flaws);
  const ofDoors = Object.keys(flawWords);
  return [...byteFaultNames, ...ofDoors, ...ofDevices, ...ntag424Flaws, ...gpioFlaws];
}

function faultNames(): readonly string[] {
  const ofDeeds = Object.keys(deeds).filter((verb) => !wellMeant.includes(verb));
  return [...thingFaults(), ...ofDeeds];
}

/** What a step injects: the deed itself, and the fault it names. */
function injectedBy({ verb, fields }: Step): readonly string[] {
  const named = Object.entries(fields).filter(([key]) => key === "flaw" || key === "layer");
  return [verb, ...named.map(([, value]) => String(value))];
}

function injectedByScenarios(): ReadonlySet<string> {
  const scenarios = scenarioNames().map((name) => loadScenario(name));
  const steps = scenarios.flatMap((one) => one.steps.filter(isDeed).flatMap(injectedBy));
  const cards = scenarios.flatMap((one) => one.people.map(({ cardFlaw }) => cardFlaw ?? ""));
  return new Set([...steps, ...cards]);
}

function testTexts(): readonly string[] {
  const files = readdirSync(testFolder, { recursive: true, encoding: "utf8" });
  const others = files.filter((file) => file.endsWith(".test.ts") && !file.includes("scenario-"));
  return others.map((file) => readFileSync(join(testFolder, file), "utf8"));
}

it("no fault of the simulator is left untried", () => {
  const names = [...new Set(faultNames())];
  const injected = injectedByScenarios();
  const byScenario = names.filter((name) => injected.has(name));
  const texts = testTexts();
  const byTest = names.filter((name) => texts.some((text) => text.includes(`"${name}"`)));
  const untried = names.filter((name) => !byScenario.includes(name) && !byTest.includes(name));
  const inTests = `${byTest.length} by ${texts.length} test files`;
  const counts = `${byScenario.length} by scenarios, ${inTests}`;
  process.stdout.write(`faults: ${names.length} names; ${counts}\n`);
  expect(untried).toEqual([]);
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(texts.length).toBeGreaterThanOrEqual(50);
});

it("every fault of a wire, a door, a device or a card is injected on the whole program by a scenario", () => {
  const injected = injectedByScenarios();
  const faults = thingFaults();
  expect(faults.length).toBeGreaterThanOrEqual(30);
  expect(faults.filter((name) => !injected.has(name))).toEqual([]);
});
