// Rolling counters of badges: one that does not grow comes from a copy.

import { toHex, type Fact } from "@driftbox/proto";
import { bounds } from "../layout.ts";
import type { State } from "../state.ts";

interface Entry {
  readonly counter: number;
  /** Event that told it: the smaller, the longer unused. */
  readonly seq: number;
}

/** Badges whose references begin with the same byte. */
interface Bucket {
  readonly oldestSeq: number;
  readonly entries: Readonly<Record<string, Entry>>;
}

/**
 * Last rolling counter of each badge, by badge reference. References are keyed hashes, so buckets
 * by their first byte are of one size, and one more counter copies a 256th of them.
 */
export interface Counters {
  readonly count: number;
  readonly buckets: Readonly<Record<string, Bucket>>;
}

export const noCounters: Counters = { count: 0, buckets: {} };

/**
 * Counters with the one a fact about a read carries. It never goes back; only reads whose proof
 * held carry one, so a copy can neither raise nor push out that of its original.
 * @param seq number of the event that carries the fact
 */
export function countersAfter(counters: Counters, fact: Fact, seq: number): Counters {
  switch (fact.kind) {
    case "AccessGranted":
    case "AccessRefused":
    case "CredentialShown":
      return raised(counters, toHex(fact.badgeRef), { counter: fact.counter, seq });
    default:
      return counters;
  }
}

/** Counters in which one badge has shown a counter; beyond the bound the longest unused goes. */
export function raised(
  counters: Counters,
  badgeRef: string,
  { counter, seq }: { readonly counter: number | undefined; readonly seq: number },
): Counters {
  const known = counterOf(counters, badgeRef);
  if (counter === undefined || counter <= known) return counters;
  const isFull = known < 0 && counters.count >= bounds.countersMaxCount;
  const { count, buckets } = isFull ? withoutOldest(counters) : counters;
  const key = bucketKey(badgeRef);
  const entries = { ...buckets[key]?.entries, [badgeRef]: { counter, seq } };
  return {
    count: known < 0 ? count + 1 : count,
    buckets: { ...buckets, [key]: bucketOf(entries) },
  };
}

function withoutOldest({ count, buckets }: Counters): Counters {
  const [key, bucket] = leastOf(Object.entries(buckets), ([, { oldestSeq }]) => oldestSeq) ?? [];
  if (key === undefined || bucket === undefined) return noCounters;
  const all = Object.entries(bucket.entries);
  const oldest = leastOf(all, ([, { seq }]) => seq);
  const entries = Object.fromEntries(all.filter((one) => one !== oldest));
  return { count: count - 1, buckets: { ...buckets, [key]: bucketOf(entries) } };
}

function leastOf<T>(all: readonly T[], measure: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (least, one) => (least === undefined || measure(one) < measure(least) ? one : least),
    undefined,
  );
}

function bucketOf(entries: Bucket["entries"]): Bucket {
  const seqs = Object.values(entries).map(({ seq }) => seq);
  return { entries, oldestSeq: Math.min(...seqs) };
}

function bucketKey(badgeRef: string): string {
  return badgeRef.slice(0, 2);
}

function counterOf({ buckets }: Counters, badgeRef: string): number {
  return buckets[bucketKey(badgeRef)]?.entries[badgeRef]?.counter ?? -1;
}

/** Greatest counter a badge has shown; -1 = none yet. */
export function lastCounter({ durable }: State, badgeRef: string): number {
  return counterOf(durable.counters, badgeRef);
}

/** Counters as snapshots hold them: by badge reference, the longest unused first. */
export interface StoredCounters {
  readonly counters?: Readonly<Record<string, number>> | undefined;
  /** Event of each counter, in their order; versions before stored none. */
  readonly counterSeqs?: readonly number[] | undefined;
}

export function storedCounters({ buckets }: Counters): StoredCounters {
  const all = Object.values(buckets)
    .flatMap(({ entries }) => Object.entries(entries))
    .toSorted(([, a], [, b]) => a.seq - b.seq);
  return {
    counters: Object.fromEntries(all.map(([badgeRef, { counter }]) => [badgeRef, counter])),
    counterSeqs: all.map(([, { seq }]) => seq),
  };
}

/** What has no event number was told before everything that has one. */
export function restoredCounters({ counters = {}, counterSeqs = [] }: StoredCounters): Counters {
  const all = Object.entries(counters);
  const buckets = new Map<string, Record<string, Entry>>();
  for (const [at, [badgeRef, counter]] of all.entries()) {
    const key = bucketKey(badgeRef);
    const entries = buckets.get(key) ?? {};
    entries[badgeRef] = { counter, seq: counterSeqs[at] ?? at - all.length };
    buckets.set(key, entries);
  }
  const made = [...buckets].map(([key, entries]) => [key, bucketOf(entries)] as const);
  return { count: all.length, buckets: Object.fromEntries(made) };
}
