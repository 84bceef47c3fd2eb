// What became of commands that a program asked for, written beside the asking for it to read.

import { readFileSync, rmSync, statSync } from "node:fs";
import type { CommandView } from "../../ports/views.ts";
import type { Log } from "../../ports/downlink.ts";
import { replaceFile } from "./durable-file.ts";

const answer = ".answer";
/** Commands whose outcome is looked for at once; the oldest gives way. */
const openMaxCount = 64;
/** How long after its deadline the outcome of a command is still looked for. */
const graceMs = 120_000;

interface Open {
  readonly path: string;
  readonly site: string;
  readonly gateway: string;
  readonly command: string;
  readonly untilMs: number;
}

interface Parts {
  readonly commands: (site: string, gateway: string) => readonly CommandView[];
  readonly now: () => number;
  readonly log: Pick<Log, "error">;
}

/** Commands that were sent and whose end is not known yet. */
export class CommandAnswers {
  readonly #parts: Parts;
  #open: readonly Open[] = [];
  /** The command that was last reported, so that one that stays is reported once. */
  #failed = "";

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  await(open: Omit<Open, "untilMs">, deadlineMs: number): void {
    const waiting = { ...open, untilMs: deadlineMs + graceMs };
    this.#open = [...this.#open.slice(1 - openMaxCount), waiting];
  }

  /**
   * Writes each outcome that the ledger knows by now, once. Never throws: one that cannot be
   * written is tried again until nobody waits for it.
   */
  look(): void {
    this.#open = this.#open.filter((open) => !this.#isDone(open));
  }

  #isDone(open: Open): boolean {
    const { now, log } = this.#parts;
    try {
      if (this.#isTold(open)) return true;
    } catch (error) {
      const { command } = open;
      if (this.#failed !== command) log.error({ command, err: error }, "cannot answer a command");
      this.#failed = command;
    }
    return now() >= open.untilMs;
  }

  #isTold({ path, site, gateway, command }: Open): boolean {
    const found = this.#parts.commands(site, gateway).find((one) => one.command === command);
    if (found === undefined || found.state === "accepted") return false;
    replaceFile(`${path}${answer}`, Buffer.from(JSON.stringify(found)));
    return true;
  }
}

/** The outcome of a command as it was written, once; undefined = not yet. */
export function takeAnswer(path: string): string | undefined {
  const file = `${path}${answer}`;
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
  const text = readFileSync(file, "utf8");
  rmSync(file, { force: true });
  return text;
}
