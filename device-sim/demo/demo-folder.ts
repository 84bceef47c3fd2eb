// The demo's folder: one demo at a time, told by the process id in a file.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";

/** Takes the folder for this process; the returned function gives it back. */
export function takeFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "demo.pid");
  const holder = holderOf(file);
  if (holder !== undefined) {
    const what = `${folder}: a demo runs there (process ${holder}); give this one another --data`;
    throw new Fault("ledger/locked", what);
  }
  writeFileSync(file, `${process.pid}\n`);
  return () => rmSync(file, { force: true });
}

function holderOf(file: string): number | undefined {
  let pid: number;
  try {
    pid = Number(readFileSync(file, "latin1"));
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
    process.kill(pid, 0);
  } catch (error) {
    // Signal 0 to a process of another user is refused, but it is there.
    return isCode(error, "EPERM") ? 0 : undefined;
  }
  return pid;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
