// Who a policy names: badges with the person each belongs to, and persons with their PINs.

import { parsed, toHex, type Assurance, type Parsed, type Policy } from "@driftbox/proto";
import { isStepEnd, type Steps } from "../../steps.ts";
import type { CompiledRoles } from "./roles.ts";
import { assuranceOf, invalid, isTooLong, tooLong } from "./verdict.ts";

export interface CompiledBadge {
  readonly person: string;
  readonly role: string;
  /** Empty = not known, which is no organization of its own. */
  readonly organization: string;
  /** A presentation weaker than this is refused. */
  readonly assurance: Assurance;
}

/** References of PINs in lower-case hex; empty = none. */
export interface CompiledPins {
  readonly pinRef: string;
  readonly duressRef: string;
}

export interface CompiledPeople {
  /** By badge reference in lower-case hex. */
  readonly badges: Readonly<Record<string, CompiledBadge>>;
  /** By person; only of those who have a PIN. Look up with `pinsOf`. */
  readonly pins: Readonly<Record<string, CompiledPins>>;
}

type PersonDraft = Policy["persons"][number];

/** Hex digits of a keyed reference, of a badge or of a PIN. */
export const refChars = 32;

export function* compilePeople(
  policy: Policy,
  roles: CompiledRoles,
): Steps<Parsed<CompiledPeople>> {
  const persons = new Map<string, PersonDraft>();
  const pins: Record<string, CompiledPins> = {};
  for (const [index, draft] of policy.persons.entries()) {
    if (isStepEnd(index)) yield;
    const name = draft.person ?? "";
    if (name === "") return invalid("a person without a name; give a staff number");
    const long = [name, draft.organization ?? ""].find(isTooLong);
    if (long !== undefined) return tooLong(long);
    if (persons.has(name)) return invalid(`person ${name} is listed twice; keep one entry`);
    if (!draft.role || !Object.hasOwn(roles, draft.role)) return unknownRole(name, draft.role);
    const own = compilePins(name, draft);
    if (!own.ok) return own;
    persons.set(name, draft);
    if (own.value.pinRef !== "") put(pins, name, own.value);
  }
  const badges = yield* compileBadges(policy, roles, persons);
  if (!badges.ok) return badges;
  return parsed({ badges: badges.value, pins });
}

/** Puts one entry, whatever its name: one by one, since thousands at once would be a long step. */
function put<T>(record: Record<string, T>, name: string, value: T): void {
  Object.defineProperty(record, name, { value, enumerable: true });
}

/** PINs of a person; undefined = none. */
export function pinsOf({ pins }: CompiledPeople, person: string): CompiledPins | undefined {
  return Object.hasOwn(pins, person) ? pins[person] : undefined;
}

function unknownRole(person: string, role: string | null | undefined): Parsed<never> {
  return invalid(`person ${person} has the unknown role ${JSON.stringify(role ?? "")}`);
}

function compilePins(person: string, draft: PersonDraft): Parsed<CompiledPins> {
  const pinRef = toHex(draft.pinRef ?? new Uint8Array());
  const duressRef = toHex(draft.duressRef ?? new Uint8Array());
  const bad = [pinRef, duressRef].find((ref) => ref !== "" && ref.length !== refChars);
  if (bad !== undefined)
    return invalid(`person ${person}: a PIN reference of ${bad.length / 2} bytes`);
  if (duressRef !== "" && pinRef === "") {
    return invalid(`person ${person} has a PIN for duress and none beside it; set a PIN too`);
  }
  if (duressRef !== "" && duressRef === pinRef) {
    return invalid(`person ${person} has one PIN for both; the one for duress must differ`);
  }
  return parsed({ pinRef, duressRef });
}

function* compileBadges(
  policy: Policy,
  roles: CompiledRoles,
  persons: ReadonlyMap<string, PersonDraft>,
): Steps<Parsed<Readonly<Record<string, CompiledBadge>>>> {
  const badges: Record<string, CompiledBadge> = {};
  for (const [index, badge] of policy.badges.entries()) {
    if (isStepEnd(index)) yield;
    const ref = toHex(badge.badgeRef ?? new Uint8Array());
    const { person } = badge;
    if (ref.length !== refChars) return invalid(`a badge reference of ${ref.length / 2} bytes`);
    if (Object.hasOwn(badges, ref)) return invalid(`badge ${ref.slice(0, 8)}… is there twice`);
    if (!person) return invalid(`badge ${ref.slice(0, 8)}… belongs to nobody`);
    const long = [person, badge.organization ?? ""].find(isTooLong);
    if (long !== undefined) return tooLong(long);
    const listed = persons.get(person);
    const role = badge.role || listed?.role;
    const organization = badge.organization || listed?.organization || "";
    const isOther = role !== listed?.role || organization !== (listed?.organization ?? "");
    if (listed !== undefined && isOther) {
      return invalid(`person ${person} has other words on a badge than in the list; say them once`);
    }
    if (!role || !Object.hasOwn(roles, role)) return unknownRole(person, role);
    const assurance = assuranceOf(badge.assurance ?? 0);
    if (assurance === undefined) {
      return invalid(`person ${person}: unknown assurance ${badge.assurance}`);
    }
    put(badges, ref, { person, role, organization, assurance });
  }
  return parsed(badges);
}
