// The way of a parcel: its events and those of the containers it was in, in order, holes shown.

import type { Database, Statement } from "better-sqlite3";
import {
  containersOf,
  nestingMaxCount,
  withinContainers,
} from "../../core/projections/containers.ts";
import { subjectOf } from "../../core/projections/subject.ts";
import { timelineOrder } from "../../core/projections/timeline.ts";
import type { EventView, GapView, TimelineEntry, TimelineView } from "../../ports/views.ts";
import {
  eventColumns,
  eventJoins,
  eventViewOf,
  factIn,
  headerOf,
  type EventRow,
} from "./event-view.ts";

/** Events of one parcel that a timeline shows at most: the newest ones. */
const timelineMaxEvents = 2_000;

/** Containers of one depth whose events a timeline looks at. */
const containersMaxCount = 16;

export interface GapRow {
  readonly gateway: number;
  readonly from_seq: number;
  readonly to_seq: number;
  readonly state: "open" | "lost";
  readonly since_ms: number;
}

interface PlacedEvent {
  readonly gateway: number;
  readonly seq: number;
  readonly event: EventView;
}

export class TimelineReader {
  readonly #events: Statement<[string, number], EventRow>;

  constructor(database: Database) {
    this.#events = database.prepare(
      `SELECT ${eventColumns} FROM parcel_events x JOIN entries e ON e.cursor = x.cursor
       ${eventJoins} WHERE x.parcel = ? ORDER BY x.cursor DESC LIMIT ?`,
    );
  }

  /** Undefined: no event names the parcel. `gaps` are those of all gateways. */
  of(parcel: string, gaps: readonly GapRow[]): TimelineView | undefined {
    const rows = this.#rows(parcel);
    if (rows.length === 0) return undefined;
    const points = rows.map((row) => ({
      gateway: row.gatewayNumber,
      seq: row.seq,
      header: headerOf(row),
      receivedMs: row.received_ms,
      event: eventViewOf(row),
      fact: factIn(row),
      parcels: subjectOf(factIn(row)).parcels,
    }));
    const ordered = withinContainers(parcel, timelineOrder(points));
    return { parcel, entries: withGaps(ordered, gaps) };
  }

  /** Events of a parcel and of all containers that it was ever in, each once. */
  #rows(parcel: string): readonly EventRow[] {
    const found = new Map<number, EventRow>();
    const followed = new Set<string>();
    let next: readonly string[] = [parcel];
    for (let depth = 0; depth <= nestingMaxCount && next.length > 0; depth += 1) {
      const outer: string[] = [];
      for (const one of next) {
        followed.add(one);
        const rows = this.#eventRows(one);
        for (const row of rows) found.set(row.cursor, row);
        outer.push(
          ...containersOf(
            one,
            rows.map(factIn).filter((fact) => fact !== undefined),
          ),
        );
      }
      next = [...new Set(outer)].filter((one) => !followed.has(one)).slice(0, containersMaxCount);
    }
    return [...found.values()];
  }

  #eventRows(parcel: string): readonly EventRow[] {
    return this.#events.all(parcel, timelineMaxEvents);
  }
}

export function gapViewOf(row: GapRow): GapView {
  return { fromSeq: row.from_seq, toSeq: row.to_seq, sinceMs: row.since_ms, state: row.state };
}

/** Puts each hole after the last event before it; holes before the first mention do not matter. */
function withGaps(points: readonly PlacedEvent[], gaps: readonly GapRow[]): TimelineEntry[] {
  const after = new Map<PlacedEvent, GapRow[]>();
  for (const gap of gaps) {
    const before = points.filter((at) => at.gateway === gap.gateway && at.seq < gap.from_seq);
    const last = before.toSorted((a, b) => a.seq - b.seq).at(-1);
    if (last !== undefined) after.set(last, [...(after.get(last) ?? []), gap]);
  }
  return points.flatMap((point): TimelineEntry[] => [
    { type: "event", event: point.event },
    ...(after.get(point) ?? []).map((gap): TimelineEntry => ({
      type: "gap",
      gateway: point.event.gateway,
      gap: gapViewOf(gap),
    })),
  ]);
}
