// Who answers for a parcel: the compartment it is in, a person, or nobody known; folded from facts.

import type { Fact } from "@driftbox/proto";
import { containerOf, doubted, opened, resealed } from "../containers/containers.ts";
import type { FactMeta } from "../evolve.ts";
import { bounds } from "../layout.ts";
import type { CompartmentRecord, Durable } from "../state.ts";
import type { Custody } from "./holdings.ts";
import { prunedAt, withinBounds, withoutLost } from "./forgetting.ts";
import { holdOf, type Carried, type Carrying, type Hold, type Moved } from "./holds.ts";
import { holds, isPlaced } from "./inventory.ts";

export type Custodian =
  | {
      readonly kind: "compartment";
      readonly key: string;
      /** False: it is here or nowhere. */
      readonly isVerified: boolean;
    }
  | { readonly kind: "person"; readonly person: string }
  | { readonly kind: "unknown" };

/**
 * The one custodian of a parcel; undefined = this gateway knows nothing of it, or not any more.
 * What is in a container goes with it, and nobody vouches for it once that was opened on the way.
 */
export function custodianOf(custody: Custody, parcel: string): Custodian | undefined {
  let inner = parcel;
  for (let depth = 0; depth <= bounds.nestingMaxCount; depth += 1) {
    const home = compartmentOf(custody.compartments, inner);
    if (home !== undefined) return home;
    const hold = holdOf(custody.carried, inner);
    if (hold === undefined) return depth === 0 ? undefined : { kind: "unknown" };
    if (hold.by === "person") return { kind: "person", person: hold.person };
    if (hold.by === "nobody") return { kind: "unknown" };
    if (containerOf(custody.containers, hold.container)?.isDoubtful === true) {
      return { kind: "unknown" };
    }
    inner = hold.container;
  }
  return { kind: "unknown" };
}

/** Parcels that a person answers for, loose or as a container, in the order they came. */
export function parcelsWith({ carried }: Pick<Custody, "carried">, person: string): string[] {
  return Object.entries(carried)
    .filter(([, hold]) => hold.by === "person" && hold.person === person)
    .toSorted(([, a], [, b]) => a.seq - b.seq)
    .map(([parcel]) => parcel);
}

/** Custody after a fact. `compartments` already include it; every other part is of before. */
export function custodyAfter(
  custody: Custody,
  fact: Fact,
  meta: FactMeta,
): Pick<Custody, "carried" | "containers"> {
  const moved = movedBy(custody, fact);
  if (moved === undefined) return prunedAt(custody, fact, meta);
  const { containers = custody.containers, holds: changes } = moved;
  const { seq, wallMs } = meta;
  const held: [string, Carried][] = [];
  const dropped = new Set<string>();
  for (const [parcel, hold] of changes) {
    const isIn = parcel === "" || isPlaced(custody.compartments, parcel);
    if (isIn || hold === undefined) dropped.add(parcel);
    else held.push([parcel, { ...hold, seq, wallMs }]);
  }
  const kept = without(custody.carried, dropped);
  // Not assigned one by one: a parcel may be called like something every object has.
  const after = { ...custody, carried: { ...kept, ...Object.fromEntries(held) }, containers };
  const { carried } = after;
  if (Object.keys(carried).length > bounds.carriedMaxCount) return withinBounds(after);
  return kept === custody.carried ? { carried, containers } : withoutLost(after);
}

function without(carried: Carrying, dropped: ReadonlySet<string>): Carrying {
  const isAny = [...dropped].some((parcel) => holdOf(carried, parcel) !== undefined);
  if (!isAny) return carried;
  return Object.fromEntries(Object.entries(carried).filter(([parcel]) => !dropped.has(parcel)));
}

function each(parcels: readonly string[], hold: Hold | undefined): Moved {
  return { holds: parcels.map((parcel) => [parcel, hold]) };
}

function movedBy(custody: Custody, fact: Fact): Moved | undefined {
  switch (fact.kind) {
    case "ParcelCollected":
      return each([fact.parcel], { by: "person", person: fact.person });
    // In a compartment now; one that can remember no more knows not where it is.
    case "ParcelDeposited":
    case "DepositUnverified":
      return each([fact.parcel], { by: "nobody" });
    case "ParcelUnaccounted":
      return each(fact.parcels, { by: "nobody" });
    case "DepositAbandoned":
      return fact.parcel === undefined ? undefined : each([fact.parcel], { by: "nobody" });
    case "HandoverAccepted":
      return each(fact.parcels, { by: "person", person: fact.receiver });
    case "ContainerSealed":
      return resealed(custody, fact);
    case "ContainerOpened":
      return opened(custody, fact);
    case "SealTagChecked":
      return doubted(custody, fact);
    case "ManifestClosed":
      return each(withPersons(custody, fact.found), undefined);
    default:
      return undefined;
  }
}

function withPersons({ carried }: Custody, parcels: readonly string[]): readonly string[] {
  return parcels.filter((parcel) => holdOf(carried, parcel)?.by === "person");
}

function compartmentOf(
  compartments: Durable["compartments"],
  parcel: string,
): Custodian | undefined {
  const found = Object.entries(compartments).find(([, record]) => holds(record, parcel));
  if (found === undefined) return undefined;
  const [key, record] = found;
  return { kind: "compartment", key, isVerified: isVerifiedIn(record, parcel) };
}

function isVerifiedIn(record: CompartmentRecord, parcel: string): boolean {
  return record.parcels.some((held) => held.parcel === parcel && held.isVerified);
}
