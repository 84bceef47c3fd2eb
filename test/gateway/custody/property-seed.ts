// The seed of a run of properties, and what their lives came to: a bound that was not reached
// proves nothing.

import { expect } from "vitest";

/** DRIFTBOX_SEED repeats a run. */
export const seed = Number(process.env["DRIFTBOX_SEED"] ?? Math.floor(Math.random() * 1e9));

/** Far below what lives come to, as chance has it: these runs differ from one another. */
const leastCount = 5;

/** Prints the counts with the seed, and asserts that none of the named ones is next to nothing. */
export function expectReached(
  what: string,
  counts: Readonly<Record<string, number>>,
  names = Object.keys(counts),
): void {
  const said = `${what}: seed ${seed}, ${JSON.stringify(counts)}`;
  console.log(said);
  for (const name of names) expect(counts[name], `${name}; ${said}`).toBeGreaterThan(leastCount);
}
