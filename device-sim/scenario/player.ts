// Plays a scenario from its first step to its last and says of each what was seen.

import type { Violation } from "../world/index.ts";
import { playDeed } from "./deeds.ts";
import { judge, settled, type ExpectationName } from "./expectations.ts";
import type { Installation } from "./installation.ts";
import { judgeUnheard } from "./never.ts";
import { failed, held, type Outcome } from "./outcome.ts";
import { Pace } from "./pace.ts";
import type { Scenario } from "./plan.ts";
import type { Scene } from "./scene.ts";
import { isDeed, type Step, type StepOf } from "./steps.ts";
import { compareTestimony, unrecordedOpenings } from "./testimony.ts";
import { unwanted } from "./wanted.ts";

/** How long the gateways may take to deliver what they made while starting, unless told. */
const settleUsualMs = 10_000;

/** What happened last is judged when it is no longer new to the monitors. */
const lastWordMs = 1_600;

/** One played step. `index` counts from 1. */
export interface StepReport extends Outcome {
  readonly index: number;
  readonly step: Step;
  readonly tookMs: number;
}

export interface PlayReport {
  readonly isOk: boolean;
  readonly steps: readonly StepReport[];
  /** What the invariant monitors found. */
  readonly violations: readonly Violation[];
}

export interface PlayOptions {
  readonly seed: number;
  readonly speed: number;
  /** Before a step is played. */
  readonly onStep?: (step: Step, index: number) => void;
  /** After it; steps follow one another, and a failed one does not stop the story. */
  readonly onReport?: (report: StepReport) => void;
  readonly settleMaxMs?: number;
  /** Ends the step under way and plays no other. */
  readonly signal?: AbortSignal;
}

export async function playScenario(
  scenario: Scenario,
  installation: Installation,
  options: PlayOptions,
): Promise<PlayReport> {
  const scene = await openScene(scenario, installation, options);
  const steps: StepReport[] = [];
  const isEnded = (): boolean => options.signal?.aborted === true;
  for (const [at, step] of scenario.steps.entries()) {
    if (isEnded()) break;
    options.onStep?.(step, at + 1);
    const startMs = performance.now();
    const outcome = await playStep(step, scene);
    // What a signal cut short is no finding.
    if (isEnded()) break;
    const tookMs = Math.round(performance.now() - startMs);
    const report = { ...outcome, index: at + 1, step, tookMs };
    steps.push(report);
    options.onReport?.(report);
  }
  const violations = await monitored(scene, options.settleMaxMs ?? settleUsualMs);
  const isWhole = steps.length === scenario.steps.length;
  const isOk = isWhole && violations.length === 0 && steps.every((one) => one.isOk);
  return { isOk, steps, violations };
}

/** Gateways that do not settle still get their play: its expectations will say what is wrong. */
async function openScene(
  scenario: Scenario,
  installation: Installation,
  { seed, speed, signal, settleMaxMs = settleUsualMs }: PlayOptions,
): Promise<Scene> {
  const pace = new Pace({ seed, speed, signal });
  const scene = {
    scenario,
    installation,
    pace,
    sinceCursor: 0,
    sinceMs: 0,
    unheard: [],
    notes: {},
  };
  await settled(scene, settleMaxMs);
  const events = await installation.center.events();
  const sinceMs = installation.stage.world.nowMs;
  return { ...scene, sinceCursor: events.at(-1)?.cursor ?? 0, sinceMs };
}

async function playStep(step: Step, scene: Scene): Promise<Outcome> {
  try {
    if (isDeed(step)) return await playDeed(step, scene);
    return await judge(step as StepOf<ExpectationName>, scene);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The monitors of the stage, openings compared with the intents the center holds, and journal with
 * history. What is under way at the end gets its time to be told; what the scenario expects to be
 * violated is no finding.
 */
async function monitored(scene: Scene, settleMs: number): Promise<readonly Violation[]> {
  const { stage } = scene.installation;
  let compared: readonly Violation[] = [];
  await scene.pace.pause(Math.min(settleMs, lastWordMs));
  await scene.pace.within(settleMs, async () => {
    compared = await compareTestimony(scene).catch((error: unknown) => [
      monitorFailed(scene, error),
    ]);
    return compared.length === 0 ? held("agrees") : failed("differs");
  });
  const unrecorded = await unrecordedOpenings(scene.installation).catch((error: unknown) => [
    monitorFailed(scene, error),
  ]);
  const unheard = await judgeUnheard(scene).catch((error: unknown) => [
    monitorFailed(scene, error),
  ]);
  const found = [...stage.violations(), ...unrecorded, ...compared, ...unheard];
  return unwanted(found, scene.scenario);
}

/** A comparison that could not be made is no agreement. */
function monitorFailed({ installation }: Scene, error: unknown): Violation {
  const detail = error instanceof Error ? error.message : String(error);
  return { monitor: "monitor-failed", atMs: installation.stage.world.nowMs, detail };
}
