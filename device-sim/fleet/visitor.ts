// People at one box of a fleet: they tap, open, put in or take out, and shut, in their hours.

import type { Cancel, Scheduler } from "../devices/scheduler.ts";
import { compartmentAt, Dice, splitRandom } from "../world/index.ts";
import { fleetBadge, fleetParcel, type FleetBox } from "./fleet-box.ts";
import type { Profile } from "./profiles.ts";
import { isReachable, isVisited } from "./profiles.ts";

const holdMs = 400;
const patienceMs = 2_500;
const staySomeMs = 1_500;

export class Visitor {
  readonly #box: FleetBox;
  readonly #profile: Profile;
  readonly #scheduler: Scheduler;
  readonly #dice: Dice;
  readonly #startMs: number;
  #cancel: Cancel | undefined;
  #visits = 0;

  constructor(box: FleetBox, profile: Profile, scheduler: Scheduler, seed: number) {
    this.#box = box;
    this.#profile = profile;
    this.#scheduler = scheduler;
    this.#dice = new Dice(splitRandom(seed, `visits of ${box.name}`));
    this.#startMs = scheduler.nowMs();
    this.#rest();
  }

  /** Visits that found the door open. */
  get visits(): number {
    return this.#visits;
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #rest(): void {
    const waitMs = this.#profile.visitEveryMs * (0.3 + 1.4 * this.#dice.fraction());
    this.#then(waitMs, () => this.#come());
  }

  #come(): void {
    const nowMs = this.#scheduler.nowMs() - this.#startMs;
    if (!isVisited(this.#profile, nowMs) || !isReachable(this.#profile, nowMs)) return this.#rest();
    const { stage, name } = this.#box;
    stage.act({ kind: "present", reader: `reader-${name}`, number: fleetBadge, forMs: holdMs });
    this.#then(patienceMs, () => this.#reach());
  }

  #reach(): void {
    const { stage } = this.#box;
    stage.pass();
    const door = compartmentAt(stage.world, this.#spot);
    if (door === undefined || door.doorDegrees === 0) return this.#rest();
    this.#visits += 1;
    stage.act({ kind: "pullDoor", ...this.#spot });
    this.#then(staySomeMs, () => {
      const inside = compartmentAt(stage.world, this.#spot)?.parcels ?? [];
      const kind = inside.includes(fleetParcel) ? "takeParcel" : "putParcel";
      stage.act({ kind, parcel: fleetParcel, ...this.#spot });
      stage.act({ kind: "shutDoor", ...this.#spot });
      this.#rest();
    });
  }

  get #spot(): { readonly box: string; readonly compartment: number } {
    return { box: this.#box.name, compartment: 1 };
  }

  #then(delayMs: number, run: () => void): void {
    this.#cancel = this.#scheduler.after(delayMs, run);
  }
}
