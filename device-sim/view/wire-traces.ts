// The traces of all wires of a scenario: put around the lines as they are opened.

import type { Scheduler } from "../devices/scheduler.ts";
import type { Line } from "../lines/line.ts";
import { devicesOf, type Scenario } from "../scenario/plan.ts";
import { decoderOf } from "./decode/decoders.ts";
import { LineTrace, type TraceRow } from "./line-trace.ts";
import { TracedLine } from "./traced-line.ts";

export interface WireTracesOptions {
  readonly scenario: Scenario;
  readonly scheduler: Scheduler;
  readonly onRow: (line: string, row: TraceRow) => void;
  /** Default true. */
  readonly folds?: boolean;
}

export class WireTraces {
  readonly #options: WireTracesOptions;
  readonly #drivers: ReadonlyMap<string, readonly string[]>;
  readonly #traces = new Map<string, LineTrace>();

  constructor(options: WireTracesOptions) {
    this.#options = options;
    this.#drivers = driversByLine(options.scenario);
  }

  get traces(): ReadonlyMap<string, LineTrace> {
    return this.#traces;
  }

  /** Drivers of the devices on a line, or of the device itself. */
  driversOf(line: string): readonly string[] {
    return this.#drivers.get(line) ?? [];
  }

  readonly wrap = (name: string, line: Line): Line => {
    const { scheduler, onRow, folds = true } = this.#options;
    const frameAt = decoderOf(this.driversOf(name));
    const trace = new LineTrace({ frameAt, scheduler, folds, onRow: (row) => onRow(name, row) });
    this.#traces.set(name, trace);
    return new TracedLine(line, (way, bytes) => trace.hear(way, bytes));
  };

  settle(): void {
    for (const trace of this.#traces.values()) trace.settle();
  }
}

/** By device, and by bus. */
function driversByLine(scenario: Scenario): ReadonlyMap<string, readonly string[]> {
  const drivers = new Map<string, readonly string[]>();
  for (const { name, setting } of scenario.gateways.flatMap(devicesOf)) {
    const { bus, driver } = setting;
    drivers.set(name, [driver]);
    if (bus !== undefined) drivers.set(bus, [...(drivers.get(bus) ?? []), driver]);
  }
  return drivers;
}
