// What an event is about: the box, compartment, person and parcels that a fact names.

import { limits, type Fact } from "@driftbox/proto";

export interface Subject {
  readonly box: string | undefined;
  /** Counted from 1; undefined for a whole box or none. */
  readonly compartment: number | undefined;
  readonly person: string | undefined;
  readonly parcels: readonly string[];
}

/** Parcels that one fact names, at most: two lists of them. */
const namedMaxCount = 2 * limits.parcelsMaxCount;

const nobody: Subject = {
  box: undefined,
  compartment: undefined,
  person: undefined,
  parcels: [],
};

/**
 * Names longer than `limits.idMaxChars` name nothing: nobody could ask for them. They are still in
 * the fact itself. Reads the fields by name, so that a new fact kind with the same words needs
 * nothing here.
 */
export function subjectOf(fact: Fact | undefined): Subject {
  if (fact === undefined) return nobody;
  const compartment = "compartment" in fact && fact.compartment > 0 ? fact.compartment : undefined;
  return {
    box: "box" in fact ? nameOf(fact.box) : undefined,
    compartment,
    person: "person" in fact ? nameOf(fact.person) : undefined,
    parcels: parcelsOf(fact).filter(isName).slice(0, namedMaxCount),
  };
}

function parcelsOf(fact: Fact): readonly string[] {
  if (fact.kind === "HandoverDisputed") {
    return [...new Set([...fact.giverSays, ...fact.receiverSays])];
  }
  if (fact.kind === "ManifestOpened") return [...new Set(fact.expected)];
  if (fact.kind === "ManifestClosed") return [...new Set([...fact.expected, ...fact.extra])];
  if (fact.kind === "ContainerOpened") return [fact.container];
  if (fact.kind === "ContainerSealed") return [...new Set([fact.container, ...fact.parcels])];
  if ("parcels" in fact) return [...new Set(fact.parcels)];
  if ("parcel" in fact) return [fact.parcel ?? ""];
  return [];
}

function isName(text: string): boolean {
  return text !== "" && text.length <= limits.idMaxChars;
}

function nameOf(text: string): string | undefined {
  return isName(text) ? text : undefined;
}
