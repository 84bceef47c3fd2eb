// Manifests of voyages and rounds: what was expected and what was there, folded from the events of
// one gateway.

import { limits, type Fact } from "@driftbox/proto";

export interface ManifestFold {
  readonly state: "open" | "closed";
  readonly voyage: string;
  /** Made on board, because no signed one was there. */
  readonly isOnBoard: boolean;
  readonly expected: readonly string[];
  readonly found: readonly string[];
  readonly missing: readonly string[];
  /** There, and not expected. */
  readonly extra: readonly string[];
  /** Who closed it. */
  readonly persons: readonly string[];
  /** Cursors of its first opening and its last closing; 0 = not seen. */
  readonly openedCursor: number;
  readonly closedCursor: number;
}

/** Which manifest a fact is about; undefined = none. */
export function manifestOf(fact: Fact): string | undefined {
  const name = "manifest" in fact ? fact.manifest : "";
  return name === "" || name.length > limits.idMaxChars ? undefined : name;
}

/** Parcels kept of one list: as many as a gateway takes for one manifest, and as many extra. */
const listMaxCount = 256;

const unseen: ManifestFold = {
  state: "open",
  voyage: "",
  isOnBoard: false,
  expected: [],
  found: [],
  missing: [],
  extra: [],
  persons: [],
  openedCursor: 0,
  closedCursor: 0,
};

function joined(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])].slice(0, listMaxCount);
}

/** A long manifest is opened and closed by several facts, each of which says a part of it. */
export function foldManifest(
  before: ManifestFold | undefined,
  fact: Fact,
  cursor: number,
): ManifestFold | undefined {
  const known = before ?? unseen;
  switch (fact.kind) {
    case "ManifestOpened": {
      const { voyage, onBoard: isOnBoard = false } = fact;
      // A name that was closed and forgotten at the gateway is another manifest.
      const first = known.state === "closed" ? unseen : known;
      const openedCursor = first.openedCursor === 0 ? cursor : first.openedCursor;
      const expected = joined(first.expected, fact.expected);
      return { ...first, voyage, isOnBoard, expected, openedCursor };
    }
    case "ManifestClosed": {
      const expected = joined(known.expected, fact.expected);
      const found = joined(known.found, fact.found);
      const missing = joined(known.missing, fact.missing);
      const extra = joined(known.extra, fact.extra);
      const isTold = expected.every((one) => found.includes(one) || missing.includes(one));
      const lists = { expected, found, missing, extra, persons: fact.persons };
      return { ...known, ...lists, state: isTold ? "closed" : "open", closedCursor: cursor };
    }
    default:
      return before;
  }
}
