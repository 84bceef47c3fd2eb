// Voyages and rounds of a policy, that grants may name: when each of them runs.

import { parsed, type Parsed, type Policy } from "@driftbox/proto";
import { invalid } from "./verdict.ts";

/** Unix microseconds; `untilUs` 0 = without end. */
export interface CompiledVoyage {
  readonly fromUs: number;
  readonly untilUs: number;
}

/** By name. */
export type CompiledVoyages = Readonly<Record<string, CompiledVoyage>>;

const voyagesMaxCount = 2_048;

/** Code: policy/invalid. */
export function compileVoyages({ voyages }: Pick<Policy, "voyages">): Parsed<CompiledVoyages> {
  if (voyages.length > voyagesMaxCount) {
    return invalid(`${voyages.length} voyages, over ${voyagesMaxCount}; drop past ones`);
  }
  const compiled = new Map<string, CompiledVoyage>();
  for (const { voyage, fromUs, untilUs } of voyages) {
    const [name, from, until] = [voyage ?? "", fromUs ?? 0, untilUs ?? 0];
    if (name === "") return invalid("a voyage without a name; give its number");
    if (compiled.has(name)) return invalid(`voyage ${name} is there twice; keep one entry`);
    if (until !== 0 && until <= from) return invalid(`voyage ${name} ends before it begins`);
    compiled.set(name, { fromUs: from, untilUs: until });
  }
  return parsed(Object.fromEntries(compiled));
}
