// The program `driftbox config show`: what a gateway would run with, and where each value is from.
// What a command changed at run time comes before files and flags.

import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readChangedSettings, withChanged } from "./config/changed-settings.ts";
import { configRows, type ConfigRow } from "./config/rows.ts";
import { configOf, loadConfigTree } from "./config/config.ts";
import { checkUplinkFiles } from "./config/uplink.ts";
import { readingArguments, runCommand, type Command } from "./command-line.ts";
import { checkPolicyFile } from "./policy-check.ts";

const command: Command = {
  word: "config",
  usage: "driftbox config show --config FILE [--set key=value]… [--origin] [--check] [--json]",
};

async function main(argv: readonly string[]): Promise<number> {
  const { config, set, origin, check, json } = readArguments(argv);
  const sources = { path: config, environment: process.env, settings: set };
  const { tree, values } = loadConfigTree(sources);
  const inForce = configOf(tree, dirname(resolve(config)));
  if (check) checkUplinkFiles(inForce.uplink);
  const policy = check ? checkPolicyFile(inForce) : undefined;
  const rows = withChanged(configRows(values, tree), await readChangedSettings(inForce.data));
  const valueCount = rows.length;
  const checked = { config, isValid: true, valueCount, ...(policy !== undefined && { policy }) };
  const text = check ? checkedText(checked, json) : shownText(rows, origin, json);
  process.stdout.write(`${text}\n`);
  return 0;
}

interface Checked {
  readonly config: string;
  readonly valueCount: number;
  /** Version of the policy in its file; undefined = it could not be judged here. */
  readonly policy?: number;
}

function checkedText(checked: Checked, isJson: boolean): string {
  if (isJson) return JSON.stringify(checked);
  const { config, valueCount, policy } = checked;
  const told = policy === undefined ? "" : `, policy version ${policy}`;
  return `${config}: valid, ${valueCount} values${told}`;
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
  return readingArguments(command, () => {
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
  });
}

await runCommand(command, main);
