// Commands that never reached the core, kept until it is recorded that they were not done.

import type { InputOf } from "../../custody/inputs.ts";
import type { ClockReading } from "../../ports/runtime.ts";
import type { Offering } from "../devices/credential-desk.ts";

/** Commands kept; of more at once nothing is recorded, and who gave them hears nothing. */
export const missedMaxCount = 64;

type Missed = InputOf<"CommandMissed">;

/** What is left of a command that may not be done any more; undefined = it is no command. */
export function missedOf(input: Offering, reason: Missed["reason"]): Missed | undefined {
  if (input.kind === "CommandMissed") return input;
  if (input.kind !== "CommandReceived") return undefined;
  return { kind: "CommandMissed", command: input.command, reason };
}

interface MissedCommand {
  readonly input: Missed;
  readonly reading: ClockReading;
}

/** Each command once, in the order they came. */
export class MissedCommands {
  readonly #missed = new Map<string, MissedCommand>();

  get count(): number {
    return this.#missed.size;
  }

  keep(input: Missed, reading: ClockReading): void {
    if (this.#missed.has(input.command) || this.#missed.size >= missedMaxCount) return;
    this.#missed.set(input.command, { input, reading });
  }

  /** All that are kept, oldest first; none is kept any more. */
  takeAll(): readonly MissedCommand[] {
    const all = [...this.#missed.values()];
    this.#missed.clear();
    return all;
  }
}
