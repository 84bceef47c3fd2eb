// Reads a policy as an operator writes it, and turns badge numbers into references.

import {
  Fault,
  fromHex,
  limits,
  type Assurance,
  type DraftOf,
  type SiteName,
} from "@driftbox/proto";
import { assuranceNumbers, minuteOfDay, weekdays } from "./policy-words.ts";

export interface PolicySource {
  readonly site: SiteName;
  /** What the YAML file holds. */
  readonly written: unknown;
  /** Keyed reference of a raw badge number in upper-case hex. */
  readonly badgeRef: (number: string) => string;
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
  ]);
  const site = policy.optional("site", "string") ?? source.site;
  if (site !== source.site) invalid("policy.site", `is ${site}, signed for ${source.site}`);
  const version = policy.wanted("version", "number");
  if (!Number.isSafeInteger(version) || version < 1) invalid("policy.version", "from 1 up");
  const roles = policy.list("roles").map(roleOf);
  const names = new Set(roles.map((each) => each.role));
  const badges = policy.list("badges").map((each, i) => {
    const badge = badgeOf(each, `policy.badges[${i}]`, source);
    if (!names.has(badge.role)) invalid(`policy.badges[${i}].role`, `no role ${badge.role}`);
    return badge;
  });
  const utcOffsetMin = policy.optional("utcOffsetMin", "number") ?? 0;
  if (Math.abs(utcOffsetMin) > 14 * 60) invalid("policy.utcOffsetMin", "minutes, -840 to 840");
  return {
    version,
    site,
    issuedUs: source.issuedMs * 1_000,
    expiresUs: expiresUsOf(policy.optional("expires", "string")),
    badges,
    roles,
    blockedBadges: policy
      .list("blocked")
      .map((each, i) => referenceOf(each, `policy.blocked[${i}]`, source)),
    utcOffsetMin,
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
  const assurance = badge.optional("assurance", "string") ?? "identifier";
  const assuranceNumber = assuranceNumbers[assurance as Assurance];
  if (assuranceNumber === undefined) {
    invalid(`${path}.assurance`, `one of ${Object.keys(assuranceNumbers).join(", ")}`);
  }
  return {
    badgeRef: referenceOf(badge.raw("number"), `${path}.number`, source),
    person: badge.name("person"),
    role: badge.name("role"),
    organization: badge.optional("organization", "string") ?? "",
    assurance: assuranceNumber,
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
  const role = new Fields(written, path, ["role", "staleAfterH", "allowWithoutClock", "rights"]);
  return {
    role: role.name("role"),
    staleAfterH: role.optional("staleAfterH", "number") ?? 0,
    allowWithoutClock: role.optional("allowWithoutClock", "boolean") ?? false,
    rights: role.list("rights").map((each, i) => rightOf(each, `${path}.rights[${i}]`)),
  };
}

function rightOf(written: unknown, path: string) {
  const right = new Fields(written, path, [
    "box",
    "compartments",
    "canDeposit",
    "canCollect",
    "windows",
  ]);
  const compartments = right.list("compartments").map((each) => {
    const isCompartment = typeof each === "number" && Number.isInteger(each) && each > 0;
    return isCompartment ? each : invalid(`${path}.compartments`, "numbers from 1 up");
  });
  return {
    box: right.name("box"),
    compartments,
    canDeposit: right.optional("canDeposit", "boolean") ?? false,
    canCollect: right.optional("canCollect", "boolean") ?? false,
    windows: right.list("windows").map((each, i) => windowOf(each, `${path}.windows[${i}]`)),
  };
}

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
  return { days: mask === 0 ? 0x7f : mask, fromMin, toMin };
}

function expiresUsOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) invalid("policy.expires", "a time such as 2027-01-31T00:00:00+08:00");
  return ms * 1_000;
}

interface Primitives {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
}

/** Entries of one list at most; a policy is far smaller. */
const listMaxCount = 20_000;

/** One mapping of the file, with errors that name the place. */
class Fields {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #path: string;

  constructor(written: unknown, path: string, known: readonly string[]) {
    if (typeof written !== "object" || written === null || Array.isArray(written)) {
      invalid(path, "expected a mapping");
    }
    this.#fields = written as Record<string, unknown>;
    this.#path = path;
    const unknown = Object.keys(this.#fields).find((key) => !known.includes(key));
    if (unknown !== undefined) {
      invalid(`${path}.${unknown}`, `unknown key; known are ${known.join(", ")}`);
    }
  }

  raw(key: string): unknown {
    return this.#fields[key];
  }

  optional<K extends keyof Primitives>(key: string, type: K): Primitives[K] | undefined {
    const value = this.#fields[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== type) invalid(`${this.#path}.${key}`, `expected a ${type}`);
    return value as Primitives[K];
  }

  wanted<K extends keyof Primitives>(key: string, type: K): Primitives[K] {
    return this.optional(key, type) ?? invalid(`${this.#path}.${key}`, "is missing");
  }

  name(key: string): string {
    const text = this.wanted(key, "string");
    if (text.length > 0 && text.length <= limits.idMaxChars) return text;
    return invalid(`${this.#path}.${key}`, `1 to ${limits.idMaxChars} characters`);
  }

  list(key: string): readonly unknown[] {
    const value = this.#fields[key] ?? [];
    if (!Array.isArray(value)) return invalid(`${this.#path}.${key}`, "expected a list");
    if (value.length > listMaxCount) invalid(`${this.#path}.${key}`, `over ${listMaxCount}`);
    return value as unknown[];
  }
}

function invalid(path: string, reason: string): never {
  throw new Fault("policy/invalid", `${path}: ${reason}`);
}
