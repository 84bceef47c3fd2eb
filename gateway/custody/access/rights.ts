// What a badge may do at a box now: standing of the policy, role, schedule and clock.

import type { Action, Assurance, RefusalReason } from "@driftbox/proto";
import type { Now } from "../inputs.ts";
import { isCurrent, isOver, isTimed, type GrantsOf } from "./grants.ts";
import type { CompiledPolicy } from "./policy.ts";
import type { CompiledBadge } from "./policy/people.ts";
import type { CompiledRight, CompiledRole, Leniency, PolicyWindow } from "./policy/roles.ts";
import { actions, assurances } from "./policy/verdict.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMin = 1_440;
/** By so much two honest clocks may differ. */
export const clockToleranceMs = 5 * minuteMs;
/** 1970-01-01 was a Thursday; days count from Monday. */
const epochWeekday = 3;
/** Bit of the windows that hold on holidays, which are no day of the week. */
const holidayBit = 7;

export interface Presented {
  readonly badgeRef: string;
  readonly assurance: Assurance;
  readonly box: string;
  /** True: what is brought is brought back, and no schedule keeps it out. */
  readonly isReturn?: boolean;
  /** Grants that somebody holds at the box; absent = none. */
  readonly grantsOf?: GrantsOf;
}

/** What is left of an action at a box now. */
interface Opportunity {
  /** Rights to open, or to be one of the other persons when somebody else opens. */
  readonly rights: readonly CompiledRight[];
  /** Whether an old policy or an untrusted clock leaves it to two persons only. */
  readonly takesSecond: boolean;
}

/** What somebody may do at a box now. */
export interface Permission extends Readonly<Record<Action, Opportunity>> {
  readonly badge: CompiledBadge;
}

/** Who presented a badge and what is permitted now, or why nothing is. */
export type Admission =
  | { readonly ok: true; readonly permission: Permission }
  | { readonly ok: false; readonly reason: RefusalReason; readonly person: string };

type Named =
  | { readonly ok: true; readonly badge: CompiledBadge; readonly role: CompiledRole }
  | Extract<Admission, { readonly ok: false }>;

/** Who a policy says a badge belongs to. */
export function nameOf(policy: CompiledPolicy, badgeRef: string): Named {
  const badge = policy.badges[badgeRef];
  const person = badge?.person ?? "";
  if (policy.blocked[badgeRef] === true) return { ok: false, reason: "blocked-badge", person };
  const role = badge === undefined ? undefined : policy.roles[badge.role];
  if (Object.hasOwn(policy.blockedPersons, person)) {
    return { ok: false, reason: "blocked-person", person };
  }
  if (badge !== undefined && role !== undefined) return { ok: true, badge, role };
  return { ok: false, reason: "unknown-badge", person };
}

/** Judges a badge against a policy. Selection of a compartment comes after. */
export function judgeBadge(policy: CompiledPolicy, presented: Presented, now: Now): Admission {
  const named = nameOf(policy, presented.badgeRef);
  if (!named.ok) return named;
  const { badge, role } = named;
  const { assurance, box, grantsOf, isReturn } = presented;
  const own = role.rights
    .filter((right) => right.box === box && actions.some((action) => joins(right, action)))
    .flatMap((right) => (isReturn === true && right.canDeposit ? asReturn(right) : [right]));
  const granted = grantsOf?.(badge) ?? [];
  return judgeRights({ policy, role, now }, { badge, assurance }, [...own, ...granted]);
}

/** To bring back whatever the time; to take something out, or to confirm, as it is. */
function asReturn(right: CompiledRight): readonly CompiledRight[] {
  const bringsBack = { ...right, canCollect: false, canAuthorize: false, windows: [] };
  return [{ ...right, canDeposit: false }, bringsBack];
}

/** Somebody, and how surely it is them. */
interface Holder {
  readonly badge: CompiledBadge;
  readonly assurance: Assurance;
}

/** What is left now of rights at one box. */
export function judgeRights(
  moment: Moment,
  { badge, assurance }: Holder,
  all: readonly CompiledRight[],
): Admission {
  const no = (reason: RefusalReason): Admission => {
    return { ok: false, reason, person: badge.person };
  };
  const standings = { deposit: standing(moment, "deposit"), collect: standing(moment, "collect") };
  const { deposit, collect } = standings;
  if (deposit.refusal !== undefined && collect.refusal !== undefined) return no(collect.refusal);
  if (isWeaker(assurance, badge.assurance)) return no("weak-credential");
  if (all.length === 0) return no("no-right");
  const given = all.filter(({ grant }) => !isWeaker(assurance, grant?.leastAssurance ?? assurance));
  if (given.length === 0) return no("weak-credential");
  const left = (action: Action): Opportunity => ({
    rights: standings[action].refusal === undefined ? rightsNow(moment, given, action) : [],
    takesSecond: standings[action].takesSecond || isUntimed(moment, given, action),
  });
  const permission = { badge, deposit: left("deposit"), collect: left("collect") };
  const hasAny = actions.some((action) => permission[action].rights.length > 0);
  if (hasAny) return { ok: true, permission };
  const used = actions.filter((action) => given.some((right) => joins(right, action)));
  const refusals = used.map((action) => standings[action].refusal);
  return no(refusals.find((reason) => reason !== undefined) ?? untimely(moment, given));
}

/** Why none of these rights holds at this time. */
function untimely({ now }: Moment, given: readonly CompiledRight[]): RefusalReason {
  if (!now.isWallTrusted) return "clock-not-trusted";
  const areOver = given.every(({ grant }) => grant !== undefined && isOver(grant, now));
  return areOver ? "grant-expired" : "outside-schedule";
}

/** A policy, one of its roles, and the clocks as far as they can be believed. */
export interface Moment {
  readonly policy: CompiledPolicy;
  readonly role: CompiledRole;
  readonly now: Now;
}

/** What expiry and age of the policy leave of an action; without a clock its clock rule says. */
export function standing({ policy, role, now }: Moment, action: Action): Standing {
  const stale = role.stale[action];
  if (!now.isWallTrusted) {
    const hasLimit = policy.expiresUs !== 0 || stale.length > 0;
    return standingBy(hasLimit ? role.withoutClock[action] : "allow", "clock-not-trusted");
  }
  if (policy.expiresUs !== 0 && now.wallMs * 1_000 >= policy.expiresUs) {
    return standingBy("refuse", "policy-expired");
  }
  const ageMs = now.wallMs - policy.issuedUs / 1_000;
  const due = stale.filter(({ afterH }) => ageMs > afterH * hourMs);
  const isRefused = due.some(({ leniency }) => leniency === "refuse");
  const leniency = due.length === 0 ? "allow" : isRefused ? "refuse" : "second-person";
  return standingBy(leniency, "policy-stale");
}

interface Standing {
  readonly refusal: RefusalReason | undefined;
  readonly takesSecond: boolean;
}

function standingBy(leniency: Leniency, reason: RefusalReason): Standing {
  return {
    refusal: leniency === "refuse" ? reason : undefined,
    takesSecond: leniency === "second-person",
  };
}

/** Rights whose time it is now; without a clock those without limits, or all as the rule says. */
function rightsNow(
  { policy, role, now }: Moment,
  given: readonly CompiledRight[],
  action: Action,
): readonly CompiledRight[] {
  const isOpen = (right: CompiledRight): boolean => {
    const { windows, grant } = right;
    if (!now.isWallTrusted) return !isLimited(right) || role.withoutClock[action] !== "refuse";
    const isNow = grant === undefined || isCurrent(grant, now, policy);
    return isNow && isWithin(windows, now.wallMs, policy);
  };
  return given.filter((right) => joins(right, action) && isOpen(right));
}

/** Whether a right holds at some times only. */
function isLimited({ windows, grant }: CompiledRight): boolean {
  return windows.length > 0 || (grant !== undefined && isTimed(grant));
}

/** Whether limits of time are taken to hold only because two persons answer for it. */
function isUntimed(moment: Moment, given: readonly CompiledRight[], action: Action): boolean {
  if (moment.now.isWallTrusted || moment.role.withoutClock[action] !== "second-person")
    return false;
  const opening = given.filter((right) => opens(right, action));
  const counted = opening.length > 0 ? opening : given.filter((right) => joins(right, action));
  return counted.some(isLimited);
}

/**
 * The clocks as far as they can be believed. A clock that only a battery keeps is not, while it is
 * earlier than the policy's issue or than any event before: the battery is empty. After a clock
 * that ran ahead it is believed again once a disciplined one has corrected the record of time.
 * Within the tolerance it is never earlier than recorded: what has expired stays expired.
 */
export function believed(
  now: Now,
  policy: Pick<CompiledPolicy, "issuedUs">,
  lastWallMs: number,
): Now {
  const floorMs = Math.max(policy.issuedUs / 1_000, lastWallMs) - clockToleranceMs;
  const isPlausible = now.isWallDisciplined || now.wallMs >= floorMs;
  const isNear = now.wallMs >= lastWallMs - clockToleranceMs;
  const wallMs = isNear ? Math.max(now.wallMs, lastWallMs) : now.wallMs;
  return { ...now, wallMs, isWallTrusted: now.isWallTrusted && isPlausible };
}

export function isWeaker(presented: Assurance, wanted: Assurance): boolean {
  return assurances.indexOf(presented) < assurances.indexOf(wanted);
}

/** Whether a right opens for an action. */
export function opens(right: CompiledRight, action: Action): boolean {
  return action === "deposit" ? right.canDeposit : right.canCollect;
}

/** Whether a right lets somebody be one of the persons when it is opened for an action. */
function joins(right: CompiledRight, action: Action): boolean {
  return right.canAuthorize || opens(right, action);
}

/** Days since 1970-01-01 in local time; undefined: nobody can tell. */
export function localDayOf(
  { isWallTrusted, wallMs }: Now,
  { utcOffsetMin }: Pick<CompiledPolicy, "utcOffsetMin">,
): number | undefined {
  return isWallTrusted ? Math.floor((wallMs / minuteMs + utcOffsetMin) / dayMin) : undefined;
}

/** Whether local time is in one of the windows; no windows = always. */
export function isWithin(
  windows: readonly PolicyWindow[],
  wallMs: number,
  { utcOffsetMin, holidays }: Pick<CompiledPolicy, "utcOffsetMin" | "holidays">,
): boolean {
  if (windows.length === 0) return true;
  const localMin = Math.floor(wallMs / minuteMs) + utcOffsetMin;
  const day = Math.floor(localMin / dayMin);
  const bit = holidays[String(day)] === true ? holidayBit : (day + epochWeekday) % 7;
  const minute = localMin % dayMin;
  return windows.some(
    ({ days, fromMin, toMin }) => (days & (1 << bit)) !== 0 && minute >= fromMin && minute < toMin,
  );
}

/** Whether one of the rights opens a compartment for an action. */
export function allows(
  rights: readonly CompiledRight[],
  action: Action,
  compartment: number,
): boolean {
  return rights.some((right) => covers(right, compartment) && opens(right, action));
}

/** Whether one of the rights lets somebody be there when a compartment is opened for an action. */
export function allowsToJoin(
  rights: readonly CompiledRight[],
  action: Action,
  compartment: number,
): boolean {
  return rights.some((right) => covers(right, compartment) && joins(right, action));
}

function covers({ compartments }: CompiledRight, compartment: number): boolean {
  return compartments.length === 0 || compartments.includes(compartment);
}

/** Whether a role may collect somewhere in a box, whatever the time. */
export function mayCollect(policy: CompiledPolicy | undefined, role: string, box: string): boolean {
  const rights = policy?.roles[role]?.rights ?? [];
  return rights.some((right) => right.box === box && right.canCollect);
}

/** Age in whole seconds of what was made at a time; 0 when the clock is unknown or behind. */
export function ageS(madeUs: number, wallMs: number): number {
  if (wallMs === 0) return 0;
  return Math.max(0, Math.floor((wallMs - madeUs / 1_000) / 1_000));
}
