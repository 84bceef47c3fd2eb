// A small installation in memory and virtual time: one box, three compartments, a board, a reader.

import { Cu16Board, type Cu16Options } from "../../device-sim/devices/cu16.ts";
import { cu16BaudRate } from "../../device-sim/devices/cu16-frame.ts";
import { em4100BaudRate, Em4100Reader, type Em4100Style } from "../../device-sim/devices/em4100.ts";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { buildWorld, type Happening, type World } from "../../device-sim/world/index.ts";

export function smallWorld(seed = 1): World {
  return buildWorld({
    seed,
    compartments: [1, 2, 3].map((compartment) => ({
      box: "box-a",
      compartment,
      board: "lock-a",
      supplyGroup: "a",
      hasBeam: true,
    })),
    parcels: [{ number: "3808980205", tag: "62E3086CED", thicknessMm: 20 }],
    people: [{ name: "agent", badge: "0A00112233" }],
  });
}

export interface Rig {
  readonly scheduler: VirtualScheduler;
  readonly stage: Stage;
  readonly happenings: Happening[];
  readonly boardLine: MemoryLine;
  readonly board: Cu16Board;
  readonly readerLine: MemoryLine;
  readonly reader: Em4100Reader;
  /** All bytes the devices sent since the last call. */
  readonly heardFromBoard: () => number[];
  readonly heardFromReader: () => number[];
}

export function rig(
  options: Partial<Cu16Options> & { readonly style?: Em4100Style; readonly world?: World } = {},
): Rig {
  const scheduler = new VirtualScheduler();
  const stage = new Stage(options.world ?? smallWorld(), scheduler);
  const boardLine = new MemoryLine({ name: "lock-a", baudRate: cu16BaudRate, scheduler });
  const readerLine = new MemoryLine({ name: "reader-a", baudRate: em4100BaudRate, scheduler });
  const happenings: Happening[] = [];
  stage.onHappening((happening) => happenings.push(happening));
  const wiring = new Map(
    [1, 2, 3].map((compartment) => [compartment - 1, { box: "box-a", compartment }] as const),
  );
  const board = new Cu16Board({
    id: "lock-a",
    address: 0,
    wiring,
    stage,
    line: boardLine,
    scheduler,
    ...options,
  });
  const style = options.style ?? "rdm6300";
  const reader = new Em4100Reader({ id: "reader-a", style, stage, line: readerLine, scheduler });
  stage.start();
  return {
    scheduler,
    stage,
    happenings,
    boardLine,
    board,
    readerLine,
    reader,
    heardFromBoard: collector(boardLine),
    heardFromReader: collector(readerLine),
  };
}

function collector(line: MemoryLine): () => number[] {
  let heard: number[] = [];
  line.far.onBytes((chunk) => heard.push(...chunk));
  return () => {
    const all = heard;
    heard = [];
    return all;
  };
}
