// The hand of the tests on systemd: orders, properties, processes and the journal.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

export const gatewayUnit = "driftbox-gateway.service";
export const brokerUnit = "driftbox-broker.service";

/** Bound of every wait; the guest has one slow processor. */
const waitMaxMs = 50_000;
/** Of the journal, told when a wait was in vain. */
const lastLinesCount = 60;

/** Runs `systemctl`. Throws with its words when it fails. */
export function systemctl(...args: readonly string[]): string {
  return execFileSync("systemctl", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** One property of a unit, as systemd has it now. */
export function property(unit: string, name: string): string {
  return systemctl("show", unit, `--property=${name}`, "--value").trim();
}

export function mainPid(unit: string): number {
  return Number(property(unit, "MainPID"));
}

/** Processes of a unit that runs, by the words of their command line. */
export function processesOf(unit: string, words: RegExp): readonly number[] {
  const listed = readFileSync(`/sys/fs/cgroup/system.slice/${unit}/cgroup.procs`, "utf8");
  const pids = listed.split("\n").filter(Boolean);
  return pids.filter((pid) => words.test(commandLineOf(pid))).map(Number);
}

/** Empty when the process has just ended. */
function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

/** Sends a signal to a process that may just have ended. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** What a unit wrote, and what systemd wrote about it, since the guest started. */
export function journalOf(unit: string): string {
  const args = ["--no-pager", "--output=cat", `--unit=${unit}`];
  return spawnSync("journalctl", args, { encoding: "utf8" }).stdout;
}

/** Changes a packaged unit the way an operator does. */
export function override(unit: string, lines: readonly string[]): void {
  const folder = `/etc/systemd/system/${unit}.d`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/rig.conf`, `[Service]\n${lines.join("\n")}\n`);
}

/** Waits until the condition holds. Throws with what was waited for, and what the units said. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const endMs = Date.now() + waitMaxMs;
  while (!condition()) {
    if (Date.now() > endMs) {
      throw new Error(`waited ${waitMaxMs} ms in vain until ${what}\n${lastWords()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The end of the journal of both units, with the guest's seconds since its start. */
function lastWords(): string {
  const units = [`--unit=${gatewayUnit}`, `--unit=${brokerUnit}`];
  const args = ["--no-pager", "--output=short-monotonic", `--lines=${lastLinesCount}`, ...units];
  return spawnSync("journalctl", args, { encoding: "utf8" }).stdout;
}

/** Waits until a unit runs again under another process than `before`. */
export async function untilRestarted(unit: string, before: number): Promise<void> {
  await until(`${unit} runs again`, () => {
    const pid = mainPid(unit);
    return pid !== 0 && pid !== before && property(unit, "ActiveState") === "active";
  });
}
