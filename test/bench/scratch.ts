// Folders for measurements: on the disk of the checkout, because /tmp may be memory.

import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** An empty folder of this name under test/output/bench. */
export function scratchFolder(name: string): string {
  const folder = fileURLToPath(new URL(`../output/bench/${name}`, import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
