// How a program of the simulator ends: its exit code, its last words, and signals on the way.

import { Fault } from "@driftbox/proto";

/** Runs a program's body; a fault becomes one line and its exit code, a defect a stack. */
export async function runProgram(name: string, body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`driftbox ${name}: ${error.code}: ${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

/** Aborts on the first SIGINT or SIGTERM; a second one ends the process at once. */
export function abortOnSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      controller.abort();
      process.once(signal, () => process.exit(1));
    });
  }
  return controller.signal;
}
