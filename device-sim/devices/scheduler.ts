// Time for devices and lines as a value passed in: virtual in tests, the wall clock in a run.

/** Stops a scheduled call; calling it after the fact does nothing. */
export type Cancel = () => void;

export interface Scheduler {
  /** Milliseconds since the scheduler was made; may have a fraction. */
  nowMs(): number;
  after(delayMs: number, run: () => void): Cancel;
}

/** The wall clock. Timers do not keep the process alive. */
export class WallScheduler implements Scheduler {
  readonly #startedMs = performance.now();

  nowMs(): number {
    return performance.now() - this.#startedMs;
  }

  after(delayMs: number, run: () => void): Cancel {
    const timer = setTimeout(run, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  }
}

interface Due {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

/** Most pending calls of one virtual scheduler; more is a runaway device. */
const dueMaxCount = 10_000;

/** Time that moves only by `advance`: calls run in order of time, then of scheduling. */
export class VirtualScheduler implements Scheduler {
  #nowMs = 0;
  #order = 0;
  #due: Due[] = [];

  nowMs(): number {
    return this.#nowMs;
  }

  after(delayMs: number, run: () => void): Cancel {
    if (this.#due.length >= dueMaxCount) throw new Error("too many scheduled calls");
    const due = { atMs: this.#nowMs + Math.max(0, delayMs), order: (this.#order += 1), run };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((one) => one !== due);
    };
  }

  advance(ms: number): void {
    const endMs = this.#nowMs + ms;
    for (;;) {
      const next = this.#earliest();
      if (next === undefined || next.atMs > endMs) break;
      this.#due = this.#due.filter((one) => one !== next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.run();
    }
    this.#nowMs = endMs;
  }

  #earliest(): Due | undefined {
    let best: Due | undefined;
    for (const due of this.#due) {
      if (best === undefined || due.atMs < best.atMs) best = due;
      else if (due.atMs === best.atMs && due.order < best.order) best = due;
    }
    return best;
  }
}
