// A center and some gateways on one island: provisioned, with simulated devices and proxied links.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { cu16Commands, scanOrders } from "../../device-sim/devices/cu16-frame.ts";
import { WallScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { driftboxProgram } from "../../device-sim/project.ts";
import { Center } from "../../device-sim/run/center.ts";
import { runCommand } from "../../device-sim/run/child-program.ts";
import { DeviceSet, worldOf } from "../../device-sim/run/devices.ts";
import { gatewayYaml, policyYaml } from "../../device-sim/run/gateway-files.ts";
import { usualBoard, usualReader } from "../../device-sim/scenario/drivers.ts";
import { deviceNames, type GatewaySetting, type Scenario } from "../../device-sim/scenario/plan.ts";
import { Logbook } from "./logbook.ts";
import { MortalGateway } from "./mortal-gateway.ts";
import { PacketProxy, type Crossing, type Shaper } from "./packet-proxy.ts";

export const site = "island-1";
export const badges = ["0A001E4C11", "0A001E4C27", "0A00999999"] as const;
export const parcels = Array.from({ length: 8 }, (_, index) => {
  const number = 3_808_980_205 + index * 51;
  const tag = `7A${number.toString(16).toUpperCase()}`;
  return { parcel: `parcel-${index}`, tag, number: String(number), thicknessMm: 20 };
});

export const program = driftboxProgram();

export interface Place {
  readonly gateway: string;
  readonly boxes: readonly string[];
  readonly dataFolder: string;
  readonly configFile: string;
  readonly logFile: string;
  readonly link: PacketProxy;
  readonly logbook: Logbook;
  /** Unlock frames that reached the lock board, by `box/compartment`. */
  readonly unlocks: Map<string, number>;
  /** Called with each unlock frame that reached a lock board. */
  onUnlock: () => void;
}

export interface IslandOptions {
  readonly seed: number;
  readonly gateways: number;
  readonly boxesEach: number;
  /** More lines for `uplink:` of the configuration. */
  readonly uplink: Readonly<Record<string, number>>;
  /** Sends packets on, or not; the logbook has seen what the gateway sent before. */
  readonly shape: (crossing: Crossing, place: Place) => Shaper;
}

interface CounterRow {
  readonly name: string;
  readonly count: number;
}

/** Short enough that coils are rested soon: ten percent of a minute is the coil's share. */
const pulseMs = 150;

export class Island {
  readonly stage: Stage;
  readonly places: Place[] = [];
  readonly #options: IslandOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), "driftbox-island-"));
  readonly #scheduler = new WallScheduler();
  readonly #devices: DeviceSet;
  readonly #scenario: Scenario;
  #center: Center | undefined;
  readonly #gateways = new Set<MortalGateway>();
  #isClosed = false;

  private constructor(options: IslandOptions) {
    const { seed } = options;
    this.#options = options;
    this.#scenario = scenarioOf(options);
    this.stage = new Stage(worldOf(this.#scenario, seed), this.#scheduler);
    this.#devices = new DeviceSet({
      serial: "tcp",
      seed,
      stage: this.stage,
      scheduler: this.#scheduler,
      folder: this.#folder,
      scenario: this.#scenario,
    });
  }

  static async open(options: IslandOptions): Promise<Island> {
    const island = new Island(options);
    await island.startCenter();
    for (const setting of island.#scenario.gateways) await island.#provision(setting);
    await island.#signPolicy();
    island.stage.start();
    return island;
  }

  get center(): Center {
    if (this.#center === undefined) throw new Error("the center is not running");
    return this.#center;
  }

  async startCenter(): Promise<void> {
    const folder = join(this.#folder, "center");
    this.#center = await Center.start({ program, folder, mqttPort: 0, httpPort: 0 });
  }

  /** Throws after `close`, so that nothing starts behind a test that has ended. */
  startGateway(place: Place): MortalGateway {
    if (this.#isClosed) throw new Error("the island is closed");
    const { configFile, logFile } = place;
    const gateway = new MortalGateway({ program, configFile, logFile });
    this.#gateways.add(gateway);
    void gateway.gone.then(() => this.#gateways.delete(gateway));
    return gateway;
  }

  /** Kills the gateways that still run, ends the center and the devices. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const gateway of this.#gateways) gateway.kill();
    await Promise.all(Array.from(this.#gateways, ({ gone }) => gone));
    for (const { link } of this.places) await link.close();
    await this.#center?.stop();
    this.stage.stop();
    await this.#devices.close();
  }

  /** Only after a run that held: the folder of a failed one is evidence. */
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The center's counters by name. Only after `close`. */
  centerCounts(): ReadonlyMap<string, number> {
    const path = join(this.#folder, "center", "ledger.sqlite");
    const database = new Database(path, { readonly: true });
    try {
      const rows = database.prepare<[], CounterRow>("SELECT name, count FROM counters").all();
      return new Map(rows.map(({ name, count }) => [name, count]));
    } finally {
      database.close();
    }
  }

  get folder(): string {
    return this.#folder;
  }

  async #provision(setting: GatewaySetting): Promise<void> {
    const { gateway } = setting;
    const folder = join(this.#folder, gateway);
    const dataFolder = join(folder, "data");
    mkdirSync(join(dataFolder, "journal"), { recursive: true, mode: 0o700 });
    const of = ["--broker-data", join(this.#folder, "center"), "--gateway-data", dataFolder];
    await command(["enroll", ...of, "--site", site, "--gateway", gateway]);
    for (const box of setting.boxes) await this.#devices.addBox(box);
    const place: Place = {
      gateway,
      boxes: setting.boxes.map(({ box }) => box),
      dataFolder,
      configFile: join(folder, "gateway.yaml"),
      logFile: join(folder, "gateway.log"),
      link: await PacketProxy.open({
        targetPort: () => this.center.mqtt.port,
        shape: (crossing) => this.#shaped(crossing, place),
      }),
      logbook: new Logbook(),
      unlocks: new Map(),
      onUnlock: () => undefined,
    };
    for (const box of place.boxes) this.#countUnlocks(place, box);
    await this.#writeConfig(setting, place);
    this.places.push(place);
  }

  #shaped(crossing: Crossing, place: Place): Shaper {
    const witness = place.logbook.witness();
    const shaper = this.#options.shape(crossing, place);
    return (way, packet) => {
      witness(way, packet);
      shaper(way, packet);
    };
  }

  /** A second ear at the board's end of the line. */
  #countUnlocks(place: Place, box: string): void {
    let rest: readonly number[] = [];
    this.#devices.lines.get(deviceNames(box).board)?.onBytes((bytes) => {
      const scanned = scanOrders([...rest, ...bytes]);
      rest = scanned.rest;
      for (const { command: word, lock } of scanned.orders) {
        if (word !== cu16Commands.unlockOne) continue;
        const spot = `${box}/${lock + 1}`;
        place.unlocks.set(spot, (place.unlocks.get(spot) ?? 0) + 1);
        place.onUnlock();
      }
    });
  }

  async #writeConfig(setting: GatewaySetting, place: Place): Promise<void> {
    const ports = new Map(Array.from(this.#devices.lines, ([name, line]) => [name, line.port]));
    const yaml = gatewayYaml(setting, {
      ports,
      gpioUrl: await this.#devices.addGpio(setting),
      uplinkUrl: place.link.url,
      dataFolder: place.dataFolder,
      policyFile: join(this.#folder, "island.policy"),
      cards: { metaKeyFile: "", cardKeyFile: "", diversification: {} },
    });
    const uplink = Object.entries({ backoffMaxMs: 300, ...this.#options.uplink })
      .map(([key, value]) => `  ${key}: ${value}`)
      .join("\n");
    const quick = yaml
      .replaceAll(/pulseMs: \d+/g, `pulseMs: ${pulseMs}`)
      .replace(/ {2}backoffBaseMs: \d+\n {2}backoffMaxMs: \d+/, `  backoffBaseMs: 50\n${uplink}`);
    writeFileSync(place.configFile, quick);
  }

  async #signPolicy(): Promise<void> {
    const source = join(this.#folder, "island.yaml");
    writeFileSync(source, policyYaml(this.#scenario, site));
    const of = ["--broker-data", join(this.#folder, "center"), "--site", site];
    await command(["policy", "sign", ...of, source, join(this.#folder, "island.policy")]);
  }
}

async function command(args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await runCommand([program, ...args]);
  if (exitCode !== 0) throw new Error(`driftbox ${args[0]}: exit ${exitCode}: ${stderr}`);
}

/** `driftbox verify` on a stopped gateway: exit code and words. */
export async function verified(place: Place): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommand([
    program,
    "verify",
    "--data",
    place.dataFolder,
  ]);
  return `exit ${exitCode}: ${(stdout || stderr).trim()}`;
}

function scenarioOf({ gateways, boxesEach }: IslandOptions): Scenario {
  const settings = Array.from({ length: gateways }, (_, at): GatewaySetting => {
    const gateway = `gateway-${at + 1}`;
    return {
      site,
      gateway,
      timing: {},
      hasPower: false,
      position: undefined,
      boxes: Array.from({ length: boxesEach }, (_box, index) => ({
        box: `box-${at + 1}-${index + 1}`,
        kind: "drop-box",
        reader: usualReader,
        board: usualBoard,
        scanner: undefined,
        hasSignals: false,
        hasTamper: false,
        compartments: [
          {
            compartment: 1,
            door: index % 2 === 0 ? "line" : "hook",
            presence: "infrared" as const,
            supplyGroup: `box-${at + 1}-${index + 1}`,
          },
        ],
      })),
    };
  });
  const boxes = settings.flatMap((one) => one.boxes.map(({ box }) => box));
  const role = "courier";
  return {
    name: "island",
    title: { en: "An island", zh: "海岛" },
    gateways: settings,
    roles: [{ role, rights: boxes.map((box) => ({ box, canDeposit: true, canCollect: true })) }],
    people: badges.map((badge, index) => ({
      person: `person-${index}`,
      badge,
      role: index < 2 ? role : undefined,
      organization: "ferry",
      assurance: "identifier" as const,
      cardFlaw: undefined,
    })),
    parcels,
    steps: [],
  };
}
