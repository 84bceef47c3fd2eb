// Looks for the process that holds a journal, without ever taking its lock.

import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ProcessFacts, SeenProcess } from "./facts.ts";

const processesMaxCount = 65_536;
const descriptorsMaxCount = 4_096;

export interface ProcessSearch {
  readonly data: string;
  readonly configPath: string;
}

/** Processes of other users are seen by root only. */
export function readProcesses({ data, configPath }: ProcessSearch): ProcessFacts {
  const lock = realOf(join(data, "journal", "lock"));
  const pids = listOf("/proc")
    .filter((name) => /^\d+$/.test(name))
    .slice(0, processesMaxCount)
    .map(Number)
    .filter((pid) => pid !== process.pid);
  const holderPid = lock === undefined ? undefined : pids.find((pid) => holds(pid, lock));
  const rivals = pids
    .filter((pid) => pid !== holderPid)
    .flatMap((pid) => seenProcess(pid) ?? [])
    .filter((seen) => isGateway(seen) && seen.configPath === configPath);
  const holder = holderPid === undefined ? undefined : seenProcess(holderPid);
  return { holder, rivals: holder === undefined ? [] : rivals };
}

/** An open lock file is a held one: a gateway that does not get the lock closes it at once. */
function holds(pid: number, lock: string): boolean {
  const folder = `/proc/${pid}/fd`;
  return listOf(folder)
    .slice(0, descriptorsMaxCount)
    .some((fd) => linkOf(`${folder}/${fd}`) === lock);
}

function seenProcess(pid: number): SeenProcess | undefined {
  const args = argumentsOf(pid);
  if (args.length === 0) return undefined;
  const at = args.indexOf("--config");
  const named = at < 0 ? undefined : args[at + 1];
  const folder = linkOf(`/proc/${pid}/cwd`) ?? "/";
  const configPath = named === undefined ? undefined : realOf(resolve(folder, named));
  return { pid, command: commandOf(args), configPath };
}

/** Without the interpreter and its flags: `driftbox.js gateway --config FILE`. */
function commandOf(args: readonly string[]): string {
  const at = args.findIndex((arg) => /driftbox(\.js)?$|\/dist\/main\.js$/.test(arg));
  return args.slice(Math.max(0, at)).join(" ");
}

function isGateway({ command }: SeenProcess): boolean {
  return /\bgateway\b/.test(command);
}

function argumentsOf(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return text.split("\0").filter((arg) => arg !== "");
  } catch {
    return [];
  }
}

function listOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
