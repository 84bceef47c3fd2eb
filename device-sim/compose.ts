// Puts a run together: a scenario by name or file, its installation, and the play on it.

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Fault } from "@driftbox/proto";
import { driftboxProgram, scenarioFolder, scenarioNames } from "./project.ts";
import type { SerialKind, WrapLine } from "./run/devices.ts";
import { Run } from "./run/run.ts";
import { playScenario, type PlayOptions, type PlayReport } from "./scenario/player.ts";
import type { Scenario } from "./scenario/plan.ts";
import { readScenario } from "./scenario/read-scenario.ts";

/**
 * Reads a scenario that comes with the program, by name, or any by its path.
 * @throws Fault scenario/invalid with file and line
 */
export function loadScenario(nameOrFile: string): Scenario {
  const isFile = /[/.]/.test(nameOrFile);
  if (!isFile && !scenarioNames().includes(nameOrFile)) {
    const known = scenarioNames().join(", ");
    throw new Fault("scenario/invalid", `no scenario "${nameOrFile}"; there are ${known}`);
  }
  const path = isFile ? nameOrFile : join(scenarioFolder(), `${nameOrFile}.yaml`);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new Fault("scenario/invalid", `${path}: cannot be read`, { cause });
  }
  return readScenario(text, basename(path, ".yaml"), path);
}

export interface RunSettings {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly serial: SerialKind;
  readonly folder: string;
  readonly keep: boolean;
  readonly mqttPort: number;
  readonly httpPort: number;
  /** Looks at the wires. */
  readonly wrapLine?: WrapLine;
}

export function startRun(settings: RunSettings): Promise<Run> {
  return Run.start({ ...settings, program: driftboxProgram() });
}

/** Starts, plays once, ends. */
export async function playOnce(
  settings: RunSettings,
  options: PlayOptions & { readonly onReady?: (run: Run) => void },
): Promise<PlayReport> {
  const run = await startRun(settings);
  try {
    options.onReady?.(run);
    return await playScenario(settings.scenario, run, options);
  } finally {
    await run.close();
  }
}
