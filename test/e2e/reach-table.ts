// Which scenario reaches each state, refusal and word of the core: kept in a file, written into
// docs/custody.md, and held true by the run of all scenarios.

import { readFileSync, writeFileSync } from "node:fs";
import { reachables, type Reachable, type Reached } from "./reach.ts";

const path = new URL("reached.json", import.meta.url);

/** What no scenario can reach, and why. */
export const unreachable: Readonly<Record<Reachable, string>> = {
  "fact: TimeAnchored": "no gateway states it yet",
  "fact: KeyRotated": "no gateway states it yet",
  "fact: Corrected": "no gateway states it yet",
};

/** One scenario for each row that can be reached, by row. */
export type ReachTable = Readonly<Record<Reachable, string>>;

export function readReachTable(): ReachTable {
  const table: ReachTable = JSON.parse(readFileSync(path, "utf8"));
  return table;
}

/** Keeps what still holds; a row without a scenario gets the first that reaches it. */
export function writeReachTable(by: ReadonlyMap<string, Reached>): void {
  const before = readReachTable();
  const rows = reachables.flatMap((word): [Reachable, string][] => {
    const those = [...by].filter(([, { words }]) => words.has(word)).map(([name]) => name);
    const kept = those.find((name) => name === before[word]) ?? those.toSorted()[0];
    return kept === undefined ? [] : [[word, kept]];
  });
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(rows), undefined, 2)}\n`);
}

/** Each row that a run does not bear out, in words. Rows of scenarios that were skipped are not. */
export function lacksOf(
  table: ReachTable,
  by: ReadonlyMap<string, Reached>,
  skipped: readonly string[],
): readonly string[] {
  return reachables.flatMap((word) => {
    const name = table[word];
    const isExempt = Object.hasOwn(unreachable, word);
    if (name === undefined) return isExempt ? [] : [`no scenario reaches ${word}`];
    if (isExempt) return [`${name} reaches ${word}, which is listed as unreachable`];
    if (skipped.includes(name) || by.get(name)?.words.has(word) === true) return [];
    return [`${name} does not reach ${word}`];
  });
}
