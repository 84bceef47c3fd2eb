// The state of custody after a start: the stored snapshot, where one fits,
// and the journal after it.

import { decodePayload, Fault, isDisciplined, toHex, type Fact } from "@driftbox/proto";
import type { FactMeta } from "../../custody/evolve.ts";
import type { Layout } from "../../custody/layout.ts";
import { foldEvents, type CustodySnapshot } from "../../custody/replay.ts";
import type { State } from "../../custody/state.ts";
import type { Log } from "../../ports/runtime.ts";
import type { Journal } from "../../ports/storage.ts";
import type { CustodyCore } from "../loop/custody-core.ts";
import { storedRecords, type StoredRecord } from "./stored-events.ts";

interface Parts {
  readonly core: Pick<CustodyCore, "evolve">;
  readonly layout: Layout;
  readonly journal: Pick<Journal, "head" | "read" | "use">;
  readonly log: Log;
}

export interface Replayed {
  readonly state: State;
  /** Events folded after the snapshot. */
  readonly foldedCount: number;
  /** The snapshot holds events below it; 0 = none was used, so only the journal has them. */
  readonly snapshotSeq: number;
}

/**
 * Folds the journal over the snapshot. A snapshot beyond the journal's head is of lost records and
 * is not used; without one the fold begins at the oldest record that is left.
 * @throws Fault journal/damaged when a stored payload cannot be read
 */
export function replayCustody(parts: Parts, snapshot: CustodySnapshot | undefined): Replayed {
  const { journal, layout, log } = parts;
  const { head } = journal;
  const isBeyond = (snapshot?.durable.nextSeq ?? 0) > head.nextSeq;
  if (isBeyond) log.warn({ headSeq: head.nextSeq }, "the custody snapshot is beyond the journal");
  let state = foldEvents(layout, isBeyond ? undefined : snapshot, []);
  const snapshotSeq = state.durable.nextSeq;
  const { oldestSeq } = journal.use();
  if (state.durable.nextSeq < oldestSeq) {
    log.error({ oldestSeq }, "no usable custody snapshot; older events are at the center only");
  }
  let foldedCount = 0;
  for (const { fact, meta } of storedFacts(journal, state.durable.nextSeq)) {
    if (fact !== undefined) state = parts.core.evolve(state, fact, meta);
    foldedCount += 1;
  }
  // The chain may have skipped numbers at its end only if its last record says so.
  const durable = { ...state.durable, nextSeq: head.nextSeq };
  return { state: { ...state, durable }, foldedCount, snapshotSeq };
}

interface StoredEvent {
  /** Undefined: a kind of fact this version does not know. */
  readonly fact: Fact | undefined;
  readonly meta: FactMeta;
}

function* storedFacts(
  journal: Pick<Journal, "head" | "read">,
  fromSeq: number,
): Generator<StoredEvent> {
  for (const stored of storedRecords(journal, fromSeq)) yield storedEvent(stored);
}

function storedEvent({ record, header }: StoredRecord): StoredEvent {
  const { seq, monoUs, wallUs, clockSource, bootId } = header;
  const payload = decodePayload(record.payload);
  if (!payload.ok) throw new Fault("journal/damaged", `seq ${seq}: ${payload.detail}`);
  const meta = {
    seq,
    monoMs: Math.floor(monoUs / 1_000),
    wallMs: Math.floor(wallUs / 1_000),
    isWallDisciplined: isDisciplined(clockSource),
    bootId: toHex(bootId),
  };
  return { fact: payload.value.isKnown ? payload.value.fact : undefined, meta };
}
