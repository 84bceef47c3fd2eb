// Long lists split so that each part fits one fact, whatever the parcels are called.

import { limits } from "@driftbox/proto";

/** Bytes of one list in one fact; a fact holds two such lists beside its names. */
const listMaxBytes = 3_300;

/** The most bytes that a text can take as a field of a fact: UTF-8 takes 3 for a UTF-16 unit. */
function costOf(text: string): number {
  return 3 * text.length + 3;
}

/**
 * Splits entries in order into parts of at most `listMaxBytes` and `limits.parcelsMaxCount`.
 * @param textsOf the texts of an entry; those of each place form one list of the fact
 */
export function partsOf<T>(
  entries: readonly T[],
  textsOf: (entry: T) => readonly string[],
): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let used: number[] = [];
  for (const entry of entries) {
    const costs = textsOf(entry).map(costOf);
    const last = parts.at(-1);
    const hasRoom = costs.every((cost, list) => (used[list] ?? 0) + cost <= listMaxBytes);
    if (last === undefined || !hasRoom || last.length >= limits.parcelsMaxCount) {
      parts.push([entry]);
      used = costs;
    } else {
      last.push(entry);
      used = costs.map((cost, list) => (used[list] ?? 0) + cost);
    }
  }
  return parts;
}

/** Parcel numbers in parts. */
export function parcelParts(parcels: readonly string[]): readonly (readonly string[])[] {
  return partsOf(parcels, (parcel) => [parcel]);
}
