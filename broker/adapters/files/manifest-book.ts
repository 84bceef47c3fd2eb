// What the center has issued of manifests to each gateway, as files: a book beside the signed set.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";
import type { ManifestRow } from "../../app/manifest-set.ts";
import type { IssuedManifest } from "../../ports/custody-views.ts";
import { replaceFile } from "./durable-file.ts";

const ending = ".json";

/** A book that is not there is empty. Faults: documents/damaged, config/unreadable. */
export function readBook(path: string): readonly ManifestRow[] {
  if (!existsSync(path)) return [];
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const text = `${path}: not JSON, or not readable; restore it from the backup`;
    throw new Fault("documents/damaged", text, { cause });
  }
  if (Array.isArray(read) && read.every(isRow)) return read;
  throw new Fault("documents/damaged", `${path}: no manifests; restore it from the backup`);
}

export function writeBook(path: string, rows: readonly ManifestRow[]): void {
  replaceFile(path, Buffer.from(`${JSON.stringify(rows)}\n`));
}

function isRow(value: unknown): value is ManifestRow {
  if (typeof value !== "object" || value === null) return false;
  const row = new Map(Object.entries(value));
  const { fromMs, expected } = Object.fromEntries(row);
  return (
    typeof row.get("manifest") === "string" &&
    typeof row.get("voyage") === "string" &&
    Array.isArray(expected) &&
    expected.every((one) => typeof one === "string") &&
    (fromMs === null || typeof fromMs === "number") &&
    typeof row.get("untilMs") === "number" &&
    typeof row.get("isWithdrawn") === "boolean"
  );
}

/**
 * The books of all gateways in a folder: `<site>.<gateway>.json`. One that cannot be read is told,
 * and keeps back no other.
 */
export function readBooks(
  folder: string,
  onUnreadable: (path: string, error: unknown) => void,
): readonly IssuedManifest[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.toSorted().flatMap((name) => {
    const path = join(folder, name);
    const [site = "", gateway = ""] = name.slice(0, -ending.length).split(".");
    try {
      return readBook(path).map((row) => ({ site, gateway, ...row }));
    } catch (error) {
      onUnreadable(path, error);
      return [];
    }
  });
}
