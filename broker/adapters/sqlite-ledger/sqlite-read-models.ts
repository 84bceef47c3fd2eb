// The read models over the SQLite ledger: gateways, boxes, parcels, timelines and events.

import { checkCodePrefix } from "@driftbox/proto";
import type { Database, Statement } from "better-sqlite3";
import { commandKinds, foldCommands } from "../../core/projections/commands.ts";
import { holderOf } from "../../core/projections/containers.ts";
import { currentWord } from "../../core/projections/parcels.ts";
import type { TravelFinding } from "../../core/projections/travel.ts";
import {
  nothingIssued,
  type DocumentsView,
  type HandoverPlace,
  type HandoverView,
  type Issued,
  type ManifestView,
  type TroubleView,
} from "../../ports/custody-views.ts";
import type {
  BoxPlace,
  BoxView,
  CommandView,
  DecisionView,
  EventFilter,
  EventView,
  GatewayView,
  PositionView,
  GatewayViews,
  Page,
  ParcelView,
  ReadModels,
  TimelineView,
} from "../../ports/views.ts";
import { boxViewsOf, fillTrouble, nearlyFull, type StoredBox } from "./box-view.ts";
import { CustodyReader } from "./custody-reader.ts";
import { documentsView } from "./documents-view.ts";
import { eventColumns, eventJoins, eventViewOf, type EventRow } from "./event-view.ts";
import type { GatewayRow } from "./gateway-rows.ts";
import { gapViewOf, TimelineReader, type GapRow } from "./timeline-reader.ts";
import { parseFold } from "./fold-table.ts";
import type { SqliteLedger } from "./sqlite-ledger.ts";

/** Events of one kind that a list of commands is folded from. */
const commandEventsMaxCount = 200;

interface ParcelRow {
  readonly parcel: string;
  readonly fold: string;
}

export interface ReadModelOptions {
  /** What the center has published to gateways. */
  readonly issued?: Issued;
  /** Unix ms; what ends by itself, or should have, is judged by it. */
  readonly now?: () => number;
}

export class SqliteReadModels implements ReadModels {
  readonly #ledger: SqliteLedger;
  readonly #custody: CustodyReader;
  readonly #timelines: TimelineReader;
  readonly #issued: Issued;
  readonly #now: () => number;
  readonly #database: Database;
  readonly #gatewayRows: Statement<[], GatewayRow>;
  readonly #gatewayRow: Statement<[number], GatewayRow>;
  readonly #newestOf: Statement<[string], number>;
  readonly #gapRows: Statement<[], GapRow>;
  readonly #gapsOf: Statement<[number], GapRow>;
  readonly #boxRows: Statement<[], StoredBox>;
  readonly #boxesOf: Statement<[number], StoredBox>;
  readonly #newestCursor: Statement<[], number | null>;

  constructor(ledger: SqliteLedger, options: ReadModelOptions = {}) {
    const { database } = ledger;
    const { issued = nothingIssued } = options;
    this.#now = options.now ?? (() => Date.now());
    this.#issued = issued;
    this.#timelines = new TimelineReader(database);
    this.#custody = new CustodyReader(database, issued, this.#now);
    this.#ledger = ledger;
    this.#database = database;
    this.#gatewayRows = database.prepare("SELECT * FROM gateways ORDER BY site, gateway");
    this.#gatewayRow = database.prepare("SELECT * FROM gateways WHERE number = ?");
    this.#newestOf = database
      .prepare<[string], number>("SELECT max(number) FROM gateways WHERE gateway = ?")
      .pluck();
    this.#gapRows = database.prepare("SELECT * FROM gaps ORDER BY gateway, from_seq");
    this.#gapsOf = database.prepare("SELECT * FROM gaps WHERE gateway = ? ORDER BY from_seq");
    this.#boxRows = database.prepare("SELECT * FROM boxes");
    this.#boxesOf = database.prepare("SELECT * FROM boxes WHERE gateway = ?");
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
    return this.#gateways().flatMap((row) => this.#boxViews(row, stored.get(row.number) ?? []));
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

  travelFindings(before: number, limit: number): Page<TravelFinding> {
    return this.#ledger.travel.findings(this.#now(), { before, limit });
  }

  troubles(): readonly TroubleView[] {
    const full = this.boxes().filter(({ troubles }) => troubles.includes(nearlyFull));
    return [...full.map(fillTrouble), ...this.#custody.troubles(this.#ledger.travel)];
  }

  handovers(before: number, limit: number): Page<HandoverView> {
    return this.#custody.handovers(before, limit);
  }

  handover(place: HandoverPlace): HandoverView | undefined {
    return this.#custody.handover(place);
  }

  manifests(before: number, limit: number): Page<ManifestView> {
    return this.#custody.manifests(before, limit);
  }

  viewsOf(gateway: number): GatewayViews | undefined {
    const row = this.#gatewayRow.get(gateway);
    if (row === undefined || this.#newestOf.get(row.gateway) !== gateway) return undefined;
    const heard = this.#withLastSign(row);
    return {
      gateway: this.#gatewayView(heard, this.#gapsOf.all(gateway)),
      boxes: this.#boxViews(heard, this.#boxesOf.all(gateway)),
    };
  }

  box({ site, gateway, box }: BoxPlace): BoxView | undefined {
    const row = this.#gateways().find((each) => each.site === site && each.gateway === gateway);
    if (row === undefined) return undefined;
    const stored = this.#boxesOf.all(row.number);
    return this.#boxViews(row, stored).find((each) => each.box === box);
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
    return this.#timelines.of(parcel, this.#gapRows.all());
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

  #boxViews(row: GatewayRow, stored: readonly StoredBox[]): readonly BoxView[] {
    const { number } = row;
    return boxViewsOf(
      row,
      stored,
      this.#custody.standing(number, this.#custody.gatewayFold(number)),
    );
  }

  /** A last word is as new as the last sign of life. */
  #withLastSign(row: GatewayRow): GatewayRow {
    const heardMs = this.#ledger.heardMs.get(row.number) ?? 0;
    return heardMs <= (row.last_word_ms ?? 0) ? row : { ...row, last_word_ms: heardMs };
  }

  /** Of a name that was enrolled anew, the one that has it now. */
  #gateways(): GatewayRow[] {
    const rows = this.#gatewayRows.all();
    const newest = new Map<string, number>();
    for (const { gateway, number } of rows) {
      newest.set(gateway, Math.max(number, newest.get(gateway) ?? 0));
    }
    const current = rows.filter(({ gateway, number }) => newest.get(gateway) === number);
    return current.map((row) => this.#withLastSign(row));
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
      documents: this.#documentsView(row),
      gaps: gaps.map(gapViewOf),
      decisionCount: this.#ledger.decisions.countOf(row.number),
    };
  }

  #documentsView({ number, site }: GatewayRow): DocumentsView {
    return documentsView(this.#custody.gatewayFold(number).documents, this.#issued.policyOf(site));
  }

  #parcelView(row: ParcelRow): ParcelView | undefined {
    const word = currentWord(parseFold("parcels", row.fold));
    if (word === undefined) return undefined;
    const lastEvent = this.#custody.eventAt(word.cursor);
    if (lastEvent === null) return undefined;
    const holder = holderOf(word, (parcel) => this.#custody.parcelFold(parcel));
    return {
      parcel: row.parcel,
      custodian: holder.custodian,
      box: holder.box ?? null,
      compartment: holder.compartment ?? null,
      person: holder.person ?? null,
      isUnverified: holder.isUnverified,
      containers: holder.containers,
      since: this.#custody.eventAt(holder.sinceCursor),
      unvouched: holder.unvouched ?? null,
      lastEvent,
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

/** Nothing that a quarantined gateway said is shown. */
function positionOf({ latitude, longitude, ...row }: GatewayRow): PositionView | null {
  const quality = row.standing === "quarantined" ? null : row.position_quality;
  if (latitude === null || longitude === null || quality === null) return null;
  return { latitude, longitude, quality };
}
