// State from what is stored: a snapshot, where one fits, and the events after it.

import type { Fact } from "@driftbox/proto";
import { storedCounters } from "./access/counters.ts";
import { evolve, type FactMeta } from "./evolve.ts";
import type { Layout } from "./layout.ts";
import { isReadable, restoredState, snapshotVersion, type StoredDurable } from "./restored.ts";
import { storedHoldings } from "./parcels/holdings.ts";
import { initialState, initialVolatile, type State } from "./state.ts";

/** Durable state as stored; plain JSON. */
export interface CustodySnapshot {
  readonly snapshotVersion: number;
  readonly durable: StoredDurable;
}

export interface StoredFact {
  readonly fact: Fact;
  readonly meta: FactMeta;
}

export function snapshotOf(state: State): CustodySnapshot {
  const { counters, holdings, ...others } = state.durable;
  const stored = { ...storedCounters(counters), holdings: storedHoldings(holdings) };
  return { snapshotVersion, durable: { ...others, ...stored } };
}

/**
 * Folds stored events. Events a snapshot already includes are skipped; a snapshot of a version
 * that cannot be read is ignored, so `events` must then begin with the first one.
 * @throws when an event does not follow the one before it, a defect of the journal's reader.
 */
export function foldEvents(
  layout: Layout,
  snapshot: CustodySnapshot | undefined,
  events: Iterable<StoredFact>,
): State {
  const isUsable = snapshot !== undefined && isReadable(snapshot.snapshotVersion);
  let state = isUsable ? restoredState(layout, snapshot.durable) : initialState(layout);
  for (const { fact, meta } of events) {
    const { nextSeq } = state.durable;
    if (meta.seq < nextSeq) continue;
    if (meta.seq > nextSeq) throw new Error(`event ${meta.seq} follows ${nextSeq - 1}`);
    state = evolve(state, fact, meta);
  }
  return { ...state, volatile: initialVolatile(state.durable) };
}
