// Whether the people of a policy can do what it asks for: one that locks everybody out is refused.

import type { Action } from "@driftbox/proto";
import { placesOf, type Layout, type PlaceLayout } from "../../layout.ts";
import { demandAt, type CompiledDemands, type Demand } from "./demands.ts";
import { pinsOf, type CompiledPeople } from "./people.ts";
import { isStepEnd, type Steps } from "../../steps.ts";
import type { CompiledRight, CompiledRoles } from "./roles.ts";
import { actions } from "./verdict.ts";

export interface Reachable extends CompiledPeople {
  readonly roles: CompiledRoles;
  readonly demands: CompiledDemands;
  readonly blocked: Readonly<Record<string, true>>;
  /** Persons none of whose badges opens anything. */
  readonly blockedPersons: Readonly<Record<string, true>>;
}

/** Who may come together at a compartment. */
interface Party {
  readonly openerCount: number;
  readonly personCount: number;
  /** Known ones only. */
  readonly organizations: ReadonlySet<string>;
}

/** Persons of each role with a badge in force, and their organization. */
type Staff = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Why nobody could do what the policy asks for, and what to do; undefined = somebody can. */
export function* lockedOut(policy: Reachable, layout: Layout): Steps<string | undefined> {
  const judge = new Judge(policy, yield* staffOf(policy));
  for (const { id } of layout.boxes) {
    const places = placesOf(layout).filter(({ box }) => box.id === id);
    const canCollect = places.some((place) => judge.hasOpener(place, "collect"));
    if (!canCollect) {
      return (
        `it locks everybody out of ${id}: no badge in force may collect there; ` +
        "give a role canCollect, or set the PIN that is asked for"
      );
    }
    for (const place of places) {
      yield;
      for (const action of actions) {
        const why = judge.obstacle(place, action);
        if (why !== undefined) return `${id} compartment ${place.compartment.number}: ${why}`;
      }
    }
  }
  return undefined;
}

function covers(right: CompiledRight, place: PlaceLayout): boolean {
  if (right.box !== place.box.id) return false;
  return right.compartments.length === 0 || right.compartments.includes(place.compartment.number);
}

function permits(right: CompiledRight, action: Action): boolean {
  return action === "deposit" ? right.canDeposit : right.canCollect;
}

/** Compartments with the same roles and demand are judged once. */
class Judge {
  readonly #policy: Reachable;
  readonly #staff: Staff;
  readonly #parties = new Map<string, Party>();

  constructor(policy: Reachable, staff: Staff) {
    this.#policy = policy;
    this.#staff = staff;
  }

  hasOpener(place: PlaceLayout, action: Action): boolean {
    return this.#party(place, action).openerCount > 0;
  }

  /** Why those who may open a compartment can never meet its demand. */
  obstacle(place: PlaceLayout, action: Action): string | undefined {
    const party = this.#party(place, action);
    const demand = demandAt(this.#policy.demands, action, place.key);
    return party.openerCount === 0 ? undefined : unmet(party, demand, action);
  }

  #party(place: PlaceLayout, action: Action): Party {
    const mayOpen = this.#rolesWith((right) => covers(right, place) && permits(right, action));
    const mayJoin = this.#rolesWith(
      (right) => covers(right, place) && (right.canAuthorize || permits(right, action)),
    );
    const { pin } = demandAt(this.#policy.demands, action, place.key);
    const key = JSON.stringify([mayOpen, mayJoin, pin === "always"]);
    const known = this.#parties.get(key);
    if (known !== undefined) return known;
    const openers = this.#people(mayOpen, pin === "always");
    const all = this.#people(mayJoin, pin === "always");
    const organizations = new Set([...all.values()].filter((name) => name !== ""));
    const party = { openerCount: openers.size, personCount: all.size, organizations };
    this.#parties.set(key, party);
    return party;
  }

  #rolesWith(has: (right: CompiledRight) => boolean): readonly string[] {
    const entries = Object.entries(this.#policy.roles);
    return entries.filter(([, { rights }]) => rights.some(has)).map(([name]) => name);
  }

  #people(roles: readonly string[], needsPin: boolean): ReadonlyMap<string, string> {
    const people = new Map<string, string>();
    for (const role of roles) {
      for (const [person, organization] of this.#staff.get(role) ?? []) {
        const hasProof = !needsPin || pinsOf(this.#policy, person) !== undefined;
        if (hasProof) people.set(person, organization);
      }
    }
    return people;
  }
}

function* staffOf({ badges, blocked, blockedPersons }: Reachable): Steps<Staff> {
  const staff = new Map<string, Map<string, string>>();
  for (const [index, [ref, badge]] of Object.entries(badges).entries()) {
    if (isStepEnd(index)) yield;
    const { person, role, organization } = badge;
    if (Object.hasOwn(blocked, ref) || Object.hasOwn(blockedPersons, person)) continue;
    const people = staff.get(role) ?? new Map<string, string>();
    staff.set(role, people.set(person, organization));
  }
  return staff;
}

function unmet(party: Party, demand: Demand, action: Action): string | undefined {
  const wanted = demand.authorizers + 1;
  if (party.personCount < wanted) {
    return (
      `it takes ${wanted} persons to ${action}, and ${party.personCount} could ever be there; ` +
      "name more persons with the right, or ask for fewer authorizers"
    );
  }
  if (demand.otherOrganization && party.organizations.size < 2) {
    return (
      `it takes two organizations to ${action}, and all who may are of one; ` +
      "name somebody of another, or leave otherOrganization out"
    );
  }
  const { hosts } = demand;
  const hasGuest = [...party.organizations].some((name) => !hosts.includes(name));
  if (hosts.length === 0 || hasGuest) return undefined;
  return (
    `only ${hosts.join(", ")} may ${action} there, and never alone; ` +
    "name somebody of another organization, or take them off the hosts"
  );
}
