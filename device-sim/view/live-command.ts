// The flags of `driftbox sim --live`.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadScenario } from "../compose.ts";
import { portFlag, readFlags, seedFlag, wordFlag } from "../run/arguments.ts";
import { abortOnSignal } from "../run/ending.ts";
import { languageOf } from "../run/storyteller.ts";
import { runLive, usualHttpPort } from "./live.ts";

export const liveUsage = `driftbox sim --live [--scenario NAME|FILE] [--http-port N] [--plain]
             [--verbose] [--devices-only] [--seed N] [--serial pty|tcp] [--data DIR]
             [--json] [--lang zh|en]`;

/** Runs until a signal. @throws Fault usage/invalid, scenario/invalid, listen/failed */
export async function liveCommand(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, {
    live: { type: "boolean" },
    scenario: { type: "string" },
    "http-port": { type: "string" },
    plain: { type: "boolean" },
    verbose: { type: "boolean" },
    "devices-only": { type: "boolean" },
    seed: { type: "string" },
    serial: { type: "string" },
    data: { type: "string" },
    json: { type: "boolean" },
    lang: { type: "string" },
  });
  const folder = flags.data ?? mkdtempSync(join(tmpdir(), "driftbox-sim-"));
  try {
    await runLive({
      scenario: loadScenario(flags.scenario ?? "story"),
      seed: seedFlag(flags.seed),
      serial: wordFlag("serial", flags.serial, ["pty", "tcp"]),
      folder,
      httpPort: portFlag("http-port", flags["http-port"], usualHttpPort),
      isPlain: flags.plain === true,
      isVerbose: flags.verbose === true,
      isDevicesOnly: flags["devices-only"] === true,
      isJson: flags.json === true,
      language: wordFlag("lang", flags.lang ?? languageOf(process.env), ["en", "zh"]),
      write: (line) => process.stdout.write(`${line}\n`),
      signal: abortOnSignal(),
    });
    return 0;
  } finally {
    if (flags.data === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
