// Time that only moves when a test says so: timers and a monotonic clock of one line of time.
import type { Timers } from "../../../gateway/ports/runtime.ts";

interface Entry {
  readonly dueMs: number;
  readonly onDue: () => void;
}

/** `advance` runs due timers in order and lets promises settle between them. */
export class ManualTime implements Timers {
  readonly #entries = new Map<string, Entry>();
  #nowMs = 1_000;

  readonly monoMs = (): number => this.#nowMs;

  get keys(): string[] {
    return [...this.#entries.keys()];
  }

  set(key: string, afterMs: number, onDue: () => void): void {
    this.#entries.delete(key);
    this.#entries.set(key, { dueMs: this.#nowMs + afterMs, onDue });
  }

  clear(key: string): void {
    this.#entries.delete(key);
  }

  clearAll(): void {
    this.#entries.clear();
  }

  /** The process stands still: time passes and no timer runs; they are due when it goes on. */
  stall(ms: number): void {
    this.#nowMs += ms;
  }

  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await settle();
    for (;;) {
      const next = [...this.#entries].toSorted(([, a], [, b]) => a.dueMs - b.dueMs)[0];
      if (next === undefined || next[1].dueMs > endMs) break;
      this.#entries.delete(next[0]);
      this.#nowMs = Math.max(this.#nowMs, next[1].dueMs);
      next[1].onDue();
      await settle();
    }
    this.#nowMs = endMs;
  }
}

/** Lets promise chains run to their next wait; turns of the event loop, not time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
