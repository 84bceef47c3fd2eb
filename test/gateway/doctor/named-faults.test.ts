// A scenario on the real programs injects each fault of the simulator and asks doctor for its name.

import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadScenario } from "../../../device-sim/compose.ts";
import { scenarioNames } from "../../../device-sim/project.ts";
import type { Scenario } from "../../../device-sim/scenario/plan.ts";
import type { Step, StepOf } from "../../../device-sim/scenario/steps.ts";
import { faultNames, injectedBy } from "../../device-sim/fault-names.ts";
import { faultSection, namedFaults } from "./named-faults.ts";

type Asked = StepOf<"doctor">["fields"];

/** Verbs that only carry the name of a fault. */
const carriers: readonly string[] = ["flaw", "byte-fault", "device-flaw", "card-flaw"];
/** What ends a deed that has no switch of its own. */
const cures: Readonly<Record<string, string>> = {
  unplug: "replug",
  "cut-link": "restore-link",
  "slow-link": "restore-link",
  "kill-gateway": "start-gateway",
};
/** A board or the mains are wrong when they are off, everything else when it is on. */
const wrongWhenOff: readonly string[] = ["board-power", "mains"];

function simulatorFaults(): readonly string[] {
  const names = faultNames().filter((name) => !carriers.includes(name));
  return [...new Set([...names, "same-address"])];
}

function isInjected({ verb, fields }: Step, fault: string): boolean {
  if (verb === cures[fault]) return false;
  const values: Readonly<Record<string, unknown>> = fields;
  const { on, rate, low, weak, open } = values;
  if (wrongWhenOff.includes(fault)) return on === false;
  return rate !== 0 && ![on, low, weak, open].includes(false);
}

/** Whether the last word on the fault before a step was that it is there. */
function isThere(scenario: Scenario, before: number, fault: string): boolean {
  if (fault === "same-address") return hasSameAddress(scenario);
  const last = scenario.steps
    .slice(0, before)
    .findLast((step) => injectedBy(step).includes(fault) || step.verb === cures[fault]);
  return last !== undefined && isInjected(last, fault);
}

function hasSameAddress({ gateways }: Scenario): boolean {
  const boards = gateways.flatMap(({ boxes }) => boxes.map(({ board }) => board));
  const places = boards.flatMap(({ bus, address }) =>
    bus === undefined ? [] : [`${bus} ${address}`],
  );
  return new Set(places).size < places.length;
}

/** Questions to doctor while their fault is there; the story has its own test and asks none. */
function questions(): readonly Asked[] {
  return scenarioNames().flatMap((name) => {
    const scenario = loadScenario(name);
    return scenario.steps.flatMap((step, at) => {
      if (step.verb !== "doctor") return [];
      return isThere(scenario, at, step.fields.fault) ? [step.fields] : [];
    });
  });
}

describe("the faults of the simulator", () => {
  it("have each a name of doctor in the table, and no other fault is there", () => {
    expect(Object.keys(namedFaults).toSorted()).toEqual(simulatorFaults().toSorted());
  });

  it("are each asked for on the real programs, while they are there", () => {
    const asked = questions();
    const faults = simulatorFaults();
    const unasked = faults.filter((name) => !asked.some(({ fault }) => fault === name));
    const count = `${faults.length - unasked.length} of ${faults.length}`;
    process.stdout.write(`doctor: ${count} faults named, by ${asked.length} questions\n`);
    expect(unasked).toEqual([]);
    expect(faults.length).toBeGreaterThanOrEqual(48);
  });

  it("are called nothing else than what the table says", () => {
    for (const { fault, causes } of questions()) {
      expect(causes.length, fault).toBeGreaterThan(0);
      for (const cause of causes) expect(namedFaults[fault], fault).toContain(cause);
    }
  });

  it("stand in docs/doctor.md with their names", () => {
    const path = new URL("../../../docs/doctor.md", import.meta.url);
    const text = readFileSync(path, "utf8");
    const whole = text.replace(/\| Fault \| Named \|\n[^]*?\n(?=\n)/, faultSection());
    if (process.env["DRIFTBOX_WRITE_DOCS"] === "1") writeFileSync(path, whole);
    expect(readFileSync(path, "utf8").includes(faultSection())).toBe(true);
  });
});
