// A load cell behind the kernel's industrial I/O (driver hx711 and others): one file of raw counts.
// Kernel documentation: Documentation/ABI/testing/sysfs-bus-iio, in_voltageY_raw.

import { readFile } from "node:fs/promises";
import type { InputLine, Unsubscribe } from "../../ports/devices.ts";
import { Listeners } from "../serial/listeners.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import { emptyScale, weighed, type ScaleFitting, type Weighing } from "./weighing.ts";

/** From one look to the next; an hx711 converts ten times a second. */
export const lookEveryMs = 400;
/** Looks that fail on end before the scale counts as one that cannot be read. */
const failuresMaxCount = 3;

export interface IioScaleOptions extends LineRuntime {
  readonly id: string;
  /** Absolute path of the raw counts. */
  readonly file: string;
  readonly fitting: ScaleFitting;
}

/** Active = something lies on it. */
export class IioScale implements InputLine {
  readonly id: string;
  readonly #options: IioScaleOptions;
  readonly #timerKey: string;
  readonly #listeners = new Listeners<[boolean | undefined]>();
  #weighing: Weighing;
  #look: Promise<void> = Promise.resolve();
  #isWanted = false;
  #failureCount = 0;
  #told: { readonly level: boolean | undefined } | undefined;

  constructor(options: IioScaleOptions) {
    this.id = options.id;
    this.#options = options;
    this.#timerKey = `scale/${options.id}`;
    this.#weighing = emptyScale(options.fitting);
  }

  onLevel(listener: (isActive: boolean | undefined) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  start(): void {
    this.#isWanted = true;
    this.#next(0);
  }

  async stop(): Promise<void> {
    this.#isWanted = false;
    this.#options.timers.clear(this.#timerKey);
    await this.#look;
    this.#told = undefined;
  }

  #next(afterMs: number): void {
    if (!this.#isWanted) return;
    this.#options.timers.set(this.#timerKey, afterMs, () => {
      this.#look = this.#lookOnce().finally(() => this.#next(lookEveryMs));
    });
  }

  async #lookOnce(): Promise<void> {
    try {
      const raw = rawCounts(await readFile(this.#options.file, "latin1"));
      this.#failureCount = 0;
      this.#weighing = weighed(this.#weighing, raw, this.#options.fitting);
      const { isLoaded } = this.#weighing;
      if (isLoaded !== undefined) this.#tell(isLoaded);
    } catch (error) {
      this.#failureCount += 1;
      if (this.#failureCount !== failuresMaxCount) return;
      this.#options.log.warn({ error, scale: this.id }, "a scale cannot be read");
      const { zeroRaw } = this.#weighing;
      this.#weighing = { zeroRaw, candidate: undefined, isLoaded: undefined };
      this.#tell(undefined);
    }
  }

  #tell(level: boolean | undefined): void {
    if (!this.#isWanted || (this.#told !== undefined && this.#told.level === level)) return;
    this.#told = { level };
    this.#listeners.emit(level);
  }
}

/** @throws Error for anything but a whole decimal number */
function rawCounts(text: string): number {
  const trimmed = text.trim();
  if (/^-?[0-9]{1,10}$/.test(trimmed)) return Number(trimmed);
  throw new Error(`expected a whole number of counts, got ${JSON.stringify(trimmed.slice(0, 32))}`);
}
