// Facts that move parcels, one by one and at random, whether or not a core would state them.

import fc from "fast-check";
import type { Fact } from "@driftbox/proto";

const at = { box: "ferry", compartment: 1, grantSeq: 0, evidence: "tag-only" } as const;

export function deposited(parcel: string, compartment = 1): Fact {
  return { kind: "ParcelDeposited", ...at, compartment, parcel, person: "d" };
}

export function collected(parcel: string, person: string): Fact {
  return { kind: "ParcelCollected", ...at, parcel, person };
}

export function sealed(container: string, parcels: readonly string[], person: string): Fact {
  return { kind: "ContainerSealed", container, parcels, sealTag: `s-${container}`, person };
}

export function opened(container: string, person: string, enRoute: boolean): Fact {
  return { kind: "ContainerOpened", container, person, enRoute };
}

const parcel = fc.constantFrom("a", "b", "c", "d", "e", "f", "__proto__");
const parcels = fc.uniqueArray(parcel, { maxLength: 4 });
const person = fc.constantFrom("p", "q");
const place = fc.constantFrom(
  { box: "ferry", compartment: 1 },
  { box: "branch", compartment: 1 },
  { box: "branch", compartment: 2 },
);

export const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.tuple(parcel, place).map(([one, where]): Fact => {
    return { kind: "ParcelDeposited", ...at, ...where, parcel: one, person: "d" };
  }),
  fc.tuple(parcel, place).map(([one, where]): Fact => {
    return { kind: "ParcelCollected", ...at, ...where, parcel: one, person: "p" };
  }),
  fc.tuple(parcel, place).map(([one, where]): Fact => ({
    kind: "DepositUnverified",
    ...where,
    grantSeq: 0,
    parcel: one,
    person: "d",
    reason: "no-tag",
  })),
  fc.tuple(parcels, place).map(([some, where]): Fact => ({
    kind: "ParcelUnaccounted",
    ...where,
    parcels: some,
    presenceBefore: "occupied",
    presenceAfter: "empty",
    lastPerson: "",
  })),
  fc.tuple(parcels, person).map(([some, receiver]): Fact => {
    return { kind: "HandoverAccepted", handover: "h", giver: "g", receiver, parcels: some };
  }),
  fc.tuple(parcel, parcels, person).map(([one, some, by]) => sealed(one, some, by)),
  fc.tuple(parcel, person, fc.boolean()).map(([one, by, enRoute]) => opened(one, by, enRoute)),
  parcels.map((some): Fact => {
    const lists = { expected: some, found: some, missing: [], extra: [] };
    return { kind: "ManifestClosed", manifest: "m", ...lists, persons: ["p", "q"] };
  }),
);
