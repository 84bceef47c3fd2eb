// The program `driftbox config show`: what a gateway would run with, and where each value is from.

import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Fault } from "@driftbox/proto";
import { configRows, type ConfigRow } from "./config/rows.ts";
import { configOf, loadConfigTree } from "./config/config.ts";
import { checkUplinkFiles } from "./config/uplink.ts";

const usage = "driftbox config show --config FILE [--set key=value]… [--origin] [--check] [--json]";

function main(argv: readonly string[]): void {
  const { config, set, origin, check, json } = readArguments(argv);
  const sources = { path: config, environment: process.env, settings: set };
  const { tree, values } = loadConfigTree(sources);
  const rows = configRows(values, tree);
  if (check) checkUplinkFiles(configOf(tree, dirname(resolve(config))).uplink);
  const text = check ? checkedText(config, rows, json) : shownText(rows, origin, json);
  process.stdout.write(`${text}\n`);
}

function checkedText(path: string, rows: readonly ConfigRow[], isJson: boolean): string {
  if (isJson) return JSON.stringify({ config: path, isValid: true, valueCount: rows.length });
  return `${path}: valid, ${rows.length} values`;
}

function shownText(rows: readonly ConfigRow[], hasOrigin: boolean, isJson: boolean): string {
  if (isJson) return JSON.stringify(rows);
  const assignments = rows.map(({ key, value }) => `${key} = ${JSON.stringify(value)}`);
  if (!hasOrigin) return assignments.join("\n");
  const width = Math.max(...assignments.map((text) => text.length));
  return assignments
    .map((text, at) => `${text.padEnd(width)}  # ${rows[at]?.origin ?? ""}`)
    .join("\n");
}

interface Arguments {
  readonly config: string;
  readonly set: readonly string[];
  readonly origin: boolean;
  readonly check: boolean;
  readonly json: boolean;
}

function readArguments(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        config: { type: "string" },
        set: { type: "string", multiple: true, default: [] },
        origin: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    if (positionals.join(" ") !== "show") throw new Error("the only verb is show");
    if (values.config === undefined) throw new Error("--config is missing");
    return { ...values, config: values.config };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "wrong arguments";
    throw new Fault("usage/invalid", `${reason}; usage: ${usage}`, { cause });
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  const code = error instanceof Fault ? error.code : "defect";
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`driftbox config: ${code}: ${message}\n`);
  process.exitCode = error instanceof Fault ? error.exitCode : 1;
}
