// Builds the kiosk page from source into a folder of its own, so that a test sees what the source
// says.

import { fileURLToPath } from "node:url";
import { build } from "vite";

const configFile = fileURLToPath(new URL("../../../gateway/kiosk/vite.config.ts", import.meta.url));

/** Answers the folder; `name` keeps test files that run side by side apart. */
export async function buildKiosk(name: string): Promise<string> {
  const folder = new URL(`../../output/kiosk-build/${name}/`, import.meta.url);
  const outDir = fileURLToPath(folder);
  await build({ configFile, logLevel: "warn", build: { outDir } });
  return outDir;
}
