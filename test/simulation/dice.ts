// Seeded chance for the simulation: every draw of a world comes from one of these.

import { seededRandom, type Random } from "../powercut/random.ts";

export class Dice {
  readonly fraction: Random;

  constructor(seed: number) {
    this.fraction = seededRandom(seed);
  }

  chance(share: number): boolean {
    return this.fraction() < share;
  }

  /** A whole number in [low, high]. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  /** Whole ms until the next of events that come at random with this mean distance; at least 1. */
  waitMs(meanMs: number): number {
    return Math.max(1, Math.round(-Math.log(1 - this.fraction()) * meanMs));
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.between(0, 255));
  }

  /** Dice of their own, so that more draws in one part do not change another. */
  fork(): Dice {
    return new Dice(this.between(0, 0xffff_fffe));
  }
}
