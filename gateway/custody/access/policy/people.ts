// Who a policy names: badges with the person each belongs to, and persons with their PINs.

import { parsed, toHex, type Assurance, type Parsed, type Policy } from "@driftbox/proto";
import type { CompiledRoles } from "./roles.ts";
import { assuranceOf, invalid } from "./verdict.ts";

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

export function compilePeople(policy: Policy, roles: CompiledRoles): Parsed<CompiledPeople> {
  const persons = new Map<string, PersonDraft>();
  const pins = new Map<string, CompiledPins>();
  for (const draft of policy.persons) {
    const name = draft.person ?? "";
    if (name === "") return invalid("a person without a name; give a staff number");
    if (persons.has(name)) return invalid(`person ${name} is listed twice; keep one entry`);
    if (!draft.role || !Object.hasOwn(roles, draft.role)) return unknownRole(name, draft.role);
    const own = compilePins(name, draft);
    if (!own.ok) return own;
    persons.set(name, draft);
    if (own.value.pinRef !== "") pins.set(name, own.value);
  }
  const badges = compileBadges(policy, roles, persons);
  if (!badges.ok) return badges;
  return parsed({ badges: badges.value, pins: Object.fromEntries(pins) });
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

function compileBadges(
  policy: Policy,
  roles: CompiledRoles,
  persons: ReadonlyMap<string, PersonDraft>,
): Parsed<Readonly<Record<string, CompiledBadge>>> {
  const badges = new Map<string, CompiledBadge>();
  for (const badge of policy.badges) {
    const ref = toHex(badge.badgeRef ?? new Uint8Array());
    const { person } = badge;
    if (ref.length !== refChars) return invalid(`a badge reference of ${ref.length / 2} bytes`);
    if (badges.has(ref)) return invalid(`badge ${ref.slice(0, 8)}… is there twice`);
    if (!person) return invalid(`badge ${ref.slice(0, 8)}… belongs to nobody`);
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
    badges.set(ref, { person, role, organization, assurance });
  }
  return parsed(Object.fromEntries(badges));
}
