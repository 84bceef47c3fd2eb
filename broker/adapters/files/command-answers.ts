// What became of commands that a program asked for, written beside the asking for it to read.

import { readFileSync, rmSync, statSync } from "node:fs";
import type { CommandView } from "../../ports/views.ts";
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
}

/** Commands that were sent and whose end is not known yet. */
export class CommandAnswers {
  readonly #parts: Parts;
  #open: readonly Open[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  await(open: Omit<Open, "untilMs">, deadlineMs: number): void {
    const waiting = { ...open, untilMs: deadlineMs + graceMs };
    this.#open = [...this.#open.slice(1 - openMaxCount), waiting];
  }

  /** Writes each outcome that the ledger knows by now, once. */
  look(): void {
    const left: Open[] = [];
    for (const open of this.#open) {
      const { path, site, gateway, command, untilMs } = open;
      const found = this.#parts.commands(site, gateway).find((one) => one.command === command);
      if (found !== undefined && found.state !== "accepted") {
        replaceFile(`${path}${answer}`, Buffer.from(JSON.stringify(found)));
      } else if (this.#parts.now() < untilMs) left.push(open);
    }
    this.#open = left;
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
