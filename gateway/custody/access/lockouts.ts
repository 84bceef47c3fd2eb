// Wrong tries that lock out: strange badges, wrong codes and PINs at a reader, PINs of a person.

import type { Fact, FactOf, LockoutCause, RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { FactMeta } from "../evolve.ts";
import { bounds } from "../layout.ts";
import type { Durable, State } from "../state.ts";

/** For how long somebody or something is locked out, by the clock of this boot. */
export interface Lockout {
  readonly startMonoMs: number;
  readonly durationS: number;
}

/** Wrong tries since the last lockout. */
export interface WrongTries {
  readonly count: number;
  /** When the first of them was, by the clock of this boot. */
  readonly sinceMonoMs: number;
}

/** Where strange badges, PINs or codes were tried. */
interface ReaderAt {
  readonly box: string;
  readonly reader: string;
}

/** What is locked out: a person, or strangers or PINs at a reader. */
export interface Subject extends ReaderAt {
  readonly cause: LockoutCause;
  /** Empty = the reader. */
  readonly person: string;
}

interface Rule {
  /** So many tries within `withinMs` of the first lock out. */
  readonly triesMaxCount: number;
  readonly withinMs: number;
  /** The first lockout; each later one is twice as long, up to `lockoutMaxS`. */
  readonly firstS: number;
}

const dayMs = 86_400_000;

export const lockoutRules: Readonly<Record<LockoutCause, Rule>> = {
  "strange-badges": { triesMaxCount: 5, withinMs: 60_000, firstS: 60 },
  "wrong-pins": { triesMaxCount: 4, withinMs: dayMs, firstS: 300 },
  "wrong-codes": { triesMaxCount: 4, withinMs: dayMs, firstS: 300 },
};
export const lockoutMaxS = 3_600;
/** Whoever had no lockout for so long begins anew. */
const forgivenAfterMs = dayMs;

const strangeReasons: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  "unknown-badge",
  "blocked-badge",
  "forged-credential",
  "counter-replayed",
  "blocked-person",
]);

/** Whether a refusal says nothing of anybody who may come in; anyone can cause it at will. */
export function isStrange(reason: RefusalReason, counter: number | undefined): boolean {
  return strangeReasons.has(reason) || (reason === "no-policy" && counter === undefined);
}

export function strangersAt({ box, reader }: ReaderAt): Subject {
  return { cause: "strange-badges", box, reader, person: "" };
}

/** What a wrong code counts against: the box, whichever of its readers, keys or screens. */
export function codesAt({ box }: Pick<ReaderAt, "box">): Subject {
  return { cause: "wrong-codes", box, reader: "", person: "" };
}

/** Both that a wrong PIN counts against. */
export function pinSubjects({ box, reader }: ReaderAt, person: string): readonly Subject[] {
  const cause = "wrong-pins";
  return [
    { cause, box, reader, person },
    { cause, box, reader, person: "" },
  ];
}

const keyPrefixes: Readonly<Record<LockoutCause, string>> = {
  "strange-badges": "",
  "wrong-pins": "pin:",
  "wrong-codes": "code:",
};

/** Names of boxes have no colon, so no two subjects share a key. */
function keyOf({ cause, box, reader, person }: Subject): string {
  if (person !== "") return `person:${person}`;
  return `${keyPrefixes[cause]}${box} ${reader}`;
}

/** Monotonic time in ms until which a subject is locked out; 0 = never yet. */
function lockoutEndMs({ durable }: State, subject: Subject): number {
  const known = durable.lockouts[keyOf(subject)];
  return known === undefined ? 0 : known.startMonoMs + known.durationS * 1_000;
}

export function isLockedOut(state: State, subject: Subject, monoMs: number): boolean {
  return monoMs < lockoutEndMs(state, subject);
}

/** States the lockout that the tries recorded so far lead to, if they do. */
export function lockOutIfDue(draft: Draft, subject: Subject): void {
  const { triesMaxCount, firstS } = lockoutRules[subject.cause];
  const { durable } = draft.state;
  const wrongTries = durable.wrongTries[keyOf(subject)]?.count ?? 0;
  if (wrongTries < triesMaxCount) return;
  const before = durable.lockouts[keyOf(subject)];
  const isForgiven = draft.now.monoMs - lockoutEndMs(draft.state, subject) > forgivenAfterMs;
  const durationS =
    before === undefined || isForgiven
      ? firstS
      : Math.min(lockoutMaxS, Math.max(firstS, before.durationS * 2));
  draft.record("LockoutStarted", { ...subject, wrongTries, durationS });
}

type Counted = Pick<Durable, "lockouts" | "wrongTries">;

/**
 * Lockouts and tries with a fact. In a new boot both begin again, for nobody knows how long the
 * power was away; a lockout that was over by then stays over.
 */
export function lockoutsAfter(durable: Durable, fact: Fact, meta: FactMeta): Counted {
  const { lockouts, wrongTries } = durable;
  const same = { lockouts, wrongTries };
  switch (fact.kind) {
    case "GatewayStarted":
      return durable.bootId === meta.bootId ? same : rebased(durable, meta.monoMs);
    case "AccessRefused":
      return { lockouts, wrongTries: refused(wrongTries, fact, meta.monoMs) };
    case "AccessGranted":
    case "AuthorizerAdded":
      if (fact.proof !== "badge-and-pin") return same;
      return { lockouts, wrongTries: without(wrongTries, `person:${fact.person}`) };
    case "LockoutStarted":
      return locked(durable, fact, meta.monoMs);
    default:
      return same;
  }
}

function rebased({ lockouts, wrongTries, lastMonoMs }: Durable, monoMs: number): Counted {
  const begun = Object.entries(lockouts).map(([key, { startMonoMs, durationS }]) => {
    const durationMs = durationS * 1_000;
    const wasOver = startMonoMs + durationMs <= lastMonoMs;
    return [key, { startMonoMs: wasOver ? monoMs - durationMs : monoMs, durationS }] as const;
  });
  const tried = Object.entries(wrongTries).map(
    ([key, { count }]) => [key, { count, sinceMonoMs: monoMs }] as const,
  );
  return { lockouts: Object.fromEntries(begun), wrongTries: Object.fromEntries(tried) };
}

type AllTries = Durable["wrongTries"];

function refused(tries: AllTries, fact: FactOf<"AccessRefused">, monoMs: number): AllTries {
  const { reason, counter, person } = fact;
  if (isStrange(reason, counter)) return counted(tries, strangersAt(fact), monoMs);
  if (reason === "wrong-code") return counted(tries, codesAt(fact), monoMs);
  if (reason !== "wrong-pin") return tries;
  return pinSubjects(fact, person).reduce((all, one) => counted(all, one, monoMs), tries);
}

function counted(tries: AllTries, subject: Subject, monoMs: number): AllTries {
  const key = keyOf(subject);
  const before = tries[key];
  const isRecent =
    before !== undefined && monoMs - before.sinceMonoMs < lockoutRules[subject.cause].withinMs;
  const now = isRecent ? { ...before, count: before.count + 1 } : { count: 1, sinceMonoMs: monoMs };
  return newest(tries, key, now);
}

function locked(
  { lockouts, wrongTries }: Counted,
  fact: FactOf<"LockoutStarted">,
  monoMs: number,
): Counted {
  const key = keyOf({ ...fact, cause: fact.cause ?? "strange-badges" });
  return {
    lockouts: newest(lockouts, key, { startMonoMs: monoMs, durationS: fact.durationS }),
    wrongTries: without(wrongTries, key),
  };
}

function without<T>(all: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!Object.hasOwn(all, key)) return all;
  return Object.fromEntries(Object.entries(all).filter(([known]) => known !== key));
}

/** With one more entry; the oldest gives way. */
function newest<T>(
  all: Readonly<Record<string, T>>,
  key: string,
  value: T,
): Readonly<Record<string, T>> {
  const kept = Object.entries(without(all, key)).slice(-(bounds.lockoutsMaxCount - 1));
  return Object.fromEntries([...kept, [key, value]]);
}
