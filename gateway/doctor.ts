// The program `driftbox doctor`: says what is wrong with a gateway, its box and its machine.

import { parseArgs } from "node:util";
import { Fault } from "@driftbox/proto";
import { NodeEntropy } from "./adapters/runtime/node-entropy.ts";
import { NodeTimers } from "./adapters/runtime/node-timers.ts";
import { SilentLog } from "./doctor/silent-log.ts";
import { configRows } from "./config/rows.ts";
import {
  loadConfig,
  loadConfigTree,
  type ConfigSources,
  type GatewayConfig,
} from "./config/config.ts";
import type { Check } from "./doctor/check.ts";
import { checksOf, configRefused } from "./doctor/checks.ts";
import { probe } from "./doctor/probe.ts";
import { readFacts } from "./doctor/read-facts.ts";
import { exitCodeOf, reportJson, reportText } from "./doctor/report.ts";
import type { Language } from "./doctor/words.ts";
import { readingArguments, runCommand, type Command } from "./command-line.ts";

const command: Command = {
  word: "doctor",
  usage: "driftbox doctor --config FILE [--set key=value]… [--probe] [--json] [--lang zh|en]",
};

interface Arguments {
  readonly sources: ConfigSources;
  readonly isProbing: boolean;
  readonly isJson: boolean;
  readonly language: Language;
}

/** 2: usage; 69: cannot probe; 78: configuration; else what was found, see `exitCodeOf`. */
async function main(argv: readonly string[]): Promise<number> {
  const { sources, isProbing, isJson, language } = readArguments(argv);
  const print = (checks: readonly Check[]): void => {
    const text = isJson
      ? `${JSON.stringify(reportJson(checks, language))}\n`
      : reportText(checks, language);
    process.stdout.write(text);
  };
  let config: GatewayConfig;
  try {
    config = loadConfig(sources);
  } catch (error) {
    if (error instanceof Fault) print(configRefused(error.message));
    throw error;
  }
  const { tree, values } = loadConfigTree(sources);
  const facts = await readFacts({
    config,
    path: sources.path,
    valueCount: configRows(values, tree).length,
    runtimeFolders: process.env["RUNTIME_DIRECTORY"],
  });
  if (isProbing && facts.processes.holder !== undefined) {
    const text = "a gateway runs and has the ports; stop it before --probe";
    throw new Fault("journal/locked", text);
  }
  const seen = isProbing ? await probe(partsOf(config)) : undefined;
  const checks = checksOf({ ...facts, probe: seen });
  print(checks);
  return exitCodeOf(checks);
}

function partsOf(config: GatewayConfig): Parameters<typeof probe>[0] {
  const runtime = {
    timers: new NodeTimers(),
    monoMs: () => performance.now(),
    random: Math.random,
    log: new SilentLog(),
  };
  return { config, runtime, entropy: new NodeEntropy() };
}

function readArguments(argv: readonly string[]): Arguments {
  return readingArguments(command, () => {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        config: { type: "string" },
        set: { type: "string", multiple: true, default: [] },
        probe: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        lang: { type: "string" },
      },
    });
    if (values.config === undefined) throw new Error("--config is missing");
    const sources = { path: values.config, settings: values.set, environment: process.env };
    const language = languageOf(values.lang);
    return { sources, isProbing: values.probe, isJson: values.json, language };
  });
}

function languageOf(asked: string | undefined): Language {
  if (asked === "zh" || asked === "en") return asked;
  if (asked !== undefined) throw new Error(`--lang ${asked}: expected zh or en`);
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || "").startsWith("zh") ? "zh" : "en";
}

await runCommand(command, main);
