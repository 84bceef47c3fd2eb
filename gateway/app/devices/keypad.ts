// Collects the keys of one keypad into entries: `#` ends one, `*` clears it, a pause forgets it.

import type { Timers } from "../../ports/runtime.ts";

/** The shortest PIN; fewer digits are a slip of the finger. */
export const digitsMinCount = 4;
/** The longest code. */
export const digitsMaxCount = 12;
/** Between two keys of one entry, in ms. */
export const keyGapMaxMs = 10_000;

export interface KeypadParts {
  readonly id: string;
  readonly timers: Timers;
  /** Takes the digits of one entry. They are kept nowhere else. */
  readonly onEntry: (digits: string) => void;
}

/** Entries of fewer or more digits than there are codes for are dropped without a word. */
export class Keypad {
  readonly #parts: KeypadParts;
  readonly #timerKey: string;
  /** Never longer than one digit beyond the bound, which marks it as too long. */
  #digits = "";

  constructor(parts: KeypadParts) {
    this.#parts = parts;
    this.#timerKey = `keypad:${parts.id}`;
  }

  /** Keys as pressed, in order; what is no key is ignored. */
  press(keys: string): void {
    for (const key of keys) {
      if (key === "*") this.clear();
      else if (key === "#") this.#end();
      else if (/^[0-9]$/.test(key)) this.#add(key);
    }
  }

  /** Forgets what was pressed: somebody else is at the box. */
  clear(): void {
    this.#digits = "";
    this.#parts.timers.clear(this.#timerKey);
  }

  #add(digit: string): void {
    this.#digits = (this.#digits + digit).slice(0, digitsMaxCount + 1);
    this.#parts.timers.set(this.#timerKey, keyGapMaxMs, () => this.clear());
  }

  #end(): void {
    const digits = this.#digits;
    this.clear();
    const isEntry = digits.length >= digitsMinCount && digits.length <= digitsMaxCount;
    if (isEntry) this.#parts.onEntry(digits);
  }
}
