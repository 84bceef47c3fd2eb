// A line on a pseudo-terminal: the gateway opens it like a serial device, under a stable name.

import { closeSync, mkdirSync, rmSync, symlinkSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { ReadStream } from "node:tty";
import { Fault } from "@driftbox/proto";
import type { Scheduler } from "../devices/scheduler.ts";
import { garbled } from "./garbled.ts";
import { flushTerminal, lineSpeeds, openPty, type PtyPair } from "./libc.ts";
import { ByteListeners, type Line, type Stop } from "./line.ts";
import { Pacer } from "./pacer.ts";

export interface PtyLineOptions {
  /** Path of the symbolic link that gives the terminal its stable name. */
  readonly link: string;
  readonly baudRate: number;
  readonly scheduler: Scheduler;
}

interface Plugged {
  readonly pair: PtyPair;
  readonly stream: ReadStream;
}

/**
 * The slave is held open, so that the gateway may close and reopen it. Unplugging destroys the
 * terminal and its link; replugging makes a new terminal under the same link. A pseudo-terminal
 * carries bytes at any rate, so a wrong rate is read from the gateway's settings and both
 * directions then carry garbage, as on a wire.
 */
export class PtyLine implements Line {
  readonly #listeners = new ByteListeners();
  readonly #toFar: Pacer;
  readonly #toNear: Pacer;
  #port: string;
  #baudRate: number;
  #plugged: Plugged | undefined;
  /** The number the terminal had before it was unplugged; it comes back under another. */
  #lastPath = "";
  #lostBytes = 0;

  constructor({ link, baudRate, scheduler }: PtyLineOptions) {
    this.#port = link;
    this.#baudRate = baudRate;
    this.#toFar = new Pacer({ scheduler, baudRate, deliver: (bytes) => this.#write(bytes) });
    this.#toNear = new Pacer({
      scheduler,
      baudRate,
      deliver: (bytes) => this.#listeners.tell(bytes),
    });
    mkdirSync(dirname(link), { recursive: true });
    this.#plug();
  }

  get port(): string {
    return this.#port;
  }

  get baudRate(): number {
    return this.#baudRate;
  }

  get isPlugged(): boolean {
    return this.#plugged !== undefined;
  }

  /** True when the gateway's rate differs from the device's. */
  get isRateWrong(): boolean {
    const speeds = this.#plugged && lineSpeeds(this.#plugged.pair.slave);
    if (speeds === undefined) return false;
    return speeds.input !== this.baudRate || speeds.output !== this.baudRate;
  }

  /** Bytes the terminal would not take because nobody read them. */
  get lostBytes(): number {
    return this.#lostBytes;
  }

  setBaudRate(baudRate: number): void {
    this.#baudRate = baudRate;
    this.#toFar.setBaudRate(baudRate);
    this.#toNear.setBaudRate(baudRate);
  }

  onBytes(listener: (bytes: Uint8Array) => void): Stop {
    return this.#listeners.add(listener);
  }

  send(bytes: Uint8Array): void {
    if (this.isPlugged) this.#toFar.push(bytes);
  }

  unplug(): Promise<void> {
    const plugged = this.#plugged;
    if (plugged === undefined) return Promise.resolve();
    this.#plugged = undefined;
    this.#toFar.clear();
    this.#toNear.clear();
    rmSync(this.port, { force: true });
    flushTerminal(plugged.pair.slave);
    return new Promise((resolve) => {
      plugged.stream.once("close", () => {
        closeSync(plugged.pair.slave);
        resolve();
      });
      plugged.stream.destroy();
    });
  }

  /** A name is the new link's, in the folder of the old one. */
  replug(name?: string): Promise<void> {
    if (this.#plugged !== undefined) return Promise.resolve();
    if (name !== undefined) this.#port = join(dirname(this.#port), name);
    this.#plug();
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.unplug();
    this.#listeners.clear();
  }

  #plug(): void {
    const pair = openOtherPty(this.#lastPath);
    this.#lastPath = pair.path;
    const stream = new ReadStream(pair.master);
    stream.setRawMode(true);
    stream.on("data", (bytes: Uint8Array) => this.#toNear.push(this.#asHeard(bytes)));
    stream.on("error", () => undefined);
    this.#plugged = { pair, stream };
    rmSync(this.port, { force: true });
    try {
      symlinkSync(pair.path, this.port);
    } catch (cause) {
      throw new Fault("device/absent", `${this.port}: the link cannot be made`, { cause });
    }
  }

  #asHeard(bytes: Uint8Array): Uint8Array {
    return this.isRateWrong ? garbled(bytes) : bytes;
  }

  #write(bytes: Uint8Array): void {
    if (this.#plugged === undefined) return;
    const heard = this.#asHeard(bytes);
    try {
      this.#lostBytes += heard.length - writeSync(this.#plugged.pair.master, heard);
    } catch {
      // EAGAIN: the terminal's buffer is full because nobody reads. A wire would lose them too.
      this.#lostBytes += heard.length;
    }
  }
}

/** The kernel hands out the lowest free number, which may be the one just given back. */
function openOtherPty(avoided: string): PtyPair {
  const pair = openPty();
  if (pair.path !== avoided) return pair;
  const other = openPty();
  closeSync(pair.master);
  closeSync(pair.slave);
  return other;
}
