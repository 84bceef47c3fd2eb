// The center's programs as staff use them: enrolling, policies, codes, commands and grants.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";
import { loadSigner } from "@driftbox/proto/node";
import { stringify } from "yaml";
import type {
  BoxAt,
  CommandAnswer,
  GatewayAt,
  ManifestOrder,
  Office,
  PolicyLife,
} from "../scenario/installation.ts";
import type { Forgery } from "../scenario/forgeries.ts";
import { clockVariable, preloadUrl, runCommand, type CommandResult } from "./child-program.ts";
import { forgedCommand } from "./forged-command.ts";
import { utcOffsetMin } from "./gateway-files.ts";

export interface ProgramsOptions {
  /** The command `driftbox`. */
  readonly program: string;
  /** Of the run: the center's own folder and that of the policies are in it. */
  readonly folder: string;
  /** The file that `driftbox policy sign` takes, with other values of some keys. */
  readonly policyOf: (site: string, changes: object) => string;
  readonly gatewaysAt: (site: string) => readonly { reload(): void }[];
}

const staff = ["--by", "dispatcher", "--reason", "as the story tells"];
/** Of a day as it is written. */
const dayChars = "2027-01-31".length;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export class Programs implements Office {
  readonly #options: ProgramsOptions;
  readonly #versions = new Map<string, number>();

  constructor(options: ProgramsOptions) {
    this.#options = options;
  }

  policyFile(site: string): string {
    return join(this.#options.folder, "policies", `${site}.policy`);
  }

  async enroll({ site, gateway }: GatewayAt, dataFolder: string): Promise<void> {
    const at = ["--site", site, "--gateway", gateway];
    await this.#told("enroll", [...this.#center(), "--gateway-data", dataFolder, ...at]);
  }

  /** @param text the policy as it is written */
  async signPolicy(site: string, text: string, hoursAgo = 0): Promise<void> {
    const source = join(this.#options.folder, "policies", `${site}.yaml`);
    writeFileSync(source, text);
    const files = [source, this.policyFile(site)];
    const args = ["sign", ...this.#center(), "--site", site, ...files];
    await this.#told("policy", args, this.#clockBehind(hoursAgo));
  }

  async switchPolicy({ site }: GatewayAt, changes: object, life: PolicyLife = {}): Promise<void> {
    const version = (this.#versions.get(site) ?? 1) + 1;
    this.#versions.set(site, version);
    const { agoHours = 0, expiresInMs } = life;
    const expires = new Date(Date.now() + (expiresInMs ?? 0)).toISOString();
    const own = { version, ...(expiresInMs !== undefined && { expires }) };
    const text = this.#options.policyOf(site, { ...changes, ...own });
    await this.signPolicy(site, text, agoHours);
    for (const gateway of this.#options.gatewaysAt(site)) gateway.reload();
  }

  async pickupCode(at: GatewayAt, parcel: string): Promise<string> {
    return digitsIn(await this.#code("pickup", at, ["--parcel", parcel]));
  }

  async onceCode({ box, ...at }: BoxAt, action: string, aheadDays: number): Promise<string> {
    const day = new Date(Date.now() + utcOffsetMin * minuteMs + aheadDays * dayMs);
    const until = day.toISOString().slice(0, dayChars);
    return digitsIn(
      await this.#code("once", at, ["--box", box, "--action", action, "--until", until]),
    );
  }

  /** A command that was refused is an answer; one that was not sent is a fault. */
  async command(
    at: GatewayAt,
    word: string,
    options: Readonly<Record<string, string>>,
  ): Promise<CommandAnswer> {
    const said = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    const result = await this.#run("command", [word, ...this.#at(at), ...said, ...staff, "--json"]);
    const [, state] = /"state":"([^"]*)"/.exec(result.stdout) ?? [];
    const [, outcome = ""] = /"outcome":"([^"]*)"/.exec(result.stdout) ?? [];
    if (state === undefined) throw faultOf("command", result);
    return { state, outcome };
  }

  async publishManifest(at: GatewayAt, order: ManifestOrder): Promise<void> {
    const { manifest, voyage, parcels } = order;
    const until = new Date(Date.now() + dayMs).toISOString();
    const of = ["--manifest", manifest, "--voyage", voyage, "--until", until];
    await this.#told("manifest", ["issue", ...this.#at(at), ...of, ...parcels]);
  }

  async publishGrant(at: GatewayAt, grant: Readonly<Record<string, unknown>>): Promise<void> {
    const { file } = await this.#signGrant(at, grant);
    await this.#told("grant", ["publish", ...this.#at(at), file]);
  }

  async paperGrant(at: GatewayAt, grant: Readonly<Record<string, unknown>>): Promise<string> {
    const { printed } = await this.#signGrant(at, grant);
    return /"qr":"([^"]+)"/.exec(printed)?.[1] ?? "";
  }

  forgeCommand(command: Uint8Array, forgery: Forgery): Uint8Array {
    const key = join(this.#options.folder, "center", "center.key");
    return forgedCommand(command, forgery, loadSigner(key));
  }

  async revokeGrant(at: GatewayAt, grant: string): Promise<void> {
    await this.#told("grant", ["revoke", ...this.#at(at), grant]);
  }

  async #signGrant(
    { site }: GatewayAt,
    grant: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly file: string; readonly printed: string }> {
    const source = join(this.#options.folder, "policies", "grant.yaml");
    const file = join(this.#options.folder, "policies", "grant.signed");
    writeFileSync(source, stringify(grant));
    const args = ["sign", ...this.#center(), "--site", site, source, file, "--json"];
    return { file, printed: await this.#told("grant", args) };
  }

  /** The environment of a program whose clock is so much behind. */
  #clockBehind(hours: number): Readonly<Record<string, string>> {
    if (hours === 0) return {};
    const file = join(this.#options.folder, "policies", "clock");
    writeFileSync(file, String(-hours * hourMs));
    return { [clockVariable]: file };
  }

  #code(verb: string, at: GatewayAt, of: readonly string[]): Promise<string> {
    return this.#told("code", [verb, ...this.#at(at), ...of, "--json"]);
  }

  #center(): readonly string[] {
    return ["--broker-data", join(this.#options.folder, "center")];
  }

  #at({ site, gateway }: GatewayAt): readonly string[] {
    return [...this.#center(), "--site", site, "--gateway", gateway];
  }

  #run(
    name: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<CommandResult> {
    const clock = preloadUrl(new URL("./clock-preload.js", import.meta.url));
    const flags = Object.keys(environment).length > 0 ? ["--import", clock] : [];
    return runCommand([...flags, this.#options.program, name, ...args], environment);
  }

  /** What it printed. @throws Fault config/value with what it said when it failed */
  async #told(
    name: string,
    args: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ): Promise<string> {
    const result = await this.#run(name, args, environment);
    if (result.exitCode === 0) return result.stdout;
    throw faultOf(name, result);
  }
}

function faultOf(name: string, { exitCode, stderr, stdout }: CommandResult): Fault {
  const said = (stderr || stdout).trim().split("\n").at(-1) ?? "";
  return new Fault("config/value", `driftbox ${name} ended with ${exitCode}: ${said}`);
}

function digitsIn(printed: string): string {
  return /"digits":"([0-9]+)"/.exec(printed)?.[1] ?? "";
}
