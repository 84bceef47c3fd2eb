// What can be wished for at the screen of a box, and said while the wish stands: which words exist
// and what each needs.

export const listingMethods = ["tags", "scan", "count"] as const;
export type Method = (typeof listingMethods)[number];

/** What the badge that follows is shown for, with the fields that must be said. */
export const wishWords = {
  handover: ["method"],
  maintain: [],
  "end-maintenance": [],
  "open-empty": ["compartment"],
  "open-all-empty": [],
  disable: ["compartment"],
  enable: ["compartment"],
  emergency: ["compartment", "reason"],
  sign: [],
  explain: ["compartment", "explanation"],
  seal: ["method", "container", "sealTag"],
  unseal: ["container", "isEnRoute"],
  "check-seals": [],
  "open-manifest": ["method", "manifest", "voyage"],
  "close-manifest": ["method", "manifest"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type WishWord = keyof typeof wishWords;
export const wishNames = namesOf(wishWords);

/** What is said while a wish stands, with the fields that must be said. */
export const changeWords = {
  list: ["parcels"],
  "leave-out": ["parcels"],
  "put-back": ["parcels"],
  count: ["count"],
  seal: ["parcels", "sealTag", "isBroken"],
  dispute: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ChangeWord = keyof typeof changeWords;
export const changeNames = namesOf(changeWords);

function namesOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(table).filter((key): key is K => Object.hasOwn(table, key));
}

/** Fields that verbs of wishes have beside those of their word. */
const ownFields = ["box", "wish", "word"];

/**
 * What is wrong with the fields said of one word: one is missing, or one is of another word;
 * undefined = nothing. `may` may be left out.
 */
export function wordFault(
  needs: readonly string[],
  given: Readonly<Record<string, unknown>>,
  may: readonly string[] = [],
): string | undefined {
  const missing = needs.find((name) => given[name] === undefined);
  if (missing !== undefined) return `"${missing}" is missing`;
  const known = [...ownFields, ...needs, ...may];
  const strange = Object.keys(given).find((name) => !known.includes(name));
  return strange === undefined ? undefined : `"${strange}" is not said with it`;
}
