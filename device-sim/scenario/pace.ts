// How long people take: drawn from the seed around a usual time, divided by the speed of a run.

import { Dice, splitRandom } from "../world/index.ts";
import { pause } from "./outcome.ts";

/** People vary by a fifth either way. */
const jitterShare = 0.2;

export class Pace {
  readonly #dice: Dice;
  readonly #speed: number;

  constructor(seed: number, speed: number) {
    this.#dice = new Dice(splitRandom(seed, "people"));
    this.#speed = speed;
  }

  /** A usual time with this run's jitter, before the speed. */
  jittered(usualMs: number): number {
    return usualMs * (1 + jitterShare * (2 * this.#dice.fraction() - 1));
  }

  /** Lets a person take the usual time, more or less. */
  async take(usualMs: number): Promise<void> {
    await pause(this.jittered(usualMs) / this.#speed);
  }

  /** A wait the scenario names: divided by the speed, without jitter. */
  async wait(ms: number): Promise<void> {
    await pause(ms / this.#speed);
  }
}
