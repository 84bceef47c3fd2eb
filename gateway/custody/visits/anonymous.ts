// How often a box was opened of late for people whom nobody asked who they are, folded from facts.

import type { Fact } from "@driftbox/proto";
import type { FactMeta } from "../evolve.ts";
import type { Durable, State } from "../state.ts";

/** So many openings of one box for people without card or code, reopenings too, */
export const anonymousMaxCount = 30;
/** in each such time. */
export const anonymousWithinMs = 3_600_000;

/**
 * By box, when each opening of the last hour was granted; of an earlier boot at the boot's start.
 */
export type AnonymousOpenings = Readonly<Record<string, readonly number[]>>;

/**
 * In a new boot what was within the hour counts from the start of the boot, for nobody knows how
 * long the power was away: a restart never makes the wait shorter.
 */
export function anonymousAfter(durable: Durable, fact: Fact, meta: FactMeta): AnonymousOpenings {
  const { anonymous } = durable;
  if (fact.kind === "GatewayStarted" && durable.bootId !== meta.bootId) {
    return rebased(anonymous, durable.lastMonoMs, meta.monoMs);
  }
  if (fact.kind !== "AccessGranted" || fact.proof !== "none") return anonymous;
  const recent = within(anonymous[fact.box] ?? [], meta.monoMs);
  const openings = [...recent, meta.monoMs].slice(-anonymousMaxCount);
  return { ...anonymous, [fact.box]: openings };
}

function within(openings: readonly number[], monoMs: number): readonly number[] {
  return openings.filter((openedMonoMs) => monoMs - openedMonoMs < anonymousWithinMs);
}

function rebased(before: AnonymousOpenings, lastMonoMs: number, monoMs: number): AnonymousOpenings {
  const entries = Object.entries(before)
    .map(([box, openings]) => [box, within(openings, lastMonoMs).map(() => monoMs)] as const)
    .filter(([, openings]) => openings.length > 0);
  return Object.fromEntries(entries);
}

/** Monotonic time in ms from which a box opens again for somebody without card; 0 = at any time. */
export function anonymousFreeMs({ durable }: State, box: string, monoMs: number): number {
  const recent = within(durable.anonymous[box] ?? [], monoMs);
  const [oldest] = recent;
  if (oldest === undefined || recent.length < anonymousMaxCount) return 0;
  return oldest + anonymousWithinMs;
}
