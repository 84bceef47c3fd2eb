// Parcels in containers: who answers for what is inside, and which moves of a container are theirs.

import type { Fact } from "@driftbox/proto";
import {
  currentWord,
  sealOf,
  type Doubt,
  type ParcelFold,
  type ParcelWord,
  type SealWord,
} from "./parcels.ts";

/** Containers around one parcel that are followed. */
export const nestingMaxCount = 4;

/** Why nobody is known to have what was put into a container. */
export type Unvouched = Doubt | "not-listed" | "container-unknown";

/** Who has a parcel: one custodian always, or unknown. */
export interface Holder extends Pick<
  ParcelWord,
  "custodian" | "box" | "compartment" | "person" | "isUnverified"
> {
  /** What it is in and goes with, the innermost first. */
  readonly containers: readonly string[];
  /** The event since which it is so; undefined = no event says. */
  readonly sinceCursor: number | undefined;
  /** Why it is unknown, where a container is the reason. */
  readonly unvouched: Unvouched | undefined;
}

const unknown = {
  custodian: "unknown",
  box: undefined,
  compartment: undefined,
  person: undefined,
  isUnverified: true,
  containers: [],
  unvouched: undefined,
} as const;

/** What is in a container is where that is, until it is opened; `foldOf` gives folds by name. */
export function holderOf(
  word: ParcelWord,
  foldOf: (parcel: string) => ParcelFold | undefined,
): Holder {
  const containers: string[] = [];
  let inner = word;
  let since = word;
  for (let depth = 0; depth <= nestingMaxCount; depth += 1) {
    const { container, custodian, box, compartment, person, isUnverified } = inner;
    const sinceCursor = since.movedUs === undefined ? undefined : since.movedCursor;
    if (container === undefined) {
      const at = { custodian, box, compartment, person, isUnverified };
      return { ...at, containers, sinceCursor, unvouched: undefined };
    }
    const fold = foldOf(container);
    const outer = fold === undefined ? undefined : currentWord(fold);
    const seal = fold === undefined ? undefined : sealOf(fold);
    const end = seal === undefined ? undefined : endOf(seal, inner);
    if (end !== undefined) {
      return { ...end, containers, sinceCursor: end.sinceCursor ?? sinceCursor };
    }
    containers.push(container);
    if (outer === undefined || seal === undefined) break;
    if ((outer.movedUs ?? 0) >= (since.movedUs ?? 0)) since = outer;
    inner = outer;
  }
  return { ...unknown, containers, sinceCursor: since.movedCursor, unvouched: "container-unknown" };
}

/** Who has what is not in the container any more; undefined = it is in there. */
function endOf({ sealedUs, opened, doubt }: SealWord, inner: ParcelWord): Holder | undefined {
  if (doubt !== undefined) return { ...unknown, sinceCursor: doubt.cursor, unvouched: doubt.why };
  if (sealedUs > (inner.movedUs ?? 0)) {
    return { ...unknown, sinceCursor: undefined, unvouched: "not-listed" };
  }
  if (opened === undefined) return undefined;
  const { by: person, cursor: sinceCursor } = opened;
  return { ...unknown, custodian: "person", person, isUnverified: false, sinceCursor };
}

/** Containers that facts say a parcel was put into. */
export function containersOf(parcel: string, facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) =>
    fact.kind === "ContainerSealed" && fact.container !== parcel && fact.parcels.includes(parcel)
      ? [fact.container]
      : [],
  );
}

/** A point of a timeline and what it says; undefined = its content is not there. */
interface Told {
  readonly fact: Fact | undefined;
  /** Parcels that it names. */
  readonly parcels: readonly string[];
}

/**
 * Of the points of a parcel and of the containers it was ever in, in order: its own, and those of a
 * container while it was inside, however deep.
 */
export function withinContainers<T extends Told>(parcel: string, points: readonly T[]): T[] {
  const inside = new Map<string, string>();
  return points.filter(({ fact, parcels }) => {
    const before = chainOf(inside, parcel);
    follow(inside, fact, parcels);
    const all = new Set([...before, ...chainOf(inside, parcel)]);
    return parcels.some((one) => all.has(one));
  });
}

/** A parcel and what is around it. */
function chainOf(inside: ReadonlyMap<string, string>, parcel: string): readonly string[] {
  const chain = [parcel];
  let outer = inside.get(parcel);
  while (outer !== undefined && chain.length <= nestingMaxCount) {
    chain.push(outer);
    outer = inside.get(outer);
  }
  return chain;
}

function follow(
  inside: Map<string, string>,
  fact: Fact | undefined,
  parcels: readonly string[],
): void {
  switch (fact?.kind) {
    case "ContainerSealed":
      for (const one of fact.parcels) if (one !== fact.container) inside.set(one, fact.container);
      return;
    case "ContainerOpened":
      if (fact.enRoute) return;
      for (const [one, container] of inside) if (container === fact.container) inside.delete(one);
      return;
    case "ParcelDeposited":
    case "ParcelCollected":
    case "ParcelUnaccounted":
    case "HandoverAccepted":
      for (const one of parcels) inside.delete(one);
      return;
    default:
  }
}
