// Compiles signed grants for one gateway: what is taken, what is refused, what may follow what.

import { parsed, refused, toHex, type Grant, type GrantSet, type Parsed } from "@driftbox/proto";
import { authorizersMaxCount, placeAt, type Layout } from "../layout.ts";
import {
  holderKey,
  rightOf,
  type CompiledGrant,
  type CompiledGrants,
  type GrantedRight,
  type GrantHolder,
} from "./grants.ts";
import type { AppliedPolicy } from "./policy.ts";
import { actionsOf, assuranceOf } from "./policy/verdict.ts";
import { isStepEnd, type Steps } from "../steps.ts";

/** Grants of one set. */
export const grantsMaxCount = 20_000;
/** Grants that one person or role may hold at one box: each is looked at when they tap. */
const ofHolderMaxCount = 256;
const namedMaxCount = 64;
const revokedMaxCount = 20_000;
const namePattern = /^[A-Za-z0-9._-]{1,64}$/;

function invalid(detail: string): Parsed<never> {
  return refused("grants/invalid", detail);
}

/**
 * Compiles one grant whose signature was checked. Undefined: it is for a box of another gateway.
 * Code: grants/invalid.
 */
export function compileGrant(grant: Grant, layout: Layout): Parsed<CompiledGrant | undefined> {
  const name = grant.grant;
  if (!namePattern.test(name)) return invalid("a grant without a name of A-Z a-z 0-9 . _ -");
  const holder = holderOf(grant);
  if (holder === undefined) return invalid(`grant ${name} must have one holder, and has not`);
  const why = contradictionIn(grant, holder);
  if (why !== undefined) return invalid(`grant ${name}: ${why}`);
  if (!layout.boxes.some(({ id }) => id === grant.box)) return parsed(undefined);
  const unknown = grant.compartments.find((one) => placeAt(layout, grant.box, one) === undefined);
  if (unknown !== undefined) return invalid(`grant ${name}: no compartment ${unknown}`);
  const numbers: readonly number[] = grant.actions;
  const may = numbers.flatMap((one) => (one === 0 ? [] : (actionsOf(one) ?? [])));
  const leastAssurance = assuranceOf(grant.leastAssurance);
  if (may.length < numbers.length || may.length === 0 || leastAssurance === undefined) {
    return invalid(`grant ${name}: an action or assurance that this version does not know`);
  }
  const { issuedUs, box, compartments, parcels, voyages, fromUs, untilUs, authorizers } = grant;
  return parsed({
    grant: name,
    issuedUs,
    holder,
    holderName: grant.person || grant.role,
    box,
    compartments,
    canDeposit: may.includes("deposit"),
    canCollect: may.includes("collect"),
    parcels,
    voyages,
    fromUs,
    untilUs,
    leastAssurance,
    authorizers,
    isOnce: grant.isOnce,
  });
}

function holderOf({ person, role, isBearer }: Grant): GrantHolder | undefined {
  const said: readonly (GrantHolder | false)[] = [
    person !== "" && "person",
    role !== "" && "role",
    isBearer && "bearer",
  ];
  const holders = said.filter((one) => one !== false);
  return holders.length === 1 ? holders[0] : undefined;
}

function contradictionIn(grant: Grant, holder: GrantHolder): string | undefined {
  const { fromUs, untilUs, authorizers, parcels, voyages } = grant;
  if (untilUs !== 0 && untilUs <= fromUs) return "it ends before it begins";
  if (authorizers > authorizersMaxCount) return `${authorizers} authorizers; 0 to 3`;
  if (Math.max(parcels.length, voyages.length) > namedMaxCount) {
    return `more than ${namedMaxCount} parcels or voyages`;
  }
  const asksProof = assuranceOf(grant.leastAssurance) !== "identifier";
  if (holder === "bearer" && asksProof) return "a bearer proves nothing";
  if (grant.isOnce && untilUs === 0) return "one that opens once needs an end";
  return undefined;
}

/**
 * Compiles a set whose own signature and those of its grants were checked. Grants for boxes of
 * other gateways of the site are dropped. Code: grants/invalid.
 */
export function* compilingGrants(
  set: Pick<GrantSet, "version" | "issuedUs" | "revoked">,
  grants: readonly Grant[],
  { layout, documentHash }: { readonly layout: Layout; readonly documentHash: Uint8Array },
): Steps<Parsed<CompiledGrants>> {
  const { version, issuedUs, revoked } = set;
  if (!(version >= 1)) return invalid("version must be 1 or more");
  if (grants.length > grantsMaxCount) {
    return invalid(`${grants.length} grants, over ${grantsMaxCount}; drop those that are over`);
  }
  if (revoked.length > revokedMaxCount) return invalid(`${revoked.length} revoked grants`);
  const names = new Set<string>();
  const byHolder = new Map<string, GrantedRight[]>();
  for (const [index, grant] of grants.entries()) {
    if (isStepEnd(index)) yield;
    const compiled = compileGrant(grant, layout);
    if (!compiled.ok) return compiled;
    if (names.has(grant.grant)) return invalid(`grant ${grant.grant} is there twice`);
    names.add(grant.grant);
    if (compiled.value === undefined) continue;
    const { holder, box, holderName } = compiled.value;
    const key = holderKey(holder, box, holderName);
    const held = byHolder.get(key) ?? [];
    if (held.length >= ofHolderMaxCount) {
      return invalid(`over ${ofHolderMaxCount} grants of ${holderName} at ${box}; join them`);
    }
    held.push(rightOf(compiled.value));
    byHolder.set(key, held);
  }
  const count = [...byHolder.values()].reduce((sum, held) => sum + held.length, 0);
  return parsed({
    version,
    issuedUs,
    documentHash: toHex(documentHash),
    grantCount: count,
    byHolder: Object.fromEntries(byHolder),
    revoked: Object.fromEntries(revoked.map((one) => [one, true as const])),
  });
}

/** As `judgeSuccession` of policies. Codes: grants/older, grants/invalid. */
export function judgeGrantsSuccession(
  applied: AppliedPolicy,
  candidate: CompiledGrants,
): Parsed<CompiledGrants> {
  const { version, documentHash } = candidate;
  if (version < applied.version) {
    const detail = `version ${version} is older than ${applied.version}, which is in force`;
    return refused("grants/older", detail);
  }
  const isTwin = version === applied.version && applied.hash !== "";
  if (!isTwin || documentHash === applied.hash) return parsed(candidate);
  return invalid(`version ${version} is in force with other content`);
}
