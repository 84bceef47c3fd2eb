// Builds the devices of one scenario on their lines: a reader and a lock board for every box.

import { join } from "node:path";
import { gpioFlaws, GpioServer } from "../devices/gpio-server.ts";
import { LoadCell, loadCellFlaws } from "../devices/load-cell.ts";
import type { Scheduler } from "../devices/scheduler.ts";
import type { Stage } from "../devices/stage.ts";
import { FaultedLine } from "../faults/faulted-line.ts";
import type { Line } from "../lines/line.ts";
import { PtyLine } from "../lines/pty-line.ts";
import { SharedBus } from "../lines/shared-bus.ts";
import { TcpLine } from "../lines/tcp-line.ts";
import type { SerialDriver, SerialSetting } from "../scenario/device-setting.ts";
import type { DeviceHandle } from "../scenario/installation.ts";
import {
  deviceNames,
  doorLine,
  gpioName,
  lockLine,
  positionName,
  powerLines,
  presenceLine,
  signalLines,
  keyLine,
  scaleName,
  tamperLine,
  type BoxSetting,
  type GatewaySetting,
  type Scenario,
} from "../scenario/plan.ts";
import { buildWorld, type Spot, type World } from "../world/index.ts";
import { credentialsOf, type Credentials } from "./credentials.ts";
import {
  flawSetter,
  makeDevice,
  type DeviceParts,
  type SimulatedDevice,
} from "./device-factories.ts";

export type SerialKind = "pty" | "tcp";

export const loopback = "127.0.0.1";

export interface DeviceOptions {
  readonly serial: SerialKind;
  readonly seed: number;
  readonly stage: Stage;
  readonly scheduler: Scheduler;
  /** Folder of the links to pseudo-terminals. */
  readonly folder: string;
  readonly scenario: Scenario;
  /** Looks at the wires. */
  readonly wrapLine?: WrapLine | undefined;
}

/** Puts something between a port and the device of that name; the line itself by default. */
export type WrapLine = (name: string, line: Line) => Line;

const lookEveryMs = 50;
/** A secure channel takes a handshake; devices that are never asked are not waited for. */
const answersUntilKnown: { readonly [D in SerialDriver]?: number } = {
  osdp: 8,
  pn532: 4,
  yrm100: 2,
  cu16: 2,
  "modbus-relay": 2,
  "xor-8a80": 2,
};

const noWiring: ReadonlyMap<number, Spot> = new Map();

/** The world of a scenario at rest. */
export function worldOf(scenario: Scenario, seed: number): World {
  const boxes = scenario.gateways.flatMap((one) => one.boxes);
  return buildWorld({
    seed,
    compartments: boxes.flatMap(({ box, compartments }) =>
      compartments.map(({ compartment, presence, supplyGroup }) => ({
        box,
        compartment,
        board: deviceNames(box).board,
        supplyGroup,
        hasBeam: presence !== "none",
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
  const keys = boxes.flatMap(({ box, compartments }) =>
    compartments.filter((one) => one.hasKey).map(({ compartment }) => keyLine(box, compartment)),
  );
  return [...(hasPower ? [mains, battery] : []), ...tampers, ...keys];
}

/** Lines that feed the coils of locks without a board. */
function coilsOf({ boxes }: GatewaySetting): readonly (readonly [string, Spot])[] {
  return boxes
    .filter(({ board }) => board.driver === "gpio")
    .flatMap(({ box, compartments }) =>
      compartments.map(
        ({ compartment }) => [lockLine(box, compartment), { box, compartment }] as const,
      ),
    );
}

/** All devices of a scenario, running until `close`. */
export class DeviceSet {
  /** By name of the device, and of the bus for the wires that several share. */
  readonly lines = new Map<string, FaultedLine>();
  /** Files of the kernel by the name of what they show. */
  readonly files = new Map<string, string>();
  readonly boards = new Map<string, { readonly replyCount: number }>();
  readonly devices = new Map<string, DeviceHandle>();
  readonly credentials: Credentials;
  readonly #options: DeviceOptions;
  readonly #printed: ReadonlyMap<string, string>;
  readonly #buses = new Map<string, SharedBus>();
  readonly #asked: { readonly device: SimulatedDevice; readonly atLeast: number }[] = [];
  readonly #closers: (() => Promise<void> | void)[] = [];

  constructor(options: DeviceOptions) {
    this.#options = options;
    const { scenario, seed } = options;
    this.credentials = credentialsOf(scenario, seed);
    this.#printed = new Map(scenario.parcels.map(({ tag, number }) => [tag, number]));
  }

  async addBox({ box, reader, board, scanner, tags, compartments }: BoxSetting): Promise<void> {
    const names = deviceNames(box);
    await this.#add({ id: names.reader, box, wiring: noWiring }, reader);
    if (scanner !== undefined) {
      await this.#add({ id: names.scanner, box, wiring: noWiring }, scanner);
    }
    if (tags !== undefined) await this.#add({ id: names.tags, box, wiring: noWiring }, tags);
    for (const { compartment, hasScale } of compartments) {
      if (hasScale === true) this.#addScale({ box, compartment });
    }
    if (board.driver === "gpio") return;
    const wiring = new Map(
      compartments.map(({ compartment }) => [compartment - 1, { box, compartment }] as const),
    );
    this.boards.set(names.board, await this.#add({ id: names.board, box, wiring }, board));
  }

  /** What a gateway has beside its boxes, GPIO aside. */
  async addGateway({ gateway, position }: GatewaySetting): Promise<void> {
    if (position === undefined) return;
    await this.#add({ id: positionName(gateway), box: "", wiring: noWiring }, position);
  }

  /** Door contacts, switches, lamps and buzzers of one gateway. */
  async addGpio(setting: GatewaySetting): Promise<string> {
    const contacts = setting.boxes.flatMap(({ box, compartments }) =>
      compartments
        .filter(({ door }) => door === "line")
        .map(({ compartment }) => [doorLine(box, compartment), { box, compartment }] as const),
    );
    const beams = setting.boxes.flatMap(({ box, compartments }) =>
      compartments
        .filter(({ presence }) => presence === "line")
        .map(({ compartment }) => [presenceLine(box, compartment), { box, compartment }] as const),
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
      beams: new Map(beams),
      switches: switchesOf(setting),
      outputs: new Map(outputs),
      coils: new Map(coilsOf(setting)),
      host: loopback,
      tcpPort: 0,
    });
    this.devices.set(gpioName(setting.gateway), {
      replyCount: 0,
      setFlaw: flawSetter(gpioFlaws, (flaw, isOn) => gpio.setFlaw(flaw, isOn)),
    });
    this.#closers.push(() => gpio.close());
    return gpio.url;
  }

  /**
   * Resolves when every device that is asked has answered often enough to be known, or after
   * `maxMs`: people come to a box that has started.
   */
  async areKnown(maxMs: number): Promise<void> {
    const { scheduler } = this.#options;
    const endMs = scheduler.nowMs() + maxMs;
    const isWaiting = (): boolean =>
      this.#asked.some(({ device, atLeast }) => device.replyCount < atLeast);
    while (isWaiting() && scheduler.nowMs() < endMs) {
      await new Promise<void>((resolve) => scheduler.after(lookEveryMs, resolve));
    }
  }

  async close(): Promise<void> {
    for (const close of this.#closers.splice(0)) await close();
    for (const bus of this.#buses.values()) bus.close();
    for (const line of this.lines.values()) await line.close();
  }

  #addScale(spot: Spot): void {
    const { stage, seed, folder } = this.#options;
    const name = scaleName(spot.box, spot.compartment);
    const cell = new LoadCell({ stage, spot, seed, folder: join(folder, name) });
    this.devices.set(name, {
      replyCount: 0,
      setFlaw: flawSetter(loadCellFlaws, (flaw, isOn) => cell.setFlaw(flaw, isOn)),
    });
    this.files.set(name, cell.file);
    this.#closers.push(() => cell.close());
  }

  async #add(
    place: Pick<DeviceParts, "id" | "box" | "wiring">,
    setting: SerialSetting,
  ): Promise<SimulatedDevice> {
    const { stage, scheduler, seed } = this.#options;
    const line = await this.#lineOf(place.id, setting);
    const own = { credentials: this.credentials, printed: this.#printed };
    const parts = { ...place, ...own, stage, line, scheduler, seed };
    const device = makeDevice(setting, parts);
    const atLeast = answersUntilKnown[setting.driver] ?? 0;
    this.#asked.push({ device, atLeast });
    this.devices.set(place.id, device);
    this.#closers.push(() => device.close());
    return device;
  }

  async #lineOf(id: string, { bus, baud }: SerialSetting): Promise<Line> {
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

  async #openLine(name: string, baudRate: number): Promise<Line> {
    const { serial, scheduler, folder, wrapLine = (_, line) => line } = this.#options;
    const line =
      serial === "tcp"
        ? await TcpLine.open({ host: loopback, tcpPort: 0, baudRate, scheduler })
        : new PtyLine({ link: join(folder, name), baudRate, scheduler });
    return wrapLine(name, line);
  }
}
