// Which entries still wait for their own seal to be verified: ranges,
// so that appending stays cheap.

import type { Database, Statement } from "better-sqlite3";
import { eventIdFromBytes } from "@driftbox/proto";
import type { CoveredEntry } from "../../ports/ledger.ts";

/** Numbers of `entries.seal_state`. */
export const sealStates = { chain: 0, direct: 1, broken: 2 } as const;

interface CoveredRow {
  readonly cursor: number;
  readonly gateway: number;
  readonly epoch: number;
  readonly seq: number;
  readonly header: Uint8Array;
  readonly seal: Uint8Array;
  readonly event_id: Uint8Array;
  readonly key: string;
}

/** Used inside the ledger's transactions. */
export class CoveredSeals {
  readonly #note: Statement<[number, number]>;
  readonly #oldest: Statement<[number], CoveredRow>;
  readonly #mark: Statement<[number, number]>;
  readonly #drop: Statement<[number]>;
  readonly #advance: Statement<[{ readonly next: number }]>;

  constructor(database: Database) {
    this.#note = database.prepare("INSERT INTO covered_ranges VALUES (?, ?)");
    this.#oldest = database.prepare(
      `SELECT e.cursor, e.gateway, e.epoch, e.seq, e.header, e.seal, e.event_id, k.key
       FROM covered_ranges r
       CROSS JOIN entries e ON e.cursor BETWEEN r.from_cursor AND r.to_cursor
       CROSS JOIN epoch_keys k ON k.gateway = e.gateway AND k.epoch = e.epoch
       WHERE e.seal_state = ${sealStates.chain} ORDER BY r.from_cursor, e.cursor LIMIT ?`,
    );
    this.#mark = database.prepare("UPDATE entries SET seal_state = ? WHERE cursor = ?");
    this.#drop = database.prepare("DELETE FROM covered_ranges WHERE to_cursor <= ?");
    this.#advance = database.prepare(
      "UPDATE covered_ranges SET from_cursor = @next WHERE from_cursor < @next",
    );
  }

  /** Entries of one commit among which covered ones are; both ends inclusive. */
  note(fromCursor: number, toCursor: number): void {
    this.#note.run(fromCursor, toCursor);
  }

  oldest(maxCount: number): CoveredEntry[] {
    return this.#oldest.all(maxCount).map(({ header, seal, event_id: eventId, ...row }) => ({
      ...row,
      eventId: eventIdFromBytes(eventId),
      record: { header, seal, payload: new Uint8Array() },
    }));
  }

  /** The results of a slice from `oldest`, whole: what comes before its end is finished. */
  finish(result: { readonly direct: readonly number[]; readonly broken: readonly number[] }): void {
    for (const cursor of result.direct) this.#mark.run(sealStates.direct, cursor);
    for (const cursor of result.broken) this.#mark.run(sealStates.broken, cursor);
    const end = Math.max(0, ...result.direct, ...result.broken);
    this.#drop.run(end);
    this.#advance.run({ next: end + 1 });
  }
}
