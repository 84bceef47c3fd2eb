// Who answers for a parcel: the compartment it is in, a person, or nobody known; folded from facts.

import type { Fact } from "@driftbox/proto";
import { containerOf, doubted, opened, resealed, unvouchedIn } from "../containers/containers.ts";
import { isReserved } from "../handover/releases.ts";
import { bounds } from "../layout.ts";
import type { CompartmentRecord, Durable } from "../state.ts";
import type { Custody, RunMeta } from "./holdings.ts";
import { prunedAt, withoutLost } from "./forgetting.ts";
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
  return [...carried]
    .filter(([, hold]) => hold.by === "person" && hold.person === person)
    .map(([parcel]) => parcel);
}

/** Custody after a fact. `compartments` already include it; every other part is of before. */
export function custodyAfter(
  custody: Custody,
  fact: Fact,
  meta: RunMeta,
): Pick<Custody, "carried" | "containers"> {
  const moved = movedBy(custody, fact);
  if (moved === undefined) return prunedAt(custody, fact, meta);
  const { containers = custody.containers, holds: changes } = moved;
  const held: [string, Carried][] = [];
  const dropped = new Set<string>();
  for (const [parcel, hold] of changes) {
    const isIn = parcel === "" || isPlaced(custody.compartments, parcel);
    if (isIn || hold === undefined) dropped.add(parcel);
    else held.push([parcel, { ...hold, runMs: meta.runMs }]);
  }
  const { carried, isAnyLost } = moving(custody.carried, dropped, held);
  return isAnyLost ? withoutLost({ ...custody, carried, containers }) : { carried, containers };
}

/**
 * The same where nothing changes; what is held anew is the last. Beyond the bound what was moved
 * longest ago is forgotten.
 */
function moving(
  before: Carrying,
  dropped: ReadonlySet<string>,
  held: readonly (readonly [string, Carried])[],
): { readonly carried: Carrying; readonly isAnyLost: boolean } {
  const isAnyDropped = [...dropped].some((parcel) => before.has(parcel));
  if (held.length === 0 && !isAnyDropped) return { carried: before, isAnyLost: false };
  const after = new Map(before);
  for (const parcel of dropped) after.delete(parcel);
  for (const [parcel, hold] of held) {
    after.delete(parcel);
    after.set(parcel, hold);
  }
  const isTooMany = after.size > bounds.carriedMaxCount;
  for (const parcel of after.keys()) {
    if (after.size <= bounds.carriedMaxCount) break;
    after.delete(parcel);
  }
  return { carried: after, isAnyLost: isAnyDropped || isTooMany };
}

function each(parcels: readonly string[], hold: Hold | undefined): Moved {
  return { holds: parcels.map((parcel) => [parcel, hold]) };
}

function byPerson(person: string): Hold {
  return { by: "person", person };
}

function movedBy(custody: Custody, fact: Fact): Moved | undefined {
  switch (fact.kind) {
    // Who opened by a code or from afar has no name, or was not there.
    case "ParcelCollected":
      return each([fact.parcel], fact.person === "" ? { by: "nobody" } : byPerson(fact.person));
    // In a compartment now; one that can remember no more knows not where it is.
    case "ParcelDeposited":
    case "DepositUnverified":
      return each([fact.parcel], { by: "nobody" });
    case "ParcelUnaccounted":
      return each(fact.parcels, { by: "nobody" });
    case "DepositAbandoned":
      return fact.parcel === undefined ? undefined : each([fact.parcel], { by: "nobody" });
    case "HandoverAccepted":
      return each(fact.parcels, byPerson(fact.receiver));
    case "ContainerSealed":
      return resealed(custody, fact);
    case "ContainerOpened":
      return opened(custody, fact);
    case "SealTagChecked":
      return doubted(custody, fact);
    case "ManifestClosed":
      return closedWith(custody, fact.found);
    default:
      return undefined;
  }
}

/**
 * Custody of what was found ends with its manifest. What is released meanwhile is still to be
 * answered, and what was not found in a container that was opened on the way is with nobody known.
 */
function closedWith(custody: Custody, found: readonly string[]): Moved {
  const { carried, releases } = custody;
  const ended = found.filter((parcel) => {
    const by = holdOf(carried, parcel)?.by;
    const isLoose = by === "container" && custodianOf(custody, parcel)?.kind === "unknown";
    return (by === "person" || isLoose) && !isReserved(releases, parcel);
  });
  const lost = ended
    .flatMap((parcel) => unvouchedIn(custody, parcel))
    .filter((parcel) => !found.includes(parcel));
  return { holds: [...each(lost, { by: "nobody" }).holds, ...each(ended, undefined).holds] };
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
