// Handovers that a giver released and nobody answered yet, folded from facts.

import type { Fact } from "@driftbox/proto";
import { ownOf } from "../parcels/lookup.ts";
import { movedParcels } from "../parcels/moved-parcels.ts";

export interface Release {
  readonly box: string;
  readonly giver: string;
  /** Reserved for whoever answers; what turned up elsewhere since is not among them any more. */
  readonly parcels: readonly string[];
}

/** By handover. */
export type Releases = Readonly<Record<string, Release>>;

/** Whether a parcel is released and not answered: till then nobody does anything else with it. */
export function isReserved(releases: Releases, parcel: string): boolean {
  return Object.values(releases).some(({ parcels }) => parcels.includes(parcel));
}

export function releasesAfter(releases: Releases, fact: Fact): Releases {
  return freedBy(answeredBy(releases, fact), fact);
}

/** A parcel that a door or a tag shows to be elsewhere is not with its giver. */
function freedBy(releases: Releases, fact: Fact): Releases {
  const moved = movedParcels(fact);
  if (!moved.some((parcel) => isReserved(releases, parcel))) return releases;
  const entries = Object.entries(releases).map(([handover, release]) => {
    const parcels = release.parcels.filter((parcel) => !moved.includes(parcel));
    return [handover, { ...release, parcels }] as const;
  });
  return Object.fromEntries(entries);
}

function answeredBy(releases: Releases, fact: Fact): Releases {
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
