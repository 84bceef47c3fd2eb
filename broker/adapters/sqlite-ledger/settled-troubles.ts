// Which troubles staff decided to be over: their decisions name the events that raised them.

import type { Database, Statement } from "better-sqlite3";
import { staffMaySettle } from "../../core/projections/trouble-rules.ts";

interface Raised {
  readonly kind: string;
  readonly about: string;
  readonly cursor: number;
}

export class SettledTroubles {
  readonly #settled: Statement<[number], number>;
  readonly #isReplaced: Statement<[number], number>;

  constructor(database: Database) {
    this.#settled = database
      .prepare<[number], number>(
        `SELECT 1 FROM entries e JOIN decisions d ON d.gateway = e.gateway
           AND d.kind = 'trouble-settled' AND d.head_event_id = lower(hex(e.event_id))
         WHERE e.cursor = ? LIMIT 1`,
      )
      .pluck();
    this.#isReplaced = database
      .prepare<[number], number>(
        `SELECT 1 FROM entries e JOIN gateways g ON g.number = e.gateway
         WHERE e.cursor = ? AND EXISTS (
           SELECT 1 FROM gateways n WHERE n.gateway = g.gateway AND n.number > g.number)`,
      )
      .pluck();
  }

  /** Whose board was replaced says no more: then staff settles what else ends at the box. */
  has(trouble: Raised): boolean {
    const { cursor } = trouble;
    if (this.#settled.get(cursor) === undefined) return false;
    return staffMaySettle(trouble) || this.#isReplaced.get(cursor) !== undefined;
  }
}
