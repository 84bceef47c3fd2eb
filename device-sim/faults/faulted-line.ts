// A line with faults stacked on it: each layer sees what the layer before it left over.

import type { Scheduler } from "../devices/scheduler.ts";
import { ByteListeners, type Line, type Stop } from "../lines/line.ts";
import { Dice, splitRandom } from "../world/index.ts";
import {
  byteFaults,
  type ByteFault,
  type ByteFaultName,
  type ByteFaultSetting,
  type Piece,
  type Way,
} from "./byte-faults.ts";

/** Layers at once on one line. */
export const layersMaxCount = 8;

export interface FaultedLineOptions {
  readonly line: Line;
  readonly scheduler: Scheduler;
  readonly seed: number;
  /** Devices on one bus share its port; their faults roll their own dice by this name. */
  readonly name?: string;
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
  /** Late pieces in the order they were sent: timers of a wall clock may fire out of order. */
  readonly #late: Readonly<Record<Way, Uint8Array[]>> = { in: [], out: [] };
  #layers: readonly Layer[] = [];
  /** Bytes to the gateway until the cable is pulled. */
  #bytesLeft: number | undefined;

  constructor({ line, scheduler, seed, name = line.port }: FaultedLineOptions) {
    this.#line = line;
    this.#scheduler = scheduler;
    this.#dice = new Dice(splitRandom(seed, name));
    line.onBytes((bytes) => this.#pass("in", bytes));
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
    this.#pass("out", bytes);
  }

  /** Pulls the cable when the device has sent so many more bytes; the rest of them is lost. */
  unplugAfter(byteCount: number): void {
    this.#bytesLeft = byteCount;
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

  #pass(way: Way, bytes: Uint8Array): void {
    let pieces: readonly Piece[] = [{ bytes, delayMs: 0 }];
    for (const { fault } of this.#layers) {
      pieces = pieces.flatMap((piece) => {
        const faulted = fault(piece.bytes, this.#dice, way);
        if (faulted.echo !== undefined) this.#line.send(faulted.echo);
        return faulted.pieces.map((one) => ({
          bytes: one.bytes,
          delayMs: piece.delayMs + one.delayMs,
        }));
      });
    }
    for (const piece of pieces) this.#deliver(way, piece);
  }

  #deliver(way: Way, { bytes, delayMs }: Piece): void {
    const nowMs = this.#scheduler.nowMs();
    const late = this.#late[way];
    const atMs = Math.max(nowMs + delayMs, this.#busyUntilMs[way]);
    if (atMs <= nowMs && late.length === 0) {
      this.#deliverNow(way, bytes);
      return;
    }
    this.#busyUntilMs[way] = atMs;
    late.push(bytes);
    this.#scheduler.after(atMs - nowMs, () => {
      const next = late.shift();
      if (next !== undefined && this.#line.isPlugged) this.#deliverNow(way, next);
    });
  }

  #deliverNow(way: Way, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (way === "in") this.#listeners.tell(bytes);
    else this.#sendOn(bytes);
  }

  #sendOn(bytes: Uint8Array): void {
    const left = this.#bytesLeft ?? bytes.length;
    const passed = bytes.subarray(0, left);
    this.#line.send(passed);
    if (this.#bytesLeft === undefined) return;
    this.#bytesLeft = left - passed.length;
    if (this.#bytesLeft > 0 || passed.length === 0) return;
    // After the last of its stop bits, and before one more byte could follow.
    const sendingMs = ((passed.length + 0.5) * 10_000) / this.#line.baudRate;
    this.#scheduler.after(sendingMs, () => {
      this.#bytesLeft = undefined;
      void this.#line.unplug();
    });
  }
}
