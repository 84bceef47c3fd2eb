// What scenarios are there to show is shown where it counts: away from the center, by what is
// recorded, by the lamp or buzzer, and by the screen.

import { describe, expect, it } from "vitest";
import { loadScenario } from "../../device-sim/compose.ts";
import { scenarioNames } from "../../device-sim/project.ts";
import type { Scenario } from "../../device-sim/scenario/plan.ts";
import { failureKeys, programKeys } from "../../device-sim/scenario/shown.ts";

const plans = scenarioNames().map((name) => loadScenario(name));

/** Each of them must be among the verbs of the scenario. A command needs a link, if a bad one. */
const aspects: readonly (readonly string[])[] = [
  ["cut-link", "slow-link"],
  ["event"],
  ["signal"],
  ["screen"],
];

function isShownInFull({ steps }: Scenario): boolean {
  const verbs = new Set<string>(steps.map(({ verb }) => verb));
  return aspects.every((words) => words.some((word) => verbs.has(word)));
}

describe.each([
  ["programs", programKeys, 6],
  ["failures", failureKeys, 22],
] as const)("every one of the %s", (kind, keys, leastCount) => {
  it("has a scenario that looks at events, signals and screen without a good link", () => {
    expect(keys.length).toBeGreaterThanOrEqual(leastCount);
    const full = plans.filter(isShownInFull);
    const shown = new Set<string>(full.flatMap(({ shows }) => [...(shows?.[kind] ?? [])]));
    expect(keys.filter((key) => !shown.has(key))).toEqual([]);
  });
});
