// Reads a policy as an operator writes it, and turns badge numbers into references.

import { fromHex, type DraftOf, type SiteName } from "@driftbox/proto";
import { demandOf } from "./policy-demands.ts";
import { depositOf, helpNumberOf } from "./policy-deposits.ts";
import { Fields, invalid } from "./policy-fields.ts";
import { windowOf } from "./policy-windows.ts";
import {
  actionNumbers,
  assuranceNumbers,
  dayNumber,
  leniencyNumbers,
  timeUs,
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

const policyKeys = [
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
  "blockedPersons",
  "voyages",
  "grantKeys",
  "commandKeys",
  "suspensions",
  "deposits",
  "helpNumber",
] as const;

/** Fault: policy/invalid, with the path of what is wrong. Unknown keys are errors. */
export function policyDraft(source: PolicySource): DraftOf<"policy"> {
  const policy = new Fields(source.written, "policy", policyKeys);
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
    blockedPersons: policy.list("blockedPersons").map((each, i) => {
      const isName = typeof each === "string" && each !== "";
      return isName ? each : invalid(`policy.blockedPersons[${i}]`, "a staff number in quotes");
    }),
    voyages: policy.list("voyages").map((each, i) => voyageOf(each, `policy.voyages[${i}]`)),
    grantKeys: policy.list("grantKeys").map((each, i) => keyOf(each, `policy.grantKeys[${i}]`)),
    ...ordersOf(policy),
    blockedUs: timeUs("policy.blockedAt", policy.optional("blockedAt", "string")),
    deposits: policy.list("deposits").map((each, i) => depositOf(each, `policy.deposits[${i}]`)),
    helpNumber: helpNumberOf(policy.optional("helpNumber", "string"), "policy.helpNumber"),
  };
}

/** Who may give commands, and when nobody is served. */
function ordersOf(policy: Fields) {
  const keys = policy.list("commandKeys");
  return {
    commandKeys: keys.map((each, i) => keyOf(each, `policy.commandKeys[${i}]`)),
    suspensions: policy
      .list("suspensions")
      .map((each, i) => suspensionOf(each, `policy.suspensions[${i}]`)),
  };
}

/** Without a box it is of every box. */
function suspensionOf(written: unknown, path: string) {
  const suspension = new Fields(written, path, ["box", "from", "until", "reason"]);
  const fromUs = timeUs(`${path}.from`, suspension.wanted("from", "string"));
  const untilUs = timeUs(`${path}.until`, suspension.wanted("until", "string"));
  if (untilUs <= fromUs) invalid(path, "ends before it begins");
  const box = suspension.optional("box", "string") ?? "";
  return { box, fromUs, untilUs, reason: suspension.wanted("reason", "string") };
}

function voyageOf(written: unknown, path: string) {
  const voyage = new Fields(written, path, ["voyage", "from", "until"]);
  const fromUs = timeUs(`${path}.from`, voyage.wanted("from", "string"));
  const untilUs = timeUs(`${path}.until`, voyage.wanted("until", "string"));
  if (untilUs <= fromUs) invalid(path, "ends before it begins");
  return { voyage: voyage.name("voyage"), fromUs, untilUs };
}

/** A raw Ed25519 public key. */
function keyOf(written: unknown, path: string): Uint8Array {
  const key = typeof written === "string" ? fromHex(written) : undefined;
  return key?.length === 32 ? key : invalid(path, "64 hex digits in quotes: a public key");
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
    "canMaintain",
    "canEmergency",
    "windows",
  ]);
  return {
    box: right.name("box"),
    compartments: right.compartments(),
    canDeposit: right.optional("canDeposit", "boolean") ?? false,
    canCollect: right.optional("canCollect", "boolean") ?? false,
    canAuthorize: right.optional("canAuthorize", "boolean") ?? false,
    canMaintain: right.optional("canMaintain", "boolean") ?? false,
    canEmergency: right.optional("canEmergency", "boolean") ?? false,
    windows: right.list("windows").map((each, i) => windowOf(each, `${path}.windows[${i}]`)),
  };
}
