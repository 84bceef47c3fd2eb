// Starts programs of the project from source, inside the guest.

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Command and first arguments of a program, given from the root of the project. */
export function startOf(path: string): readonly string[] {
  const file = fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  return [process.execPath, "--conditions=driftbox-source", "--import", "tsx", file];
}

export function runProgram(
  path: string,
  args: readonly string[],
): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const [command = "", ...first] = startOf(path);
  const { status, stdout, stderr } = spawnSync(command, [...first, ...args], { encoding: "utf8" });
  return { code: status, stdout, stderr };
}

/** A process that drives a line; resolves when it does. */
export async function holdLine(driver: "chardev" | "sysfs", line: string): Promise<ChildProcess> {
  const [command = "", ...first] = startOf("test/kernel/gpio/hold-line.ts");
  const child = spawn(command, [...first, driver, line], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit").then(() => {
    throw new Error(`${line} could not be driven through ${driver}`);
  });
  await Promise.race([once(child.stdout, "data"), ended]);
  ended.catch(() => {});
  return child;
}

/** Ends a process as the kernel does when memory runs out: no handler runs. */
export async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
