// Every fault the simulator can inject is injected by a scenario or named by a test.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadScenario } from "../../device-sim/compose.ts";
import { scenarioNames } from "../../device-sim/project.ts";
import { isDeed } from "../../device-sim/scenario/steps.ts";
import { faultNames, injectedBy, thingFaults } from "./fault-names.ts";

const testFolder = join(import.meta.dirname, "..");

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
