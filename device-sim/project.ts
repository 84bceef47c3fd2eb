// Where this program's own files are: the command `driftbox` and the scenarios that come with it.

import { existsSync, readdirSync, readFileSync } from "node:fs";
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

/** Flags of Node that a gateway runs with: those in its package, as its service unit has them. */
export function gatewayNodeFlags(): readonly string[] {
  const file = above(join("gateway", "package.json"));
  const description: unknown = JSON.parse(readFileSync(file, "utf8"));
  const flags = memberOf(memberOf(description, "driftbox"), "nodeFlags");
  if (Array.isArray(flags) && flags.every((flag) => typeof flag === "string")) return flags;
  throw new Fault("config/value", `${file}: driftbox.nodeFlags is not a list of texts`);
}

function memberOf(value: unknown, name: string): unknown {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return entries.find(([key]) => key === name)?.[1];
}

/** Folder of the live view's page: what is not compiled. */
export function pageFolder(): string {
  return above(join("view", "page", "index.html")).slice(0, -"index.html".length);
}

/** Folder of the live view's compiled modules; `npm run build` makes it. */
export function pageModuleFolder(): string {
  return above(join("dist", "view", "page", "main.js")).slice(0, -"main.js".length);
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
