// Rolling counters of badges: one that does not grow comes from a copy.

import { toHex, type Fact } from "@driftbox/proto";
import { bounds } from "./layout.ts";
import type { Durable, State } from "./state.ts";

type Counters = Durable["counters"];

/**
 * Counters with the one a fact about a read carries. It never goes back; only reads whose proof
 * held carry one, so a copy can neither raise nor push out that of its original.
 */
export function countersAfter(counters: Counters, fact: Fact): Counters {
  switch (fact.kind) {
    case "AccessGranted":
    case "AccessRefused":
    case "CredentialShown":
      return raised(counters, toHex(fact.badgeRef), fact.counter);
    default:
      return counters;
  }
}

/** Counters in which one badge has shown `counter`; the newest one stands last. */
export function raised(counters: Counters, badgeRef: string, counter?: number): Counters {
  if (counter === undefined || counter <= (counters[badgeRef] ?? -1)) return counters;
  const others = Object.entries(counters).filter(([known]) => known !== badgeRef);
  const kept = others.slice(Math.max(0, others.length + 1 - bounds.countersMaxCount));
  return Object.fromEntries([...kept, [badgeRef, counter]]);
}

/** Greatest counter a badge has shown; -1 = none yet. */
export function lastCounter({ durable }: State, badgeRef: string): number {
  return durable.counters[badgeRef] ?? -1;
}
