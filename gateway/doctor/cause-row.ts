// The shape of one row of the table of causes.

import type { Words } from "./words.ts";

export interface CauseRow {
  /** How bad it usually is; a check may know better. */
  readonly level: "warn" | "fail";
  readonly means: Words;
  readonly advice: Words;
}
