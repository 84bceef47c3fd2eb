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
  const { boxes, serial, seconds, ferries, branches, pollsPerSecond, answered, lost } = one;
  const { p50Ms, p99Ms, visits, unlocks, violations, boxesPerCore, rssMb } = one;
  const percent = (one.cpuShare * 100).toFixed(1);
  return {
    en: [
      `${boxes} boxes on ${serial} lines for ${seconds} s: ${ferries} ferry, ${branches} branch`,
      `${pollsPerSecond} polls/s, ${answered} answered, ${lost} lost`,
      `answer p50 ${p50Ms} ms, p99 ${p99Ms} ms`,
      `${visits} visits, ${unlocks} unlocks, ${violations} violations`,
      `CPU ${percent} % of one core, load included: ${boxesPerCore} boxes per core`,
      `RSS ${rssMb} MB`,
    ].join("\n"),
    zh: [
      `${boxes} 个箱子，${serial} 线路，${seconds} 秒：渡轮 ${ferries}，网点 ${branches}`,
      `每秒 ${pollsPerSecond} 次询问，应答 ${answered}，丢失 ${lost}`,
      `应答时间 p50 ${p50Ms} 毫秒，p99 ${p99Ms} 毫秒`,
      `开箱 ${visits} 次，开锁 ${unlocks} 次，违反不变量 ${violations}`,
      `单核占用 ${percent} %（含负载）：每核 ${boxesPerCore} 个箱子`,
      `内存 ${rssMb} MB`,
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
