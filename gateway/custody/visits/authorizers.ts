// Who opens a compartment together: different persons, their proofs, their organizations.

import type { Action, RefusalReason } from "@driftbox/proto";
import { isLockedOut, pinSubjects } from "../access/lockouts.ts";
import type { PlaceLayout } from "../layout.ts";
import type { CompiledGrant } from "../access/grants.ts";
import type { CompiledPolicy } from "../access/policy.ts";
import { demandAt, type Demand } from "../access/policy/demands.ts";
import { pinsOf } from "../access/policy/people.ts";
import { allowsToJoin, isWeaker, type Permission } from "../access/rights.ts";
import type { State, Visitor } from "../state.ts";

/** Somebody at a box, and what the policy permits them now. */
export interface Guest extends Permission {
  readonly visitor: Visitor;
}

/** An opening that somebody has the right to. */
export interface Aim {
  readonly policy: CompiledPolicy;
  readonly place: PlaceLayout;
  readonly action: Action;
  /** The signed grant that the right is from; absent: the policy. */
  readonly grant?: CompiledGrant;
}

/** What is asked for: by compartment and grant, and by an old policy or clock of who opens. */
function demandOn({ policy, place, action, grant }: Aim, opener: Guest): Demand {
  const demand = demandAt(policy.demands, action, place.key);
  const least = opener[action].takesSecond ? 1 : 0;
  const authorizers = Math.max(demand.authorizers, least, grant?.authorizers ?? 0);
  return { ...demand, authorizers };
}

/** Whether somebody may be one of the persons of an opening, proofs aside. A pass is nobody. */
function mayJoin({ place, action }: Aim, guest: Guest): boolean {
  if (guest.visitor.pass !== undefined) return false;
  return allowsToJoin(guest[action].rights, action, place.compartment.number);
}

/** Who is there for an opening. */
export interface Meeting {
  readonly opener: Guest;
  /** All who are there, the opener too; the newest is the last. */
  readonly guests: readonly Guest[];
}

/** Whether the persons at a box suffice for an opening. A refusal is of the newest of them. */
export type Met =
  /** The first of the party opens, the others confirm. */
  | { readonly word: "ready"; readonly party: readonly Guest[] }
  | { readonly word: "waiting" | "refused"; readonly reason: RefusalReason };

/** An opening that one of the guests has the right to: can these people do it? */
export function meet(state: State, monoMs: number, aim: Aim, { opener, guests }: Meeting): Met {
  const demand = demandOn(aim, opener);
  const newest = guests.at(-1);
  const wanted = [opener, ...guests.filter((one) => one !== opener && mayJoin(aim, one))];
  const obstacleOf = ({ visitor }: Guest): RefusalReason | undefined => {
    const at = { policy: aim.policy, visitor, box: aim.place.box.id };
    return proofObstacle(state, monoMs, demand, at);
  };
  const ownObstacle = newest && wanted.includes(newest) ? obstacleOf(newest) : "box-busy";
  if (ownObstacle !== undefined) return { word: "refused", reason: ownObstacle };
  const party = wanted.filter((one) => obstacleOf(one) === undefined);
  const missing = party[0] === opener ? missingOf(demand, party) : "second-person-missing";
  return missing === undefined ? { word: "ready", party } : { word: "waiting", reason: missing };
}

function needsPin({ pin }: Demand, { assurance, hasPin }: Visitor): boolean {
  if (hasPin || pin === "never") return false;
  return pin === "always" || assurance === "identifier";
}

/** Why somebody can never prove what is asked for; undefined = they have, or still can. */
function proofObstacle(
  state: State,
  monoMs: number,
  demand: Demand,
  { policy, visitor, box }: ProofAt,
): RefusalReason | undefined {
  if (isWeaker(visitor.assurance, demand.assurance)) return "weak-credential";
  if (!needsPin(demand, visitor)) return undefined;
  if (pinsOf(policy, visitor.person) === undefined) return "weak-credential";
  const subjects = pinSubjects({ box, reader: visitor.reader }, visitor.person);
  const isLocked = subjects.some((subject) => isLockedOut(state, subject, monoMs));
  return isLocked ? "locked-out" : undefined;
}

interface ProofAt {
  readonly policy: CompiledPolicy;
  readonly visitor: Visitor;
  readonly box: string;
}

/** What a party still lacks; undefined = nothing. Each person is in it once. */
function missingOf(demand: Demand, party: readonly Guest[]): RefusalReason | undefined {
  if (party.some(({ visitor }) => needsPin(demand, visitor))) return "pin-missing";
  const persons = new Set(party.map(({ visitor }) => visitor.person));
  if (persons.size <= demand.authorizers) return "second-person-missing";
  const organizations = party.map(({ badge }) => badge.organization);
  return doSuffice(demand, organizations) ? undefined : "other-organization-missing";
}

/** Whether the organizations of a party are enough; one that is not known never helps. */
export function doSuffice(demand: Demand, organizations: readonly string[]): boolean {
  const known = new Set(organizations.filter((name) => name !== ""));
  if (demand.otherOrganization && known.size < 2) return false;
  return demand.hosts.length === 0 || [...known].some((name) => !demand.hosts.includes(name));
}
