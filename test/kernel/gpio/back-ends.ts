// The GPIO back ends of this kernel, for suites that run on each of them.

import { gpioLines } from "../../../gateway/adapters/gpio/lines.ts";
import type { GpioLines } from "../../../gateway/adapters/gpio/gpio-lines.ts";
import type { LineRuntime } from "../../../gateway/adapters/serial/supervised-line.ts";
import { bootTimeUs } from "../../../gateway/adapters/runtime/libc.ts";
import { RecordingLog } from "../../gateway/drivers/recording-log.ts";
import { SystemTime } from "../../gateway/drivers/system-time.ts";
import type { LineFar, LineRig } from "../../gateway/gpio/line-contract.ts";
import { chipLabel, isHigh, pull } from "./simulated-chip.ts";

export interface Runtime extends LineRuntime {
  readonly log: RecordingLog;
}

export function kernelRuntime(): Runtime {
  return {
    timers: new SystemTime(),
    monoMs: () => bootTimeUs() / 1_000,
    random: () => 0,
    log: new RecordingLog(),
  };
}

export function kernelLines(driver: "chardev" | "sysfs", runtime = kernelRuntime()): GpioLines {
  return gpioLines({ driver, chip: chipLabel }, runtime);
}

const far: LineFar = {
  setInput: (name, level) => pull(offsetOf(name), level),
  isOutputHigh: (name) => isHigh(offsetOf(name)),
};

function offsetOf(name: string): number {
  return Number(name.replace("GPIO", ""));
}

export function kernelRig(driver: "chardev" | "sysfs"): LineRig {
  return {
    lines: kernelLines(driver),
    far,
    inputName: "GPIO27",
    outputName: "GPIO17",
    end: () => Promise.resolve(),
  };
}
