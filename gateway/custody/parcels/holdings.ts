// What the gateway keeps of parcels that are in none of its compartments: one fold, four parts.

import type { Fact } from "@driftbox/proto";
import type { Containers } from "../containers/containers.ts";
import type { FactMeta } from "../evolve.ts";
import { releasesAfter, type Releases } from "../handover/releases.ts";
import { bounds } from "../layout.ts";
import {
  closedAfter,
  expectedMaxCount,
  manifestsAfter,
  manifestsMaxCount,
  type Manifests,
} from "../manifests/manifests.ts";
import type { Durable } from "../state.ts";
import { custodyAfter } from "./custodians.ts";
import type { Carrying } from "./holds.ts";

/** Durable; folded from facts. */
export interface Holdings {
  readonly carried: Carrying;
  readonly containers: Containers;
  /** Handovers that were released and not answered yet. */
  readonly releases: Releases;
  /** Manifests that are open. */
  readonly manifests: Manifests;
  /** Closed of late, the newest last. */
  readonly closedManifests: readonly string[];
}

export const noHoldings: Holdings = {
  carried: {},
  containers: {},
  releases: {},
  manifests: {},
  closedManifests: [],
};

/** Holdings and compartments together: everything that says who has a parcel. */
export type Custody = Holdings & Pick<Durable, "compartments">;

export function custodyOf({ holdings, compartments }: Durable): Custody {
  return { ...holdings, compartments };
}

/** @param compartments as they are after the fact */
export function holdingsAfter(
  { holdings }: Durable,
  compartments: Durable["compartments"],
  fact: Fact,
  meta: FactMeta,
): Holdings {
  const moved = custodyAfter({ ...holdings, compartments }, fact, meta);
  const releases = releasesAfter(holdings.releases, fact);
  const manifests = manifestsAfter(holdings.manifests, fact);
  const turned = { before: holdings.manifests, after: manifests };
  const closedManifests = closedAfter(holdings.closedManifests, turned, fact);
  const isSame =
    moved.carried === holdings.carried &&
    moved.containers === holdings.containers &&
    releases === holdings.releases &&
    manifests === holdings.manifests;
  return isSame ? holdings : { ...moved, releases, manifests, closedManifests };
}

export function areHoldingsBounded(holdings: Holdings): boolean {
  const { carried, manifests } = holdings;
  const open = Object.values(manifests);
  return (
    Object.keys(carried).length <= bounds.carriedMaxCount &&
    open.length <= manifestsMaxCount &&
    open.every(({ expected }) => expected.length <= expectedMaxCount)
  );
}
