// One box of a fleet: a world of its own with a lock board and a reader on two lines.

import { Cu16Board } from "../devices/cu16.ts";
import { cu16BaudRate } from "../devices/cu16-frame.ts";
import { em4100BaudRate, Em4100Reader } from "../devices/em4100.ts";
import type { Scheduler } from "../devices/scheduler.ts";
import { Stage } from "../devices/stage.ts";
import type { Line } from "../lines/line.ts";
import { buildWorld, type Violation } from "../world/index.ts";

export const compartmentsPerBox = 4;

/** Opens a line by its name. */
export type OpenFleetLine = (name: string, baudRate: number) => Promise<Line>;

export interface FleetBoxOptions {
  readonly index: number;
  readonly seed: number;
  readonly scheduler: Scheduler;
  readonly openLine: OpenFleetLine;
}

/** The first parcel of a box, and the badge of whoever comes. */
export const fleetParcel = "3808980205";
export const fleetBadge = "0A001E4C27";

export class FleetBox {
  readonly name: string;
  readonly stage: Stage;
  readonly boardLine: Line;
  readonly readerLine: Line;
  readonly #board: Cu16Board;
  readonly #reader: Em4100Reader;

  private constructor(
    { index, seed, scheduler }: FleetBoxOptions,
    boardLine: Line,
    readerLine: Line,
  ) {
    this.name = boxName(index);
    this.boardLine = boardLine;
    this.readerLine = readerLine;
    const { name } = this;
    this.stage = new Stage(worldOf(name, seed + index), scheduler);
    const { stage } = this;
    const wiring = new Map(
      Array.from({ length: compartmentsPerBox }, (_, at) => [
        at,
        { box: name, compartment: at + 1 },
      ]),
    );
    const id = `lock-${name}`;
    this.#board = new Cu16Board({ id, address: 0, wiring, stage, line: boardLine, scheduler });
    const reader = { id: `reader-${name}`, style: "id-12la" } as const;
    this.#reader = new Em4100Reader({ ...reader, stage, line: readerLine, scheduler });
  }

  static async open(options: FleetBoxOptions): Promise<FleetBox> {
    const name = boxName(options.index);
    const board = await options.openLine(`lock-${name}`, cu16BaudRate);
    try {
      const reader = await options.openLine(`reader-${name}`, em4100BaudRate);
      return new FleetBox(options, board, reader);
    } catch (error) {
      await board.close();
      throw error;
    }
  }

  violations(): readonly Violation[] {
    return this.stage.violations();
  }

  /** Nobody reaches the box for a while, or again. */
  async setReachable(isReachable: boolean): Promise<void> {
    for (const line of [this.boardLine, this.readerLine]) {
      await (isReachable ? line.replug() : line.unplug());
    }
  }

  async close(): Promise<void> {
    this.stage.stop();
    this.#reader.close();
    this.#board.close();
    await this.boardLine.close();
    await this.readerLine.close();
  }
}

function boxName(index: number): string {
  return `box-${String(index + 1).padStart(4, "0")}`;
}

function worldOf(box: string, seed: number): ReturnType<typeof buildWorld> {
  return buildWorld({
    seed,
    compartments: Array.from({ length: compartmentsPerBox }, (_, at) => ({
      box,
      compartment: at + 1,
      board: `lock-${box}`,
      supplyGroup: box,
      hasBeam: true,
    })),
    parcels: [{ number: fleetParcel, tag: "7AE3086CED", thicknessMm: 20 }],
    people: [{ name: "courier", badge: fleetBadge }],
  });
}
