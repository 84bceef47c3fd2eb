// Remembers which transponders are in the field of a reader, so that one presence is one read.
import type { Timers } from "../../ports/runtime.ts";

/** More transponders than this are not told apart in one field; the one seen first is forgotten. */
const presentMaxCount = 4;

export interface PresenceOptions {
  /** Prefix of the timer keys; they never contain a number. */
  readonly key: string;
  readonly timers: Timers;
  readonly awayMs: number;
}

/** Transponders present, by number. A number seen again before `awayMs` passed is still present. */
export class Presence {
  readonly #options: PresenceOptions;
  /** Number to slot; a slot names a timer without naming the transponder. */
  readonly #slots = new Map<string, number>();

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  /** True when `number` was not present before this. */
  seen(number: string): boolean {
    const known = this.#slots.get(number);
    const slot = known ?? this.#freeSlot();
    this.#slots.set(number, slot);
    this.#options.timers.set(this.#timerKey(slot), this.#options.awayMs, () => {
      this.#slots.delete(number);
    });
    return known === undefined;
  }

  forget(): void {
    for (const slot of this.#slots.values()) this.#options.timers.clear(this.#timerKey(slot));
    this.#slots.clear();
  }

  #freeSlot(): number {
    const taken = new Set(this.#slots.values());
    for (let slot = 0; slot < presentMaxCount; slot += 1) if (!taken.has(slot)) return slot;
    const [oldest] = this.#slots;
    if (oldest === undefined) return 0;
    this.#slots.delete(oldest[0]);
    return oldest[1];
  }

  #timerKey(slot: number): string {
    return `${this.#options.key}/present/${slot}`;
  }
}
