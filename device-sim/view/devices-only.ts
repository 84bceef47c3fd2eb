// The devices of a scenario without gateways and center: another program connects to their ports.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { WallScheduler } from "../devices/scheduler.ts";
import { Stage } from "../devices/stage.ts";
import { bootTimeUs } from "../lines/libc.ts";
import { DeviceSet, worldOf, type SerialKind, type WrapLine } from "../run/devices.ts";
import type { CenterReader, Installation } from "../scenario/installation.ts";
import type { Scenario } from "../scenario/plan.ts";

export interface DevicesOnlyOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly serial: SerialKind;
  readonly folder: string;
  readonly wrapLine: WrapLine;
}

const noCenter: CenterReader = {
  events: () => Promise.resolve([]),
  parcel: () => Promise.resolve(undefined),
  box: () => Promise.resolve(undefined),
  gateway: () => Promise.resolve(undefined),
};

export class DevicesOnly implements Installation {
  readonly stage: Stage;
  readonly center = noCenter;
  readonly links: Installation["links"] = new Map();
  readonly gateways: Installation["gateways"] = new Map();
  /** Address of the simulated GPIO lines by gateway. */
  readonly gpioUrls = new Map<string, string>();
  readonly #devices: DeviceSet;
  readonly #beganUs = bootTimeUs();

  private constructor({ scenario, seed, serial, folder, wrapLine }: DevicesOnlyOptions) {
    const scheduler = new WallScheduler();
    this.stage = new Stage(worldOf(scenario, seed), scheduler);
    const { stage } = this;
    const tty = join(folder, "tty");
    mkdirSync(tty, { recursive: true, mode: 0o700 });
    const parts = { scenario, serial, seed, stage, scheduler, folder: tty, wrapLine };
    this.#devices = new DeviceSet(parts);
  }

  static async start(options: DevicesOnlyOptions): Promise<DevicesOnly> {
    const made = new DevicesOnly(options);
    try {
      for (const gateway of options.scenario.gateways) {
        for (const box of gateway.boxes) await made.#devices.addBox(box);
        await made.#devices.addGateway(gateway);
        made.gpioUrls.set(gateway.gateway, await made.#devices.addGpio(gateway));
      }
      made.stage.start();
    } catch (error) {
      await made.close();
      throw error;
    }
    return made;
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

  get boards(): DeviceSet["boards"] {
    return this.#devices.boards;
  }

  worldMsOf(timeUs: number): number {
    return (timeUs - this.#beganUs) / 1_000;
  }

  async close(): Promise<void> {
    this.stage.stop();
    await this.#devices.close();
  }
}
