// A policy compiled for one gateway: plain data looked up offline, and the rules of succession.

import { fromHex, parsed, refused, toHex, type Parsed } from "@driftbox/proto";
import type { Policy } from "@driftbox/proto";
import type { Layout } from "../layout.ts";
import { compileDemands } from "./policy/demands.ts";
import { compileDeposits, type CompiledDeposits } from "./policy/deposits.ts";
import { compilePeople, refChars } from "./policy/people.ts";
import { lockedOut, type Reachable } from "./policy/reach.ts";
import { compileRoles } from "./policy/roles.ts";
import { compileSuspensions, type PlannedSuspension } from "../service/suspension.ts";
import { compileVoyages, type CompiledVoyages } from "./policy/voyages.ts";
import { invalid } from "./policy/verdict.ts";
import { runSteps, type Steps } from "../steps.ts";

/** Plain JSON. Keys of `badges` and `blocked` are badge references in lower-case hex. */
export interface CompiledPolicy extends Reachable {
  readonly version: number;
  readonly issuedUs: number;
  /** 0 = does not expire. */
  readonly expiresUs: number;
  readonly utcOffsetMin: number;
  /** SHA-256 of the signed document's body, lower-case hex. */
  readonly documentHash: string;
  /** When the block list was made. */
  readonly blockedUs: number;
  /** Telephone number that people at a box may call; empty = none. */
  readonly helpNumber: string;
  /** By days since 1970-01-01 in local time. */
  readonly holidays: Readonly<Record<string, true>>;
  /** Times in which nobody is served. */
  readonly suspensions: readonly PlannedSuspension[];
  /** Voyages and rounds that grants may name. */
  readonly voyages: CompiledVoyages;
  /** Raw public keys that may sign grants, lower-case hex; empty = those of the center. */
  readonly grantKeys: readonly string[];
  /** Raw public keys that may sign commands, lower-case hex; empty = those of the center. */
  readonly commandKeys: readonly string[];
  /** Where somebody without card and code may deposit. */
  readonly deposits: CompiledDeposits;
}

const helpNumberMaxChars = 24;
const utcOffsetMaxMin = 14 * 60;
const holidaysMaxCount = 2_048;
const keysMaxCount = 8;
const publicKeyBytes = 32;

/**
 * Compiles a policy whose signature was already checked, refusing one that contradicts itself, that
 * would leave a box of this gateway without anybody who may collect, or that asks for persons who
 * can never come together. What is about boxes of other gateways of the site is dropped.
 * Code: policy/invalid.
 */
export function* compilingPolicy(
  policy: Policy,
  layout: Layout,
  documentHash: Uint8Array,
): Steps<Parsed<CompiledPolicy>> {
  const numbers = checkNumbers(policy);
  if (!numbers.ok) return numbers;
  const roles = compileRoles(policy, layout);
  if (!roles.ok) return roles;
  const people = yield* compilePeople(policy, roles.value);
  if (!people.ok) return people;
  const demands = compileDemands(policy, layout);
  if (!demands.ok) return demands;
  const deposits = compileDeposits(policy, layout, demands.value);
  if (!deposits.ok) return deposits;
  const suspensions = compileSuspensions(policy, layout);
  if (!suspensions.ok) return suspensions;
  const voyages = compileVoyages(policy);
  if (!voyages.ok) return voyages;
  const grantKeys = compileKeys(policy.grantKeys);
  if (!grantKeys.ok) return grantKeys;
  const commandKeys = compileKeys(policy.commandKeys);
  if (!commandKeys.ok) return commandKeys;
  const blocked = compileBlocked(policy);
  if (!blocked.ok) return blocked;
  const compiled: CompiledPolicy = {
    version: policy.version,
    issuedUs: policy.issuedUs,
    expiresUs: policy.expiresUs,
    utcOffsetMin: policy.utcOffsetMin,
    documentHash: toHex(documentHash),
    blockedUs: policy.blockedUs || policy.issuedUs,
    helpNumber: policy.helpNumber.slice(0, helpNumberMaxChars),
    holidays: Object.fromEntries(policy.holidays.map((day) => [String(day), true as const])),
    ...people.value,
    roles: roles.value,
    suspensions: suspensions.value,
    voyages: voyages.value,
    grantKeys: grantKeys.value,
    commandKeys: commandKeys.value,
    demands: demands.value,
    deposits: deposits.value,
    blocked: blocked.value,
    blockedPersons: Object.fromEntries(policy.blockedPersons.map((one) => [one, true as const])),
  };
  const why = yield* lockedOut(compiled, layout);
  return why === undefined ? parsed(compiled) : invalid(why);
}

/** `compilingPolicy` at once: thousands of badges take a tenth of a second. */
export function compilePolicy(
  policy: Policy,
  layout: Layout,
  documentHash: Uint8Array,
): Parsed<CompiledPolicy> {
  return runSteps(compilingPolicy(policy, layout, documentHash));
}

function checkNumbers(policy: Policy): Parsed<true> {
  if (!(policy.version >= 1)) return invalid("version must be 1 or more");
  const { expiresUs } = policy;
  if (expiresUs !== 0 && expiresUs <= policy.issuedUs) {
    return invalid("it expires before it is issued");
  }
  if (Math.abs(policy.utcOffsetMin) > utcOffsetMaxMin) return invalid("UTC offset out of range");
  if (policy.blockedUs > policy.issuedUs) {
    return invalid("its block list is newer than itself; issue it again");
  }
  if (policy.holidays.length > holidaysMaxCount) {
    return invalid(`${policy.holidays.length} holidays, over ${holidaysMaxCount}; drop past ones`);
  }
  return parsed(true as const);
}

function compileKeys(keys: readonly Uint8Array[]): Parsed<readonly string[]> {
  if (keys.length > keysMaxCount) return invalid(`${keys.length} keys, over ${keysMaxCount}`);
  const bad = keys.find(({ length }) => length !== publicKeyBytes);
  if (bad !== undefined) return invalid(`a public key of ${bad.length} bytes`);
  return parsed(keys.map((key) => toHex(key)));
}

function compileBlocked(policy: Policy): Parsed<Readonly<Record<string, true>>> {
  const refs = policy.blockedBadges.map((ref) => toHex(ref));
  const bad = refs.find((ref) => ref.length !== refChars);
  if (bad !== undefined) return invalid(`a blocked badge reference of ${bad.length / 2} bytes`);
  return parsed(Object.fromEntries(refs.map((ref) => [ref, true as const])));
}

/** What the journal says was applied last. Version 0 = nothing yet; an empty hash = not known. */
export interface AppliedPolicy {
  readonly version: number;
  /** SHA-256 of the signed document's body, lower-case hex. */
  readonly hash: string;
}

/**
 * Whether a policy may follow the one applied last. The same document again is accepted, as it is
 * read at a restart; another one of the same version is not. Codes: policy/older, policy/invalid.
 */
export function judgeSuccession(
  applied: AppliedPolicy,
  candidate: CompiledPolicy,
): Parsed<CompiledPolicy> {
  const { version, documentHash } = candidate;
  if (version < applied.version) {
    const detail = `version ${version} is older than ${applied.version}, which is in force`;
    return refused("policy/older", detail);
  }
  const isTwin = version === applied.version && applied.hash !== "";
  if (isTwin && documentHash !== applied.hash) {
    return refused("policy/invalid", `version ${version} is in force with other content`);
  }
  return parsed(candidate);
}

/** Hash of the document as bytes, as a fact carries it. */
export function documentHashBytes(policy: CompiledPolicy): Uint8Array {
  const bytes = fromHex(policy.documentHash);
  if (bytes === undefined) throw new Error("the policy's hash is not hexadecimal");
  return bytes;
}
