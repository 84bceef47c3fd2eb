// The command `driftbox sim`: plays one scenario on simulated devices and real programs.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";
import { loadScenario, playOnce } from "./compose.ts";
import { scenarioNames } from "./project.ts";
import { fleetCommand, fleetUsage } from "./fleet/fleet-command.ts";
import { asksForHelp, readFlags, seedFlag, speedFlag, wordFlag } from "./run/arguments.ts";
import { abortOnSignal, runProgram } from "./run/ending.ts";
import { languageOf, Storyteller } from "./run/storyteller.ts";
import { recordCommand, recordUsage, replayCommand } from "./record/record-command.ts";
import { shownNothing } from "./scenario/shown.ts";
import { isDeed } from "./scenario/steps.ts";
import { liveCommand, liveUsage } from "./view/live-command.ts";

const usage = `driftbox sim --scenario NAME|FILE [--seed N] [--speed X] [--serial pty|tcp]
             [--data DIR] [--json] [--lang zh|en]
driftbox sim --list [--json]
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

function explain(): number {
  process.stdout.write(`usage: ${usage}\n`);
  return 0;
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (asksForHelp(args)) return explain();
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
  });
  if (flags.list === true) return listScenarios(flags.json === true);
  if (flags.scenario === undefined) {
    throw new Fault("usage/invalid", `--scenario is missing; usage: ${usage}`);
  }
  const scenario = loadScenario(flags.scenario);
  const seed = seedFlag(flags.seed);
  const speed = speedFlag(flags.speed);
  const serial = wordFlag("serial", flags.serial, ["pty", "tcp"]);
  const teller = new Storyteller({
    isJson: flags.json === true,
    language: wordFlag("lang", flags.lang ?? languageOf(process.env), ["en", "zh"]),
    hasColor: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
    write: (line) => process.stdout.write(`${line}\n`),
  });
  const folder = flags.data ?? mkdtempSync(join(tmpdir(), "driftbox-sim-"));
  try {
    teller.title(scenario, seed);
    const report = await playOnce(
      { scenario, seed, serial, folder, keep: false, mqttPort: 0, httpPort: 0 },
      {
        seed,
        speed,
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

/** One line a scenario; for programs one JSON object a line. */
function listScenarios(isJson: boolean): number {
  const language = languageOf(process.env);
  for (const name of scenarioNames()) {
    const { title, shows = shownNothing } = loadScenario(name);
    const { programs, failures } = shows;
    const shown = [...programs, ...failures].join(", ");
    const told = `${name}: ${title[language]}${shown === "" ? "" : ` [${shown}]`}`;
    process.stdout.write(
      `${isJson ? JSON.stringify({ name, title, programs, failures }) : told}\n`,
    );
  }
  return 0;
}

await runProgram("sim", main);
