// Virtual time: one queue of everything that will happen, run in order of time and of arrival.

interface Planned {
  readonly atMs: number;
  readonly order: number;
  run: (() => void) | undefined;
}

/** Cancels a planned call; a second time it does nothing. */
export type Cancel = () => void;

/** What a person or a fault does over time: each yield waits that many ms. */
export type Script = Generator<number, void>;

/** More links than any chain of promises in the outbox, the stores or the effects has. */
const lightTicks = 12;

/** Time passes only in `runUntil`. */
export class Scheduler {
  nowMs = 0;
  /** Calls made so far. */
  runCount = 0;
  readonly #heap: Planned[] = [];
  #order = 0;
  #touched: "no" | "lightly" | "deeply" = "no";

  /** Planned calls, cancelled ones included until their time. */
  get size(): number {
    return this.#heap.length;
  }

  after(delayMs: number, run: () => void): Cancel {
    this.#order += 1;
    const planned: Planned = { atMs: this.nowMs + delayMs, order: this.#order, run };
    this.#push(planned);
    return () => {
      planned.run = undefined;
    };
  }

  play(script: Script): void {
    const step = script.next();
    if (step.done !== true) this.after(step.value, () => this.play(script));
  }

  /** A port answered with a promise: what waits for it must go on before time does. */
  touch(): void {
    if (this.#touched === "no") this.#touched = "lightly";
  }

  /** The same where a long chain of promises waits: a start, a stop, a policy. */
  touchDeeply(): void {
    this.#touched = "deeply";
  }

  /** Runs everything due until then, or until `isOver` says stop. */
  async runUntil(endMs: number, isOver: () => boolean): Promise<void> {
    for (let next = this.#heap[0]; next !== undefined; next = this.#heap[0]) {
      if (next.atMs > endMs || isOver()) break;
      this.#pop();
      if (next.run === undefined) continue;
      this.nowMs = next.atMs;
      this.runCount += 1;
      next.run();
      if (this.#touched !== "no") await this.#settled();
    }
    if (!isOver()) this.nowMs = Math.max(this.nowMs, endMs);
  }

  /** What only waits for resolved promises has happened; a turn of the real loop costs more. */
  async #settled(): Promise<void> {
    const isDeep = this.#touched === "deeply";
    this.#touched = "no";
    if (isDeep) await new Promise((done) => setImmediate(done));
    else for (let tick = 0; tick < lightTicks; tick += 1) await Promise.resolve();
  }

  #push(planned: Planned): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(planned);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(planned, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = planned;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (child === undefined || !isBefore(child, last)) break;
      heap[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = last;
  }
}

function isBefore(a: Planned, b: Planned): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
