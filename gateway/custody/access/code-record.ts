// What is remembered of codes and grants: what is spent, and the least issue of pickup codes.

import type { Fact, FactOf } from "@driftbox/proto";
import type { FactMeta } from "../evolve.ts";
import { bounds } from "../layout.ts";
import { parseReference, type Reference } from "./code-reference.ts";

export interface LeastIssue {
  readonly parcel: string;
  readonly leastIssue: number;
}

/** Spent one-time codes of one box. */
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
}

/** Spent grants that open once. */
export interface SpentGrants {
  /** Every such grant that was issued until then, in Unix ms, counts as spent. */
  readonly floorMs: number;
  /** By grant, each with the claimed Unix time in ms. Oldest first. */
  readonly uses: readonly GrantUse[];
}

interface GrantUse {
  readonly grant: string;
  readonly usedMs: number;
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
  if (fact.kind !== "AccessGranted" || fact.code === undefined) return codes;
  const reference = parseReference(fact.code);
  switch (reference?.word) {
    case "once":
      return { ...codes, spentCodes: withCode(codes.spentCodes, fact.box, reference) };
    case "grant":
      return { ...codes, spentGrants: withGrant(codes.spentGrants, reference.grant, meta.wallMs) };
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
): CodeRecord["spentCodes"] {
  const of = all.find((one) => one.box === box) ?? { box, floorDay: 0, days: [] };
  const numbers = of.days.find((one) => one.day === day)?.numbers ?? [];
  const spent = { day, numbers: [...new Set([...numbers, number])] };
  const others = of.days.filter((one) => one.day !== day);
  const days = [...others, spent].toSorted((a, b) => a.day - b.day);
  const gone = days.slice(0, -bounds.spentDaysMaxCount).at(-1);
  const floorDay = Math.max(of.floorDay, gone?.day ?? 0);
  const after = { box, floorDay, days: days.slice(-bounds.spentDaysMaxCount) };
  const boxes = [...all.filter((one) => one.box !== box), after];
  return boxes.slice(-bounds.spentBoxesMaxCount);
}

function withGrant({ floorMs, uses }: SpentGrants, grant: string, usedMs: number): SpentGrants {
  const all = [...uses.filter((one) => one.grant !== grant), { grant, usedMs }];
  const gone = all.slice(0, -bounds.spentGrantsMaxCount);
  const goneMs = gone.map((one) => one.usedMs + aheadMs);
  return {
    floorMs: Math.max(floorMs, ...goneMs),
    uses: all.slice(-bounds.spentGrantsMaxCount),
  };
}

/** Pickup codes of a smaller issue open nothing any more. */
export function leastIssueOf({ leastIssues }: CodeRecord, parcel: string): number {
  return leastIssues.find((one) => one.parcel === parcel)?.leastIssue ?? 0;
}

export function isCodeSpent(
  { spentCodes }: CodeRecord,
  { box, day, number }: { readonly box: string; readonly day: number; readonly number: number },
): boolean {
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

/** Whether what a fact says that an opening rests on had not opened before. */
export function isUnspent(
  codes: CodeRecord,
  { box, code = "" }: Pick<FactOf<"AccessGranted">, "box" | "code">,
): boolean {
  const reference = parseReference(code);
  if (reference?.word === "once") return !isCodeSpent(codes, { ...reference, box });
  if (reference?.word !== "grant") return true;
  return !codes.spentGrants.uses.some((one) => one.grant === reference.grant);
}
