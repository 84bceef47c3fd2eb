// The live view for a terminal: one line a happening and one line a frame, as they come.

import type { Language } from "../scenario/plan.ts";
import type { Happening } from "../world/index.ts";
import { tell } from "./happening-words.ts";
import type { TraceRow } from "./line-trace.ts";

export interface PlainOptions {
  readonly language: Language;
  /** Shows every frame; else only frames that differ from the polls before. */
  readonly isVerbose: boolean;
  readonly write: (line: string) => void;
}

const signs = { plain: " ", warn: "!", alarm: "✕" } as const;
const nameColumns = 18;

export class PlainView {
  readonly #options: PlainOptions;

  constructor(options: PlainOptions) {
    this.#options = options;
  }

  happened(happening: Happening): void {
    const told = tell(happening);
    if (told === undefined) return;
    const { language, write } = this.#options;
    write(`${clock(happening.atMs)} ${signs[told.tone]} ${told.words[language]}`);
  }

  /** A row as it is, however often it has passed. */
  first(line: string, row: TraceRow): void {
    this.heardRow(line, { ...row, atMs: row.firstMs, count: 1 });
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
