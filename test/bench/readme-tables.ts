// Writes the numbers of docs/measured.json into both READMEs: npx tsx test/bench/readme-tables.ts.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { measuredTable, withMeasuredTable, type Measured } from "./measured-table.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const measured = JSON.parse(readFileSync(`${root}docs/measured.json`, "utf8")) as Measured;

for (const [name, language] of [
  ["README.md", "en"],
  ["README.zh-CN.md", "zh"],
] as const) {
  const path = root + name;
  const table = measuredTable(measured, language);
  writeFileSync(path, withMeasuredTable(readFileSync(path, "utf8"), table));
}
