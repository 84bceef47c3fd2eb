// What of parcels in no compartment is forgotten: too old, too many, or in something forgotten.

import type { Fact } from "@driftbox/proto";
import type { FactMeta } from "../evolve.ts";
import { bounds } from "../layout.ts";
import type { Custody } from "./holdings.ts";
import { holdOf, type Carried } from "./holds.ts";
import { isPlaced } from "./inventory.ts";

/** For so long a parcel in no compartment is kept, unless an open manifest expects it. */
export const carriedMaxMs = 30 * 24 * 60 * 60_000;

/** Signs of life are the moments at which what is too old is forgotten. */
export function prunedAt(
  custody: Custody,
  fact: Fact,
  { wallMs }: FactMeta,
): Pick<Custody, "carried" | "containers"> {
  const { carried, containers } = custody;
  const isSign = fact.kind === "Heartbeat" || fact.kind === "GatewayStarted";
  if (!isSign || wallMs === 0) return { carried, containers };
  const expected = new Set(Object.values(custody.manifests).flatMap((one) => one.expected));
  const isOld = (parcel: string, hold: Carried): boolean => {
    if (hold.by === "container" || expected.has(parcel)) return false;
    return hold.wallMs !== 0 && wallMs - hold.wallMs > carriedMaxMs;
  };
  const all = Object.entries(carried);
  const kept = all.filter(([parcel, hold]) => !isOld(parcel, hold));
  if (kept.length === all.length) return { carried, containers };
  return withoutLost({ ...custody, carried: Object.fromEntries(kept) });
}

/** Beyond the bound what was moved longest ago is forgotten. */
export function withinBounds(custody: Custody): Pick<Custody, "carried" | "containers"> {
  const all = Object.entries(custody.carried);
  const newest = all.toSorted(([, a], [, b]) => a.seq - b.seq).slice(-bounds.carriedMaxCount);
  return withoutLost({ ...custody, carried: Object.fromEntries(newest) });
}

/** What was in a container that is forgotten is forgotten with it, and so are empty records. */
export function withoutLost(custody: Custody): Pick<Custody, "carried" | "containers"> {
  const { compartments } = custody;
  let { carried } = custody;
  const isKnown = (parcel: string): boolean =>
    holdOf(carried, parcel) !== undefined || isPlaced(compartments, parcel);
  for (let depth = 0; depth < bounds.nestingMaxCount; depth += 1) {
    const all = Object.entries(carried);
    const kept = all.filter(([, hold]) => hold.by !== "container" || isKnown(hold.container));
    if (kept.length === all.length) break;
    carried = Object.fromEntries(kept);
  }
  const containers = Object.entries(custody.containers);
  const known = containers.filter(([container]) => isKnown(container));
  if (known.length === containers.length) return { carried, containers: custody.containers };
  return { carried, containers: Object.fromEntries(known) };
}
