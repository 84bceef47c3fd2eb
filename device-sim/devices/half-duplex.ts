// The sending side of a board on a half-duplex wire: it is deaf while it speaks.

import type { Line } from "../lines/line.ts";
import type { Scheduler } from "./scheduler.ts";

const bitsPerByte = 10;

export class HalfDuplex {
  readonly #line: Line;
  readonly #scheduler: Scheduler;
  #sendingUntilMs = 0;
  #lostBytes = 0;
  #sentCount = 0;

  constructor(line: Line, scheduler: Scheduler) {
    this.#line = line;
    this.#scheduler = scheduler;
  }

  /** Bytes lost because the board was sending or without power. */
  get lostBytes(): number {
    return this.#lostBytes;
  }

  /** Frames sent. */
  get sentCount(): number {
    return this.#sentCount;
  }

  get isSending(): boolean {
    return this.#scheduler.nowMs() < this.#sendingUntilMs;
  }

  lose(bytes: Uint8Array): void {
    this.#lostBytes += bytes.length;
  }

  /** Gives back how long the frame takes on the wire, in ms. */
  send(frame: Uint8Array): number {
    const sendingMs = (frame.length * bitsPerByte * 1_000) / this.#line.baudRate;
    this.#sendingUntilMs = this.#scheduler.nowMs() + sendingMs;
    this.#sentCount += 1;
    this.#line.send(frame);
    return sendingMs;
  }
}
