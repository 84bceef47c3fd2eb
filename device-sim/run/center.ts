// The center of a run: its program, and its API read as anybody with a browser would.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";
import type {
  BoxAt,
  CenterReader,
  SeenBox,
  SeenEvent,
  SeenGateway,
  SeenParcel,
} from "../scenario/installation.ts";
import { ChildProgram } from "./child-program.ts";

export interface CenterOptions {
  /** The command `driftbox`. */
  readonly program: string;
  readonly folder: string;
  /** 0 = any free port. */
  readonly mqttPort: number;
  readonly httpPort: number;
}

/** Events kept of one run; more is a runaway gateway. */
const eventsMaxCount = 100_000;
const pageCount = 500;
const requestMaxMs = 20_000;

interface Address {
  readonly host: string;
  readonly port: number;
}

export class Center implements CenterReader {
  readonly #child: ChildProgram;
  readonly #mqtt: Address;
  readonly #http: Address;
  readonly #events: SeenEvent[] = [];
  #reading: Promise<void> | undefined;

  private constructor(child: ChildProgram) {
    this.#child = child;
    this.#mqtt = addressOf(child.ready["mqtt"]);
    this.#http = addressOf(child.ready["http"]);
  }

  /** @throws Fault device/absent when it does not become ready, for instance for a taken port */
  static async start(options: CenterOptions): Promise<Center> {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const child = await ChildProgram.start({
      name: "the center",
      args: [
        options.program,
        "broker",
        "--data",
        options.folder,
        "--mqtt-port",
        String(options.mqttPort),
        "--http-port",
        String(options.httpPort),
        "--json",
      ],
      logFile: join(options.folder, "..", "center.log"),
    });
    return new Center(child);
  }

  get mqtt(): Address {
    return this.#mqtt;
  }

  get url(): string {
    return `http://${this.#http.host}:${this.#http.port}`;
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }

  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void> {
    return this.#child.kill();
  }

  async events(): Promise<readonly SeenEvent[]> {
    this.#reading ??= this.#readOn().finally(() => (this.#reading = undefined));
    await this.#reading;
    return this.#events;
  }

  parcel(parcel: string): Promise<SeenParcel | undefined> {
    return this.#get<SeenParcel>(`/api/v1/parcels/${parcel}`);
  }

  box({ site, gateway, box }: BoxAt): Promise<SeenBox | undefined> {
    return this.#get<SeenBox>(`/api/v1/boxes/${site}/${gateway}/${box}`);
  }

  gateway(site: string, gateway: string): Promise<SeenGateway | undefined> {
    return this.#get<SeenGateway>(`/api/v1/gateways/${site}/${gateway}`);
  }

  async coded(code: string): Promise<readonly SeenEvent[]> {
    const path = `/api/v1/events?code=${encodeURIComponent(code)}`;
    return (await this.#get<{ readonly rows: readonly SeenEvent[] }>(path))?.rows ?? [];
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const after = this.#events.at(-1)?.cursor ?? 0;
      const path = `/api/v1/events?after=${after}&limit=${pageCount}`;
      const page = await this.#get<{ readonly rows: readonly SeenEvent[] }>(path);
      if (page === undefined || page.rows.length === 0) return;
      if (this.#events.length + page.rows.length > eventsMaxCount) {
        throw new Error(`more than ${eventsMaxCount} events at the center`);
      }
      this.#events.push(...page.rows);
      if (page.rows.length < pageCount) return;
    }
  }

  /** Undefined for "not found"; the shapes are those of the center's OpenAPI description. */
  async #get<T>(path: string): Promise<T | undefined> {
    const response = await fetch(this.url + path, { signal: AbortSignal.timeout(requestMaxMs) });
    if (response.status === 404) {
      await response.body?.cancel();
      return undefined;
    }
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}

function addressOf(value: unknown): Address {
  const { host, port } = { host: undefined, port: undefined, ...(value as object) };
  if (typeof host === "string" && typeof port === "number") return { host, port };
  throw new Fault("device/absent", "the center's ready line names no address");
}
