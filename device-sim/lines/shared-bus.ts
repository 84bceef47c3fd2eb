// Several devices on one pair of wires (RS-485): everybody hears everybody, and two who talk at
// once are understood by nobody.

import type { Scheduler } from "../devices/scheduler.ts";
import { Dice, splitRandom } from "../world/index.ts";
import { garbled } from "./garbled.ts";
import { ByteListeners, type Line, type Stop } from "./line.ts";

/** A pair of wires carries so many devices of one unit load. */
export const tapsMaxCount = 32;
const bitsPerByte = 10;
/** Talks are remembered this long after their end: a chunk of the host tells of the past. */
const memoryMs = 100;
/** Absorbs rounding of sums of byte times. */
const roundingMs = 1e-6;

export interface SharedBusOptions {
  /** The gateway's end of the wires. */
  readonly line: Line;
  readonly scheduler: Scheduler;
  /** Decides what a collision sounds like. */
  readonly seed: number;
}

/** One device, or the host, on the wires for a time. */
interface Talk {
  /** Undefined = the host. */
  readonly tap: BusTap | undefined;
  readonly fromMs: number;
  readonly untilMs: number;
}

/**
 * Half duplex. A device is deaf while it talks. Bytes that overlap in time, of two devices or of a
 * device and the host, are garbage for all who hear them; of two devices the bytes of the one that
 * began later are swallowed. A device set to another rate talks and hears garbage.
 */
export class SharedBus {
  readonly #options: SharedBusOptions;
  readonly #dice: Dice;
  readonly #stop: Stop;
  readonly #taps: BusTap[] = [];
  #talks: Talk[] = [];
  #collisionCount = 0;

  constructor(options: SharedBusOptions) {
    this.#options = options;
    this.#dice = new Dice(splitRandom(options.seed, `bus ${options.line.port}`));
    this.#stop = options.line.onBytes((bytes) => this.#hearHost(bytes));
  }

  /** Bytes that somebody else talked over. */
  get collisionCount(): number {
    return this.#collisionCount;
  }

  /** A new device's end of the wires, at the rate of the bus. */
  tap(): Line {
    if (this.#taps.length >= tapsMaxCount) throw new Error(`more than ${tapsMaxCount} devices`);
    const { line, scheduler } = this.#options;
    const tap = new BusTap(line, scheduler, {
      begin: (untilMs) => this.#begin(tap, untilMs),
      carry: (byte, fromMs, untilMs) => this.#carry({ tap, fromMs, untilMs }, byte),
    });
    this.#taps.push(tap);
    return tap;
  }

  close(): void {
    this.#stop();
    for (const tap of this.#taps) tap.end();
  }

  #begin(tap: BusTap, untilMs: number): void {
    const nowMs = this.#options.scheduler.nowMs();
    this.#remember({ tap, fromMs: nowMs, untilMs });
  }

  #remember(talk: Talk): void {
    const nowMs = this.#options.scheduler.nowMs();
    this.#talks = [...this.#talks.filter((one) => one.untilMs + memoryMs > nowMs), talk];
  }

  #carry(slot: Talk, byte: number): void {
    const others = this.#talks.filter((one) => one.tap !== slot.tap && overlaps(one, slot));
    if (others.length > 0) this.#collisionCount += 1;
    const own = this.#talks.findIndex((one) => one.tap === slot.tap && overlaps(one, slot));
    const isSwallowed = others.some(
      (one) => one.tap !== undefined && this.#talks.indexOf(one) < own,
    );
    if (isSwallowed) return;
    const heard = Uint8Array.of(others.length > 0 ? this.#spoiled(byte) : byte);
    this.#options.line.send(heard);
    for (const tap of this.#taps) if (tap !== slot.tap) tap.hear(heard);
  }

  #hearHost(bytes: Uint8Array): void {
    const nowMs = this.#options.scheduler.nowMs();
    const lastMs = (bytes.length * bitsPerByte * 1_000) / this.#options.line.baudRate;
    const talk = { tap: undefined, fromMs: nowMs - lastMs, untilMs: nowMs };
    const isSpoiled = this.#talks.some((one) => one.tap !== undefined && overlaps(one, talk));
    this.#remember(talk);
    if (isSpoiled) this.#collisionCount += bytes.length;
    const heard = isSpoiled ? bytes.map((byte) => this.#spoiled(byte)) : bytes;
    for (const tap of this.#taps) tap.hear(heard);
  }

  #spoiled(byte: number): number {
    return byte ^ this.#dice.integer(1, 255);
  }
}

function overlaps(a: Talk, b: Talk): boolean {
  return a.fromMs + roundingMs < b.untilMs && b.fromMs + roundingMs < a.untilMs;
}

interface Wires {
  /** The device talks until then. */
  begin(untilMs: number): void;
  /** The last stop bit of a byte has passed. */
  carry(byte: number, fromMs: number, untilMs: number): void;
}

/** One device's end. Unplugging it takes this device off the wires and leaves the others on. */
class BusTap implements Line {
  readonly #trunk: Line;
  readonly #scheduler: Scheduler;
  readonly #wires: Wires;
  readonly #listeners = new ByteListeners();
  #waiting: number[] = [];
  #baudRate: number;
  #isPlugged = true;
  #freeAtMs = 0;
  #stop: Stop | undefined;

  constructor(trunk: Line, scheduler: Scheduler, wires: Wires) {
    this.#trunk = trunk;
    this.#scheduler = scheduler;
    this.#wires = wires;
    this.#baudRate = trunk.baudRate;
  }

  get port(): string {
    return this.#trunk.port;
  }

  get baudRate(): number {
    return this.#baudRate;
  }

  get isPlugged(): boolean {
    return this.#isPlugged;
  }

  setBaudRate(baudRate: number): void {
    this.#baudRate = baudRate;
  }

  onBytes(listener: (bytes: Uint8Array) => void): Stop {
    return this.#listeners.add(listener);
  }

  send(bytes: Uint8Array): void {
    if (!this.#isPlugged || bytes.length === 0) return;
    const nowMs = this.#scheduler.nowMs();
    this.#freeAtMs = Math.max(this.#freeAtMs, nowMs);
    this.#waiting.push(...this.#asHeard(bytes));
    this.#wires.begin(this.#freeAtMs + this.#waiting.length * this.#msPerByte);
    this.#schedule();
  }

  hear(bytes: Uint8Array): void {
    if (this.#isPlugged && this.#waiting.length === 0) this.#listeners.tell(this.#asHeard(bytes));
  }

  unplug(): Promise<void> {
    this.#isPlugged = false;
    this.end();
    return Promise.resolve();
  }

  replug(): Promise<void> {
    this.#isPlugged = true;
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.unplug();
    this.#listeners.clear();
  }

  /** Forgets what it was about to say. */
  end(): void {
    this.#waiting = [];
    this.#stop?.();
    this.#stop = undefined;
  }

  get #msPerByte(): number {
    return (bitsPerByte * 1_000) / this.#baudRate;
  }

  #asHeard(bytes: Uint8Array): Uint8Array {
    return this.#baudRate === this.#trunk.baudRate ? bytes : garbled(bytes);
  }

  #schedule(): void {
    if (this.#stop !== undefined || this.#waiting.length === 0) return;
    const delayMs = this.#freeAtMs + this.#msPerByte - this.#scheduler.nowMs();
    this.#stop = this.#scheduler.after(Math.max(0, delayMs), () => {
      this.#stop = undefined;
      this.#speak();
      this.#schedule();
    });
  }

  #speak(): void {
    const nowMs = this.#scheduler.nowMs() + roundingMs;
    while (this.#waiting.length > 0 && this.#freeAtMs + this.#msPerByte <= nowMs) {
      const [byte = 0] = this.#waiting.splice(0, 1);
      const fromMs = this.#freeAtMs;
      this.#freeAtMs += this.#msPerByte;
      this.#wires.carry(byte, fromMs, this.#freeAtMs);
    }
  }
}
