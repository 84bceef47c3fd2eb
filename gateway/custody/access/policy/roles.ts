// Roles of a policy: their rights, and what an old policy or an untrusted clock leaves of them.

import { parsed, type Action, type Parsed, type Policy } from "@driftbox/proto";
import type { CompiledGrant } from "../grants.ts";
import { placeAt, type Layout } from "../../layout.ts";
import { actionsOf, invalid, isTooLong, tooLong } from "./verdict.ts";

/** Local time; bit 0 of `days` = Monday, bit 7 = holidays; minutes from midnight, end exclusive. */
export interface PolicyWindow {
  readonly days: number;
  readonly fromMin: number;
  readonly toMin: number;
}

export interface CompiledRight {
  readonly box: string;
  /** Empty = every compartment of the box. */
  readonly compartments: readonly number[];
  readonly canDeposit: boolean;
  readonly canCollect: boolean;
  /** May be one of the other persons that a compartment asks for. */
  readonly canAuthorize: boolean;
  /** May take the box out of service, open it empty and test it; absent = no. */
  readonly canMaintain?: boolean;
  /** May open for a reason that is none of the policy's, and owes a signature; absent = no. */
  readonly canEmergency?: boolean;
  /** Empty = always. */
  readonly windows: readonly PolicyWindow[];
  /** The signed grant that gives it; absent = the policy does. */
  readonly grant?: CompiledGrant;
}

export type Leniency = "allow" | "second-person" | "refuse";

/** With a policy older than `afterH`. */
export interface StaleRule {
  readonly afterH: number;
  readonly leniency: Leniency;
}

export interface CompiledRole {
  readonly rights: readonly CompiledRight[];
  readonly stale: Readonly<Record<Action, readonly StaleRule[]>>;
  /** What is left under a limit of time while nobody vouches for the wall clock. */
  readonly withoutClock: Readonly<Record<Action, Leniency>>;
}

export type CompiledRoles = Readonly<Record<string, CompiledRole>>;

type RoleDraft = Policy["roles"][number];
type RightDraft = NonNullable<NonNullable<RoleDraft["rights"]>[number]>;
type WindowDraft = NonNullable<RightDraft["windows"]>[number];

const minutesPerDay = 1_440;
const everyDay = 0b1111_1111;
const leniencies: readonly (Leniency | undefined)[] = [
  undefined,
  "allow",
  "second-person",
  "refuse",
];

/** Rights in boxes of other gateways of the site are dropped. Code: policy/invalid. */
export function compileRoles(policy: Policy, layout: Layout): Parsed<CompiledRoles> {
  const roles = new Map<string, CompiledRole>();
  for (const role of policy.roles) {
    const name = role.role ?? "";
    if (name === "") return invalid("a role without a name");
    if (isTooLong(name)) return tooLong(name);
    if (roles.has(name)) return invalid(`role ${name} is there twice`);
    const rights = compileRights(name, role.rights ?? [], layout);
    if (!rights.ok) return rights;
    const stale = compileStale(name, role);
    if (!stale.ok) return stale;
    const withoutClock = compileClock(name, role);
    if (!withoutClock.ok) return withoutClock;
    const rules = { stale: stale.value, withoutClock: withoutClock.value };
    roles.set(name, { rights: rights.value, ...rules });
  }
  return parsed(Object.fromEntries(roles));
}

function compileRights(
  role: string,
  rights: readonly RightDraft[],
  layout: Layout,
): Parsed<readonly CompiledRight[]> {
  const compiled: CompiledRight[] = [];
  for (const right of rights) {
    const box = right.box ?? "";
    const windows = compileWindows(`role ${role}`, right.windows ?? []);
    if (!windows.ok) return windows;
    if (!layout.boxes.some(({ id }) => id === box)) continue;
    const compartments = right.compartments ?? [];
    const unknown = compartments.find((number) => placeAt(layout, box, number) === undefined);
    if (unknown !== undefined) return invalid(`role ${role}: ${box} has no compartment ${unknown}`);
    compiled.push({
      box,
      compartments,
      canDeposit: right.canDeposit ?? false,
      canCollect: right.canCollect ?? false,
      canAuthorize: right.canAuthorize ?? false,
      ...(right.canMaintain === true && { canMaintain: true }),
      ...(right.canEmergency === true && { canEmergency: true }),
      windows: windows.value,
    });
  }
  return parsed(compiled);
}

/** @param where whose windows they are, for the refusal. Code: policy/invalid. */
export function compileWindows(
  where: string,
  windows: readonly WindowDraft[],
): Parsed<readonly PolicyWindow[]> {
  const compiled: PolicyWindow[] = [];
  for (const window of windows) {
    const { days = 0, fromMin = 0, toMin = 0 } = window;
    const made = { days: days ?? 0, fromMin: fromMin ?? 0, toMin: toMin ?? 0 };
    const areDaysGood = made.days >= 1 && made.days <= everyDay;
    if (!areDaysGood || made.fromMin >= made.toMin || made.toMin > minutesPerDay) {
      return invalid(
        `${where}: window days ${made.days}, ${made.fromMin} to ${made.toMin} min; ` +
          "split one that passes midnight",
      );
    }
    compiled.push(made);
  }
  return parsed(compiled);
}

function compileStale(name: string, role: RoleDraft): Parsed<CompiledRole["stale"]> {
  const { staleAfterH } = role;
  const always: readonly StaleRule[] = staleAfterH
    ? [{ afterH: staleAfterH, leniency: "refuse" }]
    : [];
  const stale = { deposit: [...always], collect: [...always] };
  for (const { action, afterH, leniency } of role.stale ?? []) {
    const about = actionsOf(action ?? 0);
    const rule = leniencies[leniency ?? 0];
    if (about === undefined || rule === undefined || rule === "allow" || !afterH) {
      return invalid(`role ${name}: a stale rule needs afterH from 1 and second-person or refuse`);
    }
    for (const one of about) stale[one].push({ afterH, leniency: rule });
  }
  return parsed(stale);
}

function compileClock(name: string, role: RoleDraft): Parsed<CompiledRole["withoutClock"]> {
  const usual: Leniency = role.allowWithoutClock ? "allow" : "refuse";
  const rules = new Map<Action, Leniency>();
  for (const { action, leniency } of role.withoutClock ?? []) {
    const about = actionsOf(action ?? 0);
    const rule = leniencies[leniency ?? 0];
    if (about === undefined || rule === undefined) {
      return invalid(`role ${name}: a clock rule says allow, second-person or refuse`);
    }
    for (const one of about) {
      if (rules.has(one)) return invalid(`role ${name}: two clock rules to ${one}; keep one`);
      rules.set(one, rule);
    }
  }
  const of = (action: Action): Leniency => rules.get(action) ?? usual;
  return parsed({ deposit: of("deposit"), collect: of("collect") });
}
