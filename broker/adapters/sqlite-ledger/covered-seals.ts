// Which entries still wait for their own seal to be verified: ranges,
// so that appending stays cheap.

import type { Database, Statement } from "better-sqlite3";
import { eventIdFromBytes, parseHeader } from "@driftbox/proto";
import { brokenSealsMaxCount } from "../../ports/ledger.ts";
import type { BrokenSeal, CoveredEntry, MendedSeal, SealResults } from "../../ports/ledger.ts";

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
  /** Null when the ledger lacks the key, which it never should. */
  readonly key: string | null;
}

interface RangeRow {
  readonly from_cursor: number;
  readonly to_cursor: number;
}

interface BrokenRow {
  readonly gateway: number;
  readonly epoch: number;
  readonly seq: number;
  readonly header: Uint8Array;
}

/** Used inside the ledger's transactions. */
export class CoveredSeals {
  readonly #note: Statement<[number, number]>;
  readonly #oldest: Statement<[number], CoveredRow>;
  readonly #mark: Statement<[number, number]>;
  readonly #begun: Statement<[number], RangeRow>;
  readonly #firstWaiting: Statement<[number, number], number>;
  readonly #drop: Statement<[number]>;
  readonly #advance: Statement<[number, number]>;
  readonly #broken: Statement<[], BrokenRow>;
  readonly #mend: Statement<[Uint8Array, number, number, number]>;

  constructor(database: Database) {
    this.#note = database.prepare("INSERT INTO covered_ranges VALUES (?, ?)");
    // The plus keeps SQLite from making an index of the whole ledger for the moment.
    this.#oldest = database.prepare(
      `SELECT e.cursor, e.gateway, e.epoch, e.seq, e.header, e.seal, e.event_id, k.key
       FROM covered_ranges r
       CROSS JOIN entries e ON e.cursor BETWEEN r.from_cursor AND r.to_cursor
       LEFT JOIN epoch_keys k ON k.gateway = e.gateway AND k.epoch = e.epoch
       WHERE +e.seal_state = ${sealStates.chain} ORDER BY r.from_cursor, e.cursor LIMIT ?`,
    );
    this.#mark = database.prepare(
      `UPDATE entries SET seal_state = ? WHERE cursor = ? AND seal_state = ${sealStates.chain}`,
    );
    this.#begun = database.prepare("SELECT * FROM covered_ranges WHERE from_cursor <= ?");
    this.#firstWaiting = database
      .prepare<[number, number], number>(
        `SELECT cursor FROM entries
         WHERE cursor BETWEEN ? AND ? AND seal_state = ${sealStates.chain}
         ORDER BY cursor LIMIT 1`,
      )
      .pluck();
    this.#drop = database.prepare("DELETE FROM covered_ranges WHERE from_cursor = ?");
    this.#advance = database.prepare(
      "UPDATE covered_ranges SET from_cursor = ? WHERE from_cursor = ?",
    );
    this.#broken = database.prepare(
      `SELECT gateway, epoch, seq, header FROM entries
       WHERE seal_state = ${sealStates.broken} ORDER BY gateway, seq`,
    );
    this.#mend = database.prepare(
      `UPDATE entries SET seal = ?, seal_state = ${sealStates.direct}
       WHERE gateway = ? AND epoch = ? AND seq = ? AND seal_state = ${sealStates.broken}`,
    );
  }

  /** Entries of one commit among which covered ones are; both ends inclusive. */
  note(fromCursor: number, toCursor: number): void {
    this.#note.run(fromCursor, toCursor);
  }

  /** @throws plain Error when the key of an epoch is missing: nothing may be skipped silently */
  oldest(maxCount: number): CoveredEntry[] {
    return this.#oldest.all(maxCount).map(({ header, seal, event_id: eventId, key, ...row }) => {
      if (key === null) throw new Error(`gateway ${row.gateway}: epoch ${row.epoch} has no key`);
      const record = { header, seal, payload: new Uint8Array() };
      return { ...row, key, eventId: eventIdFromBytes(eventId), record };
    });
  }

  /** The results of a slice from `oldest`; a range stays for what was not in the slice. */
  finish({ direct, broken }: SealResults): void {
    for (const cursor of direct) this.#mark.run(sealStates.direct, cursor);
    for (const cursor of broken) this.#mark.run(sealStates.broken, cursor);
    const end = Math.max(0, ...direct, ...broken);
    for (const range of this.#begun.all(end)) {
      const next = this.#firstWaiting.get(range.from_cursor, range.to_cursor);
      if (next === undefined) this.#drop.run(range.from_cursor);
      else if (next !== range.from_cursor) this.#advance.run(next, range.from_cursor);
    }
  }

  /** Broken seals by gateway, the oldest first; of each as many as a desk may remember. */
  broken(): ReadonlyMap<number, readonly BrokenSeal[]> {
    const found = new Map<number, BrokenSeal[]>();
    for (const { gateway, epoch, seq, header } of this.#broken.iterate()) {
      const parsed = parseHeader(header);
      if (!parsed.ok) throw new Error(`gateway ${gateway}, seq ${seq}: ${parsed.detail}`);
      const known = found.get(gateway) ?? [];
      if (known.length >= brokenSealsMaxCount) continue;
      found.set(gateway, [...known, { epoch, seq, prev: eventIdFromBytes(parsed.value.prev) }]);
    }
    return found;
  }

  mend({ gateway, epoch, seq, seal }: MendedSeal): void {
    this.#mend.run(seal, gateway, epoch, seq);
  }
}
