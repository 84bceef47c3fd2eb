// One gateway of a run: its program started, killed, restarted, and its journal checked on a copy.

import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DoctorRow, GatewayUnit, JournalCheck } from "../scenario/installation.ts";
import { gatewayNodeFlags } from "../project.ts";
import { ChildProgram, preloadUrl, runCommand } from "./child-program.ts";
import type { SmallDisk } from "./small-disk.ts";

export interface GatewayProcessOptions {
  /** The command `driftbox`. */
  readonly program: string;
  readonly site: string;
  readonly gateway: string;
  readonly configFile: string;
  readonly dataFolder: string;
  readonly logFile: string;
  readonly disk?: SmallDisk | undefined;
}

export class GatewayProcess implements GatewayUnit {
  readonly #options: GatewayProcessOptions;
  readonly #clockFile: string;
  /** The same bytes are read once: starting the verifier takes longer than it reads. */
  #checked: { readonly digest: string; readonly check: JournalCheck } | undefined;
  #clockOffsetMs = 0;
  #child: ChildProgram | undefined;

  constructor(options: GatewayProcessOptions) {
    this.#options = options;
    this.#clockFile = `${options.configFile}.clock`;
    this.stepClock(0);
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

  /** Address of its screens, as it told when it was ready; undefined = it has none. */
  get kioskUrl(): string | undefined {
    const url = this.isRunning ? this.#child?.ready["kiosk"] : undefined;
    return typeof url === "string" ? url : undefined;
  }

  /** As the page of the screen does it: with the token that the page was given. */
  async press(act: Readonly<Record<string, string>>): Promise<boolean> {
    const url = this.kioskUrl;
    if (url === undefined) return false;
    const page = await (await fetch(url)).text();
    const token = /[0-9a-f]{32}/.exec(page)?.[0] ?? "";
    const headers = { "content-type": "application/json", "x-driftbox-token": token };
    const body = JSON.stringify(act);
    return (await fetch(new URL("act", url), { method: "POST", headers, body })).ok;
  }

  async start(): Promise<void> {
    if (this.isRunning) return;
    const { program, gateway, configFile, logFile } = this.#options;
    const clock = new URL("./clock-preload.js", import.meta.url);
    const command = ["gateway", "--config", configFile, "--json"];
    this.#child = await ChildProgram.start({
      name: `gateway ${gateway}`,
      args: gatewayNodeFlags().concat("--import", preloadUrl(clock), program, ...command),
      logFile,
      environment: { DRIFTBOX_SIM_CLOCK_FILE: this.#clockFile },
    });
  }

  get isDiskFull(): boolean | undefined {
    return this.#options.disk?.isFull;
  }

  fillDisk(isFull: boolean): boolean {
    const { disk } = this.#options;
    if (isFull) disk?.fill();
    else disk?.free();
    return disk !== undefined;
  }

  stepClock(byMs: number): void {
    this.#clockOffsetMs += byMs;
    // A rename, so that the gateway never reads half a number.
    writeFileSync(`${this.#clockFile}.new`, String(this.#clockOffsetMs));
    renameSync(`${this.#clockFile}.new`, this.#clockFile);
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
      const digest = digestOf(join(copy, "journal"));
      if (this.#checked?.digest === digest) return this.#checked.check;
      const args = [program, "verify", "--data", copy, "--json"];
      const { exitCode, stdout, stderr } = await runCommand(args);
      const check = { isSound: exitCode === 0, ...readVerification(stdout, stderr.trim()) };
      if (check.recordCount !== undefined) this.#checked = { digest, check };
      return check;
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }

  async askDoctor(): Promise<readonly DoctorRow[]> {
    const { program, configFile } = this.#options;
    const args = [program, "doctor", "--config", configFile, "--json", "--lang", "en"];
    const { stdout, stderr } = await runCommand(args);
    const { checks } = parseObject(stdout);
    if (!Array.isArray(checks)) throw new Error(`doctor said ${stderr.trim() || "nothing"}`);
    return checks.map(readRow);
  }
}

function digestOf(folder: string): string {
  const hash = createHash("sha256");
  const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}

function readRow(row: unknown): DoctorRow {
  const { name, cause, seen } = objectOf(row);
  return { name: textOf(name), cause: cause === null ? null : textOf(cause), seen: textOf(seen) };
}

/** What `driftbox verify --json` printed; a command that printed none of it said why instead. */
export function readVerification(stdout: string, said: string): Omit<JournalCheck, "isSound"> {
  const result = parseObject(stdout);
  const { verdict, recordCount, nextSeq, firstSeq, findings } = result;
  if (typeof verdict !== "string" || typeof recordCount !== "number") {
    return { detail: said || "the verifier said nothing" };
  }
  // An empty journal names no sequence.
  const next = typeof nextSeq === "number" ? nextSeq : 0;
  const first = typeof firstSeq === "number" ? firstSeq : 0;
  const found = Array.isArray(findings) ? findings.map(String) : [];
  const words = `${verdict}: ${recordCount} records, seq ${first} to ${next - 1}`;
  return { detail: [words, ...found].join("; "), recordCount, nextSeq: next };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {};
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
