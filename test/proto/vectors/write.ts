// Writes proto/vectors. It only adds: a file that would change what is already there stops it.
//
// npx tsx --conditions=driftbox-source test/proto/vectors/write.ts

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { keepsWhatIsThere } from "./growth.ts";
import { vectorFiles } from "./files.ts";

const folder = fileURLToPath(new URL("../../../proto/vectors/", import.meta.url));

for (const [name, content] of vectorFiles()) {
  const path = folder + name;
  const released = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (!keepsWhatIsThere(name, released, content)) {
    throw new Error(`${name}: a released vector would change; add new ones at the end instead`);
  }
  writeFileSync(path, content);
}
