// One gateway of a run: its program started, killed, restarted, and its journal checked on a copy.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GatewayUnit, JournalCheck } from "../scenario/installation.ts";
import { ChildProgram, runCommand } from "./child-program.ts";

export interface GatewayProcessOptions {
  /** The command `driftbox`. */
  readonly program: string;
  readonly site: string;
  readonly gateway: string;
  readonly configFile: string;
  readonly dataFolder: string;
  readonly logFile: string;
}

export class GatewayProcess implements GatewayUnit {
  readonly #options: GatewayProcessOptions;
  #child: ChildProgram | undefined;

  constructor(options: GatewayProcessOptions) {
    this.#options = options;
  }

  get site(): string {
    return this.#options.site;
  }

  get isRunning(): boolean {
    return this.#child?.isRunning ?? false;
  }

  get pid(): number | undefined {
    return this.isRunning ? this.#child?.pid : undefined;
  }

  async start(): Promise<void> {
    if (this.isRunning) return;
    const { program, gateway, configFile, logFile } = this.#options;
    this.#child = await ChildProgram.start({
      name: `gateway ${gateway}`,
      args: [program, "gateway", "--config", configFile, "--json"],
      logFile,
    });
  }

  async kill(): Promise<void> {
    if (this.isRunning) await this.#child?.kill();
  }

  async stop(): Promise<void> {
    if (this.isRunning) await this.#child?.stop();
  }

  /** A copy, because a journal has one holder; a copy of a running one may end in a torn tail. */
  async checkJournal(): Promise<JournalCheck> {
    const { program, dataFolder } = this.#options;
    const copy = mkdtempSync(join(tmpdir(), "driftbox-verify-"));
    try {
      cpSync(dataFolder, copy, { recursive: true });
      const { exitCode, stdout, stderr } = await runCommand([program, "verify", "--data", copy]);
      const said = (exitCode === 0 ? stdout : stderr || stdout).trim().split("\n").join("; ");
      return { isSound: exitCode === 0, detail: said || `exit ${exitCode}` };
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
}
