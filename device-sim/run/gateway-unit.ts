// One gateway of a run: its program started, killed, restarted, and its journal checked on a copy.

import { createHash, randomUUID } from "node:crypto";
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
import type { DoctorRow, GatewayUnit, JournalCheck, SeenScreen } from "../scenario/installation.ts";
import { gatewayNodeFlags } from "../project.ts";
import { ChildProgram, clockVariable, preloadUrl, runCommand } from "./child-program.ts";
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

const screenMaxMs = 5_000;

export class GatewayProcess implements GatewayUnit {
  readonly #options: GatewayProcessOptions;
  readonly #clockFile: string;
  /** The same bytes are read once: starting the verifier takes longer than it reads. */
  #checked: { readonly digest: string; readonly check: JournalCheck } | undefined;
  #clockOffsetMs = 0;
  #bootId: string | undefined;
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
  async press(act: Readonly<Record<string, unknown>>): Promise<string> {
    const url = this.kioskUrl;
    if (url === undefined) return "no screen";
    const token = await this.#tokenOf(url);
    const headers = { "content-type": "application/json", "x-driftbox-token": token };
    const body = JSON.stringify(act);
    const answer = await fetch(new URL("act", url), { method: "POST", headers, body });
    return answer.ok ? "" : (await answer.text()) || `status ${answer.status}`;
  }

  /** The first message of the stream that its page is shown. */
  async screenOf(box: string): Promise<SeenScreen | undefined> {
    const url = this.kioskUrl;
    if (url === undefined) return undefined;
    const asked = new URLSearchParams({ token: await this.#tokenOf(url), box });
    const ending = new AbortController();
    try {
      const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(screenMaxMs)]);
      const answer = await fetch(new URL(`view?${asked.toString()}`, url), { signal });
      if (!answer.ok || answer.body === null) return undefined;
      let text = "";
      for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const [, told] = /^event: view\ndata: (.*)\n\n/.exec(text) ?? [];
        if (told !== undefined) return parseObject(told);
      }
      return undefined;
    } finally {
      ending.abort();
    }
  }

  /** Of this run of the program; its page has it. */
  async #tokenOf(url: string): Promise<string> {
    const page = await (await fetch(url)).text();
    return /[0-9a-f]{32}/.exec(page)?.[0] ?? "";
  }

  /** Lets it read its policy file again. */
  reload(): void {
    if (this.pid !== undefined) process.kill(this.pid, "SIGHUP");
  }

  async start(isNewBoot = false): Promise<void> {
    if (this.isRunning) return;
    if (isNewBoot) this.#bootId = randomUUID();
    const { program, gateway, configFile, logFile } = this.#options;
    const preloads = [
      new URL("./clock-preload.js", import.meta.url),
      new URL("./boot-preload.js", import.meta.url),
    ].flatMap((url) => ["--import", preloadUrl(url)]);
    const command = ["gateway", "--config", configFile, "--json"];
    this.#child = await ChildProgram.start({
      name: `gateway ${gateway}`,
      args: [...gatewayNodeFlags(), ...preloads, program, ...command],
      logFile,
      environment: {
        [clockVariable]: this.#clockFile,
        ...(this.#bootId !== undefined && { DRIFTBOX_SIM_BOOT_ID: this.#bootId }),
      },
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

  wearDisk(): boolean {
    const folder = join(this.#options.dataFolder, "journal");
    const [segment] = readdirSync(folder).filter((file) => file.endsWith(".segment"));
    if (this.isRunning || segment === undefined) return false;
    return turnBytes(join(folder, segment));
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

/** Where the records of a short journal are, in bytes from the beginning of its first segment. */
const wornFromBytes = 2_048;
const wornBytes = 64;

/** False = the file is too short to have anything there. */
function turnBytes(path: string): boolean {
  const bytes = readFileSync(path);
  const worn = bytes.subarray(wornFromBytes, wornFromBytes + wornBytes);
  if (!worn.some((byte) => byte !== 0)) return false;
  worn.forEach((byte, at) => (worn[at] = ~byte & 0xff));
  writeFileSync(path, bytes);
  return true;
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
