// Whether every parcel that a gateway knows has exactly one custodian, whatever was stated.

import type { Fact } from "@driftbox/proto";
import { bounds } from "../layout.ts";
import { custodianOf } from "./custodians.ts";
import { around, holdOf } from "./holds.ts";
import type { Custody } from "./holdings.ts";
import { movedParcels } from "./moved-parcels.ts";

/** Nothing is held twice, and what is in a container is at most so deep in something held. */
export function isEachHeldOnce(custody: Custody): boolean {
  const placed = placedIn(custody);
  const { carried } = custody;
  return [...carried].every(([parcel, hold]) => {
    if (placed.has(parcel)) return false;
    if (hold.by !== "container") return true;
    const outer = around(carried, parcel);
    const root = outer.at(-1) ?? parcel;
    const isRooted = placed.has(root) || isLoose(custody, root);
    return isRooted && !outer.includes(parcel) && outer.length <= bounds.nestingMaxCount;
  });
}

function placedIn({ compartments }: Custody): ReadonlySet<string> {
  const records = Object.values(compartments);
  return new Set(records.flatMap(({ parcels }) => parcels.map(({ parcel }) => parcel)));
}

function isLoose({ carried }: Custody, parcel: string): boolean {
  const hold = holdOf(carried, parcel);
  return hold !== undefined && hold.by !== "container";
}

/** Whether each parcel that facts moved has a custodian, the bound of memory aside. */
export function isEachMovedKnown(custody: Custody, facts: readonly Fact[]): boolean {
  if (custody.carried.size >= bounds.carriedMaxCount) return true;
  if (facts.some(({ kind }) => kind === "ManifestClosed")) return true;
  const moved = facts.flatMap(movedParcels).filter((parcel) => parcel !== "");
  return moved.every((parcel) => custodianOf(custody, parcel) !== undefined);
}

export function movesParcels(facts: readonly Fact[]): boolean {
  return facts.some((fact) => movedParcels(fact).length > 0);
}
