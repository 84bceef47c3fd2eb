// Reads a policy as an operator writes it, and turns badge numbers into references.

import { fromHex, type DraftOf, type SiteName } from "@driftbox/proto";
import { demandOf } from "./policy-demands.ts";
import { Fields, invalid } from "./policy-fields.ts";
import {
  actionNumbers,
  assuranceNumbers,
  dayNumber,
  leniencyNumbers,
  minuteOfDay,
  weekdays,
} from "./policy-words.ts";

export interface PolicySource {
  readonly site: SiteName;
  /** What the YAML file holds. */
  readonly written: unknown;
  /** Keyed reference of a raw badge number in upper-case hex. */
  readonly badgeRef: (number: string) => string;
  /** Keyed reference of a person's PIN. Fault: key/unreadable when the site has no PIN key. */
  readonly pinRef: (person: string, pin: string) => string;
  readonly issuedMs: number;
}

/** Fault: policy/invalid, with the path of what is wrong. Unknown keys are errors. */
export function policyDraft(source: PolicySource): DraftOf<"policy"> {
  const policy = new Fields(source.written, "policy", [
    "version",
    "site",
    "utcOffsetMin",
    "expires",
    "badges",
    "roles",
    "blocked",
    "blockedAt",
    "persons",
    "demands",
    "holidays",
  ]);
  const site = policy.optional("site", "string") ?? source.site;
  if (site !== source.site) invalid("policy.site", `is ${site}, signed for ${source.site}`);
  const version = policy.wanted("version", "number");
  if (!Number.isSafeInteger(version) || version < 1) invalid("policy.version", "from 1 up");
  const roles = policy.list("roles").map(roleOf);
  const names = new Set(roles.map((each) => each.role));
  const persons = policy
    .list("persons")
    .map((each, i) => personOf(each, `policy.persons[${i}]`, source));
  const badges = policy.list("badges").map((each, i) => {
    const badge = badgeOf(each, `policy.badges[${i}]`, source);
    const isListed = persons.some(({ person }) => person === badge.person);
    const isKnown = names.has(badge.role) || (isListed && badge.role === "");
    if (!isKnown) invalid(`policy.badges[${i}].role`, `no role ${badge.role}`);
    return badge;
  });
  const utcOffsetMin = policy.optional("utcOffsetMin", "number") ?? 0;
  if (Math.abs(utcOffsetMin) > 14 * 60) invalid("policy.utcOffsetMin", "minutes, -840 to 840");
  return {
    version,
    site,
    issuedUs: source.issuedMs * 1_000,
    expiresUs: timeUs("policy.expires", policy.optional("expires", "string")),
    badges,
    roles,
    blockedBadges: policy
      .list("blocked")
      .map((each, i) => referenceOf(each, `policy.blocked[${i}]`, source)),
    utcOffsetMin,
    persons,
    demands: policy.list("demands").map((each, i) => demandOf(each, `policy.demands[${i}]`)),
    holidays: policy.list("holidays").map((each, i) => {
      return dayNumber(each) ?? invalid(`policy.holidays[${i}]`, 'a day such as "2027-01-01"');
    }),
    blockedUs: timeUs("policy.blockedAt", policy.optional("blockedAt", "string")),
  };
}

/** PINs leave the file as references only. */
function personOf(written: unknown, path: string, source: PolicySource) {
  const person = new Fields(written, path, ["person", "organization", "role", "pin", "duressPin"]);
  const name = person.name("person");
  const refOf = (key: "pin" | "duressPin"): Uint8Array => {
    const pin = person.optional(key, "string");
    if (pin === undefined) return new Uint8Array();
    if (!/^[0-9]{4,12}$/.test(pin)) invalid(`${path}.${key}`, "4 to 12 digits in quotes");
    return fromHex(source.pinRef(name, pin)) ?? new Uint8Array();
  };
  return {
    person: name,
    organization: person.optional("organization", "string") ?? "",
    role: person.name("role"),
    pinRef: refOf("pin"),
    duressRef: refOf("duressPin"),
  };
}

function badgeOf(written: unknown, path: string, source: PolicySource) {
  const badge = new Fields(written, path, [
    "number",
    "person",
    "role",
    "organization",
    "assurance",
  ]);
  return {
    badgeRef: referenceOf(badge.raw("number"), `${path}.number`, source),
    person: badge.name("person"),
    role: badge.optional("role", "string") ?? "",
    organization: badge.optional("organization", "string") ?? "",
    assurance: badge.word("assurance", assuranceNumbers) ?? assuranceNumbers.identifier,
  };
}

function referenceOf(written: unknown, path: string, source: PolicySource): Uint8Array {
  const number = typeof written === "string" ? written.toUpperCase() : "";
  if (!/^[0-9A-F]{2,64}$/.test(number)) {
    invalid(path, "hex digits in quotes, as the reader prints them");
  }
  return fromHex(source.badgeRef(number)) ?? new Uint8Array();
}

function roleOf(written: unknown, index: number) {
  const path = `policy.roles[${index}]`;
  const role = new Fields(written, path, [
    "role",
    "staleAfterH",
    "allowWithoutClock",
    "stale",
    "withoutClock",
    "rights",
  ]);
  return {
    role: role.name("role"),
    staleAfterH: role.optional("staleAfterH", "number") ?? 0,
    allowWithoutClock: role.optional("allowWithoutClock", "boolean") ?? false,
    stale: role.list("stale").map((each, i) => staleOf(each, `${path}.stale[${i}]`)),
    withoutClock: role
      .list("withoutClock")
      .map((each, i) => clockOf(each, `${path}.withoutClock[${i}]`)),
    rights: role.list("rights").map((each, i) => rightOf(each, `${path}.rights[${i}]`)),
  };
}

function staleOf(written: unknown, path: string) {
  const rule = new Fields(written, path, ["action", "afterH", "rule"]);
  return {
    action: rule.word("action", actionNumbers) ?? 0,
    afterH: rule.wanted("afterH", "number"),
    leniency: rule.word("rule", leniencyNumbers) ?? invalid(`${path}.rule`, "is missing"),
  };
}

function clockOf(written: unknown, path: string) {
  const rule = new Fields(written, path, ["action", "rule"]);
  return {
    action: rule.word("action", actionNumbers) ?? 0,
    leniency: rule.word("rule", leniencyNumbers) ?? invalid(`${path}.rule`, "is missing"),
  };
}

function rightOf(written: unknown, path: string) {
  const right = new Fields(written, path, [
    "box",
    "compartments",
    "canDeposit",
    "canCollect",
    "canAuthorize",
    "windows",
  ]);
  return {
    box: right.name("box"),
    compartments: right.compartments(),
    canDeposit: right.optional("canDeposit", "boolean") ?? false,
    canCollect: right.optional("canCollect", "boolean") ?? false,
    canAuthorize: right.optional("canAuthorize", "boolean") ?? false,
    windows: right.list("windows").map((each, i) => windowOf(each, `${path}.windows[${i}]`)),
  };
}

/** Holidays too. */
const everyDay = 0xff;

function windowOf(written: unknown, path: string) {
  const window = new Fields(written, path, ["days", "from", "to"]);
  const days = window.list("days").map((each) => weekdays.indexOf(String(each)));
  if (days.includes(-1)) invalid(`${path}.days`, `of ${weekdays.join(" ")}`);
  const mask = days.reduce((sum, day) => sum | (1 << day), 0);
  const fromMin = minuteOfDay(window.wanted("from", "string"));
  const toMin = minuteOfDay(window.wanted("to", "string"));
  if (fromMin === undefined || toMin === undefined || fromMin >= toMin) {
    return invalid(path, 'from "07:00" to "19:30"; over midnight takes two windows');
  }
  return { days: mask === 0 ? everyDay : mask, fromMin, toMin };
}

/** Microseconds since 1970; 0 = not written. */
function timeUs(path: string, text: string | undefined): number {
  if (text === undefined) return 0;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) invalid(path, "a time such as 2027-01-31T00:00:00+08:00");
  return ms * 1_000;
}
