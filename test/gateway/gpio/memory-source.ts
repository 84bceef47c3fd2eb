// Lines in memory that a test holds the other end of: a real line source without a kernel.

import { Fault } from "@driftbox/proto";
import type { LinePlace } from "../../../gateway/adapters/gpio/kernel-lines.ts";
import type {
  HeldInput,
  HeldOutput,
  InputChoice,
  InputWatch,
  OutputChoice,
} from "../../../gateway/adapters/gpio/line-source.ts";
import type { PlacedSource } from "../../../gateway/adapters/gpio/process-lock-line.ts";

/**
 * One chip with any number of lines; levels are electrical here. A freed line keeps its level, as
 * on a Raspberry Pi without `strict_gpiod`.
 */
export class MemorySource implements PlacedSource {
  readonly levels = new Map<string, boolean>();
  /** Who holds a line. Nobody = it may be had. */
  readonly holders = new Map<string, string>();
  /** Every electrical level this process drove, in order. */
  readonly driven: string[] = [];
  isPlugged = true;
  isDebounced = true;
  /** Writes that fail after they may have arrived. */
  failCount = 0;
  /** Lines are given when it resolves. */
  gate = Promise.resolve();
  readonly #watches = new Map<
    string,
    { readonly watch: InputWatch; readonly isActiveLow: boolean }
  >();

  place(name: string): LinePlace {
    this.#mustBeThere(name);
    const consumer = this.holders.get(name) ?? "";
    const info = { name, consumer, isUsed: consumer !== "" };
    return { device: "/dev/gpiochip0", offset: 17, info };
  }

  /** A change at the far end; an edge is lost when nobody is told. */
  setInput(name: string, isHigh: boolean, isTold = true): void {
    this.levels.set(name, isHigh);
    const { watch, isActiveLow } = this.#watches.get(name) ?? {};
    if (isTold) watch?.onEdge({ isActive: isHigh !== isActiveLow, kernelNs: undefined });
  }

  unplug(): void {
    this.isPlugged = false;
    this.holders.clear();
    for (const { watch } of this.#watches.values()) watch.onLost("the chip is gone");
    this.#watches.clear();
    this.levels.clear();
  }

  plug(): void {
    this.isPlugged = true;
  }

  holdInput(choice: InputChoice, watch: InputWatch): Promise<HeldInput> {
    return this.gate.then(() => {
      const { name, isActiveLow } = choice;
      this.#take(name);
      this.#watches.set(name, { watch, isActiveLow });
      return {
        isDebounced: this.isDebounced,
        read: () => this.#read(choice),
        close: () => {
          this.#watches.delete(name);
          this.#free(name);
        },
      };
    });
  }

  holdOutput(choice: OutputChoice): Promise<HeldOutput> {
    return this.gate.then(() => {
      this.#take(choice.name);
      let isOpen = true;
      this.#write(choice, false);
      return {
        read: () => this.#read(choice),
        write: (isActive) => this.#write(choice, isActive),
        close: () => {
          if (isOpen && this.isPlugged) {
            this.failCount = 0;
            this.#write(choice, false);
          }
          isOpen = false;
          this.#free(choice.name);
        },
      };
    });
  }

  #take(name: string): void {
    this.#mustBeThere(name);
    const holder = this.holders.get(name);
    if (holder !== undefined) throw new Fault("device/busy", `${name} is held by "${holder}"`);
    this.holders.set(name, "driftbox");
  }

  #free(name: string): void {
    if (this.holders.get(name) === "driftbox") this.holders.delete(name);
  }

  #read({ name, isActiveLow }: OutputChoice): boolean {
    this.#mustBeThere(name);
    return (this.levels.get(name) ?? false) !== isActiveLow;
  }

  #write({ name, isActiveLow }: OutputChoice, isActive: boolean): void {
    this.#mustBeThere(name);
    const isHigh = isActive !== isActiveLow;
    this.levels.set(name, isHigh);
    this.driven.push(`${name} ${isHigh ? 1 : 0}`);
    if (this.failCount === 0) return;
    this.failCount -= 1;
    throw new Fault("device/absent", `${name} does not answer`);
  }

  #mustBeThere(name: string): void {
    if (!this.isPlugged) throw new Fault("device/absent", `${name}: there is no chip`);
  }
}
