// Grants as the core knows them: rights beyond the policy, looked up by who holds them and where.

import type { Assurance } from "@driftbox/proto";
import type { Now } from "../inputs.ts";
import type { State } from "../state.ts";
import { isGrantSpent } from "./code-record.ts";
import type { CompiledPolicy } from "./policy.ts";
import type { CompiledBadge } from "./policy/people.ts";
import type { CompiledRight } from "./policy/roles.ts";

/** Who holds a grant; `bearer` = whoever shows it. */
export type GrantHolder = "person" | "role" | "bearer";

/** Plain JSON. */
export interface CompiledGrant {
  readonly grant: string;
  readonly issuedUs: number;
  readonly holder: GrantHolder;
  /** Of the person or role; empty for a bearer. */
  readonly holderName: string;
  readonly box: string;
  /** Empty = every compartment of the box. */
  readonly compartments: readonly number[];
  readonly canDeposit: boolean;
  readonly canCollect: boolean;
  /** Only where one of these is, or to deposit one of them; empty = whatever there is. */
  readonly parcels: readonly string[];
  /** Only while one of these runs; empty = always. */
  readonly voyages: readonly string[];
  readonly fromUs: number;
  /** 0 = without end. */
  readonly untilUs: number;
  readonly leastAssurance: Assurance;
  readonly authorizers: number;
  readonly isOnce: boolean;
}

/** All grants of this gateway in force; plain JSON. */
export interface CompiledGrants {
  readonly version: number;
  readonly issuedUs: number;
  /** SHA-256 of the signed set's body, lower-case hex. */
  readonly documentHash: string;
  readonly grantCount: number;
  /** By `holderKey`, as rights of the holder. */
  readonly byHolder: Readonly<Record<string, readonly GrantedRight[]>>;
  readonly revoked: Readonly<Record<string, true>>;
}

/** Names of boxes have no colon, so no two holders share a key. */
export function holderKey(holder: GrantHolder, box: string, name: string): string {
  return `${holder}:${box}:${name}`;
}

/** What a right that only opens says of everything else. */
export const onlyOpens = { canAuthorize: false, windows: [] } as const;

/** A right that a grant gives. */
export type GrantedRight = CompiledRight & { readonly grant: CompiledGrant };

/** A grant as a right of the one who holds it. */
export function rightOf(grant: CompiledGrant): GrantedRight {
  const { box, compartments, canDeposit, canCollect } = grant;
  return { ...onlyOpens, box, compartments, canDeposit, canCollect, grant };
}

/** Rights that the holder of a badge has at a box by grants. */
export type GrantsOf = (badge: CompiledBadge) => readonly GrantedRight[];

/** @param kept still counts although it was spent: the session in question has spent it */
export function grantsAt(state: State, box: string, kept = ""): GrantsOf {
  const { grants } = state.volatile;
  if (grants === undefined) return () => [];
  const mayOpen = ({ grant: one }: GrantedRight): boolean => {
    return !isRevoked(grants, one) && (one.grant === kept || !isUsed(state, one));
  };
  return ({ person, role }) => {
    const own = grants.byHolder[holderKey("person", box, person)] ?? [];
    const ofRole = grants.byHolder[holderKey("role", box, role)] ?? [];
    return [...own, ...ofRole].filter(mayOpen);
  };
}

export function isRevoked(
  grants: CompiledGrants | undefined,
  { grant }: Pick<CompiledGrant, "grant">,
): boolean {
  return grants !== undefined && Object.hasOwn(grants.revoked, grant);
}

/** Whether a set was in force before and is not there now: nobody knows what it revoked. */
export function isUnknownSet({ durable, volatile }: State): boolean {
  return durable.grantsVersion > 0 && volatile.grants === undefined;
}

/** Whether a grant that opens once has opened. */
export function isUsed({ durable }: State, grant: CompiledGrant): boolean {
  return grant.isOnce && isGrantSpent(durable.codes, grant);
}

/** Whether a grant asks for a clock at all. */
export function isTimed({ voyages, fromUs, untilUs }: CompiledGrant): boolean {
  return voyages.length > 0 || fromUs !== 0 || untilUs !== 0;
}

/** Whether a grant's time has come and is not over. A voyage that no policy names never runs. */
export function isCurrent(
  { voyages, fromUs, untilUs }: CompiledGrant,
  { wallMs }: Now,
  policy: Pick<CompiledPolicy, "voyages">,
): boolean {
  const wallUs = wallMs * 1_000;
  const isWithin = (from: number, until: number): boolean => {
    return wallUs >= from && (until === 0 || wallUs < until);
  };
  const runs = voyages.some((name) => {
    const voyage = Object.hasOwn(policy.voyages, name) ? policy.voyages[name] : undefined;
    return voyage !== undefined && isWithin(voyage.fromUs, voyage.untilUs);
  });
  return isWithin(fromUs, untilUs) && (voyages.length === 0 || runs);
}

/** Whether a grant will never open again. */
export function isOver({ untilUs }: CompiledGrant, { wallMs }: Now): boolean {
  return untilUs !== 0 && wallMs * 1_000 >= untilUs;
}
