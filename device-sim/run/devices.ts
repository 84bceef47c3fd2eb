// Builds the devices of one scenario on their lines: a reader and a lock board for every box.

import { join } from "node:path";
import { GpioServer } from "../devices/gpio-server.ts";
import type { Scheduler } from "../devices/scheduler.ts";
import type { Stage } from "../devices/stage.ts";
import { FaultedLine } from "../faults/faulted-line.ts";
import type { Line } from "../lines/line.ts";
import { PtyLine } from "../lines/pty-line.ts";
import { SharedBus } from "../lines/shared-bus.ts";
import { TcpLine } from "../lines/tcp-line.ts";
import type { DeviceSetting } from "../scenario/drivers.ts";
import {
  deviceNames,
  doorLine,
  powerLines,
  signalLines,
  tamperLine,
  type BoxSetting,
  type GatewaySetting,
  type Scenario,
} from "../scenario/plan.ts";
import { buildWorld, type Spot, type World } from "../world/index.ts";
import { makeDevice, type SimulatedDevice } from "./device-factories.ts";

export type SerialKind = "pty" | "tcp";

export const loopback = "127.0.0.1";

export interface DeviceOptions {
  readonly serial: SerialKind;
  readonly seed: number;
  readonly stage: Stage;
  readonly scheduler: Scheduler;
  /** Folder of the links to pseudo-terminals. */
  readonly folder: string;
}

/** The world of a scenario at rest. */
export function worldOf(scenario: Scenario, seed: number): World {
  const boxes = scenario.gateways.flatMap((one) => one.boxes);
  return buildWorld({
    seed,
    compartments: boxes.flatMap(({ box, compartments }) =>
      compartments.map(({ compartment, infrared, supplyGroup }) => ({
        box,
        compartment,
        board: deviceNames(box).board,
        supplyGroup,
        hasBeam: infrared,
      })),
    ),
    parcels: scenario.parcels.map(({ number, tag, thicknessMm }) => ({ number, tag, thicknessMm })),
    people: scenario.people.map(({ person, badge }) => ({ name: person, badge })),
    switches: scenario.gateways.flatMap(switchesOf),
  });
}

function switchesOf({ gateway, hasPower, boxes }: GatewaySetting): readonly string[] {
  const { mains, battery } = powerLines(gateway);
  const tampers = boxes.filter((one) => one.hasTamper).map(({ box }) => tamperLine(box));
  return hasPower ? [mains, battery, ...tampers] : tampers;
}

/** All devices of a scenario, running until `close`. */
export class DeviceSet {
  /** By name of the device, and of the bus for the wires that several share. */
  readonly lines = new Map<string, FaultedLine>();
  readonly boards = new Map<string, { readonly replyCount: number }>();
  readonly #options: DeviceOptions;
  readonly #buses = new Map<string, SharedBus>();
  readonly #closers: (() => Promise<void> | void)[] = [];

  constructor(options: DeviceOptions) {
    this.#options = options;
  }

  async addBox({ box, reader, board, compartments }: BoxSetting): Promise<void> {
    const names = deviceNames(box);
    await this.#add(names.reader, reader, new Map());
    const wiring = compartments.map(
      ({ compartment }) => [compartment - 1, { box, compartment }] as const,
    );
    this.boards.set(names.board, await this.#add(names.board, board, new Map(wiring)));
  }

  /** Door contacts, switches, lamps and buzzers of one gateway. */
  async addGpio(setting: GatewaySetting): Promise<string> {
    const contacts = setting.boxes.flatMap(({ box, compartments }) =>
      compartments
        .filter(({ door }) => door === "line")
        .map(({ compartment }) => [doorLine(box, compartment), { box, compartment }] as const),
    );
    const outputs = setting.boxes
      .filter((one) => one.hasSignals)
      .flatMap(({ box }) => {
        const { led, buzzer } = signalLines(box);
        return [[led, "led"] as const, [buzzer, "buzzer"] as const];
      });
    const gpio = await GpioServer.open({
      stage: this.#options.stage,
      contacts: new Map(contacts),
      switches: switchesOf(setting),
      outputs: new Map(outputs),
      host: loopback,
      tcpPort: 0,
    });
    this.#closers.push(() => gpio.close());
    return gpio.url;
  }

  async close(): Promise<void> {
    for (const close of this.#closers.splice(0)) await close();
    for (const bus of this.#buses.values()) bus.close();
    for (const line of this.lines.values()) await line.close();
  }

  async #add(
    id: string,
    setting: DeviceSetting,
    wiring: ReadonlyMap<number, Spot>,
  ): Promise<SimulatedDevice> {
    const { stage, scheduler, seed } = this.#options;
    const line = await this.#lineOf(id, setting);
    const device = makeDevice(setting, { id, wiring, stage, line, scheduler, seed });
    this.#closers.push(() => device.close());
    return device;
  }

  async #lineOf(id: string, { bus, baud }: DeviceSetting): Promise<Line> {
    if (bus === undefined) return this.#faulted(id, await this.#openLine(id, baud));
    const { scheduler, seed } = this.#options;
    let shared = this.#buses.get(bus);
    if (shared === undefined) {
      const trunk = this.#faulted(bus, await this.#openLine(bus, baud));
      shared = new SharedBus({ line: trunk, scheduler, seed });
      this.#buses.set(bus, shared);
    }
    return this.#faulted(id, shared.tap());
  }

  #faulted(name: string, line: Line): Line {
    const { scheduler, seed } = this.#options;
    const faulted = new FaultedLine({ line, scheduler, seed, name });
    this.lines.set(name, faulted);
    return faulted;
  }

  #openLine(name: string, baudRate: number): Promise<Line> {
    const { serial, scheduler, folder } = this.#options;
    if (serial === "tcp") return TcpLine.open({ host: loopback, tcpPort: 0, baudRate, scheduler });
    return Promise.resolve(new PtyLine({ link: join(folder, name), baudRate, scheduler }));
  }
}
