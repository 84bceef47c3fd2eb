// The gateway program as a process that may be killed at any moment, its start included.

import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { createInterface } from "node:readline";

/** Children alive now: none outlives this process. */
const alive = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

export interface MortalOptions {
  /** The command `driftbox`. */
  readonly program: string;
  readonly configFile: string;
  /** Standard error is appended here. */
  readonly logFile: string;
}

export class MortalGateway {
  readonly #child: ChildProcess;
  /** Resolves when it said that it is ready, or is gone. */
  readonly settled: Promise<void>;
  readonly gone: Promise<void>;
  isReady = false;
  isGone = false;

  /** Returns at once; the program is still starting. */
  constructor({ program, configFile, logFile }: MortalOptions) {
    const log = openSync(logFile, "a");
    const args = ["--max-semi-space-size=1", program, "gateway", "--config", configFile, "--json"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", log] });
    closeSync(log);
    alive.add(child);
    this.#child = child;
    this.gone = new Promise((resolve) => {
      child.once("close", () => {
        alive.delete(child);
        this.isGone = true;
        resolve();
      });
    });
    this.settled = new Promise((resolve) => {
      if (child.stdout === null) throw new Error("no standard output");
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (!line.includes('"ready"')) return;
        this.isReady = true;
        resolve();
      });
      child.once("close", () => resolve());
    });
  }

  /** How it ended, as far as it has. */
  get ending(): string {
    return `exit ${this.#child.exitCode}, signal ${this.#child.signalCode}`;
  }

  get wasKilled(): boolean {
    return this.#child.signalCode === "SIGKILL";
  }

  /** Does not wait. */
  kill(): void {
    this.#child.kill("SIGKILL");
  }

  /** SIGTERM, and waits. */
  async stop(): Promise<void> {
    this.#child.kill("SIGTERM");
    await this.gone;
  }
}
