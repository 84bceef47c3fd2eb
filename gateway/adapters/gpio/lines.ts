// Makes the lines a configuration names, on whichever GPIO it chose.
import { Fault } from "@driftbox/proto";
import { parseEndpoint } from "../serial/open-line.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import { tcpLine } from "../serial/tcp-line.ts";
import { ChardevSource } from "./chardev-source.ts";
import type { GpioLines, OutputLineOptions } from "./gpio-lines.ts";
import { HeldLockLine } from "./held-lock-line.ts";
import type { LockLine } from "./lock-line.ts";
import { ProcessLockLine } from "./process-lock-line.ts";
import { PulseProcesses } from "./pulse-child.ts";
import { pulseProgram } from "./pulse-program.ts";
import { SimGpio } from "./sim-lines.ts";
import { SourceLines } from "./source-lines.ts";
import { SysfsSource } from "./sysfs-source.ts";

/** The `gpio` part of the gateway's configuration. `chip` is a label: numbers change. */
export type GpioChoice =
  | { readonly driver: "chardev" | "sysfs"; readonly chip: string }
  /** `tcp://host:port` of the simulator. */
  | { readonly driver: "sim"; readonly url: string };

/** Throws `Fault` `config/value` when the choice cannot be read. */
export function gpioLines(choice: GpioChoice, runtime: LineRuntime): GpioLines {
  if (choice.driver === "sim") {
    return new SimGpio({ ...runtime, open: tcpLine(parseEndpoint(choice.url)), id: "gpio" });
  }
  const { chip } = choice;
  const source =
    choice.driver === "chardev"
      ? new ChardevSource({ ...runtime, chip })
      : new SysfsSource({ ...runtime, chip });
  return new SourceLines(source, runtime);
}

export interface LockLineOptions extends OutputLineOptions {
  /**
   * Who ends the pulse. `process`: a process of its own, only with `chardev`. `hardware`: a
   * monostable in front of the coil. The simulator ends it like hardware, whatever is said here.
   */
  readonly oneShot: "process" | "hardware";
}

export interface LockLinesOptions {
  readonly choice: GpioChoice;
  /** Of the same choice. */
  readonly lines: GpioLines;
  readonly runtime: LineRuntime;
  /** Command and first arguments of `pulse-line`. */
  readonly pulseStart: readonly string[];
}

/**
 * The lines of locks, in the order asked for.
 * @throws Fault config/value when `oneShot: process` is asked of a GPIO that cannot do it
 */
export function lockLines(
  { choice, lines, runtime, pulseStart }: LockLinesOptions,
  locks: readonly LockLineOptions[],
): readonly LockLine[] {
  const program = pulseProgram(pulseStart);
  const starter = new PulseProcesses();
  return locks.map(({ name, isActiveLow = false, oneShot }) => {
    if (oneShot === "hardware" || choice.driver === "sim") {
      return new HeldLockLine(lines.output({ name, isActiveLow }), runtime);
    }
    if (choice.driver === "sysfs") {
      const why = "with sysfs a killed process leaves the coil on: oneShot must be hardware";
      throw new Fault("config/value", `lock line ${name}: ${why}`);
    }
    const source = new ChardevSource({ ...runtime, chip: choice.chip });
    return new ProcessLockLine({ ...runtime, name, isActiveLow, source, program, starter });
  });
}
