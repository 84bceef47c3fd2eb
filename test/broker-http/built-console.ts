// Builds the console from source into a folder of its own,
// so that a test sees what the source says.

import { fileURLToPath } from "node:url";
import { build } from "vite";

const configFile = fileURLToPath(new URL("../../broker/console/vite.config.ts", import.meta.url));

/** Answers the folder; `name` keeps test files that run side by side apart. */
export async function buildConsole(name: string): Promise<string> {
  const folder = new URL(`../output/console-build/${name}/`, import.meta.url);
  const outDir = fileURLToPath(folder);
  await build({ configFile, logLevel: "warn", build: { outDir } });
  return outDir;
}
