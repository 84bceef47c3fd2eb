// A line with faults stacked on it: each layer sees what the layer before it left over.

import type { Scheduler } from "../devices/scheduler.ts";
import { ByteListeners, type Line, type Stop } from "../lines/line.ts";
import { Dice, splitRandom } from "../world/index.ts";
import {
  byteFaults,
  type ByteFault,
  type ByteFaultName,
  type ByteFaultSetting,
} from "./byte-faults.ts";

/** Layers at once on one line. */
export const layersMaxCount = 8;

export interface FaultedLineOptions {
  readonly line: Line;
  readonly scheduler: Scheduler;
  readonly seed: number;
}

interface Layer {
  readonly name: ByteFaultName;
  readonly fault: ByteFault;
}

/**
 * The same contract as `Line`, except for what the layers do. Bytes keep their order even when
 * some are delayed: a wire delays, it does not reorder.
 */
export class FaultedLine implements Line {
  readonly #line: Line;
  readonly #scheduler: Scheduler;
  readonly #dice: Dice;
  readonly #listeners = new ByteListeners();
  readonly #busyUntilMs = { in: 0, out: 0 };
  #layers: readonly Layer[] = [];

  constructor({ line, scheduler, seed }: FaultedLineOptions) {
    this.#line = line;
    this.#scheduler = scheduler;
    this.#dice = new Dice(splitRandom(seed, line.port));
    line.onBytes((bytes) => this.#pass("in", bytes, (left) => this.#listeners.tell(left)));
  }

  get port(): string {
    return this.#line.port;
  }

  get baudRate(): number {
    return this.#line.baudRate;
  }

  get isPlugged(): boolean {
    return this.#line.isPlugged;
  }

  setBaudRate(baudRate: number): void {
    this.#line.setBaudRate(baudRate);
  }

  get layers(): readonly ByteFaultName[] {
    return this.#layers.map((layer) => layer.name);
  }

  /** Adds a layer, or changes the one of that name in its place. */
  setLayer(name: ByteFaultName, setting: ByteFaultSetting): void {
    const layer = { name, fault: byteFaults[name](setting) };
    if (this.layers.includes(name)) {
      this.#layers = this.#layers.map((one) => (one.name === name ? layer : one));
    } else if (this.#layers.length < layersMaxCount) {
      this.#layers = [...this.#layers, layer];
    }
  }

  clearLayer(name: ByteFaultName): void {
    this.#layers = this.#layers.filter((one) => one.name !== name);
  }

  onBytes(listener: (bytes: Uint8Array) => void): Stop {
    return this.#listeners.add(listener);
  }

  send(bytes: Uint8Array): void {
    this.#pass("out", bytes, (left) => this.#line.send(left));
  }

  unplug(): Promise<void> {
    return this.#line.unplug();
  }

  replug(name?: string): Promise<void> {
    return this.#line.replug(name);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#line.close();
  }

  #pass(way: "in" | "out", bytes: Uint8Array, deliver: (bytes: Uint8Array) => void): void {
    let left = bytes;
    let lateMs = 0;
    for (const layer of this.#layers) {
      const faulted = layer.fault(left, this.#dice);
      left = faulted.bytes;
      lateMs += faulted.delayMs;
    }
    const nowMs = this.#scheduler.nowMs();
    const atMs = Math.max(nowMs + lateMs, this.#busyUntilMs[way]);
    if (atMs <= nowMs) {
      if (left.length > 0) deliver(left);
      return;
    }
    this.#busyUntilMs[way] = atMs;
    this.#scheduler.after(atMs - nowMs, () => {
      if (left.length > 0 && this.#line.isPlugged) deliver(left);
    });
  }
}
