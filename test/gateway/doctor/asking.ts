// Runs the built `driftbox doctor` and reads its rows.

import { Running, type Ended } from "../app/running.ts";

export interface Row {
  readonly name: string;
  readonly level: string;
  readonly cause: string | null;
  readonly box: string | null;
  readonly means: string;
  readonly seen: string;
  readonly advice: string;
}

export interface Answer extends Ended {
  readonly rows: ReadonlyMap<string, Row>;
}

export async function askDoctor(configPath: string, ...more: string[]): Promise<Answer> {
  const args = ["doctor", "--config", configPath, "--json", "--lang", "en", ...more];
  const ended = await new Running(args).ended;
  const text = ended.stdout.trim();
  const told: { readonly checks: readonly Row[] } = text === "" ? { checks: [] } : JSON.parse(text);
  return { ...ended, rows: new Map(told.checks.map((row) => [row.name, row])) };
}

/** `name: cause` of every row of a name that is wrong. */
export function causesIn({ rows }: Answer, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, rows.get(name)?.cause ?? "none"]));
}
