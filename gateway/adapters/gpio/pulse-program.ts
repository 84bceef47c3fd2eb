// The command line of `pulse-line`, which gives one bounded pulse on one line and ends by itself.
// No tool of libgpiod is used: none of them knows a deadline, and those before 2.0 leave a line as
// it was.

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

/** How the program is started. Exit code 0 = the whole pulse was given. */
export interface PulseProgram {
  /** Starts one that waits for its pulse: Node may take longer to start than an order lives. */
  readonly ahead: PulseCommand;
  commandOf(pulse: ProgramPulse): PulseCommand;
}

/** Exit code of `pulse-line` when the line was never driven. */
export const notDrivenExitCode = 3;

/** `start`: command and first arguments of `pulse-line`. */
export function pulseProgram(start: readonly string[]): PulseProgram {
  const [command = process.execPath, ...first] = start;
  return {
    ahead: { command, args: [...first, aheadFlag] },
    commandOf: (pulse) => ({ command, args: [...first, ...pulseArguments(pulse)] }),
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
