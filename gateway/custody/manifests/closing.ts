// What the closing of a manifest says: of what was expected what is there, what is not, what else.

import { containerOf, unvouchedIn } from "../containers/containers.ts";
import { contentsOf } from "../parcels/holds.ts";
import { partsOf } from "../parcels/parts.ts";
import type { Custody } from "../parcels/holdings.ts";
import type { FactFields } from "@driftbox/proto";
import { bounds } from "../layout.ts";

export type Closing = Pick<
  FactFields["ManifestClosed"],
  "expected" | "found" | "missing" | "extra"
>;

/**
 * What was listed, and all that is in it, was found. With a container that was opened on the way
 * its contents are expected: each is found if it was listed by itself. A container with something
 * expected inside is not extra. In parts that fit one fact each; what is extra comes first, because
 * the fact that says the last of what was expected closes the manifest.
 */
export function closingOf(
  custody: Custody,
  manifest: readonly string[],
  listed: readonly string[],
): readonly Closing[] {
  const expected = withUnvouched(custody, manifest);
  const within = new Map(listed.map((parcel) => [parcel, allIn(custody, parcel)]));
  const reached = new Set([...within.values()].flat());
  const wanted = new Set(expected);
  const extra = listed.filter((parcel) => !within.get(parcel)?.some((one) => wanted.has(one)));
  const entries = [
    ...extra.map((parcel) => ({ parcel, isExtra: true })),
    ...expected.map((parcel) => ({ parcel, isExtra: false })),
  ];
  if (entries.length === 0) return [{ expected: [], found: [], missing: [], extra: [] }];
  const parts = partsOf(entries, ({ parcel, isExtra }) => (isExtra ? [parcel] : [parcel, parcel]));
  return parts.map((part): Closing => {
    const of = part.filter(({ isExtra }) => !isExtra).map(({ parcel }) => parcel);
    return {
      expected: of,
      found: of.filter((parcel) => reached.has(parcel)),
      missing: of.filter((parcel) => !reached.has(parcel)),
      extra: part.filter(({ isExtra }) => isExtra).map(({ parcel }) => parcel),
    };
  });
}

/** Before each container what nobody vouches for in it: custody of that ends with the container. */
function withUnvouched(custody: Custody, expected: readonly string[]): readonly string[] {
  return [...new Set(expected.flatMap((parcel) => [...unvouchedIn(custody, parcel), parcel]))];
}

/** A parcel and everything in it that is vouched for. */
function allIn(
  custody: Custody,
  parcel: string,
  left: number = bounds.nestingMaxCount,
): readonly string[] {
  const { carried, containers } = custody;
  if (containerOf(containers, parcel)?.isDoubtful === true || left === 0) return [parcel];
  const contents = contentsOf(carried, parcel);
  return [parcel, ...contents.flatMap((inner) => allIn(custody, inner, left - 1))];
}
