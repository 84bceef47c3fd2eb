// A whole run: center, gateways, links and devices of one scenario, started together,
// ended together.

import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { WallScheduler } from "../devices/scheduler.ts";
import { Stage } from "../devices/stage.ts";
import { bootTimeUs } from "../lines/libc.ts";
import type { Installation } from "../scenario/installation.ts";
import type { GatewaySetting, Scenario } from "../scenario/plan.ts";
import { Center } from "./center.ts";
import { DeviceSet, loopback, worldOf, type SerialKind, type WrapLine } from "./devices.ts";
import { writeKeyFiles } from "./key-files.ts";
import { gatewayYaml, policyYaml } from "./gateway-files.ts";
import { GatewayProcess } from "./gateway-unit.ts";
import { LinkProxy } from "./link-proxy.ts";
import { Programs } from "./programs.ts";
import { SmallDisk } from "./small-disk.ts";

export interface RunOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly serial: SerialKind;
  /** The command `driftbox`. */
  readonly program: string;
  /** Everything of the run; its part of a run before is removed unless `keep`. */
  readonly folder: string;
  readonly keep: boolean;
  readonly mqttPort: number;
  readonly httpPort: number;
  /** Looks at the wires. */
  readonly wrapLine?: WrapLine | undefined;
}

/** Names this program makes in its folder, and so may remove. */
const ownNames = ["center", "center.log", "gateways", "policies", "tty"];

export class Run implements Installation {
  readonly stage: Stage;
  readonly links = new Map<string, LinkProxy>();
  readonly gateways = new Map<string, GatewayProcess>();
  readonly office: Programs;
  readonly #options: RunOptions;
  readonly #folder: string;
  readonly #devices: DeviceSet;
  readonly #worldBeganUs: number;
  #center: Center | undefined;

  private constructor(options: RunOptions) {
    this.#options = options;
    this.#folder = resolve(options.folder);
    this.office = new Programs({
      program: options.program,
      folder: this.#folder,
      policyOf: (site, changes) => policyYaml(options.scenario, site, changes),
      gatewaysAt: (site) => this.#gatewaysAt(site),
    });
    const scheduler = new WallScheduler();
    this.stage = new Stage(worldOf(options.scenario, options.seed), scheduler);
    this.#worldBeganUs = bootTimeUs();
    const { serial, seed, scenario, wrapLine } = options;
    const folder = join(this.#folder, "tty");
    const { stage } = this;
    this.#devices = new DeviceSet({
      serial,
      seed,
      stage,
      scheduler,
      folder,
      scenario,
      wrapLine,
    });
  }

  /** Starts everything; on any fault what was started is ended again. */
  static async start(options: RunOptions): Promise<Run> {
    const run = new Run(options);
    try {
      await run.#start();
    } catch (error) {
      await run.close();
      throw error;
    }
    return run;
  }

  get center(): Center {
    if (this.#center === undefined) throw new Error("the center is not started");
    return this.#center;
  }

  get boards(): DeviceSet["boards"] {
    return this.#devices.boards;
  }

  get devices(): DeviceSet["devices"] {
    return this.#devices.devices;
  }

  get cards(): Installation["cards"] {
    return this.#devices.credentials.wallet;
  }

  get lines(): DeviceSet["lines"] {
    return this.#devices.lines;
  }

  worldMsOf(timeUs: number): number {
    return (timeUs - this.#worldBeganUs) / 1_000;
  }

  /** Gateways say their last word first, then the center ends, then the devices vanish. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.gateways.values(), (gateway) => gateway.stop()));
    for (const link of this.links.values()) await link.close();
    await this.#center?.stop();
    this.stage.stop();
    await this.#devices.close();
    this.#unmountDisks();
  }

  async #start(): Promise<void> {
    const { scenario, program, mqttPort, httpPort, keep } = this.#options;
    this.#unmountDisks();
    if (!keep) for (const name of ownNames) rmSync(join(this.#folder, name), anyway);
    for (const name of ["tty", "policies"]) mkdirSync(join(this.#folder, name), ownerOnly);
    const folder = join(this.#folder, "center");
    this.#center = await Center.start({ program, folder, mqttPort, httpPort });
    this.stage.start();
    const ruled = scenario.gateways.filter(({ hasPolicy = true }) => hasPolicy);
    const sites = new Set(ruled.map(({ site }) => site));
    for (const gateway of scenario.gateways) await this.#provision(gateway);
    for (const site of sites) await this.office.signPolicy(site, policyYaml(scenario, site));
    await Promise.all(Array.from(this.gateways.values(), (gateway) => gateway.start()));
    await this.#devices.areKnown(devicesKnownMaxMs);
  }

  async #provision(setting: GatewaySetting): Promise<void> {
    const { program } = this.#options;
    const { site, gateway } = setting;
    const dataFolder = this.#dataFolder(setting);
    const folder = dirname(dataFolder);
    mkdirSync(folder, ownerOnly);
    const { diskMiB } = setting;
    const disk = diskMiB === undefined ? undefined : SmallDisk.mount(dataFolder, diskMiB);
    if (!existsSync(join(dataFolder, "enrollment.document"))) {
      await this.office.enroll({ site, gateway }, dataFolder);
    }
    await this.#devices.addGateway(setting);
    for (const box of setting.boxes) await this.#devices.addBox(box);
    const gpioUrl = await this.#devices.addGpio(setting);
    const link = await LinkProxy.open({ host: loopback, targetPort: this.center.mqtt.port });
    this.links.set(gateway, link);
    const configFile = join(folder, "gateway.yaml");
    const serial = Array.from(this.lines, ([name, line]) => [name, line.port] as const);
    const ports = new Map([...serial, ...this.#devices.files]);
    const policyFile = this.office.policyFile(site);
    const cards = writeKeyFiles(setting, folder, this.#devices.credentials);
    const wiring = { ports, gpioUrl, uplinkUrl: link.url, dataFolder, policyFile, cards };
    writeFileSync(configFile, gatewayYaml(setting, wiring));
    const logFile = join(folder, "gateway.log");
    const options = { program, site, gateway, configFile, dataFolder, logFile, disk };
    this.gateways.set(gateway, new GatewayProcess(options));
  }

  #gatewaysAt(site: string): readonly GatewayProcess[] {
    return [...this.gateways.values()].filter((one) => one.site === site);
  }

  #dataFolder({ gateway }: GatewaySetting): string {
    return join(this.#folder, "gateways", gateway, "data");
  }

  /** Those of this run, and of one before that was killed. */
  #unmountDisks(): void {
    for (const setting of this.#options.scenario.gateways) {
      if (setting.diskMiB !== undefined) SmallDisk.unmount(this.#dataFolder(setting));
    }
  }
}

/** A device that answers nothing must not keep a story from beginning. */
const devicesKnownMaxMs = 5_000;
const anyway = { recursive: true, force: true } as const;
const ownerOnly = { recursive: true, mode: 0o700 } as const;
