// Settings that a command changed, as `config show` tells them over what files and flags say.

import { join } from "node:path";
import { readDocumentText } from "../adapters/documents/document-file.ts";
import { settingsDocument } from "../app/settings-keeper.ts";
import { fieldsOf, textOf } from "../app/stored.ts";
import type { ConfigRow } from "./rows.ts";

/** Of a gateway that runs, or ran. None where nothing was changed. @throws Fault documents/… */
export async function readChangedSettings(dataFolder: string): Promise<readonly ConfigRow[]> {
  const text = await readDocumentText(join(dataFolder, "documents", `${settingsDocument}.json`));
  if (text === undefined) return [];
  const stored: unknown = JSON.parse(text);
  return Object.entries(fieldsOf(settingsDocument, stored)).map(([key, one]) => {
    const fields = fieldsOf(settingsDocument, one);
    const value = textOf(settingsDocument, fields, "value");
    const origin = `command ${textOf(settingsDocument, fields, "command")}`;
    return { key, value: key.endsWith("Ms") ? Number(value) : value, origin };
  });
}

/** Rows with those in their place that a command changed; others of them come last. */
export function withChanged(
  rows: readonly ConfigRow[],
  changed: readonly ConfigRow[],
): readonly ConfigRow[] {
  const known = new Set(rows.map(({ key }) => key));
  const inForce = rows.map((row) => changed.find(({ key }) => key === row.key) ?? row);
  return [...inForce, ...changed.filter(({ key }) => !known.has(key))];
}
