// The read models over the SQLite ledger: gateways, boxes, parcels, timelines and events.

import { checkCodePrefix } from "@driftbox/proto";
import type { Database, Statement } from "better-sqlite3";
import { commandKinds, foldCommands } from "../../core/projections/commands.ts";
import {
  containersOf,
  holderOf,
  nestingMaxCount,
  withinContainers,
} from "../../core/projections/containers.ts";
import { currentWord } from "../../core/projections/parcels.ts";
import { subjectOf } from "../../core/projections/subject.ts";
import { impossibleTravel, type TravelFinding } from "../../core/projections/travel.ts";
import { timelineOrder } from "../../core/projections/timeline.ts";
import type {
  BoxPlace,
  BoxView,
  CommandView,
  DecisionView,
  EventFilter,
  EventView,
  GapView,
  GatewayView,
  PositionView,
  GatewayViews,
  Page,
  ParcelView,
  ReadModels,
  TimelineEntry,
  TimelineView,
} from "../../ports/views.ts";
import { boxViewsOf, type StoredBox } from "./box-view.ts";
import {
  eventColumns,
  eventJoins,
  eventViewOf,
  factIn,
  headerOf,
  type EventRow,
} from "./event-view.ts";
import type { GatewayRow } from "./gateway-rows.ts";
import { parseParcelFold } from "./projection-store.ts";
import { badgeUsesOf, positionsOf } from "./travel-view.ts";
import type { SqliteLedger } from "./sqlite-ledger.ts";

/** Events of one parcel that a timeline shows at most: the newest ones. */
const timelineMaxEvents = 2_000;

/** Containers of one depth whose events a timeline looks at. */
const containersMaxCount = 16;

/** Newest grants, and newest signs of life, that impossible travel is looked for in. */
const travelEventsMaxCount = 2_000;
/** Events of one kind that a list of commands is folded from. */
const commandEventsMaxCount = 200;

interface GapRow {
  readonly gateway: number;
  readonly from_seq: number;
  readonly to_seq: number;
  readonly state: "open" | "lost";
  readonly since_ms: number;
}

interface ParcelRow {
  readonly parcel: string;
  readonly fold: string;
}

export class SqliteReadModels implements ReadModels {
  readonly #ledger: SqliteLedger;
  readonly #database: Database;
  readonly #gatewayRows: Statement<[], GatewayRow>;
  readonly #gatewayRow: Statement<[number], GatewayRow>;
  readonly #gapRows: Statement<[], GapRow>;
  readonly #gapsOf: Statement<[number], GapRow>;
  readonly #boxRows: Statement<[], StoredBox>;
  readonly #boxesOf: Statement<[number], StoredBox>;
  readonly #eventRow: Statement<[number], EventRow>;
  readonly #newestCursor: Statement<[], number | null>;

  constructor(ledger: SqliteLedger) {
    const { database } = ledger;
    this.#ledger = ledger;
    this.#database = database;
    this.#gatewayRows = database.prepare("SELECT * FROM gateways ORDER BY site, gateway");
    this.#gatewayRow = database.prepare("SELECT * FROM gateways WHERE number = ?");
    this.#gapRows = database.prepare("SELECT * FROM gaps ORDER BY gateway, from_seq");
    this.#gapsOf = database.prepare("SELECT * FROM gaps WHERE gateway = ? ORDER BY from_seq");
    this.#boxRows = database.prepare("SELECT * FROM boxes");
    this.#boxesOf = database.prepare("SELECT * FROM boxes WHERE gateway = ?");
    this.#eventRow = database.prepare(
      `SELECT ${eventColumns} FROM entries e ${eventJoins} WHERE e.cursor = ?`,
    );
    this.#newestCursor = database
      .prepare<[], number | null>("SELECT max(cursor) FROM entries")
      .pluck();
  }

  gateways(): readonly GatewayView[] {
    const gaps = byGateway(this.#gapRows.all());
    return this.#gateways().map((row) => this.#gatewayView(row, gaps.get(row.number) ?? []));
  }

  boxes(): readonly BoxView[] {
    const stored = byGateway(this.#boxRows.all());
    return this.#gateways().flatMap((row) => boxViewsOf(row, stored.get(row.number) ?? []));
  }

  decisions(site: string, gateway: string): readonly DecisionView[] {
    return this.#ledger.decisions.of(site, gateway);
  }

  commands(site: string, gateway: string): readonly CommandView[] {
    const newest = Number.MAX_SAFE_INTEGER;
    const events = commandKinds.flatMap(
      (kind) => this.eventsBefore(newest, commandEventsMaxCount, { site, gateway, kind }).rows,
    );
    const inOrder = events.toSorted((a, b) => a.cursor - b.cursor);
    return foldCommands(inOrder).toReversed();
  }

  travelFindings(): readonly TravelFinding[] {
    const newest = Number.MAX_SAFE_INTEGER;
    const late = (kind: string) => this.eventsBefore(newest, travelEventsMaxCount, { kind }).rows;
    return impossibleTravel(badgeUsesOf(late("AccessGranted")), positionsOf(late("Heartbeat")));
  }

  viewsOf(gateway: number): GatewayViews | undefined {
    const row = this.#gatewayRow.get(gateway);
    if (row === undefined) return undefined;
    const heard = this.#withLastSign(row);
    return {
      gateway: this.#gatewayView(heard, this.#gapsOf.all(gateway)),
      boxes: boxViewsOf(heard, this.#boxesOf.all(gateway)),
    };
  }

  box({ site, gateway, box }: BoxPlace): BoxView | undefined {
    const row = this.#gateways().find((each) => each.site === site && each.gateway === gateway);
    if (row === undefined) return undefined;
    const stored = this.#boxesOf.all(row.number);
    return boxViewsOf(row, stored).find((each) => each.box === box);
  }

  parcels(after: string | undefined, limit: number): readonly ParcelView[] {
    return this.#database
      .prepare<[string, number], ParcelRow>(
        "SELECT * FROM parcels WHERE parcel > ? ORDER BY parcel LIMIT ?",
      )
      .all(after ?? "", limit)
      .flatMap((row) => this.#parcelView(row) ?? []);
  }

  parcel(parcel: string): ParcelView | undefined {
    const row = this.#parcelRow(parcel);
    return row === undefined ? undefined : this.#parcelView(row);
  }

  #parcelRow(parcel: string): ParcelRow | undefined {
    return this.#database
      .prepare<[string], ParcelRow>("SELECT * FROM parcels WHERE parcel = ?")
      .get(parcel);
  }

  timeline(parcel: string): TimelineView | undefined {
    const rows = this.#timelineRows(parcel);
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
    return { parcel, entries: withGaps(ordered, this.#gapRows.all()) };
  }

  /** Events of a parcel and of all containers that it was ever in, each once. */
  #timelineRows(parcel: string): readonly EventRow[] {
    const found = new Map<number, EventRow>();
    const followed = new Set<string>();
    let next: readonly string[] = [parcel];
    for (let depth = 0; depth <= nestingMaxCount && next.length > 0; depth += 1) {
      const outer: string[] = [];
      for (const one of next) {
        followed.add(one);
        const rows = this.#parcelEventRows(one);
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

  #parcelEventRows(parcel: string): readonly EventRow[] {
    return this.#database
      .prepare<[string, number], EventRow>(
        `SELECT ${eventColumns} FROM parcel_events x JOIN entries e ON e.cursor = x.cursor
         ${eventJoins} WHERE x.parcel = ? ORDER BY x.cursor DESC LIMIT ?`,
      )
      .all(parcel, timelineMaxEvents);
  }

  eventsAfter(cursor: number, limit: number, filter: EventFilter): Page<EventView> {
    return this.#events({ bound: "e.cursor > ?", order: "ASC" }, cursor, limit, filter);
  }

  eventsBefore(cursor: number, limit: number, filter: EventFilter): Page<EventView> {
    return this.#events({ bound: "e.cursor < ?", order: "DESC" }, cursor, limit, filter);
  }

  newestCursor(): number {
    return this.#newestCursor.get() ?? 0;
  }

  onCommit(listener: (gateways: readonly number[]) => void): () => void {
    return this.#ledger.onCommit(listener);
  }

  #events(
    way: { readonly bound: string; readonly order: "ASC" | "DESC" },
    cursor: number,
    limit: number,
    filter: EventFilter,
  ): Page<EventView> {
    const joins: string[] = [];
    const conditions = [way.bound];
    const values: (string | number | Buffer)[] = [cursor];
    const { site, gateway, box, kind } = filter;
    if ([site, gateway, box, kind].some((each) => each !== undefined)) {
      joins.push("JOIN event_subjects s ON s.cursor = e.cursor");
    }
    const where = (condition: string, value: string | undefined) => {
      if (value === undefined) return;
      conditions.push(condition);
      values.push(value);
    };
    where("s.gateway IN (SELECT number FROM gateways WHERE site = ?)", site);
    where("s.gateway IN (SELECT number FROM gateways WHERE gateway = ?)", gateway);
    where("s.box = ?", box);
    where("s.kind = ?", kind);
    if (filter.parcel !== undefined) joins.push("JOIN parcel_events x ON x.cursor = e.cursor");
    where("x.parcel = ?", filter.parcel);
    if (filter.code !== undefined) {
      conditions.push("substr(e.event_id, 1, 5) = ?");
      values.push(Buffer.from(checkCodePrefix(filter.code)));
    }
    const rows = this.#database
      .prepare<(string | number | Buffer)[], EventRow>(
        `SELECT ${eventColumns} FROM entries e ${joins.join(" ")} ${eventJoins}
         WHERE ${conditions.join(" AND ")} ORDER BY e.cursor ${way.order} LIMIT ?`,
      )
      .all(...values, limit + 1);
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? (shown.at(-1)?.cursor ?? null) : null;
    return { rows: shown.map(eventViewOf), next };
  }

  /** A last word is as new as the last sign of life. */
  #withLastSign(row: GatewayRow): GatewayRow {
    const heardMs = this.#ledger.heardMs.get(row.number) ?? 0;
    return heardMs <= (row.last_word_ms ?? 0) ? row : { ...row, last_word_ms: heardMs };
  }

  #gateways(): GatewayRow[] {
    return this.#gatewayRows.all().map((row) => this.#withLastSign(row));
  }

  #gatewayView(row: GatewayRow, gaps: readonly GapRow[]): GatewayView {
    const { announced_next_seq: announced, next_seq: nextSeq } = row;
    return {
      site: row.site,
      gateway: row.gateway,
      gatewayId: row.gateway_id,
      epoch: row.epoch,
      nextSeq,
      standing: row.standing,
      status: row.status,
      lastWordMs: row.last_word_ms,
      outboxCount: announced === null ? null : Math.max(0, announced - nextSeq),
      parkedCount: this.#ledger.parkedCounts.get(row.number) ?? 0,
      position: positionOf(row),
      gaps: gaps.map(gapViewOf),
    };
  }

  #parcelView(row: ParcelRow): ParcelView | undefined {
    const word = currentWord(parseParcelFold(row.fold));
    if (word === undefined) return undefined;
    const last = this.#eventRow.get(word.cursor);
    if (last === undefined) return undefined;
    const holder = holderOf(word, (parcel) => {
      const stored = this.#parcelRow(parcel);
      return stored === undefined ? undefined : parseParcelFold(stored.fold);
    });
    return {
      parcel: row.parcel,
      custodian: holder.custodian,
      box: holder.box ?? null,
      compartment: holder.compartment ?? null,
      person: holder.person ?? null,
      isUnverified: holder.isUnverified,
      container: holder.container ?? null,
      lastEvent: eventViewOf(last),
    };
  }
}

function byGateway<R extends { readonly gateway: number }>(
  rows: readonly R[],
): ReadonlyMap<number, readonly R[]> {
  const groups = new Map<number, R[]>();
  for (const row of rows) {
    const group = groups.get(row.gateway);
    if (group === undefined) groups.set(row.gateway, [row]);
    else group.push(row);
  }
  return groups;
}

function gapViewOf(row: GapRow): GapView {
  return { fromSeq: row.from_seq, toSeq: row.to_seq, sinceMs: row.since_ms, state: row.state };
}

interface PlacedEvent {
  readonly gateway: number;
  readonly seq: number;
  readonly event: EventView;
}

/** Nothing that a quarantined gateway said is shown. */
function positionOf({ latitude, longitude, ...row }: GatewayRow): PositionView | null {
  const quality = row.standing === "quarantined" ? null : row.position_quality;
  if (latitude === null || longitude === null || quality === null) return null;
  return { latitude, longitude, quality };
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
