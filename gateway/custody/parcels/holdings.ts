// What the gateway keeps of parcels that are in none of its compartments: one fold, four parts.

import type { Fact } from "@driftbox/proto";
import type { Containers } from "../containers/containers.ts";
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
import type { Carried, Carrying, Hold } from "./holds.ts";

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
  carried: new Map(),
  containers: {},
  releases: {},
  manifests: {},
  closedManifests: [],
};

/** As it is stored, plain JSON: `carried` as pairs, in order. */
export function storedHoldings({ carried, ...others }: Holdings): StoredHoldings {
  return { ...others, carried: [...carried] };
}

/** As it is stored. Earlier versions kept an object, in which the order was told by `seq`. */
export type StoredHoldings = Partial<Omit<Holdings, "carried">> & {
  readonly carried?: readonly (readonly [string, Carried])[] | Readonly<Record<string, HeldBefore>>;
};
type HeldBefore = Hold & { readonly seq: number } & Partial<Carried>;

/** What was carried before running time was counted is kept for the whole time from now on. */
export function restoredHoldings({ carried = [], ...others }: StoredHoldings = {}): Holdings {
  return {
    ...noHoldings,
    ...others,
    carried: new Map(isPairs(carried) ? carried : inOrder(carried)),
  };
}

function isPairs(
  carried: NonNullable<StoredHoldings["carried"]>,
): carried is readonly (readonly [string, Carried])[] {
  return Array.isArray(carried);
}

function inOrder(carried: Readonly<Record<string, HeldBefore>>): [string, Carried][] {
  return Object.entries(carried)
    .toSorted(([, a], [, b]) => a.seq - b.seq)
    .map(([parcel, { seq: _seq, ...hold }]) => [parcel, { runMs: 0, ...hold }]);
}

/** Holdings and compartments together: everything that says who has a parcel. */
export type Custody = Holdings & Pick<Durable, "compartments">;

export function custodyOf({ holdings, compartments }: Durable): Custody {
  return { ...holdings, compartments };
}

/** A fact's place in the chain, and how long the gateway had been running by then. */
export interface RunMeta {
  readonly seq: number;
  readonly runMs: number;
}

/** @param compartments as they are after the fact */
export function holdingsAfter(
  { holdings }: Durable,
  compartments: Durable["compartments"],
  fact: Fact,
  meta: RunMeta,
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
    carried.size <= bounds.carriedMaxCount &&
    open.length <= manifestsMaxCount &&
    open.every(({ expected }) => expected.length <= expectedMaxCount)
  );
}
