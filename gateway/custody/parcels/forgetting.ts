// What of parcels in no compartment is forgotten: too old, too many, or in something forgotten.

import type { Fact } from "@driftbox/proto";
import { bounds } from "../layout.ts";
import type { Custody, RunMeta } from "./holdings.ts";
import { holdOf, type Carried, type Carrying } from "./holds.ts";
import { isPlaced } from "./inventory.ts";

/**
 * For so long a parcel in no compartment is kept, unless an open manifest expects it. Only time in
 * which the gateway runs counts: a wall clock that is wrong forgets nothing.
 */
export const carriedMaxMs = 30 * 24 * 60 * 60_000;

/** Signs of life are the moments at which what is too old is forgotten. */
export function prunedAt(
  custody: Custody,
  fact: Fact,
  { runMs }: RunMeta,
): Pick<Custody, "carried" | "containers"> {
  const { carried, containers } = custody;
  const isSign = fact.kind === "Heartbeat" || fact.kind === "GatewayStarted";
  if (!isSign) return { carried, containers };
  const expected = new Set(Object.values(custody.manifests).flatMap((one) => one.expected));
  const isOld = (parcel: string, hold: Carried): boolean => {
    if (hold.by === "container" || expected.has(parcel)) return false;
    return runMs - hold.runMs > carriedMaxMs;
  };
  const kept = new Map([...carried].filter(([parcel, hold]) => !isOld(parcel, hold)));
  if (kept.size === carried.size) return { carried, containers };
  return withoutLost({ ...custody, carried: kept });
}

/** What was in a container that is forgotten is forgotten with it, and so are empty records. */
export function withoutLost(custody: Custody): Pick<Custody, "carried" | "containers"> {
  const { compartments } = custody;
  let { carried } = custody;
  const isKnown = (parcel: string): boolean =>
    holdOf(carried, parcel) !== undefined || isPlaced(compartments, parcel);
  for (let depth = 0; depth < bounds.nestingMaxCount; depth += 1) {
    const lost = lostOf(carried, isKnown);
    if (lost.size === 0) break;
    carried = new Map([...carried].filter(([parcel]) => !lost.has(parcel)));
  }
  const containers = Object.entries(custody.containers);
  const known = containers.filter(([container]) => isKnown(container));
  if (known.length === containers.length) return { carried, containers: custody.containers };
  return { carried, containers: Object.fromEntries(known) };
}

/** What is in a container that is not known. */
function lostOf(carried: Carrying, isKnown: (parcel: string) => boolean): ReadonlySet<string> {
  const lost = new Set<string>();
  for (const [parcel, hold] of carried) {
    if (hold.by === "container" && !isKnown(hold.container)) lost.add(parcel);
  }
  return lost;
}
