// The program `driftbox outputs-off`: drives every lock line inactive; the supervisor runs it after
// the gateway has stopped, however that happened.

import { parseArgs } from "node:util";
import { Fault } from "@driftbox/proto";
import { gpioLines } from "./adapters/gpio/lines.ts";
import { turnOff, type LineOff } from "./adapters/gpio/outputs-off.ts";
import { NodeTimers } from "./adapters/runtime/node-timers.ts";
import { PinoLog } from "./adapters/runtime/pino-log.ts";
import { loadConfig, type GatewayConfig } from "./config.ts";

const usage = "driftbox outputs-off --config FILE [--set key.key=value]… [--json]";
/** A line that cannot be had is tried three times: its holder may be about to end. */
const limitMs = 2_000;
const failedExitCode = 69;

interface LockLine {
  readonly name: string;
  readonly isActiveLow: boolean;
}

/** Needs no journal, no key and no right but that on the lines. */
async function main(argv: readonly string[]): Promise<number> {
  const { path, settings, isJson } = readArguments(argv);
  const config = loadConfig({ path, settings, environment: process.env });
  const lines = await turnLocksOff(config);
  const boards = config.boards.map(({ id }) => id);
  process.stdout.write(isJson ? jsonOf(lines, boards) : wordsOf(lines, boards));
  return lines.every(({ outcome }) => outcome === "off") ? 0 : failedExitCode;
}

async function turnLocksOff(config: GatewayConfig): Promise<readonly LineOff[]> {
  const { gpio } = config;
  const locks = lockLinesOf(config);
  if (gpio === undefined || locks.length === 0) return [];
  const timers = new NodeTimers();
  const runtime = {
    timers,
    monoMs: () => performance.now(),
    random: () => 0,
    log: new PinoLog("error"),
  };
  const off = await turnOff(gpioLines(gpio, runtime), locks, limitMs);
  timers.clearAll();
  return off;
}

function lockLinesOf(config: GatewayConfig): readonly LockLine[] {
  return config.boxes.flatMap(({ compartments }) =>
    compartments.flatMap(({ lock }) => {
      const { line, activeLow } = lock.value;
      return line === undefined ? [] : [{ name: line, isActiveLow: activeLow }];
    }),
  );
}

function jsonOf(lines: readonly LineOff[], boards: readonly string[]): string {
  return `${JSON.stringify({ event: "outputs-off", lines, selfEndingBoards: boards })}\n`;
}

function wordsOf(lines: readonly LineOff[], boards: readonly string[]): string {
  const said = lines.map((each) =>
    each.outcome === "off"
      ? `line ${each.line}: off`
      : `line ${each.line}: FAILED: ${each.reason}; cut the power of the locks`,
  );
  const own = boards.map((id) => `board ${id}: not asked; it ends each pulse by itself`);
  const all = [...said, ...own];
  return all.length === 0 ? "no lock outputs are configured\n" : `${all.join("\n")}\n`;
}

function readArguments(argv: readonly string[]): {
  readonly path: string;
  readonly settings: readonly string[];
  readonly isJson: boolean;
} {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        config: { type: "string" },
        set: { type: "string", multiple: true, default: [] },
        json: { type: "boolean", default: false },
      },
    });
    if (values.config === undefined) throw new Error("--config is missing");
    return { path: values.config, settings: values.set, isJson: values.json };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "wrong arguments";
    throw new Fault("usage/invalid", `${reason}; usage: ${usage}`, { cause });
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const code = error instanceof Fault ? error.code : "defect";
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`driftbox outputs-off: ${code}: ${message}\n`);
  process.exitCode = error instanceof Fault ? error.exitCode : 1;
}
