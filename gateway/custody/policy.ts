// A policy compiled for one gateway: plain data looked up offline, and the rules of succession.

import { fromHex, parsed, refused, toHex, type Assurance, type Parsed } from "@driftbox/proto";
import type { Policy } from "@driftbox/proto";
import { placeAt, type Layout } from "./layout.ts";

/** Local time; bit 0 of `days` = Monday; minutes from midnight, end exclusive. */
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
  /** Empty = always. */
  readonly windows: readonly PolicyWindow[];
}

export interface CompiledRole {
  readonly rights: readonly CompiledRight[];
  /** 0 = no limit. */
  readonly staleAfterH: number;
  readonly allowWithoutClock: boolean;
}

export interface CompiledBadge {
  readonly person: string;
  readonly role: string;
  readonly organization: string;
  /** A presentation weaker than this is refused. */
  readonly assurance: Assurance;
}

/** Plain JSON. Keys of `badges` and `blocked` are badge references in lower-case hex. */
export interface CompiledPolicy {
  readonly version: number;
  readonly issuedUs: number;
  /** 0 = does not expire. */
  readonly expiresUs: number;
  readonly utcOffsetMin: number;
  /** SHA-256 of the signed document's body, lower-case hex. */
  readonly documentHash: string;
  readonly badges: Readonly<Record<string, CompiledBadge>>;
  readonly roles: Readonly<Record<string, CompiledRole>>;
  readonly blocked: Readonly<Record<string, true>>;
}

const badgeRefChars = 32;
const minutesPerDay = 1_440;
const utcOffsetMaxMin = 14 * 60;
const everyDay = 0b111_1111;
const assurances: readonly Assurance[] = ["identifier", "counter-mac", "mutual-auth"];

function invalid(detail: string): Parsed<never> {
  return refused("policy/invalid", detail);
}

/**
 * Compiles a policy whose signature was already checked, refusing one that contradicts itself or
 * would leave a box of this gateway without anybody who may collect. Rights in boxes of other
 * gateways of the site are dropped. Code: policy/invalid.
 */
export function compilePolicy(
  policy: Policy,
  layout: Layout,
  documentHash: Uint8Array,
): Parsed<CompiledPolicy> {
  const numbers = checkNumbers(policy);
  if (!numbers.ok) return numbers;
  const roles = compileRoles(policy, layout);
  if (!roles.ok) return roles;
  const badges = compileBadges(policy, roles.value);
  if (!badges.ok) return badges;
  const blocked = compileBlocked(policy);
  if (!blocked.ok) return blocked;
  const compiled: CompiledPolicy = {
    version: policy.version,
    issuedUs: policy.issuedUs,
    expiresUs: policy.expiresUs,
    utcOffsetMin: policy.utcOffsetMin,
    documentHash: toHex(documentHash),
    badges: badges.value,
    roles: roles.value,
    blocked: blocked.value,
  };
  const trapped = layout.boxes.find((box) => !canAnybodyCollect(compiled, box.id));
  if (trapped === undefined) return parsed(compiled);
  return invalid(`it locks everybody out of ${trapped.id}: no badge in force may collect there`);
}

function checkNumbers(policy: Policy): Parsed<true> {
  if (!(policy.version >= 1)) return invalid("version must be 1 or more");
  const expiresUs = policy.expiresUs;
  if (expiresUs !== 0 && expiresUs <= policy.issuedUs) {
    return invalid("it expires before it is issued");
  }
  if (Math.abs(policy.utcOffsetMin) > utcOffsetMaxMin) return invalid("UTC offset out of range");
  return parsed(true as const);
}

function compileRoles(
  policy: Policy,
  layout: Layout,
): Parsed<Readonly<Record<string, CompiledRole>>> {
  const roles = new Map<string, CompiledRole>();
  for (const role of policy.roles) {
    const name = role.role ?? "";
    if (name === "") return invalid("a role without a name");
    if (roles.has(name)) return invalid(`role ${name} is there twice`);
    const rights = compileRights(name, role.rights ?? [], layout);
    if (!rights.ok) return rights;
    roles.set(name, {
      rights: rights.value,
      staleAfterH: role.staleAfterH ?? 0,
      allowWithoutClock: role.allowWithoutClock ?? false,
    });
  }
  return parsed(Object.fromEntries(roles));
}

type DraftRight = NonNullable<NonNullable<Policy["roles"][number]["rights"]>[number]>;
type DraftWindow = NonNullable<DraftRight["windows"]>[number];

function compileRights(
  role: string,
  rights: readonly DraftRight[],
  layout: Layout,
): Parsed<readonly CompiledRight[]> {
  const compiled: CompiledRight[] = [];
  for (const right of rights) {
    const box = right.box ?? "";
    const windows = compileWindows(role, right.windows ?? []);
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
      windows: windows.value,
    });
  }
  return parsed(compiled);
}

function compileWindows(
  role: string,
  windows: readonly DraftWindow[],
): Parsed<readonly PolicyWindow[]> {
  const compiled: PolicyWindow[] = [];
  for (const window of windows) {
    const { days = 0, fromMin = 0, toMin = 0 } = window;
    const made = { days: days ?? 0, fromMin: fromMin ?? 0, toMin: toMin ?? 0 };
    const areDaysGood = made.days >= 1 && made.days <= everyDay;
    if (!areDaysGood || made.fromMin >= made.toMin || made.toMin > minutesPerDay) {
      return invalid(
        `role ${role}: window days ${made.days}, ${made.fromMin} to ${made.toMin} min; ` +
          "split one that passes midnight",
      );
    }
    compiled.push(made);
  }
  return parsed(compiled);
}

function compileBadges(
  policy: Policy,
  roles: Readonly<Record<string, CompiledRole>>,
): Parsed<Readonly<Record<string, CompiledBadge>>> {
  const badges = new Map<string, CompiledBadge>();
  for (const badge of policy.badges) {
    const ref = toHex(badge.badgeRef ?? new Uint8Array());
    const { person, role } = badge;
    if (ref.length !== badgeRefChars)
      return invalid(`a badge reference of ${ref.length / 2} bytes`);
    if (badges.has(ref)) return invalid(`badge ${ref.slice(0, 8)}… is there twice`);
    if (!person) return invalid(`badge ${ref.slice(0, 8)}… belongs to nobody`);
    if (!role || !Object.hasOwn(roles, role)) {
      return invalid(`person ${person} has the unknown role ${JSON.stringify(role ?? "")}`);
    }
    const assurance = assuranceOf(badge.assurance ?? 0);
    if (assurance === undefined) {
      return invalid(`person ${person}: unknown assurance ${badge.assurance}`);
    }
    badges.set(ref, { person, role, organization: badge.organization ?? "", assurance });
  }
  return parsed(Object.fromEntries(badges));
}

/** 0 = not stated. A level that this version does not know may be stronger than all it knows. */
function assuranceOf(level: number): Assurance | undefined {
  return level === 0 ? "identifier" : assurances[level - 1];
}

function compileBlocked(policy: Policy): Parsed<Readonly<Record<string, true>>> {
  const refs = policy.blockedBadges.map((ref) => toHex(ref));
  const bad = refs.find((ref) => ref.length !== badgeRefChars);
  if (bad !== undefined) return invalid(`a blocked badge reference of ${bad.length / 2} bytes`);
  return parsed(Object.fromEntries(refs.map((ref) => [ref, true as const])));
}

function canAnybodyCollect(policy: CompiledPolicy, box: string): boolean {
  return Object.entries(policy.badges).some(([ref, badge]) => {
    if (Object.hasOwn(policy.blocked, ref)) return false;
    const rights = policy.roles[badge.role]?.rights ?? [];
    return rights.some((right) => right.box === box && right.canCollect);
  });
}

/**
 * Whether a policy may follow the one in force. The same version again is the same document read
 * at a restart and is accepted. Code: policy/older.
 * @param currentVersion 0 = none yet.
 */
export function judgeSuccession(
  currentVersion: number,
  candidate: CompiledPolicy,
): Parsed<CompiledPolicy> {
  if (candidate.version >= currentVersion) return parsed(candidate);
  return refused(
    "policy/older",
    `version ${candidate.version} is older than ${currentVersion}, which is in force`,
  );
}

/** Hash of the document as bytes, as a fact carries it. */
export function documentHashBytes(policy: CompiledPolicy): Uint8Array {
  const bytes = fromHex(policy.documentHash);
  if (bytes === undefined) throw new Error("the policy's hash is not hexadecimal");
  return bytes;
}
