// Handovers that a giver released and nobody answered yet, folded from facts.

import type { Fact } from "@driftbox/proto";
import { ownOf } from "../parcels/lookup.ts";

export interface Release {
  readonly box: string;
  readonly giver: string;
  readonly parcels: readonly string[];
}

/** By handover. */
export type Releases = Readonly<Record<string, Release>>;

export function releasesAfter(releases: Releases, fact: Fact): Releases {
  switch (fact.kind) {
    case "HandoverReleased": {
      const { handover, giver, parcels, box = "" } = fact;
      return { ...releases, [handover]: { box, giver, parcels } };
    }
    case "HandoverAccepted":
    case "HandoverDisputed":
    case "HandoverWithdrawn": {
      if (ownOf(releases, fact.handover) === undefined) return releases;
      const { [fact.handover]: _answered, ...others } = releases;
      return others;
    }
    default:
      return releases;
  }
}

/** Releases at a box, in the order they were made. */
export function releasesAt(releases: Releases, box: string): readonly (Release & Named)[] {
  return Object.entries(releases)
    .filter(([, release]) => release.box === box)
    .map(([handover, release]) => ({ handover, ...release }));
}

interface Named {
  readonly handover: string;
}
