// Readers that are shown strange badges again and again: for a while nothing is said about those.

import type { Fact, RefusalReason } from "@driftbox/proto";
import type { Draft } from "./decision.ts";
import type { FactMeta } from "./evolve.ts";
import type { InputOf } from "./inputs.ts";
import { bounds } from "./layout.ts";
import type { Durable, State } from "./state.ts";

type Badge = InputOf<"BadgePresented">;
type Lockouts = Durable["lockouts"];

/** So many strange badges within `strangersWithinMs` lock their reader out for strangers. */
export const strangersMaxCount = 5;
export const strangersWithinMs = 60_000;
/** The first lockout of a reader; each later one is twice as long, up to the bound. */
export const lockoutMinS = 60;
export const lockoutMaxS = 3_600;
/** A reader without a lockout for so long begins anew. */
const forgivenAfterMs = 86_400_000;

const strangeReasons: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  "unknown-badge",
  "blocked-badge",
  "forged-credential",
  "counter-replayed",
]);

/** Whether a refusal says nothing of anybody who may come in; anyone can cause it at will. */
export function isStrange(reason: RefusalReason, counter: number | undefined): boolean {
  return strangeReasons.has(reason) || (reason === "no-policy" && counter === undefined);
}

function keyOf({ box, reader }: { readonly box: string; readonly reader: string }): string {
  return `${box} ${reader}`;
}

/** Monotonic time in ms until which strange badges at a reader are ignored; 0 = never yet. */
export function lockoutEndMs({ durable }: State, at: Badge): number {
  const known = durable.lockouts[keyOf(at)];
  return known === undefined ? 0 : known.startMonoMs + known.durationS * 1_000;
}

/** Counts one more strange badge, and states the lockout that it leads to. */
export function noteStranger(draft: Draft, input: Badge): void {
  const { monoMs } = draft.now;
  const { strangers } = draft.state.volatile;
  const key = keyOf(input);
  const recent = (strangers[key] ?? []).filter((at) => monoMs - at < strangersWithinMs);
  const all = [...recent, monoMs];
  const isLockout = all.length >= strangersMaxCount;
  draft.observe({ strangers: { ...strangers, [key]: isLockout ? [] : all } });
  if (!isLockout) return;
  const before = draft.state.durable.lockouts[key];
  const isForgiven = monoMs - lockoutEndMs(draft.state, input) > forgivenAfterMs;
  const durationS =
    before === undefined || isForgiven
      ? lockoutMinS
      : Math.min(lockoutMaxS, Math.max(lockoutMinS, before.durationS * 2));
  const { box, reader } = input;
  draft.record("LockoutStarted", { box, reader, person: "", wrongTries: all.length, durationS });
}

/** In a new boot a lockout begins again: nobody knows how long the power was away. */
export function lockoutsAfter({ lockouts, bootId }: Durable, fact: Fact, meta: FactMeta): Lockouts {
  if (fact.kind === "GatewayStarted" && bootId !== meta.bootId) {
    const entries = Object.entries(lockouts).map(([key, { durationS }]) => {
      return [key, { startMonoMs: meta.monoMs, durationS }] as const;
    });
    return Object.fromEntries(entries);
  }
  if (fact.kind !== "LockoutStarted") return lockouts;
  const key = keyOf(fact);
  const others = Object.entries(lockouts).filter(([known]) => known !== key);
  const kept = others.slice(-(bounds.devicesMaxCount - 1));
  const lockout = { startMonoMs: meta.monoMs, durationS: fact.durationS };
  return Object.fromEntries([...kept, [key, lockout]]);
}
