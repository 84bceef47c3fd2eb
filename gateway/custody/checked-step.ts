// What an invariant looks at: one step, before it, what it decided, and after it.

import type { Decision } from "./decision.ts";
import type { Now } from "./inputs.ts";
import type { State } from "./state.ts";

/** One step: the state before it, its decision, and the state with its facts folded. */
export interface Step {
  readonly before: State;
  readonly decision: Decision;
  readonly after: State;
  readonly now: Now;
}

/** Invariants by name: each tells whether it holds of a step. */
export type Checks = Readonly<Record<string, (step: Step) => boolean>>;
