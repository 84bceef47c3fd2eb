// What one run of a gateway gets from its machine: clock, timers, entropy, deferral and documents.

import type { Clock, ClockReading, ClockSource, Timers } from "../../gateway/ports/runtime.ts";
import type { Documents } from "../../gateway/ports/storage.ts";
import type { Dice } from "./dice.ts";
import { epochMs } from "./installation.ts";
import type { Cancel, Scheduler } from "./scheduler.ts";

/** One run of the program: false from the moment it is killed. */
export interface Life {
  isAlive: boolean;
}

/** The machine's clocks; a boot makes a new boot id and starts the monotonic clock anew. */
export class MachineClock implements Clock {
  bootId: Uint8Array;
  source: ClockSource = "ntp";
  /** By how much the wall clock is wrong. */
  errorMs = 0;
  #bootedAtMs: number;
  readonly #scheduler: Scheduler;

  constructor(scheduler: Scheduler, dice: Dice) {
    this.#scheduler = scheduler;
    this.bootId = dice.bytes(16);
    this.#bootedAtMs = scheduler.nowMs - 5_000;
  }

  reboot(dice: Dice): void {
    this.bootId = dice.bytes(16);
    this.#bootedAtMs = this.#scheduler.nowMs - 5_000;
  }

  get monoMs(): number {
    return this.#scheduler.nowMs - this.#bootedAtMs;
  }

  read(): ClockReading {
    const wallMs = epochMs + this.#scheduler.nowMs + this.errorMs;
    const isKnown = this.source !== "none";
    return {
      monoUs: this.monoMs * 1_000,
      wallUs: isKnown ? wallMs * 1_000 : 0,
      wallErrMs: this.source === "ntp" ? 20 : undefined,
      source: this.source,
    };
  }
}

/** Looks that change nothing while nothing they look at changed: run only after `wake`. */
const looks: ReadonlySet<string> = new Set(["clock-watch", "storage-watch"]);
const lookAfterMs = 1_000;

export class RunTimers implements Timers {
  readonly #scheduler: Scheduler;
  readonly #life: Life;
  readonly #pending = new Map<string, Cancel>();
  readonly #asleep = new Map<string, () => void>();

  constructor(scheduler: Scheduler, life: Life) {
    this.#scheduler = scheduler;
    this.#life = life;
  }

  get count(): number {
    return this.#pending.size + this.#asleep.size;
  }

  set(key: string, afterMs: number, onDue: () => void): void {
    this.clear(key);
    if (looks.has(key)) {
      this.#asleep.set(key, onDue);
      return;
    }
    this.#plan(key, afterMs, onDue);
  }

  clear(key: string): void {
    this.#pending.get(key)?.();
    this.#pending.delete(key);
    this.#asleep.delete(key);
  }

  clearAll(): void {
    for (const key of [...this.#pending.keys(), ...this.#asleep.keys()]) this.clear(key);
  }

  /** Something that this look would see has changed. */
  wake(key: "clock-watch" | "storage-watch"): void {
    const onDue = this.#asleep.get(key);
    this.#asleep.delete(key);
    if (onDue !== undefined) this.#plan(key, lookAfterMs, onDue);
  }

  #plan(key: string, afterMs: number, onDue: () => void): void {
    const cancel = this.#scheduler.after(Math.max(0, afterMs), () => {
      this.#pending.delete(key);
      if (!this.#life.isAlive) return;
      this.#scheduler.touch();
      onDue();
    });
    this.#pending.set(key, cancel);
  }
}

const writeMs = 5;

/** Small documents on the machine's disk: a write takes a moment, and the power may go in it. */
export class DiskDocuments implements Documents {
  readonly #texts: Map<string, string>;
  readonly #scheduler: Scheduler;
  readonly #life: Life;
  readonly #dice: Dice;

  constructor(texts: Map<string, string>, scheduler: Scheduler, life: Life, dice: Dice) {
    this.#texts = texts;
    this.#scheduler = scheduler;
    this.#life = life;
    this.#dice = dice;
  }

  read(name: string): Promise<unknown> {
    const text = this.#texts.get(name);
    const value: unknown = text === undefined ? undefined : JSON.parse(text);
    this.#scheduler.touchDeeply();
    return Promise.resolve(value);
  }

  write(name: string, value: unknown): Promise<void> {
    const text = JSON.stringify(value);
    return new Promise((done) => {
      this.#scheduler.after(writeMs, () => {
        if (!this.#life.isAlive) {
          if (this.#dice.chance(0.5)) this.#texts.set(name, text);
          return;
        }
        this.#texts.set(name, text);
        this.#scheduler.touchDeeply();
        done();
      });
    });
  }
}
