// The flags of `driftbox sim --fleet`.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";
import { numberFlag, readFlags, seedFlag, wordFlag } from "../run/arguments.ts";
import { abortOnSignal } from "../run/ending.ts";
import { languageOf } from "../run/storyteller.ts";
import { Fleet, fleetMaxCount, type FleetReport } from "./fleet.ts";

export const fleetUsage = `driftbox sim --fleet N [--seed N] [--seconds T] [--serial memory|pty|tcp]
             [--json] [--lang zh|en]
driftbox sim --fleet N --ports [--serial pty|tcp] [--json]`;

const secondsUsual = 20;
const secondsMax = 86_400;

/** Measures for a time, or holds ports open until a signal. @throws Fault usage/invalid */
export async function fleetCommand(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, {
    fleet: { type: "string" },
    seed: { type: "string" },
    seconds: { type: "string" },
    serial: { type: "string" },
    ports: { type: "boolean" },
    json: { type: "boolean" },
    lang: { type: "string" },
  });
  const holdsPorts = flags.ports === true;
  const serial = holdsPorts
    ? wordFlag("serial", flags.serial, ["pty", "tcp"])
    : wordFlag("serial", flags.serial, ["memory", "pty", "tcp"]);
  const most = fleetMaxCount[serial];
  const count = numberFlag("fleet", flags.fleet, { from: 1, to: most, otherwise: 100 });
  if (!Number.isInteger(count))
    throw new Fault("usage/invalid", "--fleet: expected a whole number");
  const bounds = { from: 1, to: secondsMax, otherwise: secondsUsual };
  const seconds = numberFlag("seconds", flags.seconds, bounds);
  const language = wordFlag("lang", flags.lang ?? languageOf(process.env), ["en", "zh"]);
  const isJson = flags.json === true;
  const signal = abortOnSignal();
  const folder = mkdtempSync(join(tmpdir(), "driftbox-fleet-"));
  const fleet = await Fleet.open({ count, seed: seedFlag(flags.seed), serial, folder });
  try {
    if (holdsPorts) {
      for (const one of fleet.ports()) {
        say(isJson ? JSON.stringify(one) : `${one.box} ${one.board} ${one.reader}`);
      }
      await untilAborted(signal);
    } else {
      const report = await fleet.measure(seconds, signal);
      say(isJson ? JSON.stringify({ event: "fleet", ...report }) : words(report)[language]);
    }
    return 0;
  } finally {
    await fleet.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function words(one: FleetReport): Readonly<Record<"en" | "zh", string>> {
  const percent = (one.cpuShare * 100).toFixed(1);
  return {
    en: [
      `${one.boxes} boxes on ${one.serial} lines (${one.ferries} ferry, ${one.branches} branch) for ${one.seconds} s`,
      `${one.pollsPerSecond} polls/s, ${one.answered} answered, ${one.lost} lost; answer p50 ${one.p50Ms} ms, p99 ${one.p99Ms} ms`,
      `${one.visits} visits, ${one.unlocks} unlocks, ${one.violations} violations`,
      `CPU ${percent} % of one core, load included: ${one.boxesPerCore} boxes per core; RSS ${one.rssMb} MB`,
    ].join("\n"),
    zh: [
      `${one.boxes} 个箱子，${one.serial} 线路（渡轮 ${one.ferries}，网点 ${one.branches}），${one.seconds} 秒`,
      `每秒 ${one.pollsPerSecond} 次询问，答 ${one.answered}，丢 ${one.lost}；应答 p50 ${one.p50Ms} 毫秒，p99 ${one.p99Ms} 毫秒`,
      `开箱 ${one.visits} 次，开锁 ${one.unlocks} 次，违反不变量 ${one.violations}`,
      `单核占用 ${percent} %（含负载）：每核 ${one.boxesPerCore} 个箱子；内存 ${one.rssMb} MB`,
    ].join("\n"),
  };
}

/** Timers of the simulator do not keep a process alive; this one does. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const keepAlive = setInterval(() => {}, 60_000);
    signal.addEventListener("abort", () => {
      clearInterval(keepAlive);
      resolve();
    });
  });
}
