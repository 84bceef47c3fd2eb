// Parcels in containers: who answers for what is inside, and which moves of a container are theirs.

import type { Fact } from "@driftbox/proto";
import { currentWord, type ParcelFold, type ParcelWord, type SealWord } from "./parcels.ts";

/** Containers around one parcel that are followed. */
export const nestingMaxCount = 4;

/** Who has a parcel, and the container that is followed for it. */
export type Holder = Pick<
  ParcelWord,
  "custodian" | "box" | "compartment" | "person" | "isUnverified"
> & { readonly container: string | undefined };

const unknown = {
  custodian: "unknown",
  box: undefined,
  compartment: undefined,
  person: undefined,
  isUnverified: true,
} as const;

/** What is in a container is where that is, until it is opened; `foldOf` gives folds by name. */
export function holderOf(
  word: ParcelWord,
  foldOf: (parcel: string) => ParcelFold | undefined,
): Holder {
  let inner = word;
  for (let depth = 0; depth <= nestingMaxCount; depth += 1) {
    const { container, custodian, box, compartment, person, isUnverified } = inner;
    const first = word.container;
    if (container === undefined) {
      return { custodian, box, compartment, person, isUnverified, container: first };
    }
    const fold = foldOf(container);
    const outer = fold === undefined ? undefined : currentWord(fold);
    const seal = fold === undefined ? undefined : newestSeal(fold);
    if (outer === undefined || seal === undefined) break;
    const end = endOf(seal, inner.movedUs ?? 0);
    if (end !== undefined) return { ...end, container: undefined };
    inner = outer;
  }
  return { ...unknown, container: word.container };
}

function newestSeal({ words }: ParcelFold): SealWord | undefined {
  const seals = words.flatMap(({ seal }) => (seal === undefined ? [] : [seal]));
  return seals.toSorted((a, b) => latestOf(b) - latestOf(a))[0];
}

function latestOf({ sealedUs, openedUs }: SealWord): number {
  return Math.max(sealedUs, openedUs ?? 0);
}

/** Who has what was put in at a time, if it is not in the container any more; undefined = it is. */
function endOf(
  { sealedUs, openedUs, openedBy, isDoubtful }: SealWord,
  putInUs: number,
): Omit<Holder, "container"> | undefined {
  if (isDoubtful === true || sealedUs > putInUs) return unknown;
  if (openedUs === undefined || openedBy === undefined) return undefined;
  return { ...unknown, custodian: "person", person: openedBy, isUnverified: false };
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
