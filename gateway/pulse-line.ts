// The program that gives one pulse on one GPIO line and ends:
// the gateway starts one for each pulse, ahead of it where it can.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Fault } from "@driftbox/proto";
import { requestLine } from "./adapters/gpio/kernel-lines.ts";
import { lockPulseMaxMs } from "./adapters/gpio/lock-line.ts";
import { aheadFlag, notDrivenExitCode } from "./adapters/gpio/pulse-program.ts";
import { bootTimeUs } from "./adapters/runtime/libc.ts";

const usage =
  "pulse-line --device PATH --offset N --pulse-ms N --deadline-mono-ms N [--active-low]; " +
  `with ${aheadFlag} alone all this is read from standard input, as an array in JSON`;

/** The pulse began, and its end is not certain. */
const failedExitCode = 1;

interface Pulse {
  readonly device: string;
  readonly offset: number;
  readonly pulseMs: number;
  readonly deadlineMonoMs: number;
  readonly isActiveLow: boolean;
}

/** The line is active for the pulse at most; the kernel frees it if the process dies. */
function give({ device, offset, pulseMs, deadlineMonoMs, isActiveLow }: Pulse): void {
  const consumer = "driftbox-pulse";
  const line = requestLine(device, { direction: "output", offset, consumer, isActiveLow });
  if (bootTimeUs() / 1_000 >= deadlineMonoMs) {
    line.close();
    throw new Fault("device/absent", "the deadline has passed");
  }
  // From here on the coil may have been on, whatever fails.
  process.exitCode = failedExitCode;
  line.write(true);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pulseMs);
  line.write(false);
  line.close();
  process.exitCode = 0;
}

function readArguments(argv: readonly string[]): Pulse {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      device: { type: "string", default: "" },
      offset: { type: "string", default: "" },
      "pulse-ms": { type: "string", default: "" },
      "deadline-mono-ms": { type: "string", default: "" },
      "active-low": { type: "boolean", default: false },
    },
  });
  const pulse = {
    device: values.device,
    offset: Number.parseInt(values.offset, 10),
    pulseMs: Number.parseFloat(values["pulse-ms"]),
    deadlineMonoMs: Number.parseFloat(values["deadline-mono-ms"]),
    isActiveLow: values["active-low"],
  };
  const isBounded = pulse.pulseMs > 0 && pulse.pulseMs <= lockPulseMaxMs;
  const isWhole = pulse.device.startsWith("/") && pulse.offset >= 0 && pulse.deadlineMonoMs > 0;
  if (!isBounded || !isWhole) throw new Fault("usage/invalid", usage);
  return pulse;
}

/** Waits for them where they were not known at the start; none come when the gateway has ended. */
function argumentsOf(argv: readonly string[]): readonly string[] {
  if (argv[0] !== aheadFlag) return argv;
  const standardInput = 0;
  const told: unknown = JSON.parse(readFileSync(standardInput, "utf8"));
  if (Array.isArray(told) && told.every((each) => typeof each === "string")) return told;
  throw new Fault("usage/invalid", usage);
}

try {
  give(readArguments(argumentsOf(process.argv.slice(2))));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode ??= notDrivenExitCode;
}
