// A line without a kernel: for tests in virtual time.

import type { Scheduler } from "../devices/scheduler.ts";
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
}

export class MemoryLine implements Line {
  readonly port: string;
  readonly baudRate: number;
  readonly far: FarEnd;
  readonly #nearListeners = new ByteListeners();
  readonly #farListeners = new ByteListeners();
  readonly #toFar: Pacer;
  readonly #toNear: Pacer;
  #isPlugged = true;

  constructor({ name, baudRate, scheduler }: MemoryLineOptions) {
    this.port = `memory:${name}`;
    this.baudRate = baudRate;
    const far = this.#farListeners;
    const near = this.#nearListeners;
    this.#toFar = new Pacer({ scheduler, baudRate, deliver: (bytes) => far.tell(bytes) });
    this.#toNear = new Pacer({ scheduler, baudRate, deliver: (bytes) => near.tell(bytes) });
    this.far = {
      onBytes: (listener) => far.add(listener),
      write: (bytes) => {
        if (this.#isPlugged) this.#toNear.push(bytes);
      },
    };
  }

  get isPlugged(): boolean {
    return this.#isPlugged;
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

  replug(): Promise<void> {
    this.#isPlugged = true;
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.unplug();
    this.#nearListeners.clear();
    this.#farListeners.clear();
  }
}
