// The command `driftbox sim`: plays one scenario on simulated devices and real programs.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadScenario, playOnce } from "./compose.ts";
import { scenarioNames } from "./project.ts";
import { fleetCommand, fleetUsage } from "./fleet/fleet-command.ts";
import { readFlags, seedFlag, speedFlag, wordFlag } from "./run/arguments.ts";
import { abortOnSignal, runProgram } from "./run/ending.ts";
import { languageOf, Storyteller } from "./run/storyteller.ts";
import { recordCommand, recordUsage, replayCommand } from "./record/record-command.ts";
import { isDeed } from "./scenario/steps.ts";
import { liveCommand, liveUsage } from "./view/live-command.ts";

const usage = `driftbox sim --scenario NAME|FILE [--seed N] [--speed X] [--serial pty|tcp]
             [--data DIR] [--json] [--lang zh|en]
driftbox sim --list
${liveUsage}
${fleetUsage}
${recordUsage}`;

/** What the first of these flags asks for, each with flags of its own. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  "--live": liveCommand,
  "--fleet": fleetCommand,
  "--record": recordCommand,
  "--replay": replayCommand,
};

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const command = commands[args.find((one) => Object.hasOwn(commands, one)) ?? ""];
  if (command !== undefined) return command(args);
  const flags = readFlags(args, {
    scenario: { type: "string" },
    seed: { type: "string" },
    speed: { type: "string" },
    data: { type: "string" },
    serial: { type: "string" },
    lang: { type: "string" },
    json: { type: "boolean" },
    list: { type: "boolean" },
    help: { type: "boolean" },
  });
  if (flags.list === true) return listScenarios();
  if (flags.help === true || flags.scenario === undefined) {
    process.stdout.write(`${usage}\n`);
    return flags.help === true ? 0 : 2;
  }
  const scenario = loadScenario(flags.scenario);
  const seed = seedFlag(flags.seed);
  const teller = new Storyteller({
    isJson: flags.json === true,
    language: wordFlag("lang", flags.lang ?? languageOf(process.env), ["en", "zh"]),
    hasColor: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
    write: (line) => process.stdout.write(`${line}\n`),
  });
  const folder = flags.data ?? mkdtempSync(join(tmpdir(), "driftbox-sim-"));
  try {
    teller.title(scenario, seed);
    const serial = wordFlag("serial", flags.serial, ["pty", "tcp"]);
    const report = await playOnce(
      { scenario, seed, serial, folder, keep: false, mqttPort: 0, httpPort: 0 },
      {
        seed,
        speed: speedFlag(flags.speed),
        signal: abortOnSignal(),
        onStep: (step) => teller.begin(step, isDeed(step)),
        onReport: (step) => teller.report(step, isDeed(step.step)),
      },
    );
    teller.result(scenario, seed, report);
    return report.isOk ? 0 : 1;
  } finally {
    if (flags.data === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function listScenarios(): number {
  const language = languageOf(process.env);
  for (const name of scenarioNames()) {
    process.stdout.write(`${name}: ${loadScenario(name).title[language]}\n`);
  }
  return 0;
}

await runProgram("sim", main);
