// One row of a table of states: which fact leads from where to where, and when.

import type { FactKind, UnlockOutcome } from "@driftbox/proto";

export interface Transition<Word extends string> {
  readonly from: Word;
  readonly fact: FactKind;
  /** Only for UnlockConcluded. */
  readonly outcome?: UnlockOutcome;
  readonly to: Word;
  readonly when: string;
}
