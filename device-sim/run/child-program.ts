// Starts one program of the project as a child process, waits until it is ready, and ends it.

import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, existsSync, type WriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Fault } from "@driftbox/proto";

export interface ProgramOptions {
  /** For messages: what this program is. */
  readonly name: string;
  readonly args: readonly string[];
  /** Standard error is appended here. */
  readonly logFile: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A program that is not ready by then is taken for broken. */
const readyMaxMs = 60_000;
/** After SIGTERM; then SIGKILL. */
const graceMs = 5_000;
/** Last lines of standard error kept for a message. */
const tailMaxCount = 5;

/**
 * Children alive now: none outlives this process. A process that is killed runs nothing at its end;
 * its children then see their pipe to it close.
 */
const alive = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

export class ChildProgram {
  /** The JSON object of the program's ready line. */
  readonly ready: Readonly<Record<string, unknown>>;
  readonly #child: ChildProcess;
  readonly #gone: Promise<void>;

  private constructor(child: ChildProcess, gone: Promise<void>, ready: Record<string, unknown>) {
    this.#child = child;
    this.#gone = gone;
    this.ready = ready;
  }

  /** @throws Fault device/absent when the program ends or says nothing before it is ready */
  static async start(options: ProgramOptions): Promise<ChildProgram> {
    const watch = new URL("./parent-watch.js", import.meta.url);
    const args = ["--import", preloadUrl(watch), ...options.args];
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      env: { ...process.env, ...options.environment },
    });
    alive.add(child);
    const log = createWriteStream(options.logFile, { flags: "a" });
    const tail = keepTail(child, log);
    const gone = new Promise<void>((resolve) => {
      child.once("close", () => {
        alive.delete(child);
        log.end();
        resolve();
      });
    });
    try {
      const ready = await readyLine(child);
      return new ChildProgram(child, gone, ready);
    } catch (cause) {
      child.kill("SIGKILL");
      const said = tail.join(" | ") || "nothing";
      const what = `${options.name} did not become ready; it said: ${said}`;
      throw new Fault("device/absent", what, { cause });
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get isRunning(): boolean {
    return alive.has(this.#child);
  }

  /** Resolves when the process has ended, whoever ended it. */
  get gone(): Promise<void> {
    return this.#gone;
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#gone;
  }

  async stop(): Promise<void> {
    this.#child.kill("SIGTERM");
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), graceMs);
    await this.#gone;
    clearTimeout(timer);
  }
}

/** A compiled preload: where it stands beside its user, or in `dist` when this runs from source. */
export function preloadUrl(beside: URL): string {
  return existsSync(beside) ? beside.href : new URL(`../dist/run/${nameOf(beside)}`, beside).href;
}

function nameOf(url: URL): string {
  return url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
}

function keepTail(child: ChildProcess, log: WriteStream): readonly string[] {
  const tail: string[] = [];
  if (child.stderr === null) return tail;
  child.stderr.pipe(log, { end: false });
  createInterface({ input: child.stderr }).on("line", (line) => {
    tail.push(line);
    if (tail.length > tailMaxCount) tail.shift();
  });
  return tail;
}

async function readyLine(child: ChildProcess): Promise<Record<string, unknown>> {
  const { stdout } = child;
  if (stdout === null) throw new Error("no standard output");
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("not in time")), readyMaxMs);
    createInterface({ input: stdout }).on("line", (line) => {
      const message = parseLine(line);
      if (message["event"] !== "ready") return;
      clearTimeout(timer);
      resolve(message);
    });
    child.once("close", () => {
      clearTimeout(timer);
      reject(new Error(`ended with ${child.exitCode ?? child.signalCode}`));
    });
  });
}

function parseLine(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const outputMaxChars = 1_000_000;

/** Names the file that says how far the clock of a program is off, for `clock-preload.ts`. */
export const clockVariable = "DRIFTBOX_SIM_CLOCK_FILE";

/** Runs one command to its end. */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], env });
  alive.add(child);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout = (stdout + String(chunk)).slice(-outputMaxChars)));
  child.stderr.on("data", (chunk) => (stderr = (stderr + String(chunk)).slice(-outputMaxChars)));
  const exitCode = await new Promise<number>((resolve) => {
    child.once("close", (code) => resolve(code ?? 1));
  });
  alive.delete(child);
  return { exitCode, stdout, stderr };
}
