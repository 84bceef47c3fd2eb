// The command `driftbox demo`: a ferry, a branch and a center on simulated devices,
// and their story.

import { resolve } from "node:path";
import { loadScenario, startRun } from "../compose.ts";
import {
  asksForHelp,
  numberFlag,
  portFlag,
  readFlags,
  seedFlag,
  speedFlag,
  wordFlag,
} from "../run/arguments.ts";
import { loopback } from "../run/devices.ts";
import { abortOnSignal, runProgram } from "../run/ending.ts";
import type { Run } from "../run/run.ts";
import { languageOf, Storyteller } from "../run/storyteller.ts";
import type { Scenario, Words } from "../scenario/plan.ts";
import { playScenario } from "../scenario/player.ts";
import { isDeed } from "../scenario/steps.ts";
import { takeFolder } from "./demo-folder.ts";
import { awaitEncore } from "./encore.ts";
import { requireFreePort } from "./free-port.ts";

const usage = `driftbox demo [--scenario story] [--speed X] [--seed N] [--once] [--json]
              [--data DIR] [--keep] [--http-port N] [--mqtt-port N] [--serial pty|tcp]
              [--lang zh|en] [--no-color]`;

const defaultFolder = ".driftbox/demo";
const defaultHttpPort = 7080;
/**
 * The story plays again after this long without a wish, so that a screen left alone stays alive.
 */
const encoreMinutes = 3;

const texts = {
  starting: { en: "Starting center, ferry and branch …", zh: "正在启动中心、渡轮和网点……" },
  console: { en: "Console", zh: "控制台" },
  kiosk: { en: "Screen of", zh: "触摸屏" },
  folder: { en: "Data", zh: "数据目录" },
  again: {
    en: `Enter plays the story again (or wait ${encoreMinutes} minutes); Ctrl+C ends the demo.`,
    zh: `按回车重播（或等 ${encoreMinutes} 分钟）；Ctrl+C 结束。`,
  },
} as const satisfies Record<string, Words>;

interface DemoSettings {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly speed: number;
  readonly isOnce: boolean;
  readonly encoreMs: number;
  readonly say: (text: keyof typeof texts) => string;
  readonly teller: Storyteller;
  readonly signal: AbortSignal;
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (asksForHelp(args)) {
    process.stdout.write(`usage: ${usage}\n`);
    return 0;
  }
  const flags = readFlags(args, {
    scenario: { type: "string" },
    speed: { type: "string" },
    seed: { type: "string" },
    once: { type: "boolean" },
    json: { type: "boolean" },
    data: { type: "string" },
    keep: { type: "boolean" },
    "http-port": { type: "string" },
    "mqtt-port": { type: "string" },
    serial: { type: "string" },
    lang: { type: "string" },
    "no-color": { type: "boolean" },
    "replay-minutes": { type: "string" },
  });
  const isOnce = flags.once === true;
  const language = wordFlag("lang", flags.lang ?? languageOf(process.env), ["en", "zh"]);
  const hasColor = flags["no-color"] !== true && process.env["NO_COLOR"] === undefined;
  const minutes = { from: 0.01, to: 1_440, otherwise: encoreMinutes };
  const settings: DemoSettings = {
    scenario: loadScenario(flags.scenario ?? "story"),
    seed: seedFlag(flags.seed),
    speed: speedFlag(flags.speed),
    isOnce,
    encoreMs: numberFlag("replay-minutes", flags["replay-minutes"], minutes) * 60_000,
    say: (text) => texts[text][language],
    teller: new Storyteller({
      isJson: flags.json === true,
      language,
      hasColor: hasColor && process.stdout.isTTY,
      write: (line) => process.stdout.write(`${line}\n`),
    }),
    signal: abortOnSignal(),
  };
  const mqttPort = portFlag("mqtt-port", flags["mqtt-port"], 0);
  const httpPort = portFlag("http-port", flags["http-port"], isOnce ? 0 : defaultHttpPort);
  await requireFreePort("mqtt-port", loopback, mqttPort);
  await requireFreePort("http-port", loopback, httpPort);
  const folder = resolve(flags.data ?? defaultFolder);
  const giveBack = takeFolder(folder);
  try {
    settings.teller.line(settings.say("starting"));
    const { scenario, seed } = settings;
    const serial = wordFlag("serial", flags.serial, ["pty", "tcp"]);
    const keep = flags.keep === true;
    const run = await startRun({ scenario, seed, serial, folder, keep, mqttPort, httpPort });
    try {
      announce(run, folder, settings);
      return await playOn(run, settings);
    } finally {
      await run.close();
    }
  } finally {
    giveBack();
  }
}

function announce(run: Run, folder: string, { teller, say }: DemoSettings): void {
  const { url, mqtt } = run.center;
  const kiosks = kiosksOf(run);
  teller.json({ event: "ready", console: url, kiosks, mqtt, data: folder, pid: process.pid });
  teller.line(`${say("console")}: ${url}`);
  tellKiosks(run, { teller, say });
  teller.line(`${say("folder")}: ${folder}`);
}

function tellKiosks(run: Run, { teller, say }: Pick<DemoSettings, "teller" | "say">): void {
  for (const [gateway, kiosk] of Object.entries(kiosksOf(run))) {
    teller.line(`${say("kiosk")} ${gateway}: ${kiosk}`);
  }
}

/** Addresses of the screens of gateways that have some; another one after each restart. */
function kiosksOf({ gateways }: Run): Readonly<Record<string, string>> {
  const entries = [...gateways].flatMap(([gateway, { kioskUrl }]) =>
    kioskUrl === undefined ? [] : [[gateway, kioskUrl] as const],
  );
  return Object.fromEntries(entries);
}

/** Plays until once is enough or the signal ends it. 1 when an expectation did not hold. */
async function playOn(run: Run, settings: DemoSettings): Promise<number> {
  const { scenario, speed, isOnce, encoreMs, say, teller, signal } = settings;
  let { seed } = settings;
  for (;;) {
    teller.title(scenario, seed);
    const report = await playScenario(scenario, run, {
      seed,
      speed,
      signal,
      onStep: (step) => teller.begin(step, isDeed(step)),
      onReport: (step) => teller.report(step, isDeed(step.step)),
    });
    if (signal.aborted && !isOnce) return 0;
    teller.result(scenario, seed, report);
    if (isOnce) return report.isOk ? 0 : 1;
    teller.line(`${say("console")}: ${run.center.url}`);
    tellKiosks(run, settings);
    teller.line(say("again"));
    if (!(await awaitEncore(encoreMs, signal))) return 0;
    seed += 1;
  }
}

await runProgram("demo", main);
