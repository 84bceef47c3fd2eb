// Clock and timers under a test's control: time passes only in `advance`.

import type { Clock, ClockReading, Timers } from "../../../gateway/ports/runtime.ts";

interface Timer {
  readonly dueMs: number;
  readonly order: number;
  readonly onDue: () => void;
}

export class ManualTime implements Clock, Timers {
  readonly bootId = new Uint8Array(16).fill(7);
  readonly #timers = new Map<string, Timer>();
  #nowMs = 1_000;
  #wallOffsetMs = 1_790_000_000_000;
  #order = 0;

  read(): ClockReading {
    return {
      monoUs: this.#nowMs * 1_000,
      wallUs: (this.#wallOffsetMs + this.#nowMs) * 1_000,
      wallErrMs: 10,
      source: "ntp",
    };
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  stepWall(byMs: number): void {
    this.#wallOffsetMs += byMs;
  }

  set(key: string, afterMs: number, onDue: () => void): void {
    this.#order += 1;
    this.#timers.set(key, { dueMs: this.#nowMs + afterMs, order: this.#order, onDue });
  }

  clear(key: string): void {
    this.#timers.delete(key);
  }

  clearAll(): void {
    this.#timers.clear();
  }

  has(key: string): boolean {
    return this.#timers.has(key);
  }

  /** Time passes while nothing runs, as when the process is starved. */
  jump(byMs: number): void {
    this.#nowMs += byMs;
  }

  /** Lets time pass and runs due timers in order; between them promises settle. */
  async advance(byMs: number): Promise<void> {
    const until = this.#nowMs + byMs;
    for (let next = this.#nextUntil(until); next !== undefined; next = this.#nextUntil(until)) {
      const [key, timer] = next;
      this.#nowMs = Math.max(this.#nowMs, timer.dueMs);
      this.#timers.delete(key);
      timer.onDue();
      await settled();
    }
    this.#nowMs = until;
    await settled();
  }

  #nextUntil(untilMs: number): [string, Timer] | undefined {
    const due = [...this.#timers].filter(([, timer]) => timer.dueMs <= untilMs);
    due.sort(([, a], [, b]) => a.dueMs - b.dueMs || a.order - b.order);
    return due[0];
  }
}

/** Lets everything that only waits for promises and `setImmediate` happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((done) => setImmediate(done));
}
