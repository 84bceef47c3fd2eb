// Where this program's own files are: the command `driftbox` and the scenarios that come with it.

import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Fault } from "@driftbox/proto";

/**
 * The first folder above this file that has `below`; the program runs from source and from dist.
 */
function above(below: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, below))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Fault("config/unreadable", `${below} is not installed`);
    folder = parent;
  }
  return join(folder, below);
}

/** Path of the command `driftbox`. */
export function driftboxProgram(): string {
  return above(join("bin", "driftbox.js"));
}

export function scenarioFolder(): string {
  return above("scenarios");
}

/** Names of the scenarios that come with the program, sorted. */
export function scenarioNames(): readonly string[] {
  return readdirSync(scenarioFolder())
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .toSorted();
}
