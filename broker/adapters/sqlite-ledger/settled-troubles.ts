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

  constructor(database: Database) {
    this.#settled = database
      .prepare<[number], number>(
        `SELECT 1 FROM entries e JOIN decisions d ON d.gateway = e.gateway
           AND d.kind = 'trouble-settled' AND d.head_event_id = lower(hex(e.event_id))
         WHERE e.cursor = ? LIMIT 1`,
      )
      .pluck();
  }

  has(trouble: Raised): boolean {
    return staffMaySettle(trouble) && this.#settled.get(trouble.cursor) !== undefined;
  }
}
