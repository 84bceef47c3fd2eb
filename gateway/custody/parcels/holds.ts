// How parcels are held that are in no compartment: by a person, by nobody known, in a container.

import type { Containers } from "../containers/containers.ts";
import { bounds } from "../layout.ts";

/** How a parcel is held that is in no compartment; `nobody` = it is not known who has it. */
export type Hold =
  | { readonly by: "person"; readonly person: string }
  | { readonly by: "nobody" }
  | { readonly by: "container"; readonly container: string };

/** A hold, and how long the gateway had been running when it began, in ms. */
export type Carried = Hold & { readonly runMs: number };

/** Parcels in no compartment, by parcel, the one moved longest ago first. */
export type Carrying = ReadonlyMap<string, Carried>;

export function holdOf(carried: Carrying, parcel: string): Carried | undefined {
  return carried.get(parcel);
}

/** What a fact makes of parcels; no hold = the gateway need not know of it any longer. */
export interface Moved {
  readonly holds: readonly (readonly [parcel: string, hold: Hold | undefined])[];
  readonly containers?: Containers;
}

/** What is in a container itself, not in those inside it. */
export function contentsOf(carried: Carrying, container: string): readonly string[] {
  return [...carried]
    .filter(([, hold]) => hold.by === "container" && hold.container === container)
    .map(([parcel]) => parcel);
}

/** The containers around a parcel, the innermost first. */
export function around(carried: Carrying, parcel: string): readonly string[] {
  const found: string[] = [];
  let hold = holdOf(carried, parcel);
  while (hold?.by === "container" && found.length < bounds.nestingMaxCount) {
    found.push(hold.container);
    hold = holdOf(carried, hold.container);
  }
  return found;
}
