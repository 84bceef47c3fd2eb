// The folder of decisions at the start of a center: what nobody will read any more is gone.

import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DecisionFolder } from "../../broker/adapters/files/decision-folder.ts";
import { temporaryFolder } from "./ledger-rig.ts";

const nowMs = 1_790_000_000_000;
const hourS = 3_600;
const quiet = () => undefined;

it("answers of calls that were broken off are dropped after an hour, decisions are not", () => {
  const folder = temporaryFolder();
  const write = (name: string, ageS: number): void => {
    const path = join(folder.path, name);
    writeFileSync(path, "{}");
    utimesSync(path, nowMs / 1_000 - ageS, nowMs / 1_000 - ageS);
  };
  write("c-1.document.answer", hourS + 1);
  write("c-2.document.refused", hourS + 1);
  write("c-3.document.answer", hourS - 1);
  write("c-4.document", hourS + 1);
  const log = { info: quiet, warn: quiet, error: quiet };
  const center = { folder: folder.path, take: quiet, log, now: () => nowMs };
  expect(new DecisionFolder(center)).toBeDefined();
  expect(readdirSync(folder.path).toSorted()).toEqual(["c-3.document.answer", "c-4.document"]);
  folder.remove();
});
