// Lets bytes leave no faster than a serial line can carry them: 10 bits a byte.

import type { Cancel, Scheduler } from "../devices/scheduler.ts";

/** Bytes waiting in one direction; a real UART's FIFO is smaller, so more than this is lost. */
export const pacedMaxBytes = 4_096;

const bitsPerByte = 10;

export interface PacerOptions {
  readonly scheduler: Scheduler;
  readonly baudRate: number;
  /**
   * Bytes are handed over together for so long, as by a USB adapter, but never after the last of
   * them; default 0: each as it comes.
   */
  readonly latencyMs?: number | undefined;
  /** Takes bytes whose last stop bit has passed. */
  readonly deliver: (bytes: Uint8Array) => void;
}

export class Pacer {
  readonly #options: PacerOptions;
  #msPerByte: number;
  #waiting: number[] = [];
  /** When the last stop bit of the byte before the first waiting one passes. */
  #lineFreeAtMs = 0;
  #cancel: Cancel | undefined;
  #lostBytes = 0;

  constructor(options: PacerOptions) {
    this.#options = options;
    this.#msPerByte = (bitsPerByte * 1_000) / options.baudRate;
  }

  /** Bytes dropped because the line was too far behind. */
  get lostBytes(): number {
    return this.#lostBytes;
  }

  /** From now on; what waits leaves at the new rate too. */
  setBaudRate(baudRate: number): void {
    this.#msPerByte = (bitsPerByte * 1_000) / baudRate;
  }

  push(bytes: Uint8Array): void {
    const room = pacedMaxBytes - this.#waiting.length;
    this.#lostBytes += Math.max(0, bytes.length - room);
    if (this.#waiting.length === 0) {
      this.#lineFreeAtMs = Math.max(this.#lineFreeAtMs, this.#options.scheduler.nowMs());
    }
    this.#waiting.push(...bytes.subarray(0, room));
    this.#schedule();
  }

  clear(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#waiting = [];
  }

  #schedule(): void {
    if (this.#cancel !== undefined || this.#waiting.length === 0) return;
    const { scheduler, latencyMs = 0 } = this.#options;
    const gatheredMs = Math.min(this.#waiting.length * this.#msPerByte, latencyMs);
    const dueMs = this.#lineFreeAtMs + Math.max(this.#msPerByte, gatheredMs);
    const delayMs = dueMs - scheduler.nowMs();
    this.#cancel = scheduler.after(Math.max(0, delayMs), () => {
      this.#cancel = undefined;
      this.#release();
      this.#schedule();
    });
  }

  #release(): void {
    // Timers fire a little late; what is due by now leaves in one chunk. The fraction of a
    // microsecond absorbs rounding of the sum.
    const spareMs = this.#options.scheduler.nowMs() - this.#lineFreeAtMs + 1e-6;
    const count = Math.min(Math.floor(spareMs / this.#msPerByte), this.#waiting.length);
    if (count === 0) return;
    this.#lineFreeAtMs += count * this.#msPerByte;
    this.#options.deliver(Uint8Array.from(this.#waiting.splice(0, count)));
  }
}
