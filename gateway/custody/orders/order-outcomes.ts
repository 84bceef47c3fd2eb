// How an opening from afar ended, seen from the facts of each decision.

import type { Draft } from "../decision.ts";
import { placeKey } from "../layout.ts";
import { recordAt } from "../state.ts";
import { runningOrders, type OrderMark } from "./order-marks.ts";
import { goOn } from "./rounds.ts";

/**
 * States the outcome of each opening by command that ended in this decision: `opened`, `jammed`,
 * `refused` (the order never left), `unknown`, or `given up`. A round goes on to its next
 * compartment once the door is shut.
 */
export function concludeOrders(draft: Draft): void {
  for (const [command, mark] of runningOrders(draft.state.durable.orders)) {
    if (mark.grantSeq === 0) continue;
    if (mark.word === "collect-all") followRound(draft, mark);
    else concludeOpening(draft, command, mark);
  }
}

function concludeOpening(draft: Draft, command: string, mark: OrderMark): void {
  const outcome = outcomeAt(draft, placeKey(mark.box, mark.compartment), mark.grantSeq);
  if (outcome !== undefined) draft.record("CommandExecuted", { command, outcome });
}

/** Undefined: it goes on. */
function outcomeAt(draft: Draft, key: string, grantSeq: number): string | undefined {
  const { session, fault } = recordAt(draft.state, key);
  if (session?.grantSeq !== grantSeq) return wasRefused(draft, key) ? "refused" : "given up";
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

/** The round waits while its door is open; a door left open past the alarm ends it. */
function followRound(draft: Draft, { box, grantSeq }: OrderMark): void {
  const records = Object.values(draft.state.durable.compartments);
  const turn = records.find(({ session }) => session?.grantSeq === grantSeq);
  if (turn === undefined) return goOn(draft, box, hasShut(draft, grantSeq) ? "shut" : "unopened");
  if (turn.session?.stage === "unconfirmed") return goOn(draft, box, "unopened");
  if (turn.session?.stage === "open" && turn.heldStage >= 2) goOn(draft, box, "left-open");
}

function hasShut({ facts }: Draft, grantSeq: number): boolean {
  return facts.some((fact) => fact.kind === "DoorClosed" && fact.grantSeq === grantSeq);
}
