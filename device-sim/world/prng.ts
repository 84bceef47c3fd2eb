// A seeded random source as plain state, so that one seed always gives one world.

/** State of the generator: any 32-bit integer is a valid seed. */
export interface Random {
  readonly state: number;
}

/** A number in [0, 1) and the state after it (mulberry32). */
export function nextFraction(random: Random): readonly [number, Random] {
  const state = (random.state + 0x6d2b79f5) >>> 0;
  let mixed = state;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return [((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000, { state }];
}

/** An integer from `low` to `high`, both inclusive. */
export function nextInteger(random: Random, low: number, high: number): readonly [number, Random] {
  const [fraction, after] = nextFraction(random);
  return [low + Math.floor(fraction * (high - low + 1)), after];
}

/** An independent generator for one named purpose, so that adding a draw moves no other stream. */
export function splitRandom(seed: number, purpose: string): Random {
  let hash = 0x811c9dc5 ^ (Math.trunc(seed) >>> 0);
  for (const character of purpose) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return { state: hash >>> 0 };
}

/** The same generator for code outside the pure world: each call draws and remembers. */
export class Dice {
  #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  fraction(): number {
    const [value, after] = nextFraction(this.#random);
    this.#random = after;
    return value;
  }

  integer(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }
}
