// The outcome of an unlock, stated once for each intent.

import type { UnlockOutcome } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { PlaceLayout } from "../layout.ts";
import { recordAt } from "../state.ts";

/** States the outcome of the unresolved intent of a place. */
export function concludeUnlock(
  draft: Draft,
  place: PlaceLayout,
  outcome: UnlockOutcome,
  detail: string,
): void {
  const { intent } = recordAt(draft.state, place.key);
  if (intent === undefined) return;
  draft.record("UnlockConcluded", {
    box: place.box.id,
    compartment: place.compartment.number,
    intentSeq: intent.seq,
    outcome,
    detail,
  });
  draft.order({ kind: "clearTimer", key: `unlock:${place.key}` });
}
