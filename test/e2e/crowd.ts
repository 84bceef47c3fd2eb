// People at the boxes who never stop: they tap, show tags, put parcels in and shut doors.

import type { Stage } from "../../device-sim/devices/stage.ts";
import { deviceNames } from "../../device-sim/scenario/plan.ts";
import { Dice, splitRandom, type Spot } from "../../device-sim/world/index.ts";

export interface CrowdOptions {
  readonly stage: Stage;
  readonly boxes: readonly string[];
  /** The first one is tapped most. */
  readonly badges: readonly string[];
  readonly parcels: readonly { readonly tag: string; readonly number: string }[];
  readonly seed: number;
}

const holdMs = 120;
const pauseMs = { least: 60, most: 500 };
const handMs = { least: 20, most: 300 };
/** Of ten things shown to a reader: a parcel's tag, another badge, the usual badge. */
const tenths = { tag: 2, other: 4 };

export class Crowd {
  readonly #options: CrowdOptions;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stopHearing: () => void;
  taps = 0;
  doorsShut = 0;

  constructor(options: CrowdOptions) {
    this.#options = options;
    const dice = new Dice(splitRandom(options.seed, "doors"));
    this.#stopHearing = options.stage.onHappening((happening) => {
      if (happening.kind !== "DoorOpened" || !options.boxes.includes(happening.box)) return;
      const { box, compartment } = happening;
      this.#after(dice.integer(handMs.least, handMs.most), () => {
        this.#useDoor({ box, compartment }, dice);
      });
    });
    for (const box of options.boxes) {
      this.#visit(box, new Dice(splitRandom(options.seed, box)));
    }
  }

  stop(): void {
    this.#stopHearing();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #after(delayMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, delayMs);
    this.#timers.add(timer);
  }

  #visit(box: string, dice: Dice): void {
    this.#after(dice.integer(pauseMs.least, pauseMs.most), () => {
      const { reader } = deviceNames(box);
      const number = this.#shown(dice);
      this.#options.stage.act({ kind: "present", reader, number, forMs: holdMs });
      this.taps += 1;
      this.#visit(box, dice);
    });
  }

  #shown(dice: Dice): string {
    const { badges, parcels } = this.#options;
    const tenth = dice.integer(0, 9);
    if (tenth < tenths.tag) return parcels[dice.integer(0, parcels.length - 1)]?.tag ?? "";
    if (tenth < tenths.other) return badges[dice.integer(1, badges.length - 1)] ?? "";
    return badges[0] ?? "";
  }

  /** Sometimes something goes in or out; always the door is shut again. */
  #useDoor(spot: Spot, dice: Dice): void {
    const { stage, parcels } = this.#options;
    const parcel = parcels[dice.integer(0, parcels.length - 1)]?.number ?? "";
    const kind = dice.integer(0, 1) === 0 ? "putParcel" : "takeParcel";
    stage.act({ kind, parcel, ...spot });
    stage.act({ kind: "shutDoor", ...spot });
    this.doorsShut += 1;
  }
}
