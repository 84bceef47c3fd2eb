// Signed grants of the town in the plainest words: who may open which box by them, and which of
// them are in force at each moment.

import type { Pass } from "../../../gateway/custody/access/passes.ts";
import type { CompiledGrants } from "../../../gateway/custody/access/grants.ts";
import type { Layout } from "../../../gateway/custody/layout.ts";
import { compileGrant } from "../../../gateway/custody/access/grant-set.ts";
import { Action } from "./bank.ts";
import { grantMessage, grantsOf, issuedUs } from "./pass-steps.ts";

/** One grant, for both actions at one box. */
export interface Paper {
  readonly grant: string;
  /** Empty = whoever shows it. */
  readonly person: string;
  readonly box: string;
  readonly isOnce: boolean;
  /** How many others it asks for. */
  readonly authorizers: number;
}

/** A set as it is published: grants that it lists, and names that it takes back. */
export interface PaperSet {
  readonly version: number;
  readonly listed: readonly Paper[];
  readonly revoked: readonly string[];
}

function paper(person: string, box: string, change: Partial<Paper> = {}): Paper {
  const grant = `g-${person === "" ? "bearer" : person}-${box}`;
  return { grant, person, box, isOnce: false, authorizers: 0, ...change };
}

/** Of who has no right by some policies, and of whoever shows one. */
export const personal: readonly Paper[] = [
  paper("p-official", "ferry"),
  paper("p-official", "pier"),
  paper("p-official", "pier", { grant: "g-once-pier", isOnce: true }),
  paper("p-official", "branch", { authorizers: 1 }),
];
export const bearers: readonly Paper[] = [
  paper("", "ferry"),
  paper("", "branch", { isOnce: true }),
  paper("", "pier", { authorizers: 1 }),
];
export const papers: readonly Paper[] = [...personal, ...bearers];

const actions = [Action.ACTION_DEPOSIT, Action.ACTION_COLLECT];

/** Later than any clock of the town. */
const endUs = issuedUs(10 * 31_536_000_000);

function draftOf({ grant, person, box, isOnce, authorizers }: Paper) {
  const holder = person === "" ? {} : { person };
  return { grant, box, authorizers, actions, ...holder, isOnce, ...(isOnce && { untilUs: endUs }) };
}

export function compiledSet({ version, listed, revoked }: PaperSet, of: Layout): CompiledGrants {
  return grantsOf({ version, grants: listed.map(draftOf), revoked }, of);
}

/** A grant on paper, as the shell makes it out. */
export function passOf(one: Paper, of: Layout): Pass {
  const holder = one.person === "" ? { isBearer: true } : {};
  const message = grantMessage({ issuedUs: issuedUs(), ...holder, ...draftOf(one) });
  const compiled = compileGrant(message, of);
  if (!compiled.ok || compiled.value === undefined) throw new Error(`no grant ${one.grant}`);
  return { proof: "grant", grant: compiled.value };
}

/** Whether a set gives somebody a right at a box. */
export function givesTo(set: PaperSet | undefined, person: string, box: string): boolean {
  return (set?.listed ?? []).some((one) => {
    return one.person === person && one.box === box && !set?.revoked.includes(one.grant);
  });
}

/** The grant of a name while nothing takes it back; one of whoever shows it needs no set. */
export function inForce(set: PaperSet | undefined, grant: string): Paper | undefined {
  if (set?.revoked.includes(grant) === true) return undefined;
  return [...(set?.listed ?? []), ...bearers].find((one) => one.grant === grant);
}
