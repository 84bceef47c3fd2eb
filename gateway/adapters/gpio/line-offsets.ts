// Finds the offsets of lines on the chip of a configuration, without taking any of them.
import { Fault } from "@driftbox/proto";
import { findLine } from "./kernel-lines.ts";
import type { GpioChoice } from "./lines.ts";
import { sysfsLineNumber } from "./sysfs-source.ts";

/** Undefined for a line that cannot be found now, and for simulated lines: they are names only. */
export function lineOffsets(choice: GpioChoice): (line: string) => number | undefined {
  if (choice.driver === "sim") return () => undefined;
  const { driver, chip } = choice;
  return (line) => {
    try {
      return driver === "chardev" ? findLine(chip, line).offset : sysfsLineNumber(chip, line);
    } catch (error) {
      if (error instanceof Fault) return undefined;
      throw error;
    }
  };
}
