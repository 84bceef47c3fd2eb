// Whether what takes two persons had two: a handover, and the closing of a manifest.

import type { Fact } from "@driftbox/proto";
import { ownOf } from "../parcels/lookup.ts";
import { releasesAfter, type Releases } from "./releases.ts";

/**
 * Whether each acceptance is of another person than who released it, and of nothing else than was
 * released. The release is one of those before, or in the same decision.
 */
export function isEachHandoverOfTwo(before: Releases, facts: readonly Fact[]): boolean {
  let releases = before;
  return facts.every((fact) => {
    const release = "handover" in fact ? ownOf(releases, fact.handover) : undefined;
    releases = releasesAfter(releases, fact);
    if (fact.kind !== "HandoverAccepted") return true;
    const isOther = fact.receiver !== "" && fact.receiver !== fact.giver;
    const isOfRelease = fact.parcels.every((parcel) => release?.parcels.includes(parcel) === true);
    return isOther && release?.giver === fact.giver && isOfRelease;
  });
}

export function isEachClosingOfTwo(facts: readonly Fact[]): boolean {
  return facts.every((fact) => {
    return fact.kind !== "ManifestClosed" || new Set(fact.persons).size >= 2;
  });
}
