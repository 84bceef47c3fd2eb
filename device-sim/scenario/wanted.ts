// Which violations a scenario asks for: each step forgives so many of its kind, and no other.

import type { Violation } from "../world/index.ts";
import type { Scenario } from "./plan.ts";
import type { StepOf } from "./steps.ts";

type Fields = StepOf<"violation">["fields"];

/** Violations found that fit a step. */
export function fitting(found: readonly Violation[], fields: Fields): readonly Violation[] {
  return found.filter((one) => isFit(one, fields));
}

/** What was found without what the scenario expected, each step taking its count at most. */
export function unwanted(
  found: readonly Violation[],
  { steps }: Pick<Scenario, "steps">,
): readonly Violation[] {
  let left = found;
  for (const { verb, fields } of steps) {
    if (verb !== "violation") continue;
    const forgiven = fitting(left, fields).slice(0, fields.count ?? 1);
    left = left.filter((one) => !forgiven.includes(one));
  }
  return left;
}

function isFit(violation: Violation, { monitor, box, compartment }: Fields): boolean {
  return (
    violation.monitor === monitor &&
    (box === undefined || violation.box === box) &&
    (compartment === undefined || violation.compartment === compartment)
  );
}
