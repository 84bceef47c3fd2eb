// Parcels that hold parcels: what a sealing puts in, what an opening lets out, how deep it goes.

import type { FactOf } from "@driftbox/proto";
import { bounds } from "../layout.ts";
import {
  around,
  contentsOf,
  holdOf,
  type Carrying,
  type Hold,
  type Moved,
} from "../parcels/holds.ts";
import { ownOf } from "../parcels/lookup.ts";
import type { Custody } from "../parcels/holdings.ts";

export interface ContainerRecord {
  /** Number of the strip that closes it. */
  readonly sealTag: string;
  readonly isSealed: boolean;
  /** Opened on the way, and not sealed again since: nobody vouches for what is in it. */
  readonly isDoubtful: boolean;
}

/** By parcel number of the container. Look up with `containerOf`. */
export type Containers = Readonly<Record<string, ContainerRecord>>;

export function containerOf(containers: Containers, parcel: string): ContainerRecord | undefined {
  return ownOf(containers, parcel);
}

/**
 * What a tag speaks of that was read: the outermost sealed container around its parcel, which
 * nobody has reached into; else the parcel itself.
 */
export function shownBy({ carried, containers }: Custody, parcel: string): string {
  let shown = parcel;
  for (const container of around(carried, parcel)) {
    if (containerOf(containers, container)?.isSealed !== true) break;
    shown = container;
  }
  return shown;
}

/**
 * What is in a parcel behind a seal that nobody vouches for, the innermost first: it is there only
 * if it was seen by itself.
 */
export function unvouchedIn(
  custody: Pick<Custody, "carried" | "containers">,
  parcel: string,
  left: number = bounds.nestingMaxCount,
): readonly string[] {
  const record = containerOf(custody.containers, parcel);
  if (record === undefined || left === 0) return [];
  return contentsOf(custody.carried, parcel).flatMap((inner) =>
    record.isDoubtful
      ? [...allBehind(custody, inner, left - 1), inner]
      : unvouchedIn(custody, inner, left - 1),
  );
}

function allBehind(
  { carried }: Pick<Custody, "carried">,
  parcel: string,
  left: number,
): readonly string[] {
  if (left === 0) return [];
  const contents = contentsOf(carried, parcel);
  return contents.flatMap((inner) => [...allBehind({ carried }, inner, left - 1), inner]);
}

/** How many containers are inside one another in a parcel, itself included. */
function depthOf(carried: Carrying, parcel: string, left = bounds.nestingMaxCount + 1): number {
  const contents = contentsOf(carried, parcel);
  if (contents.length === 0 || left === 0) return 0;
  return 1 + Math.max(...contents.map((inner) => depthOf(carried, inner, left - 1)));
}

/** Whether a parcel can be put into a container: not into itself, and not too deep. */
export function canContain(carried: Carrying, container: string, parcel: string): boolean {
  const outer = around(carried, container);
  if (parcel === container || outer.includes(parcel)) return false;
  return outer.length + 1 + depthOf(carried, parcel) <= bounds.nestingMaxCount;
}

/**
 * The contents are what the sealing lists; what was in before and is not listed, nobody knows. A
 * long list takes several facts: what follows on a sealing adds to it.
 */
export function resealed(custody: Custody, fact: FactOf<"ContainerSealed">): Moved {
  const { carried, containers } = custody;
  const { container, person, sealTag } = fact;
  const inside: Hold = { by: "container", container };
  const isMore = containerOf(containers, container)?.isSealed === true;
  const before = isMore ? [] : contentsOf(carried, container);
  const gone = before.filter((parcel) => !fact.parcels.includes(parcel));
  const listed = fact.parcels.filter((parcel) => canContain(carried, container, parcel));
  const own = holdOf(carried, container)?.by === "container" ? [] : [container];
  return {
    holds: [
      ...gone.map((parcel): Moved["holds"][number] => [parcel, { by: "nobody" }]),
      ...own.map((parcel): Moved["holds"][number] => [parcel, { by: "person", person }]),
      ...listed.map((parcel): Moved["holds"][number] => [parcel, inside]),
    ],
    containers: { ...containers, [container]: { sealTag, isSealed: true, isDoubtful: false } },
  };
}

/**
 * At an end the contents are with who opened it; on the way they stay in it, in doubt. The
 * container is with who opened it either way, also one that was sealed at another gateway.
 */
export function opened(custody: Custody, fact: FactOf<"ContainerOpened">): Moved {
  const { carried, containers } = custody;
  const { container, person, enRoute } = fact;
  const before = containerOf(containers, container);
  const sealTag = before?.sealTag ?? "";
  const wasDoubtful = before?.isDoubtful === true;
  const record = { sealTag, isSealed: false, isDoubtful: enRoute };
  const after = { ...containers, [container]: record };
  const own: Moved["holds"] = [[container, { by: "person", person }]];
  if (enRoute) return { holds: own, containers: after };
  const hold: Hold = wasDoubtful ? { by: "nobody" } : { by: "person", person };
  const loose = contentsOf(carried, container).map((parcel): Moved["holds"][number] => {
    return [parcel, hold];
  });
  return { holds: [...own, ...loose], containers: after };
}

/** Nobody vouches for what is behind a seal tag that is broken or another. */
export function doubted({ containers }: Custody, fact: FactOf<"SealTagChecked">): Moved {
  const record = containerOf(containers, fact.parcel);
  if (record === undefined || fact.state === "intact") return { holds: [] };
  return {
    holds: [],
    containers: { ...containers, [fact.parcel]: { ...record, isDoubtful: true } },
  };
}
