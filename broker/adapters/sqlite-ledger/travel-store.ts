// Keeps badge uses in the order in which they happened, each with the one before it, and where
// gateways were: what impossible travel is judged from, whatever the order of arrival.

import type { Database, Statement } from "better-sqlite3";
import {
  judgeMove,
  positionLifeMs,
  wayMaxMs,
  type BadgeUse,
  type TravelFinding,
  type TravelTimes,
  type Whereabouts,
} from "../../core/projections/travel.ts";
import type { Page } from "../../ports/views.ts";

/** A use as the ledger's own numbers name it. */
export interface NotedUse {
  readonly person: string;
  readonly wallUs: number;
  readonly errMs: number;
  readonly gateway: number;
  readonly seq: number;
  readonly cursor: number;
}

interface PageAsked {
  readonly before: number;
  readonly limit: number;
}

interface Neighbor {
  readonly at_us: number;
  readonly gateway: number;
  readonly seq: number;
  readonly cursor: number;
  readonly err_ms: number;
}

interface MoveRow extends Neighbor {
  readonly person: string;
  readonly site: string;
  readonly name: string;
  readonly from_at_us: number;
  readonly from_gateway: number;
  readonly from_seq: number;
  readonly from_cursor: number;
  readonly from_err_ms: number;
  readonly from_site: string;
  readonly from_name: string;
}

/** Findings further back than this are not shown. */
const travelWindowMs = 30 * 24 * 3_600_000;
/** Moves judged between two reads where all are. */
const judgedPageRows = 1_000;
/** Uses are compared in ms, and kept in microseconds. */
const roundingUs = 1_000;

type Place = [string, number, number, number];

interface Span {
  readonly prev: number | null;
  readonly next: number | null;
}

const moveSql = `
  SELECT u.*, g.site, g.gateway AS name, f.at_us AS from_at_us, f.gateway AS from_gateway,
    f.seq AS from_seq, f.cursor AS from_cursor, f.err_ms AS from_err_ms,
    h.site AS from_site, h.gateway AS from_name
  FROM badge_uses u JOIN gateways g ON g.number = u.gateway
  JOIN badge_uses f ON f.cursor = u.from_cursor JOIN gateways h ON h.number = f.gateway`;

/**
 * Judges each move when it, or a position that says more of it, is noted: readers only look up what
 * was found. `noteUse`, `notePosition` and `judgeAll` are used inside the ledger's transactions.
 */
export class TravelStore {
  readonly #database: Database;
  readonly #times: TravelTimes;
  readonly #before: Statement<Place, Neighbor>;
  readonly #after: Statement<Place, Neighbor>;
  readonly #insert: Statement<[...Place, number, number, number | null, number | null]>;
  readonly #link: Statement<[number | null, number | null, ...Place]>;
  readonly #position: Statement<[number, number, number, number]>;
  readonly #span: Statement<[number, number, number, number], Span>;
  readonly #usesNear: Statement<[number, number, number], Neighbor & { readonly person: string }>;
  readonly #move: Statement<[number, number], MoveRow>;
  readonly #mark: Statement<[number, number]>;
  readonly #place: Statement<[number], Pick<Neighbor, "at_us" | "gateway" | "seq">>;
  readonly #found: Statement<[number, number, number, number, number], MoveRow>;
  readonly #unsettled: Statement<[number, number], MoveRow>;
  readonly #near: Statement<[number, number, number, number], Whereabouts>;

  constructor(database: Database, times: TravelTimes) {
    this.#database = database;
    this.#times = times;
    const neighbor = (order: "<" | ">", way: "DESC" | "ASC") =>
      database.prepare<Place, Neighbor>(
        `SELECT at_us, gateway, seq, cursor, err_ms FROM badge_uses
         WHERE person = ? AND (at_us, gateway, seq) ${order} (?, ?, ?)
         ORDER BY at_us ${way}, gateway ${way}, seq ${way} LIMIT 1`,
      );
    this.#before = neighbor("<", "DESC");
    this.#after = neighbor(">", "ASC");
    this.#insert = database.prepare("INSERT INTO badge_uses VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)");
    this.#link = database.prepare(
      `UPDATE badge_uses SET from_cursor = ?, gap_us = ?, is_impossible = 0
       WHERE person = ? AND at_us = ? AND gateway = ? AND seq = ?`,
    );
    this.#position = database.prepare("INSERT OR REPLACE INTO whereabouts VALUES (?, ?, ?, ?)");
    this.#span = database.prepare(
      `SELECT (SELECT max(at_us) FROM whereabouts WHERE gateway = ? AND at_us < ?) AS prev,
         (SELECT min(at_us) FROM whereabouts WHERE gateway = ? AND at_us > ?) AS next`,
    );
    this.#usesNear = database.prepare(
      `SELECT person, at_us, gateway, seq, cursor, err_ms FROM badge_uses
       WHERE gateway = ? AND at_us BETWEEN ? AND ?`,
    );
    this.#move = database.prepare(`${moveSql} WHERE u.cursor = ? AND u.gap_us < ?`);
    this.#mark = database.prepare("UPDATE badge_uses SET is_impossible = ? WHERE cursor = ?");
    this.#place = database.prepare("SELECT at_us, gateway, seq FROM badge_uses WHERE cursor = ?");
    const newestFirst = "ORDER BY u.at_us DESC, u.gateway DESC, u.seq DESC LIMIT ?";
    this.#found = database.prepare(
      `${moveSql} WHERE u.is_impossible = 1 AND u.at_us > ?
         AND (u.at_us, u.gateway, u.seq) < (?, ?, ?) ${newestFirst}`,
    );
    this.#unsettled = database.prepare(
      `${moveSql} JOIN entries e ON e.cursor = u.cursor
       WHERE u.is_impossible = 1 AND u.at_us > ? AND NOT EXISTS (
         SELECT 1 FROM decisions d WHERE d.gateway = u.gateway AND d.kind = 'trouble-settled'
           AND d.head_event_id = lower(hex(e.event_id))) ${newestFirst}`,
    );
    this.#near = database.prepare(
      `SELECT latitude, longitude FROM whereabouts
       WHERE gateway = ? AND at_us BETWEEN ? AND ? ORDER BY abs(at_us - ?), at_us LIMIT 1`,
    );
  }

  /** Puts a use between those before and after it in time, and links and judges the latter anew. */
  noteUse(use: NotedUse): void {
    const { person, wallUs, errMs, gateway, seq, cursor } = use;
    const place: Place = [person, wallUs, gateway, seq];
    const own = { at_us: wallUs, gateway, seq, cursor, err_ms: errMs };
    const before = this.#before.get(...place);
    const after = this.#after.get(...place);
    this.#insert.run(...place, cursor, errMs, ...linkOf(before, own));
    this.#judge(cursor);
    if (after === undefined) return;
    this.#link.run(...linkOf(own, after), person, after.at_us, after.gateway, after.seq);
    this.#judge(after.cursor);
  }

  /** Judges anew the moves from and to the uses that this is the nearest position of. */
  notePosition(gateway: number, wallUs: number, { latitude, longitude }: Whereabouts): void {
    this.#position.run(gateway, wallUs, latitude, longitude);
    const { prev = null, next = null } = this.#span.get(gateway, wallUs, gateway, wallUs) ?? {};
    const lifeUs = positionLifeMs * 1_000;
    const fromUs = Math.max(wallUs - lifeUs, prev === null ? 0 : (prev + wallUs) / 2);
    const toUs = Math.min(wallUs + lifeUs, next === null ? Infinity : (wallUs + next) / 2);
    const [low, high] = [Math.floor(fromUs) - roundingUs, Math.ceil(toUs) + roundingUs];
    for (const { person, at_us: atUs, seq, cursor } of this.#usesNear.all(gateway, low, high)) {
      this.#judge(cursor);
      const after = this.#after.get(person, atUs, gateway, seq);
      if (after !== undefined) this.#judge(after.cursor);
    }
  }

  /** Whether all moves were judged by the travel times of now. */
  get isJudged(): boolean {
    const written = this.#database.prepare<[], string>("SELECT written FROM travel_times").pluck();
    return written.get() === this.#written();
  }

  judgeAll(): void {
    const page = this.#database
      .prepare<[number, number], number>(
        "SELECT cursor FROM badge_uses WHERE cursor > ? ORDER BY cursor LIMIT ?",
      )
      .pluck();
    for (let last: number | undefined = 0; last !== undefined;) {
      const cursors: readonly number[] = page.all(last, judgedPageRows);
      for (const cursor of cursors) this.#judge(cursor);
      last = cursors.at(-1);
    }
    this.#database.exec("DELETE FROM travel_times");
    this.#database.prepare<[string]>("INSERT INTO travel_times VALUES (?)").run(this.#written());
  }

  #written(): string {
    const { defaultMs, betweenMs } = this.#times;
    const ways = [...betweenMs].map(([way, ms]) => `${way} ${ms}`).toSorted();
    return JSON.stringify({ defaultMs, ways });
  }

  /** A use that is no move, or one that took longer than any way, was noted as possible. */
  #judge(cursor: number): void {
    const row = this.#move.get(cursor, wayMaxMs * 1_000);
    if (row === undefined) return;
    this.#mark.run(this.#findingOf(row) === undefined ? 0 : 1, cursor);
  }

  #findingOf(row: MoveRow): TravelFinding | undefined {
    const move = { from: fromIn(row), to: toIn(row) };
    return judgeMove(move, this.#times, (use) => this.#positionOf(use));
  }

  /**
   * Newest first, of the last 30 days before `nowMs`: those that happened before the use at a
   * cursor, which is `next` of the page before. None for a cursor that is of no use of a badge.
   */
  findings(nowMs: number, { before, limit }: PageAsked): Page<TravelFinding> {
    const newest = { at_us: Number.MAX_SAFE_INTEGER, gateway: 0, seq: 0 };
    const place = before === Number.MAX_SAFE_INTEGER ? newest : this.#place.get(before);
    if (place === undefined) return { rows: [], next: null };
    const { at_us: atUs, gateway, seq } = place;
    const rows = this.#found.all(sinceUs(nowMs), atUs, gateway, seq, limit + 1);
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? (shown.at(-1)?.cursor ?? null) : null;
    return { rows: shown.flatMap((row) => this.#findingOf(row) ?? []), next };
  }

  /** As `findings`, without those that staff decided to be over. */
  unsettled(nowMs: number, limit: number): readonly TravelFinding[] {
    return this.#unsettled.all(sinceUs(nowMs), limit).flatMap((row) => this.#findingOf(row) ?? []);
  }

  /** The position told nearest in time; a gateway may be on a ship. */
  #positionOf({ gatewayNumber, wallMs }: BadgeUse): Whereabouts | undefined {
    const [atUs, lifeUs] = [wallMs * 1_000, positionLifeMs * 1_000];
    return this.#near.get(gatewayNumber, atUs - lifeUs, atUs + lifeUs, atUs);
  }
}

function sinceUs(nowMs: number): number {
  return (nowMs - travelWindowMs) * 1_000;
}

/** Only uses at two gateways are a move; what is between them in time at most, errors included. */
function linkOf(
  before: Neighbor | undefined,
  { at_us: atUs, gateway, err_ms: errMs }: Neighbor,
): [number | null, number | null] {
  if (before === undefined || before.gateway === gateway) return [null, null];
  return [before.cursor, atUs - before.at_us + (before.err_ms + errMs) * 1_000];
}

function toIn(row: MoveRow): BadgeUse {
  const { cursor, gateway: gatewayNumber, seq, site, name: gateway, person } = row;
  const wallMs = Math.floor(row.at_us / 1_000);
  return { cursor, gatewayNumber, seq, site, gateway, person, wallMs, errMs: row.err_ms };
}

function fromIn(row: MoveRow): BadgeUse {
  return {
    cursor: row.from_cursor,
    gatewayNumber: row.from_gateway,
    seq: row.from_seq,
    site: row.from_site,
    gateway: row.from_name,
    person: row.person,
    wallMs: Math.floor(row.from_at_us / 1_000),
    errMs: row.from_err_ms,
  };
}
