// The simulated GPIO lines: a TCP server that tells electrical levels in ASCII and takes outputs.

import { createServer, type Server, type Socket } from "node:net";
import { Fault } from "@driftbox/proto";
import { compartmentAt, isSameSpot, type Signal, type Spot } from "../world/index.ts";
import type { Stage } from "./stage.ts";

/** Clients at once, and the longest line a client may send. */
const clientsMaxCount = 8;
const lineMaxChars = 128;

/** `unreachable`: the expander is off the bus; every output falls and nobody can read or drive. */
export const gpioFlaws = ["unreachable"] as const;
export type GpioFlaw = (typeof gpioFlaws)[number];

export interface GpioServerOptions {
  readonly stage: Stage;
  /** Input line by name: the door contact of a compartment; 1 = closed. */
  readonly contacts: ReadonlyMap<string, Spot>;
  /** Input line by name: the beam that looks into a compartment; 1 = broken. */
  readonly beams: ReadonlyMap<string, Spot>;
  /** Input lines of the world's switches of the same name; 1 = closed. */
  readonly switches: readonly string[];
  /** Output lines a client may drive, and what hangs on each. */
  readonly outputs: ReadonlyMap<string, Signal["part"]>;
  /** Output lines that feed the coil of a lock while they are high. */
  readonly coils?: ReadonlyMap<string, Spot>;
  readonly host: string;
  /** 0 = any free port. */
  readonly tcpPort: number;
}

/** A client that goes lets its outputs fall, as a kernel does with the lines of a dead process. */
export class GpioServer {
  readonly #options: GpioServerOptions;
  readonly #server: Server;
  readonly #clients = new Set<Socket>();
  readonly #levels = new Map<string, boolean>();
  readonly #stop: () => void;
  #isReachable = true;

  private constructor(options: GpioServerOptions) {
    this.#options = options;
    for (const name of options.outputs.keys()) this.#levels.set(name, false);
    for (const name of options.coils?.keys() ?? []) this.#levels.set(name, false);
    this.#server = createServer((client) => this.#accept(client));
    this.#stop = options.stage.onHappening((happening) => {
      if (happening.kind === "SwitchChanged" && options.switches.includes(happening.name)) {
        this.#tell(happening.name, happening.isClosed);
      }
      if (happening.kind === "ContactChanged") {
        for (const name of namesAt(options.contacts, happening)) {
          this.#tell(name, happening.isClosed);
        }
      }
      if (happening.kind === "BeamChanged") {
        for (const name of namesAt(options.beams, happening)) this.#tell(name, happening.isBroken);
      }
    });
  }

  /** @throws Fault listen/failed */
  static async open(options: GpioServerOptions): Promise<GpioServer> {
    const gpio = new GpioServer(options);
    await new Promise<void>((resolve, reject) => {
      gpio.#server.once("error", (cause) => {
        const place = `${options.host}:${options.tcpPort}`;
        reject(new Fault("listen/failed", `simulated lines cannot listen on ${place}`, { cause }));
      });
      gpio.#server.listen(options.tcpPort, options.host, resolve);
    });
    return gpio;
  }

  /** `tcp://host:port` for the gateway's configuration. */
  get url(): string {
    const address = this.#server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    return `tcp://${this.#options.host}:${port}`;
  }

  /** Level a client last drove an output to. */
  outputLevel(name: string): boolean | undefined {
    return this.#levels.get(name);
  }

  setFlaw(_: GpioFlaw, isOn: boolean): void {
    this.#isReachable = !isOn;
    if (isOn) for (const client of this.#clients) client.destroy();
  }

  async close(): Promise<void> {
    this.#stop();
    for (const client of this.#clients) client.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #accept(client: Socket): void {
    if (!this.#isReachable || this.#clients.size >= clientsMaxCount) {
      client.destroy();
      return;
    }
    this.#clients.add(client);
    client.setNoDelay(true);
    const driven = new Set<string>();
    client.on("close", () => {
      this.#clients.delete(client);
      for (const name of driven) this.#drive(name, false);
    });
    client.on("error", () => client.destroy());
    let text = "";
    client.on("data", (chunk) => {
      const lines = (text + chunk.toString("latin1")).split("\n");
      text = (lines.pop() ?? "").slice(-lineMaxChars);
      for (const line of lines) this.#obey(line.trim(), driven);
    });
    this.#tellAll(client);
  }

  #tellAll(client: Socket): void {
    const { world } = this.#options.stage;
    for (const [name, spot] of this.#options.contacts) {
      const isClosed = compartmentAt(world, spot)?.isContactClosed ?? false;
      client.write(formatLevel(name, isClosed));
    }
    for (const [name, spot] of this.#options.beams) {
      client.write(formatLevel(name, compartmentAt(world, spot)?.isBeamBroken ?? false));
    }
    for (const name of this.#options.switches) {
      const isClosed = world.switches.find((one) => one.name === name)?.isClosed ?? false;
      client.write(formatLevel(name, isClosed));
    }
    for (const [name, level] of this.#levels) client.write(formatLevel(name, level));
  }

  #obey(line: string, driven: Set<string>): void {
    const [, name = "", level] = /^(\S+) ([01])$/.exec(line) ?? [];
    if (!this.#levels.has(name)) return;
    driven.add(name);
    this.#drive(name, level === "1");
  }

  #drive(source: string, isHigh: boolean): void {
    const { outputs, coils, stage } = this.#options;
    const part = outputs.get(source);
    const spot = coils?.get(source);
    const isRising = isHigh && this.#levels.get(source) === false;
    this.#levels.set(source, isHigh);
    if (part !== undefined) {
      stage.act({ kind: "showSignal", source, part, shows: isHigh ? "on" : "off" });
    }
    if (spot !== undefined) {
      if (isRising) stage.act({ kind: "orderUnlock", ...spot });
      stage.act({ kind: isHigh ? "energizeCoil" : "releaseCoil", ...spot });
    }
    this.#tell(source, isHigh);
  }

  #tell(name: string, isHigh: boolean): void {
    for (const client of this.#clients) client.write(formatLevel(name, isHigh));
  }
}

function namesAt(lines: ReadonlyMap<string, Spot>, spot: Spot): readonly string[] {
  return [...lines].filter(([, one]) => isSameSpot(one, spot)).map(([name]) => name);
}

function formatLevel(name: string, isHigh: boolean): string {
  return `${name} ${isHigh ? 1 : 0}\n`;
}
