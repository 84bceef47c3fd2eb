// What the gateway's commands share: help, wrong arguments, the one error line, exit codes.

import { Fault } from "@driftbox/proto";

export interface Command {
  /** The word after `driftbox`. */
  readonly word: string;
  readonly usage: string;
}

/** Whether somebody asks how a command is used; it is printed then. */
export function helped({ usage }: Command, argv: readonly string[]): boolean {
  const isAsked = argv.includes("--help") || argv.includes("-h");
  if (isAsked) process.stdout.write(`usage: ${usage}\n`);
  return isAsked;
}

/** What `read` makes of the arguments; whatever it throws is about them. Fault: usage/invalid. */
export function readingArguments<T>({ usage }: Command, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "wrong arguments";
    throw new Fault("usage/invalid", `${reason}; usage: ${usage}`, { cause });
  }
}

/** Runs a command that ends by itself; its exit code is what `main` returns, or the fault's. */
export async function runCommand(
  command: Command,
  main: (argv: readonly string[]) => number | Promise<number>,
): Promise<void> {
  const argv = process.argv.slice(2);
  if (helped(command, argv)) return;
  try {
    process.exitCode = await main(argv);
  } catch (error) {
    process.exitCode = failureOf(command, error);
  }
}

/** Writes the one line for the operator and gives the exit code: of the fault; a defect's is 1. */
export function failureOf({ word }: Command, error: unknown): number {
  const code = error instanceof Fault ? error.code : "defect";
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`driftbox ${word}: ${code}: ${message}\n`);
  return error instanceof Fault ? error.exitCode : 1;
}
