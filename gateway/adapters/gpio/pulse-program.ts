// Command lines of the programs that give one bounded pulse on one line and end by themselves.

/** A pulse as such a program is told it. */
export interface ProgramPulse {
  /** `/dev/gpiochip0` */
  readonly device: string;
  readonly offset: number;
  readonly isActiveLow: boolean;
  readonly pulseMs: number;
  /** Monotonic ms (CLOCK_BOOTTIME) from which the line must not be driven any more. */
  readonly deadlineMonoMs: number;
}

export interface PulseCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/** A program of one kind. Exit code 0 = the whole pulse was given, by all of them. */
export interface PulseProgram {
  readonly name: string;
  /** Starts one that waits for its pulse; absent: its arguments must say the pulse. */
  readonly ahead?: PulseCommand;
  commandOf(pulse: ProgramPulse): PulseCommand;
  /** True: the program certainly did not drive the line. */
  wasNotDriven(exit: { readonly code: number | null; readonly words: string }): boolean;
}

/** libgpiod 2.x: goes back to inactive after a time; the period 0 after it ends the program. */
export const gpiosetV2: PulseProgram = {
  name: "gpioset 2",
  commandOf: ({ device, offset, isActiveLow, pulseMs }) => ({
    command: "gpioset",
    args: [
      "--consumer=driftbox-pulse",
      `--toggle=${Math.round(pulseMs * 1_000)}us,0`,
      ...(isActiveLow ? ["--active-low"] : []),
      `--chip=${device}`,
      `${offset}=1`,
    ],
  }),
  wasNotDriven: ({ code, words }) => code === 1 && refusalWords.test(words),
};

/** What the C library says when a chip or a line cannot be had; gpioset has no codes for it. */
const refusalWords =
  /busy|no such (file|device)|permission denied|cannot find|unable to (open|find)/i;

/** Exit code of our own program when the line was never driven. */
export const notDrivenExitCode = 3;

/**
 * Our own program, `pulse-line.ts`. It checks the deadline itself, as its last act before,
 * and can be started ahead: Node may take longer to start than an order lives.
 */
export function ownPulseProgram(start: readonly string[]): PulseProgram {
  const [command = process.execPath, ...first] = start;
  return {
    name: "pulse-line",
    ahead: { command, args: [...first, aheadFlag] },
    commandOf: (pulse) => ({ command, args: [...first, ...pulseArguments(pulse)] }),
    wasNotDriven: ({ code }) => code === notDrivenExitCode,
  };
}

/** Makes `pulse-line` read its arguments from its standard input, as one array in JSON. */
export const aheadFlag = "--ahead";

/** The pulse as arguments of `pulse-line`. */
export function pulseArguments(pulse: ProgramPulse): readonly string[] {
  return [
    `--device=${pulse.device}`,
    `--offset=${pulse.offset}`,
    `--pulse-ms=${pulse.pulseMs}`,
    `--deadline-mono-ms=${pulse.deadlineMonoMs}`,
    ...(pulse.isActiveLow ? ["--active-low"] : []),
  ];
}

/**
 * Reads `gpioset --version`. Undefined = a version whose command line is not known here, or 1.x,
 * which frees the line after the pulse without making it inactive: a chip may keep it on.
 */
export function gpiosetOf(versionText: string): PulseProgram | undefined {
  const [, major] = /^gpioset \(libgpiod\) v?(\d+)\./.exec(versionText) ?? [];
  return major === "2" ? gpiosetV2 : undefined;
}
