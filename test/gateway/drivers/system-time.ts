// Real timers and the real monotonic clock, for tests on real ports.
import type { Timers } from "../../../gateway/ports/runtime.ts";

export class SystemTime implements Timers {
  readonly #timers = new Map<string, NodeJS.Timeout>();

  readonly monoMs = (): number => performance.now();

  set(key: string, afterMs: number, onDue: () => void): void {
    this.clear(key);
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      onDue();
    }, afterMs);
    this.#timers.set(key, timer);
  }

  clear(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  clearAll(): void {
    for (const key of this.#timers.keys()) this.clear(key);
  }
}
