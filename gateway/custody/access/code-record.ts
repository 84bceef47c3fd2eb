// What is remembered of codes and grants: what is spent or revoked, and the least issue of pickup
// codes.

import type { Fact, FactOf } from "@driftbox/proto";
import type { FactMeta } from "../evolve.ts";
import { bounds } from "../layout.ts";
import { parseReference, type Reference } from "./code-reference.ts";

export interface LeastIssue {
  readonly parcel: string;
  readonly leastIssue: number;
}

/** Spent and revoked one-time codes of one box. */
export interface SpentCodes {
  readonly box: string;
  /** Every code of this day and of those before it counts as spent: they are forgotten. */
  readonly floorDay: number;
  /** Earliest first. */
  readonly days: readonly SpentDay[];
}

interface SpentDay {
  /** Days since 1970-01-01 in local time. */
  readonly day: number;
  readonly numbers: readonly number[];
  /** Taken back before they opened; absent = none. */
  readonly revoked?: readonly number[];
}

/** Spent grants that open once. */
export interface SpentGrants {
  /** Every such grant that was issued until then, in Unix ms, counts as spent. */
  readonly floorMs: number;
  /** By when they were issued, earliest first. */
  readonly uses: readonly GrantUse[];
}

interface GrantUse {
  readonly grant: string;
  /** As the center signed it, in Unix ms: no clock of a gateway moves it. */
  readonly issuedMs: number;
}

/** Folded from facts alone; plain JSON. */
export interface CodeRecord {
  /** Newest last. */
  readonly leastIssues: readonly LeastIssue[];
  readonly spentCodes: readonly SpentCodes[];
  readonly spentGrants: SpentGrants;
}

export const noCodes: CodeRecord = {
  leastIssues: [],
  spentCodes: [],
  spentGrants: { floorMs: 0, uses: [] },
};

/** As an earlier version stored it, which knew when a grant was used and not when it was issued. */
export type StoredCodes = Partial<Omit<CodeRecord, "spentGrants">> & {
  readonly spentGrants?: {
    readonly floorMs: number;
    readonly uses: readonly (GrantUse | { readonly grant: string; readonly usedMs: number })[];
  };
};

export function restoredCodes({ spentGrants, ...others }: StoredCodes = {}): CodeRecord {
  const uses = spentGrants?.uses.map((use) =>
    "issuedMs" in use ? use : { grant: use.grant, issuedMs: use.usedMs + aheadMs },
  );
  const floorMs = spentGrants?.floorMs ?? 0;
  return { ...noCodes, ...others, spentGrants: { floorMs, uses: uses ?? [] } };
}

/** By so much the clock of a center may be ahead of that of a gateway. */
const aheadMs = 5 * 60_000;

/**
 * The record with a fact. It is bounded, and what gives way stays spent: a floor rises in its
 * place, so that no clock, restart or number of codes makes a spent one open again.
 * @param isHeld whether a parcel is in a compartment; its least issue gives way last
 */
export function codesAfter(
  codes: CodeRecord,
  fact: Fact,
  meta: FactMeta,
  isHeld: (parcel: string) => boolean,
): CodeRecord {
  if (fact.kind === "CodeReissued") {
    return { ...codes, leastIssues: raised(codes.leastIssues, fact, isHeld) };
  }
  if (fact.kind === "CodeRevoked") {
    const revoked = parseReference(fact.code);
    if (revoked?.word !== "once") return codes;
    return { ...codes, spentCodes: withCode(codes.spentCodes, fact.box, revoked, "revoked") };
  }
  if (fact.kind !== "AccessGranted" || fact.code === undefined) return codes;
  const reference = parseReference(fact.code);
  switch (reference?.word) {
    case "once":
      return { ...codes, spentCodes: withCode(codes.spentCodes, fact.box, reference, "numbers") };
    case "grant": {
      const { grantIssuedUs } = fact;
      const issuedMs = grantIssuedUs === undefined ? meta.wallMs + aheadMs : grantIssuedUs / 1_000;
      const use = { grant: reference.grant, issuedMs };
      return { ...codes, spentGrants: withGrant(codes.spentGrants, use) };
    }
    default:
      return codes;
  }
}

function raised(
  all: CodeRecord["leastIssues"],
  { parcel, leastIssue }: FactOf<"CodeReissued">,
  isHeld: (parcel: string) => boolean,
): CodeRecord["leastIssues"] {
  const known = all.find((one) => one.parcel === parcel)?.leastIssue ?? 0;
  const others = all.filter((one) => one.parcel !== parcel);
  const isFull = others.length >= bounds.leastIssuesMaxCount;
  const goneAt = isFull ? others.findIndex((one) => !isHeld(one.parcel)) : -1;
  const kept = isFull ? others.toSpliced(Math.max(0, goneAt), 1) : others;
  return [...kept, { parcel, leastIssue: Math.max(known, leastIssue) }];
}

type OnceReference = Extract<Reference, { readonly word: "once" }>;

function withCode(
  all: CodeRecord["spentCodes"],
  box: string,
  { day, number }: OnceReference,
  list: "numbers" | "revoked",
): CodeRecord["spentCodes"] {
  const of = all.find((one) => one.box === box) ?? { box, floorDay: 0, days: [] };
  const known = of.days.find((one) => one.day === day) ?? { day, numbers: [] };
  const spent = { ...known, [list]: [...new Set([...(known[list] ?? []), number])] };
  const others = of.days.filter((one) => one.day !== day);
  const days = [...others, spent].toSorted((a, b) => a.day - b.day);
  const gone = days.slice(0, -bounds.spentDaysMaxCount).at(-1);
  const floorDay = Math.max(of.floorDay, gone?.day ?? 0);
  const after = { box, floorDay, days: days.slice(-bounds.spentDaysMaxCount) };
  const boxes = [...all.filter((one) => one.box !== box), after];
  return boxes.slice(-bounds.spentBoxesMaxCount);
}

/** What gives way was issued before all that stay: no newer grant counts as spent for it. */
function withGrant({ floorMs, uses }: SpentGrants, use: GrantUse): SpentGrants {
  const others = uses.filter((one) => one.grant !== use.grant);
  const all = [...others, use].toSorted((a, b) => a.issuedMs - b.issuedMs);
  const gone = all.slice(0, -bounds.spentGrantsMaxCount);
  return {
    floorMs: Math.max(floorMs, ...gone.map(({ issuedMs }) => issuedMs)),
    uses: all.slice(-bounds.spentGrantsMaxCount),
  };
}

/** Pickup codes of a smaller issue open nothing any more. */
export function leastIssueOf({ leastIssues }: CodeRecord, parcel: string): number {
  return leastIssues.find((one) => one.parcel === parcel)?.leastIssue ?? 0;
}

/** One one-time code. */
interface OnceCode {
  readonly box: string;
  readonly day: number;
  readonly number: number;
}

/** Whether it was taken back before it opened. */
export function isCodeRevoked({ spentCodes }: CodeRecord, { box, day, number }: OnceCode): boolean {
  const of = spentCodes.find((one) => one.box === box);
  return of?.days.some((one) => one.day === day && one.revoked?.includes(number)) === true;
}

export function isCodeSpent({ spentCodes }: CodeRecord, { box, day, number }: OnceCode): boolean {
  const of = spentCodes.find((one) => one.box === box);
  if (of === undefined) return false;
  if (day <= of.floorDay) return true;
  return of.days.some((one) => one.day === day && one.numbers.includes(number));
}

/** Only of a grant that opens once. */
export function isGrantSpent(
  { spentGrants: { floorMs, uses } }: CodeRecord,
  { grant, issuedUs }: { readonly grant: string; readonly issuedUs: number },
): boolean {
  return issuedUs / 1_000 <= floorMs || uses.some((one) => one.grant === grant);
}

/** Whether what a fact says that an opening rests on had not opened before, nor been taken back. */
export function isUnspent(
  codes: CodeRecord,
  { box, code = "" }: Pick<FactOf<"AccessGranted">, "box" | "code">,
): boolean {
  const reference = parseReference(code);
  if (reference?.word === "once") {
    const one = { ...reference, box };
    return !isCodeSpent(codes, one) && !isCodeRevoked(codes, one);
  }
  if (reference?.word !== "grant") return true;
  return !codes.spentGrants.uses.some((one) => one.grant === reference.grant);
}
