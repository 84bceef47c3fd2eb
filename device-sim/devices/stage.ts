// The world as devices meet it: they read it, act on it and hear what happens, while time passes.

import {
  act,
  isHistory,
  noHistory,
  overdueCoils,
  step,
  watch,
  type Action,
  type Happening,
  type MonitorLimits,
  type MonitorState,
  type Stepped,
  type Violation,
  type World,
} from "../world/index.ts";
import type { Cancel, Scheduler } from "./scheduler.ts";

/** World time passes in ticks of this length. */
const tickMs = 10;
/** Violations kept; one is enough to fail a run. */
const violationsMaxCount = 1_000;

/** Happenings kept for the comparison with a journal at the end of a run. */
const historyMaxCount = 50_000;

export const defaultMonitorLimits: MonitorLimits = {
  coilMaxOnMs: 3_000,
  coilDutyMaxShare: 0.1,
  coilRestMs: 2_000,
  groupGapMs: 200,
};

/**
 * Holds the one mutable reference to the pure world. Time passes up to the scheduler's present
 * before every action and on every tick, so that durations in the world are real ones.
 */
export class Stage {
  readonly #scheduler: Scheduler;
  readonly #limits: MonitorLimits;
  readonly #listeners = new Set<(happening: Happening) => void>();
  readonly #violations: Violation[] = [];
  readonly #history: Happening[] = [];
  readonly #startMs: number;
  #world: World;
  #monitor: MonitorState = noHistory;
  #cancelTick: Cancel | undefined;

  constructor(world: World, scheduler: Scheduler, limits: MonitorLimits = defaultMonitorLimits) {
    this.#world = world;
    this.#scheduler = scheduler;
    this.#limits = limits;
    this.#startMs = scheduler.nowMs() - world.nowMs;
  }

  get world(): World {
    return this.#world;
  }

  get monitor(): MonitorState {
    return this.#monitor;
  }

  /** What the invariant monitors found so far, coils that are on too long right now included. */
  violations(): readonly Violation[] {
    return [...this.#violations, ...overdueCoils(this.#monitor, this.#world.nowMs, this.#limits)];
  }

  /** What a journal must agree with, in order. Undefined when it was too much to keep. */
  get history(): readonly Happening[] | undefined {
    return this.#history.length < historyMaxCount ? this.#history : undefined;
  }

  onHappening(listener: (happening: Happening) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  act(action: Action): readonly Happening[] {
    this.#catchUp();
    return this.#take(act(this.#world, action));
  }

  /** Lets time pass up to now, for whoever does not want ticks between. */
  pass(): void {
    this.#catchUp();
  }

  /** Lets time pass by itself until `stop`. */
  start(): void {
    this.#cancelTick = this.#scheduler.after(tickMs, () => {
      this.#catchUp();
      this.start();
    });
  }

  stop(): void {
    this.#cancelTick?.();
    this.#cancelTick = undefined;
  }

  #catchUp(): void {
    const behindMs = Math.floor(this.#scheduler.nowMs() - this.#startMs - this.#world.nowMs);
    if (behindMs > 0) this.#take(step(this.#world, behindMs));
  }

  #take(stepped: Stepped): readonly Happening[] {
    this.#world = stepped.world;
    for (const happening of stepped.happenings) {
      const watched = watch(this.#monitor, happening, this.#limits);
      this.#monitor = watched.state;
      if (this.#violations.length < violationsMaxCount) {
        this.#violations.push(...watched.violations);
      }
      if (isHistory(happening) && this.#history.length < historyMaxCount) {
        this.#history.push(happening);
      }
      for (const listener of this.#listeners) listener(happening);
    }
    return stepped.happenings;
  }
}
