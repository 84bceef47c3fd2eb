// Where the monitors of a world write what did not hold, bounded, with the time and a short log.

import type { Scheduler } from "./scheduler.ts";

export interface Breach {
  readonly monitor: string;
  readonly atMs: number;
  readonly detail: string;
}

const breachesMaxCount = 20;

export class Breaches {
  readonly list: Breach[] = [];
  readonly #scheduler: Scheduler;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  /** Notes a finding of a monitor; undefined = it holds. */
  note(monitor: string, finding: string | undefined): void {
    if (finding === undefined || this.list.length >= breachesMaxCount) return;
    this.list.push({ monitor, atMs: this.#scheduler.nowMs, detail: finding });
  }
}

/** What happened how often; a run that was idle cannot pass. */
export type Tally = Map<string, number>;

export function count(tally: Tally, name: string, by = 1): void {
  tally.set(name, (tally.get(name) ?? 0) + by);
}
