// Reads a grant as an operator writes it.

import { AssuranceLevel, type Assurance, type DraftOf, type SiteName } from "@driftbox/proto";
import { Fields, invalid } from "./policy-fields.ts";
import { actionNumbers, timeUs } from "./policy-words.ts";

export interface GrantSource {
  readonly site: SiteName;
  /** What the YAML file holds. */
  readonly written: unknown;
  readonly issuedMs: number;
}

const levels = {
  identifier: AssuranceLevel.ASSURANCE_IDENTIFIER,
  "counter-mac": AssuranceLevel.ASSURANCE_COUNTER_MAC,
  "mutual-auth": AssuranceLevel.ASSURANCE_MUTUAL_AUTH,
} as const satisfies Readonly<Record<Assurance, number>>;

/** Parcels, or voyages, of one grant: gateway/custody/access. */
const namedMaxCount = 64;

/** Fault: policy/invalid, with the path of what is wrong. Unknown keys are errors. */
export function grantDraft({ site, written, issuedMs }: GrantSource): DraftOf<"grant"> {
  const grant = new Fields(written, "grant", [
    "grant",
    "person",
    "role",
    "bearer",
    "box",
    "compartments",
    "actions",
    "parcels",
    "voyages",
    "from",
    "until",
    "leastAssurance",
    "authorizers",
    "once",
  ]);
  const name = grant.name("grant");
  if (!/^[A-Za-z0-9._-]+$/.test(name)) invalid("grant.grant", "of A-Z a-z 0-9 . _ -");
  const actions = grant.list("actions").map((each) => {
    const words = Object.keys(actionNumbers).join(", ");
    return actionNumbers[String(each)] ?? invalid("grant.actions", `of ${words}`);
  });
  if (actions.length === 0) invalid("grant.actions", "is missing: what it is for");
  const isOnce = grant.optional("once", "boolean") ?? false;
  const until = grant.optional("until", "string");
  if (isOnce && until === undefined) invalid("grant.until", "is missing: one for once must end");
  const holders = ["person", "role"].map((key) => grant.optional(key, "string") ?? "");
  const [person = "", role = ""] = holders;
  const isBearer = grant.optional("bearer", "boolean") ?? false;
  const leastAssurance = grant.word("leastAssurance", levels) ?? levels.identifier;
  if (isBearer && leastAssurance !== levels.identifier) {
    invalid("grant.leastAssurance", "a bearer proves nothing");
  }
  const count = [person !== "", role !== "", isBearer].filter(Boolean).length;
  if (count !== 1) invalid("grant", "one of person, role, bearer: true");
  const fromUs = timeUs("grant.from", grant.optional("from", "string"));
  const untilUs = timeUs("grant.until", until);
  if (untilUs !== 0 && untilUs <= fromUs) invalid("grant", "ends before it begins");
  return {
    grant: name,
    site,
    issuedUs: issuedMs * 1_000,
    person,
    role,
    isBearer,
    box: grant.name("box"),
    compartments: grant.compartments(),
    actions,
    parcels: names(grant, "parcels"),
    voyages: names(grant, "voyages"),
    fromUs,
    untilUs,
    leastAssurance,
    authorizers: grant.whole("authorizers", 3),
    isOnce,
  };
}

/** Texts in quotes: a parcel's number may begin with a zero. */
function names(grant: Fields, key: string): string[] {
  const written = grant.list(key);
  if (written.length > namedMaxCount) invalid(`grant.${key}`, `more than ${namedMaxCount}`);
  return written.map((each) => {
    const isName = typeof each === "string" && each !== "";
    return isName ? each : invalid(`grant.${key}`, "texts in quotes");
  });
}
