// What a badge may do at a box now: standing of the policy, role, schedule and clock.

import type { Action, Assurance, RefusalReason } from "@driftbox/proto";
import type { Now } from "./inputs.ts";
import type {
  CompiledBadge,
  CompiledPolicy,
  CompiledRight,
  CompiledRole,
  PolicyWindow,
} from "./policy.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMin = 1_440;
/** By so much two honest clocks may differ. */
export const clockToleranceMs = 5 * minuteMs;
/** 1970-01-01 was a Thursday; days count from Monday. */
const epochWeekday = 3;

/** From weak to strong. */
const assuranceOrder: readonly Assurance[] = ["identifier", "counter-mac", "mutual-auth"];

export interface Presented {
  readonly badgeRef: string;
  readonly assurance: Assurance;
  readonly box: string;
}

/** Who presented a badge and which rights hold now, or why none does. */
export type Admission =
  | { readonly ok: true; readonly badge: CompiledBadge; readonly rights: readonly CompiledRight[] }
  | { readonly ok: false; readonly reason: RefusalReason; readonly person: string };

/** Judges a badge against a policy. Selection of a compartment comes after. */
export function judgeBadge(policy: CompiledPolicy, presented: Presented, now: Now): Admission {
  const badge = policy.badges[presented.badgeRef];
  const no = (reason: RefusalReason): Admission => {
    return { ok: false, reason, person: badge?.person ?? "" };
  };
  if (policy.blocked[presented.badgeRef] === true) return no("blocked-badge");
  const role = badge === undefined ? undefined : policy.roles[badge.role];
  if (badge === undefined || role === undefined) return no("unknown-badge");
  const standing = judgeAge(policy, role, now);
  if (standing !== undefined) return no(standing);
  if (isWeaker(presented.assurance, badge.assurance)) return no("weak-credential");
  const inBox = role.rights.filter(({ box }) => box === presented.box);
  if (!inBox.some(grantsAnything)) return no("no-right");
  if (now.isWallTrusted || role.allowWithoutClock) {
    const isOpenNow = (right: CompiledRight): boolean =>
      !now.isWallTrusted || isWithin(right.windows, now.wallMs, policy.utcOffsetMin);
    const rights = inBox.filter((right) => grantsAnything(right) && isOpenNow(right));
    return rights.length === 0 ? no("outside-schedule") : { ok: true, badge, rights };
  }
  const timeless = inBox.filter((right) => grantsAnything(right) && right.windows.length === 0);
  if (timeless.length === 0) return no("clock-not-trusted");
  return { ok: true, badge, rights: timeless };
}

/** Expiry and staleness need a clock; without one they follow the role's clock rule. */
function judgeAge(policy: CompiledPolicy, role: CompiledRole, now: Now): RefusalReason | undefined {
  const hasLimit = policy.expiresUs !== 0 || role.staleAfterH !== 0;
  if (!hasLimit) return undefined;
  if (!now.isWallTrusted) return role.allowWithoutClock ? undefined : "clock-not-trusted";
  if (policy.expiresUs !== 0 && now.wallMs * 1_000 >= policy.expiresUs) return "policy-expired";
  const staleAfterMs = role.staleAfterH * hourMs;
  if (staleAfterMs !== 0 && now.wallMs - policy.issuedUs / 1_000 > staleAfterMs) {
    return "policy-stale";
  }
  return undefined;
}

/**
 * The clocks as far as they can be believed. A clock that only a battery keeps is not, while it is
 * earlier than the policy's issue or than any event before: the battery is empty. After a clock
 * that ran ahead it is believed again once a disciplined one has corrected the record of time.
 * Within the tolerance it is never earlier than recorded: what has expired stays expired.
 */
export function believed(now: Now, policy: CompiledPolicy, lastWallMs: number): Now {
  const floorMs = Math.max(policy.issuedUs / 1_000, lastWallMs) - clockToleranceMs;
  const isPlausible = now.isWallDisciplined || now.wallMs >= floorMs;
  const isNear = now.wallMs >= lastWallMs - clockToleranceMs;
  const wallMs = isNear ? Math.max(now.wallMs, lastWallMs) : now.wallMs;
  return { ...now, wallMs, isWallTrusted: now.isWallTrusted && isPlausible };
}

function isWeaker(presented: Assurance, wanted: Assurance): boolean {
  return assuranceOrder.indexOf(presented) < assuranceOrder.indexOf(wanted);
}

function grantsAnything(right: CompiledRight): boolean {
  return right.canDeposit || right.canCollect;
}

/** Whether local time is in one of the windows; no windows = always. */
export function isWithin(
  windows: readonly PolicyWindow[],
  wallMs: number,
  utcOffsetMin: number,
): boolean {
  if (windows.length === 0) return true;
  const localMin = Math.floor(wallMs / minuteMs) + utcOffsetMin;
  const weekday = (Math.floor(localMin / dayMin) + epochWeekday) % 7;
  const minute = localMin % dayMin;
  return windows.some(
    ({ days, fromMin, toMin }) =>
      (days & (1 << weekday)) !== 0 && minute >= fromMin && minute < toMin,
  );
}

/** Whether one of the rights allows an action at a compartment. */
export function allows(
  rights: readonly CompiledRight[],
  action: Action,
  compartment: number,
): boolean {
  return rights.some(({ compartments, canDeposit, canCollect }) => {
    const isCovered = compartments.length === 0 || compartments.includes(compartment);
    return isCovered && (action === "deposit" ? canDeposit : canCollect);
  });
}

/** Whether a role may collect somewhere in a box, whatever the time. */
export function mayCollect(policy: CompiledPolicy | undefined, role: string, box: string): boolean {
  const rights = policy?.roles[role]?.rights ?? [];
  return rights.some((right) => right.box === box && right.canCollect);
}

/** Age of a policy in whole seconds; 0 when the clock is unknown or behind. */
export function policyAgeS(policy: CompiledPolicy, wallMs: number): number {
  if (wallMs === 0) return 0;
  return Math.max(0, Math.floor((wallMs - policy.issuedUs / 1_000) / 1_000));
}
