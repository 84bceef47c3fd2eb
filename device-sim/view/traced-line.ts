// A line that shows every byte that passes over it, and changes none.

import type { Way } from "../faults/byte-faults.ts";
import type { Line, Stop } from "../lines/line.ts";

/** The same contract as the line below it. `hear` is told the bytes as the wire carries them. */
export class TracedLine implements Line {
  readonly #line: Line;
  readonly #hear: (way: Way, bytes: Uint8Array) => void;
  readonly #stop: Stop;

  constructor(line: Line, hear: (way: Way, bytes: Uint8Array) => void) {
    this.#line = line;
    this.#hear = hear;
    this.#stop = line.onBytes((bytes) => hear("in", bytes));
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

  onBytes(listener: (bytes: Uint8Array) => void): Stop {
    return this.#line.onBytes(listener);
  }

  send(bytes: Uint8Array): void {
    if (this.#line.isPlugged) this.#hear("out", bytes);
    this.#line.send(bytes);
  }

  unplug(): Promise<void> {
    return this.#line.unplug();
  }

  replug(name?: string): Promise<void> {
    return this.#line.replug(name);
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#line.close();
  }
}
