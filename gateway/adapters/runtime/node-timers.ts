// One-shot timers by key on Node's event loop, which runs on the monotonic clock.

import type { Timers } from "../../ports/runtime.ts";

/** setTimeout takes no more; a longer wait is set again when this part is over. */
const partMaxMs = 2_147_483_647;

/** Keeps the process alive while a timer is set: the loop decides when to end. */
export class NodeTimers implements Timers {
  readonly #pending = new Map<string, NodeJS.Timeout>();

  set(key: string, afterMs: number, onDue: () => void): void {
    this.clear(key);
    const partMs = Math.min(Math.max(0, afterMs), partMaxMs);
    const timeout = setTimeout(() => {
      this.#pending.delete(key);
      if (afterMs > partMs) this.set(key, afterMs - partMs, onDue);
      else onDue();
    }, partMs);
    this.#pending.set(key, timeout);
  }

  clear(key: string): void {
    clearTimeout(this.#pending.get(key));
    this.#pending.delete(key);
  }

  clearAll(): void {
    for (const timeout of this.#pending.values()) clearTimeout(timeout);
    this.#pending.clear();
  }
}
