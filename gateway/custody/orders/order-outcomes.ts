// How an opening from afar ended, seen from the facts of each decision.

import type { Draft } from "../decision.ts";
import { placeKey } from "../layout.ts";
import { recordAt } from "../state.ts";
import { runningOrders, type OrderMark } from "./order-marks.ts";

/**
 * States the outcome of each opening by command that ended in this decision: `opened`, `jammed`,
 * `refused` (the order never left), `unknown`, `late` (its deadline passed before its coil was
 * free) or `given up`. What becomes of a round, the round tells.
 */
export function concludeOrders(draft: Draft): void {
  for (const [command, mark] of runningOrders(draft.state.durable.orders)) {
    if (mark.grantSeq !== 0 && mark.word !== "collect-all") concludeOpening(draft, command, mark);
  }
}

function concludeOpening(draft: Draft, command: string, mark: OrderMark): void {
  const outcome = outcomeAt(draft, placeKey(mark.box, mark.compartment), mark);
  if (outcome !== undefined) draft.record("CommandExecuted", { command, outcome });
}

/** Undefined: it goes on. */
function outcomeAt(draft: Draft, key: string, mark: OrderMark): string | undefined {
  const { session, fault } = recordAt(draft.state, key);
  if (session?.grantSeq !== mark.grantSeq) {
    if (wasRefused(draft, key)) return "refused";
    return draft.now.monoMs > mark.deadlineMonoMs ? "late" : "given up";
  }
  if (session.stage === "open") return "opened";
  if (session.stage !== "unconfirmed") return undefined;
  return fault === "jammed" ? "jammed" : "unknown";
}

function wasRefused({ facts }: Draft, key: string): boolean {
  return facts.some(
    (fact) =>
      fact.kind === "UnlockConcluded" &&
      fact.outcome === "refused" &&
      placeKey(fact.box, fact.compartment) === key,
  );
}
