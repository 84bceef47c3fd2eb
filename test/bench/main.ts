// Runs the measurements and prints them; `npm run bench [-- NAME …]`.
// Results go to docs/measured.json.

import { writeFileSync } from "node:fs";
import { arch, cpus } from "node:os";
import { decision } from "./decide.ts";
import { durableAppend } from "./durable-append.ts";
import { drain } from "./drain.ts";
import { idle } from "./idle.ts";
import { formatFigure, type Figure, type Measurement } from "./measurement.ts";
import { tapToLock } from "./tap-to-lock.ts";

const measurements: Readonly<Record<string, Measurement>> = {
  "durable-append": durableAppend,
  "tap-to-lock": tapToLock,
  decide: decision,
  drain,
  idle,
};

interface Result {
  readonly method: string;
  readonly figures: readonly Figure[];
}

async function main(names: readonly string[]): Promise<void> {
  const results: Record<string, Result> = {};
  for (const name of names) {
    const measurement = measurements[name];
    if (measurement === undefined) {
      throw new Error(`no measurement ${name}; there are ${Object.keys(measurements).join(", ")}`);
    }
    process.stdout.write(`${measurement.title}\n  (${measurement.method})\n`);
    const figures = await measurement.run();
    for (const each of figures) process.stdout.write(`${formatFigure(each)}\n`);
    results[name] = { method: measurement.method, figures };
  }
  const machine = { node: process.version, arch: arch(), cpus: cpus().length };
  if (names.length === Object.keys(measurements).length) {
    const path = new URL("../../docs/measured.json", import.meta.url);
    writeFileSync(path, `${JSON.stringify({ machine, results }, null, 2)}\n`);
    process.stdout.write(`written to docs/measured.json\n`);
  }
}

const asked = process.argv.slice(2);
await main(asked.length > 0 ? asked : Object.keys(measurements));
