// Time for devices and lines as a value passed in: virtual in tests, the wall clock in a run.

/** Stops a scheduled call; calling it after the fact does nothing. */
export type Cancel = () => void;

export interface Scheduler {
  /** Milliseconds since the scheduler was made; may have a fraction. */
  nowMs(): number;
  after(delayMs: number, run: () => void): Cancel;
}

/** Calls made without a look at what arrived meanwhile. */
const callsAtOnceMaxCount = 1_000;

interface Planned {
  readonly atMs: number;
  run: (() => void) | undefined;
}

/**
 * The wall clock, in order: a call sees the time for which it was planned, and time never passes a
 * call that is still to be made. When the process was kept from running, what was due meanwhile
 * follows one after the other, as if it had been punctual: a relay of 500 ms is on for 500 ms.
 * Timers do not keep the process alive.
 */
export class WallScheduler implements Scheduler {
  readonly #startedMs = performance.now();
  /** The next one last. */
  readonly #planned: Planned[] = [];
  /** Time of the call that is being made. */
  #callMs: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  nowMs(): number {
    return this.#callMs ?? Math.min(this.#wallMs(), this.#planned.at(-1)?.atMs ?? Infinity);
  }

  after(delayMs: number, run: () => void): Cancel {
    const planned: Planned = { atMs: this.nowMs() + Math.max(0, delayMs), run };
    const at = this.#placeOf(planned.atMs);
    this.#planned.splice(at, 0, planned);
    if (at === this.#planned.length - 1 && this.#callMs === undefined) this.#wait();
    return () => {
      planned.run = undefined;
    };
  }

  #wallMs(): number {
    return performance.now() - this.#startedMs;
  }

  /** Behind all that is later; of two at one time the first planned is called first. */
  #placeOf(atMs: number): number {
    let low = 0;
    let high = this.#planned.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#planned[middle]?.atMs ?? -Infinity) > atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const next = this.#planned.at(-1);
    if (next === undefined) return;
    this.#timer = setTimeout(() => this.#catchUp(), Math.max(0, next.atMs - this.#wallMs()));
    this.#timer.unref();
  }

  #catchUp(): void {
    try {
      for (let count = 0; count < callsAtOnceMaxCount; count += 1) {
        const next = this.#planned.at(-1);
        if (next === undefined || next.atMs > this.#wallMs()) break;
        this.#planned.pop();
        this.#callMs = next.atMs;
        next.run?.();
      }
    } finally {
      this.#callMs = undefined;
      this.#wait();
    }
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
