// Lines through /sys/class/gpio and onoff, where the kernel has no GPIO character device.
//
// Weaker than the character device: any process may drive a line this one drives, edges carry no
// time, a short one is missed, and a killed process leaves its outputs as they are. Use it only
// where there is nothing else, and with the stop hook that drives lock lines low.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";
import type * as Onoff from "onoff";
import type { Log } from "../../ports/runtime.ts";
import type {
  HeldInput,
  HeldOutput,
  InputChoice,
  InputWatch,
  LineSource,
  OutputChoice,
} from "./line-source.ts";

/** Where the kernel keeps the old GPIO interface; onoff knows no other place. */
const sysfsFolder = "/sys/class/gpio";

export interface SysfsSourceOptions {
  /** Label of the chip. */
  readonly chip: string;
  readonly log: Log;
}

/**
 * Adds the base of a chip to the offset of a line: kernels number the first line of a chip 0, 512,
 * 571 or otherwise. `line` is an offset in digits or `GPIO<offset>`: sysfs knows no names.
 * @throws Fault device/absent when the chip is not there, config/value when the line is not
 */
export function sysfsLineNumber(chip: string, line: string, folder = sysfsFolder): number {
  const [, digits] = /^(?:GPIO)?(\d{1,4})$/.exec(line) ?? [];
  const place = sysfsChips(folder).find(({ label }) => label === chip);
  if (place === undefined) {
    throw new Fault("device/absent", `${folder} has no GPIO chip labelled ${chip}`);
  }
  if (digits !== undefined && Number(digits) < place.lineCount) return place.base + Number(digits);
  const range = `0 to ${place.lineCount - 1}, or GPIO before it`;
  throw new Fault("config/value", `line ${line} on ${chip}: with sysfs write its offset, ${range}`);
}

interface SysfsChip {
  readonly label: string;
  readonly base: number;
  readonly lineCount: number;
}

function sysfsChips(folder: string): readonly SysfsChip[] {
  const read = (name: string, what: string): string =>
    readFileSync(join(folder, name, what), "latin1").trim();
  try {
    const names = readdirSync(folder).filter((name) => /^gpiochip\d+$/.test(name));
    return names.map((name) => ({
      label: read(name, "label"),
      base: Number(read(name, "base")),
      lineCount: Number(read(name, "ngpio")),
    }));
  } catch (cause) {
    const text = `${folder} cannot be read; this kernel may have only the character device`;
    throw new Fault("device/absent", text, { cause });
  }
}

/** Levels are inverted here, never by the kernel: a setting of another program could stay there. */
export class SysfsSource implements LineSource {
  readonly #options: SysfsSourceOptions;
  readonly #driven = new Set<HeldOutput>();
  #hasWarned = false;
  #hasExitHook = false;

  constructor(options: SysfsSourceOptions) {
    this.#options = options;
  }

  async holdInput(choice: InputChoice, watch: InputWatch): Promise<HeldInput> {
    const open = await this.#opener(choice.name);
    const gpio = open(choice, "in");
    const read = (): boolean => readLine(choice, gpio);
    gpio.watch((error) => {
      try {
        if (error) throw error;
        watch.onEdge({ isActive: read(), kernelNs: undefined });
      } catch (cause) {
        watch.onLost(cause instanceof Error ? cause.message : String(cause));
      }
    });
    return { isDebounced: false, read, close: onceOnly(() => gpio.unexport()) };
  }

  async holdOutput(choice: OutputChoice): Promise<HeldOutput> {
    const open = await this.#opener(choice.name);
    const { isActiveLow } = choice;
    // One write sets direction and level together; "out" alone may be high for a moment.
    const gpio = open(choice, isActiveLow ? "high" : "low");
    const write = (isActive: boolean): void => writeLine(choice, gpio, isActive);
    write(false);
    const held: HeldOutput = {
      read: () => readLine(choice, gpio),
      write,
      close: onceOnly(() => {
        this.#driven.delete(held);
        try {
          write(false);
        } finally {
          gpio.unexport();
        }
      }),
    };
    this.#endWithProcess(held);
    return held;
  }

  /** An orderly end of the process leaves no output on; a kill does. */
  #endWithProcess(held: HeldOutput): void {
    this.#driven.add(held);
    if (this.#hasExitHook) return;
    this.#hasExitHook = true;
    process.once("exit", () => {
      for (const each of this.#driven) each.close();
    });
  }

  async #opener(
    line: string,
  ): Promise<(choice: OutputChoice, direction: "in" | "high" | "low") => Onoff.Gpio> {
    const onoff = await importOnoff();
    this.#warnOnce();
    const number = sysfsLineNumber(this.#options.chip, line);
    return (choice, direction) => {
      try {
        return new onoff.Gpio(number, direction, direction === "in" ? "both" : "none", {
          activeLow: false,
        });
      } catch (cause) {
        throw gone(choice, cause);
      }
    };
  }

  #warnOnce(): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    const weakness =
      "no exclusive use, no time of edges, outputs stay on when the process is killed";
    this.#options.log.warn({ weakness }, "GPIO through sysfs; prefer driver: chardev");
  }
}

async function importOnoff(): Promise<typeof Onoff> {
  try {
    return await import("onoff");
  } catch (cause) {
    const text =
      "gpio driver sysfs needs the optional package onoff; install it with a C++ compiler";
    throw new Fault("device/absent", text, { cause });
  }
}

function readLine(choice: OutputChoice, gpio: Onoff.Gpio): boolean {
  try {
    return (gpio.readSync() === 1) !== choice.isActiveLow;
  } catch (cause) {
    throw gone(choice, cause);
  }
}

function writeLine(choice: OutputChoice, gpio: Onoff.Gpio, isActive: boolean): void {
  try {
    gpio.writeSync(isActive === choice.isActiveLow ? 0 : 1);
  } catch (cause) {
    throw gone(choice, cause);
  }
}

function gone({ name }: OutputChoice, cause: unknown): Fault {
  const seen = cause instanceof Error ? cause.message : String(cause);
  return new Fault("device/absent", `line ${name} in sysfs: ${seen}`, { cause });
}

/** Closing is best effort: the chip may be gone, and its outputs with it. */
function onceOnly(close: () => void): () => void {
  let isOpen = true;
  return () => {
    if (!isOpen) return;
    isOpen = false;
    try {
      close();
    } catch {
      // Nothing is left that could be closed.
    }
  };
}
