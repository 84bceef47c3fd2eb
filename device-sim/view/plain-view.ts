// The live view for a terminal: one line a happening and one line a frame, as they come.

import type { Language } from "../scenario/plan.ts";
import type { Happening } from "../world/index.ts";
import { Blinks } from "./blinks.ts";
import { tell } from "./happening-words.ts";
import type { TraceRow } from "./line-trace.ts";

export interface PlainOptions {
  readonly language: Language;
  /** Shows every frame and every flash; else only the first of a run of equal ones. */
  readonly isVerbose: boolean;
  readonly write: (line: string) => void;
}

const signs = { plain: " ", warn: "!", alarm: "✕" } as const;
const nameColumns = 18;

export class PlainView {
  readonly #options: PlainOptions;
  readonly #blinks = new Blinks();

  constructor(options: PlainOptions) {
    this.#options = options;
  }

  happened(happening: Happening): void {
    const { language, isVerbose, write } = this.#options;
    const isTold = this.#blinks.isNews(happening) || isVerbose;
    const told = isTold ? tell(happening) : undefined;
    if (told === undefined) return;
    write(`${clock(happening.atMs)} ${signs[told.tone]} ${told.words[language]}`);
  }

  /** A row as its run began, however often it has passed. */
  first(line: string, row: TraceRow): void {
    this.heardRow(line, { ...row, atMs: row.sinceMs, count: 1 });
  }

  heardRow(line: string, row: TraceRow): void {
    const { language, isVerbose, write } = this.#options;
    if (row.count > 1 && !isVerbose) return;
    const arrow = row.way === "in" ? "→" : "←";
    const sign = row.isSound ? "" : "✕ ";
    const name = line.padEnd(nameColumns);
    write(`${clock(row.atMs)}   ${arrow} ${name} ${row.hex}  ${sign}${row.words[language]}`);
  }
}

/** `mm:ss.mmm` since the start. */
function clock(atMs: number): string {
  const minutes = Math.floor(atMs / 60_000);
  const seconds = (atMs - minutes * 60_000) / 1_000;
  return `${String(minutes).padStart(2, "0")}:${seconds.toFixed(3).padStart(6, "0")}`;
}
