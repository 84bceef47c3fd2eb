// What must hold of every decision, whatever happened before: asserted in production and in tests.

import { grantChecks } from "./access/grant-invariants.ts";
import type { Checks } from "./checked-step.ts";
import { coilChecks } from "./coils/coil-invariants.ts";
import type { Decision } from "./decision.ts";
import { evolve } from "./evolve.ts";
import type { Now } from "./inputs.ts";
import { orderChecks } from "./orders/order-invariants.ts";
import { custodyChecks } from "./parcels/custody-invariants.ts";
import { recordChecks } from "./record-invariants.ts";
import type { State } from "./state.ts";

const checks: Checks = {
  ...coilChecks,
  ...grantChecks,
  ...orderChecks,
  ...custodyChecks,
  ...recordChecks,
};

export const invariantNames: readonly string[] = Object.keys(checks);

/**
 * Names of the invariants a decision breaks; empty when all hold.
 * @param after the state with the facts folded, where that was done already
 */
export function violations(
  state: State,
  decision: Decision,
  now: Now,
  after: State = folded(decision, now),
): readonly string[] {
  const step = { before: state, decision, after, now };
  return Object.entries(checks)
    .filter(([, holds]) => !holds(step))
    .map(([name]) => name);
}

/**
 * @throws Error, a defect: the process must stop and recover from its journal. Nothing of the
 * decision may be made durable or ordered.
 */
export function assertInvariants(
  state: State,
  decision: Decision,
  now: Now,
  after: State = folded(decision, now),
): void {
  const broken = violations(state, decision, now, after);
  if (broken.length > 0) throw new Error(`custody invariant broken: ${broken.join("; ")}`);
}

function folded({ facts, observed }: Decision, now: Now): State {
  return facts.reduce((state, fact) => {
    const { nextSeq: seq, bootId } = state.durable;
    return evolve(state, fact, { ...now, seq, bootId });
  }, observed);
}
