// Manifests that are open: what a voyage or round should find, folded from facts.

import type { Fact } from "@driftbox/proto";
import { ownOf } from "../parcels/lookup.ts";

export interface ManifestRecord {
  readonly voyage: string;
  /** What was not told yet when the manifest was closed in several facts is still here. */
  readonly expected: readonly string[];
  /** Made on board, because no signed one was there. */
  readonly isOnBoard: boolean;
}

/** What the center expects of one voyage or round. */
export interface ExpectedManifest {
  readonly manifest: string;
  readonly voyage: string;
  readonly expected: readonly string[];
}

/** A set of manifests as the center signed it. */
export interface ManifestDocument {
  readonly version: number;
  /** SHA-256 of its bytes as received, lower-case hex. */
  readonly documentHash: string;
  readonly manifests: readonly ExpectedManifest[];
}

/** Manifests that may be open at once. */
export const manifestsMaxCount = 16;
/** Parcels that one manifest can expect. */
export const expectedMaxCount = 256;
/** Manifests that were closed and are not opened again; the one closed longest ago is forgotten. */
const closedMaxCount = 64;

/** By manifest. */
export type Manifests = Readonly<Record<string, ManifestRecord>>;

/** A long manifest is opened and closed by several facts, each of which says a part of it. */
export function manifestsAfter(manifests: Manifests, fact: Fact): Manifests {
  switch (fact.kind) {
    case "ManifestOpened": {
      const { manifest, voyage, onBoard = false } = fact;
      const before = ownOf(manifests, manifest)?.expected ?? [];
      const expected = [...new Set([...before, ...fact.expected])];
      return { ...manifests, [manifest]: { voyage, expected, isOnBoard: onBoard } };
    }
    case "ManifestClosed": {
      const open = ownOf(manifests, fact.manifest);
      if (open === undefined) return manifests;
      const { [fact.manifest]: _open, ...others } = manifests;
      const expected = open.expected.filter((parcel) => !fact.expected.includes(parcel));
      return expected.length === 0 ? others : { ...others, [fact.manifest]: { ...open, expected } };
    }
    default:
      return manifests;
  }
}

/** Manifests that were closed, the newest last, after a fact. */
export function closedAfter(
  closed: readonly string[],
  { before, after }: { readonly before: Manifests; readonly after: Manifests },
  fact: Fact,
): readonly string[] {
  if (fact.kind !== "ManifestClosed") return closed;
  const wasOpen = ownOf(before, fact.manifest) !== undefined;
  if (!wasOpen || ownOf(after, fact.manifest) !== undefined) return closed;
  return [...closed.filter((one) => one !== fact.manifest), fact.manifest].slice(-closedMaxCount);
}
