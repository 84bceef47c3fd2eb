// A center as a process of its own and gateways that speak to it over real MQTT.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { connect, type MqttClient } from "mqtt";
import {
  encodeStatus,
  formatTopic,
  openDocument,
  parseGatewayName,
  parseSiteName,
  StatusWord,
  type DownwardTopic,
  type Receipt,
  type UpwardTopic,
} from "@driftbox/proto";
import { loadSigner, sha256, verifierOf } from "@driftbox/proto/node";
import { CenterFolder } from "../../broker/adapters/files/center-folder.ts";
import { enrollGateway } from "../../broker/adapters/files/enrollment.ts";
import { SealedChain, bootA, type ChainOrigin } from "./sealed-chain.ts";
import { temporaryFolder } from "./ledger-rig.ts";

/** The built program: `npm test` builds before it runs. */
const program = new URL("../../broker/dist/main.js", import.meta.url).pathname;

export interface Enrolled {
  readonly site: string;
  readonly gateway: string;
  readonly origin: ChainOrigin;
}

/** A center's folder, and the process on it, which may be killed and started again. */
export class CenterRig {
  readonly folder: CenterFolder;
  readonly #root = temporaryFolder();
  #child: ChildProcess | undefined;
  mqttPort = 0;
  httpPort = 0;

  constructor() {
    this.folder = new CenterFolder(join(this.#root.path, "center"), { mayMake: true });
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  enroll(gateway: string, site = "ferry-12"): Enrolled {
    const names = [parseSiteName(site), parseGatewayName(gateway)] as const;
    if (!names[0].ok || !names[1].ok) throw new Error("bad name");
    const gatewayFolder = this.gatewayFolder(gateway);
    mkdirSync(gatewayFolder);
    enrollGateway(this.folder, {
      site: names[0].value,
      gateway: names[1].value,
      serial: "",
      gatewayFolder,
      publicKey: undefined,
      createdMs: Date.now(),
    });
    const registrar = verifierOf(this.folder.registrar.publicKey);
    const bytes = readFileSync(join(gatewayFolder, "enrollment.document"));
    const opened = openDocument("enrollment", bytes, [registrar], sha256);
    if (!opened.ok) throw new Error(opened.detail);
    const enrollmentHash = sha256(opened.value.body);
    const signer = loadSigner(join(gatewayFolder, "gateway.key"));
    const gatewayId = enrollmentHash.subarray(0, 16);
    return { site, gateway, origin: { signer, enrollmentHash, gatewayId } };
  }

  /** `more` are arguments beside the usual ones. */
  async start(more: readonly string[] = []): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        program,
        `--data=${this.folder.path}`,
        `--mqtt-port=${this.mqttPort}`,
        "--http-port=0",
        "--log-level=fatal",
        "--json",
        ...more,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    this.#child = child;
    const line = await new Promise<string>((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`the center ended with ${code}`)));
      createInterface({ input: child.stdout }).once("line", resolve);
    });
    const ready = JSON.parse(line) as { mqtt: { port: number }; http: { port: number } };
    this.mqttPort = ready.mqtt.port;
    this.httpPort = ready.http.port;
  }

  /** Ends the process and answers its exit code, null for a kill. */
  async stop(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill(signal);
    return gone;
  }

  /** Rows of a list of the API, under /api/v1. */
  async rows(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const response = await fetch(`http://127.0.0.1:${this.httpPort}/api/v1/${path}`);
    const body: unknown = await response.json();
    if (!isList(body)) throw new Error(`no list at ${path}: ${JSON.stringify(body)}`);
    return body.rows;
  }

  /** SIGHUP. */
  reload(): void {
    this.#child?.kill("SIGHUP");
  }

  /** Folder of an enrolled gateway, which holds its key. */
  gatewayFolder(gateway: string): string {
    return join(this.#root.path, gateway);
  }

  async remove(): Promise<void> {
    await this.stop("SIGKILL");
    this.#root.remove();
  }
}

function isList(value: unknown): value is { rows: readonly Readonly<Record<string, unknown>>[] } {
  const isObject = typeof value === "object" && value !== null;
  return isObject && "rows" in value && Array.isArray(value.rows);
}

/** A gateway's side of the link, as thin as it can be: what it sends and which receipts it got. */
export class TestGateway {
  readonly sealed: SealedChain;
  readonly receipts: Receipt[] = [];
  readonly received: { readonly word: string; readonly body: Uint8Array }[] = [];
  readonly client: MqttClient;
  readonly #enrolled: Enrolled;
  readonly #center: Uint8Array;

  private constructor(enrolled: Enrolled, client: MqttClient, centerKey: Uint8Array) {
    this.sealed = new SealedChain(enrolled.origin);
    this.client = client;
    this.#enrolled = enrolled;
    this.#center = centerKey;
    client.on("message", (topic, body) => this.#take(topic, body));
    client.on("error", () => undefined);
  }

  static async connect(
    enrolled: Enrolled,
    options: { readonly port: number; readonly centerKey: Uint8Array },
  ): Promise<TestGateway> {
    const { gateway } = enrolled;
    const client = connect({
      host: "127.0.0.1",
      port: options.port,
      clientId: gateway,
      protocolVersion: 4,
      clean: true,
      reconnectPeriod: 0,
      keepalive: 30,
      will: {
        topic: topicOf(enrolled, "status"),
        payload: Buffer.from(statusBytes(StatusWord.STATUS_WORD_LOST)),
        qos: 1,
        retain: true,
      },
    });
    const made = new TestGateway(enrolled, client, options.centerKey);
    await new Promise<void>((resolve, reject) => {
      client.once("connect", () => resolve());
      client.once("error", reject);
      client.once("close", () => reject(new Error("refused")));
    });
    for (const word of ["receipt", "policy", "grants", "manifests", "commands"] as const) {
      await client.subscribeAsync(topicOf(enrolled, word), { qos: 1 });
    }
    return made;
  }

  /** Resolves at PUBACK. */
  async publish(word: UpwardTopic, body: Uint8Array): Promise<void> {
    const retain = word === "status" || word === "state";
    await this.client.publishAsync(topicOf(this.#enrolled, word), Buffer.from(body), {
      qos: 1,
      retain,
    });
  }

  ready(): Promise<void> {
    return this.publish("status", statusBytes(StatusWord.STATUS_WORD_READY));
  }

  receiptedNextSeq(): number {
    return this.receipts.at(-1)?.nextSeq ?? -1;
  }

  end(): void {
    this.client.end(true);
  }

  #take(topic: string, body: Uint8Array): void {
    const word = topic.split("/").at(-1) ?? "";
    this.received.push({ word, body });
    if (word !== "receipt") return;
    const opened = openDocument("receipt", body, [verifierOf(this.#center)], sha256);
    if (!opened.ok) throw new Error(opened.detail);
    this.receipts.push(opened.value.message);
  }
}

export function topicOf(enrolled: Enrolled, word: UpwardTopic | DownwardTopic): string {
  const site = parseSiteName(enrolled.site);
  const gateway = parseGatewayName(enrolled.gateway);
  if (!site.ok || !gateway.ok) throw new Error("bad name");
  return formatTopic({ site: site.value, gateway: gateway.value, word });
}

export function statusBytes(word: (typeof StatusWord)[keyof typeof StatusWord]): Uint8Array {
  return encodeStatus({ word, bootId: bootA, connection: 1, software: "test" });
}

/** Waits until `check` gives something, at most thirty seconds. */
export async function until<T>(check: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  const endMs = Date.now() + 30_000;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > endMs) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
