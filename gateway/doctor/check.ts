// One row of what `doctor` found: its name, how bad it is, what was seen and what to do about it.

import { causes, type Cause } from "./causes.ts";
import type { Words } from "./words.ts";

export type Level = "ok" | "warn" | "fail";

export interface Check {
  /** Stable: the area, then which one, as in `device/lock-a`. */
  readonly name: string;
  readonly level: Level;
  /** One word of the table of causes; undefined = nothing is wrong. */
  readonly cause: Cause | undefined;
  readonly seen: Words;
  /** The box that suffers; undefined = all of them, or none. */
  readonly box: string | undefined;
}

export function fine(name: string, seen: Words, box?: string): Check {
  return { name, level: "ok", cause: undefined, seen, box };
}

interface Change {
  readonly box?: string | undefined;
  /** Where the same cause is worse or better than usual. */
  readonly level?: Level;
}

export function wrong(name: string, cause: Cause, seen: Words, change: Change = {}): Check {
  return { name, level: change.level ?? causes[cause].level, cause, seen, box: change.box };
}
