// Builds the devices of one scenario on their lines: a reader and a lock board for every box.

import { join } from "node:path";
import { cu16BaudRate } from "../devices/cu16-frame.ts";
import { Cu16Board } from "../devices/cu16.ts";
import { em4100BaudRate, Em4100Reader } from "../devices/em4100.ts";
import { GpioServer } from "../devices/gpio-server.ts";
import type { Scheduler } from "../devices/scheduler.ts";
import type { Stage } from "../devices/stage.ts";
import { FaultedLine } from "../faults/faulted-line.ts";
import type { Line } from "../lines/line.ts";
import { PtyLine } from "../lines/pty-line.ts";
import { TcpLine } from "../lines/tcp-line.ts";
import {
  deviceNames,
  doorLine,
  type BoxSetting,
  type GatewaySetting,
  type Scenario,
} from "../scenario/plan.ts";
import { buildWorld, type World } from "../world/index.ts";

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
      compartments.map(({ compartment, infrared }) => ({
        box,
        compartment,
        board: deviceNames(box).board,
        supplyGroup: box,
        hasBeam: infrared,
      })),
    ),
    parcels: scenario.parcels.map(({ number, tag, thicknessMm }) => ({ number, tag, thicknessMm })),
    people: scenario.people.map(({ person, badge }) => ({ name: person, badge })),
  });
}

/** All devices of a scenario, running until `close`. */
export class DeviceSet {
  readonly lines = new Map<string, FaultedLine>();
  readonly boards = new Map<string, Cu16Board>();
  readonly #options: DeviceOptions;
  readonly #closers: (() => Promise<void> | void)[] = [];

  constructor(options: DeviceOptions) {
    this.#options = options;
  }

  async addBox(setting: BoxSetting): Promise<void> {
    const { stage, scheduler } = this.#options;
    const { reader, board } = deviceNames(setting.box);
    const readerLine = await this.#openLine(reader, em4100BaudRate);
    const boardLine = await this.#openLine(board, cu16BaudRate);
    const em4100 = new Em4100Reader({
      id: reader,
      style: setting.reader,
      stage,
      line: readerLine,
      scheduler,
    });
    const cu16 = new Cu16Board({
      id: board,
      address: 0,
      wiring: new Map(
        setting.compartments.map(({ compartment }) => [
          compartment - 1,
          { box: setting.box, compartment },
        ]),
      ),
      stage,
      line: boardLine,
      scheduler,
      silentAfterUnlockMs: setting.silentAfterUnlockMs,
    });
    this.boards.set(board, cu16);
    this.#closers.push(
      () => em4100.close(),
      () => cu16.close(),
    );
  }

  /** The door contacts of one gateway. */
  async addGpio(setting: GatewaySetting): Promise<string> {
    const contacts = setting.boxes.flatMap(({ box, compartments }) =>
      compartments
        .filter(({ door }) => door === "line")
        .map(({ compartment }) => [doorLine(box, compartment), { box, compartment }] as const),
    );
    const gpio = await GpioServer.open({
      stage: this.#options.stage,
      contacts: new Map(contacts),
      outputs: [],
      host: loopback,
      tcpPort: 0,
    });
    this.#closers.push(() => gpio.close());
    return gpio.url;
  }

  async close(): Promise<void> {
    for (const close of this.#closers.splice(0)) await close();
    for (const line of this.lines.values()) await line.close();
  }

  async #openLine(name: string, baudRate: number): Promise<Line> {
    const { serial, scheduler, folder, seed } = this.#options;
    const line =
      serial === "pty"
        ? new PtyLine({ link: join(folder, name), baudRate, scheduler })
        : await TcpLine.open({ host: loopback, tcpPort: 0, baudRate, scheduler });
    const faulted = new FaultedLine({ line, scheduler, seed });
    this.lines.set(name, faulted);
    return faulted;
  }
}
