// How time passes for the people of a run: drawn from the seed, divided by the speed,
// ended by a signal.

import { Dice, splitRandom } from "../world/index.ts";
import type { Outcome } from "./outcome.ts";

/** People vary by a fifth either way. */
const jitterShare = 0.2;
const pollMs = 100;

export interface PaceOptions {
  readonly seed: number;
  readonly speed: number;
  /** Ends every wait at once. */
  readonly signal: AbortSignal | undefined;
}

export class Pace {
  readonly #dice: Dice;
  readonly #speed: number;
  readonly #signal: AbortSignal | undefined;

  constructor({ seed, speed, signal }: PaceOptions) {
    this.#dice = new Dice(splitRandom(seed, "people"));
    this.#speed = speed;
    this.#signal = signal;
  }

  /** A usual time with this run's jitter, before the speed. */
  jittered(usualMs: number): number {
    return usualMs * (1 + jitterShare * (2 * this.#dice.fraction() - 1));
  }

  /** Lets a person take the usual time, more or less. */
  take(usualMs: number): Promise<void> {
    return this.pause(this.jittered(usualMs) / this.#speed);
  }

  /** A wait the scenario names: divided by the speed, without jitter. */
  wait(ms: number): Promise<void> {
    return this.pause(ms / this.#speed);
  }

  /** Real time, whatever the speed: what devices and gateways need. */
  pause(ms: number): Promise<void> {
    const signal = this.#signal;
    return new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal?.addEventListener("abort", end);
    });
  }

  /** Looks again until the outcome is ok or the real time is over; the last look is the answer. */
  async within(boundMs: number, look: () => Promise<Outcome> | Outcome): Promise<Outcome> {
    const endMs = performance.now() + boundMs;
    for (;;) {
      const outcome = await look();
      const isOver = performance.now() >= endMs || this.#signal?.aborted === true;
      if (outcome.isOk || isOver) return outcome;
      await this.pause(pollMs);
    }
  }
}
