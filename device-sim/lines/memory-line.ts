// A line without a kernel: for tests in virtual time.

import type { Scheduler } from "../devices/scheduler.ts";
import { garbled } from "./garbled.ts";
import { ByteListeners, type Line, type Stop } from "./line.ts";
import { Pacer } from "./pacer.ts";

/** The gateway's end of a memory line. */
export interface FarEnd {
  onBytes(listener: (bytes: Uint8Array) => void): Stop;
  write(bytes: Uint8Array): void;
}

export interface MemoryLineOptions {
  readonly name: string;
  readonly baudRate: number;
  readonly scheduler: Scheduler;
  /** See `Pacer`. */
  readonly latencyMs?: number;
}

/** The far end has the rate the line was made with. */
export class MemoryLine implements Line {
  readonly far: FarEnd;
  readonly #farBaudRate: number;
  readonly #nearListeners = new ByteListeners();
  readonly #farListeners = new ByteListeners();
  readonly #toFar: Pacer;
  readonly #toNear: Pacer;
  #isPlugged = true;
  #port: string;
  #baudRate: number;

  constructor({ name, baudRate, scheduler, latencyMs }: MemoryLineOptions) {
    this.#port = `memory:${name}`;
    this.#baudRate = baudRate;
    this.#farBaudRate = baudRate;
    const far = this.#farListeners;
    const near = this.#nearListeners;
    this.#toFar = new Pacer({
      scheduler,
      baudRate,
      latencyMs,
      deliver: (bytes) => far.tell(this.#asHeard(bytes)),
    });
    this.#toNear = new Pacer({
      scheduler,
      baudRate,
      latencyMs,
      deliver: (bytes) => near.tell(this.#asHeard(bytes)),
    });
    this.far = {
      onBytes: (listener) => far.add(listener),
      write: (bytes) => {
        if (this.#isPlugged) this.#toNear.push(bytes);
      },
    };
  }

  get port(): string {
    return this.#port;
  }

  get baudRate(): number {
    return this.#baudRate;
  }

  get isPlugged(): boolean {
    return this.#isPlugged;
  }

  setBaudRate(baudRate: number): void {
    this.#baudRate = baudRate;
    this.#toFar.setBaudRate(baudRate);
  }

  onBytes(listener: (bytes: Uint8Array) => void): Stop {
    return this.#nearListeners.add(listener);
  }

  send(bytes: Uint8Array): void {
    if (this.#isPlugged) this.#toFar.push(bytes);
  }

  unplug(): Promise<void> {
    this.#isPlugged = false;
    this.#toFar.clear();
    this.#toNear.clear();
    return Promise.resolve();
  }

  replug(name?: string): Promise<void> {
    if (name !== undefined) this.#port = `memory:${name}`;
    this.#isPlugged = true;
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.unplug();
    this.#nearListeners.clear();
    this.#farListeners.clear();
  }

  #asHeard(bytes: Uint8Array): Uint8Array {
    return this.#baudRate === this.#farBaudRate ? bytes : garbled(bytes);
  }
}
