// The seed of a run: drawn by the clock unless given, and printed with the line that replays it.

/** Prints the seed, and how to use it again. */
export function seedOf(testFile: string): number {
  const given = process.env["DRIFTBOX_SEED"];
  const seed = given === undefined ? Date.now() >>> 0 : Number(given);
  const replay = `DRIFTBOX_SEED=${seed} npx vitest run test/e2e/${testFile}`;
  process.stderr.write(`seed ${seed}; replay: ${replay}\n`);
  return seed;
}
