// The program `driftbox outputs-off`: drives every lock line inactive; the supervisor runs it after
// the gateway has stopped, however that happened.
//
// It must work when little else does. The lines are those the gateway wrote down at its start and
// those of the configuration together: a line that was renamed is off too, and a configuration that
// cannot be read keeps no coil on.

import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { gpioLines } from "./adapters/gpio/lines.ts";
import { turnOff, type LineOff } from "./adapters/gpio/outputs-off.ts";
import { NodeTimers } from "./adapters/runtime/node-timers.ts";
import { PinoLog } from "./adapters/runtime/pino-log.ts";
import { loadConfig, type GatewayConfig } from "./config/config.ts";
import {
  lockLinesPath,
  lockOutputsOf,
  readLockLines,
  unionOf,
  type LockOutputs,
} from "./lock-lines.ts";
import { failureOf, readingArguments, runCommand, type Command } from "./command-line.ts";

const command: Command = {
  word: "outputs-off",
  usage: "driftbox outputs-off --config FILE [--data DIR] [--set key.key=value]… [--json]",
};
/** A line that cannot be had is tried three times: its holder may be about to end. */
const limitMs = 2_000;
const failedExitCode = 69;

interface Arguments {
  readonly path: string;
  /** Data folder of the gateway; undefined = where configuration and supervisor say. */
  readonly data: string | undefined;
  readonly settings: readonly string[];
  readonly isJson: boolean;
}

/** What was found out before any line was driven. */
interface Known {
  readonly outputs: readonly LockOutputs[];
  /** Lock boards, which are not asked. */
  readonly boards: readonly string[];
  /** Why a line may be missing from `outputs`. */
  readonly problems: readonly string[];
}

/** Needs no journal, no key and no right but that on the lines and to read what was kept. */
async function main(argv: readonly string[]): Promise<number> {
  const { isJson, ...sources } = readArguments(argv);
  const { config, error } = configOrError(sources);
  const kept = await keptOutputs(foldersOf(sources.data, config));
  const known = {
    outputs: unionOf([...kept.outputs, ...(config === undefined ? [] : lockOutputsOf(config))]),
    boards: config?.boards.map(({ id }) => id) ?? [],
    problems: [...kept.problems, ...(error === undefined ? [] : [wordsOfBad(error, kept)])],
  };
  const lines = await turnLocksOff(known.outputs);
  process.stdout.write(isJson ? jsonOf(lines, known) : wordsOf(lines, known));
  const isOff = kept.problems.length === 0 && lines.every(({ outcome }) => outcome === "off");
  const failure = error === undefined ? 0 : failureOf(command, error);
  return isOff ? failure : failedExitCode;
}

function configOrError({ path, settings }: Pick<Arguments, "path" | "settings">): {
  readonly config?: GatewayConfig;
  readonly error?: unknown;
} {
  try {
    return { config: loadConfig({ path, settings, environment: process.env }) };
  } catch (error) {
    return { error };
  }
}

/** Where the gateway may have written its lines. STATE_DIRECTORY is set by the supervisor. */
function foldersOf(data: string | undefined, config: GatewayConfig | undefined): readonly string[] {
  const [state] = (process.env["STATE_DIRECTORY"] ?? "").split(":");
  const folders = [data, state === "" ? undefined : state, config?.data];
  return [...new Set(folders.flatMap((one) => (one === undefined ? [] : [resolve(one)])))];
}

async function keptOutputs(folders: readonly string[]): Promise<{
  readonly outputs: readonly LockOutputs[];
  readonly problems: readonly string[];
  readonly files: readonly string[];
}> {
  const outputs: LockOutputs[] = [];
  const problems: string[] = [];
  const files: string[] = [];
  for (const folder of folders) {
    try {
      const found = await readLockLines(folder);
      if (found === undefined) continue;
      files.push(lockLinesPath(folder));
      outputs.push(...found);
    } catch (error) {
      problems.push(`lines may be missing: ${messageOf(error)}; cut the power of the locks`);
    }
  }
  return { outputs, problems, files };
}

function wordsOfBad(error: unknown, { files }: { readonly files: readonly string[] }): string {
  const seen = `the configuration cannot be used: ${messageOf(error)}`;
  if (files.length > 0) return `${seen}; the lines are those of ${files.join(" and ")}`;
  return `${seen}, and no lines were kept; give --data, or cut the power of the locks`;
}

/** One GPIO after the other: two of them may be one chip, and hold a line from each other. */
async function turnLocksOff(outputs: readonly LockOutputs[]): Promise<readonly LineOff[]> {
  const timers = new NodeTimers();
  const runtime = {
    timers,
    monoMs: () => performance.now(),
    random: () => 0,
    log: new PinoLog("error"),
  };
  const off: LineOff[] = [];
  for (const { gpio, lines } of outputs) {
    off.push(...(await turnOff(gpioLines(gpio, runtime), lines, limitMs)));
  }
  timers.clearAll();
  return off;
}

function jsonOf(lines: readonly LineOff[], { boards, problems }: Known): string {
  const said = { event: "outputs-off", lines, selfEndingBoards: boards, problems };
  return `${JSON.stringify(said)}\n`;
}

function wordsOf(lines: readonly LineOff[], { boards, problems }: Known): string {
  const said = lines.map((each) =>
    each.outcome === "off"
      ? `line ${each.line}: off`
      : `line ${each.line}: FAILED: ${each.reason}; cut the power of the locks`,
  );
  const own = boards.map((id) => `board ${id}: not asked; it ends each pulse by itself`);
  const all = [...said, ...own, ...problems];
  return all.length === 0 ? "no lock outputs are configured\n" : `${all.join("\n")}\n`;
}

function readArguments(argv: readonly string[]): Arguments {
  return readingArguments(command, () => {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        config: { type: "string" },
        data: { type: "string" },
        set: { type: "string", multiple: true, default: [] },
        json: { type: "boolean", default: false },
      },
    });
    if (values.config === undefined) throw new Error("--config is missing");
    const { config: path, data, set: settings, json: isJson } = values;
    return { path, data, settings, isJson };
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

await runCommand(command, main);
