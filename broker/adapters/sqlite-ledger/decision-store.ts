// Keeps what registrars decided about gateways: only ever added to, and read by auditors.

import type { Database, Statement } from "better-sqlite3";
import type { Decision } from "../../ports/ledger.ts";
import type { DecisionView } from "../../ports/views.ts";

interface DecisionRow {
  readonly number: number;
  readonly kind: "quarantine-lifted" | "trouble-settled";
  readonly decided_by: string;
  readonly reason: string;
  readonly decided_ms: number;
  readonly taken_ms: number;
  readonly epoch: number;
  readonly next_seq: number;
  readonly head_event_id: string;
}

/** Decisions about one gateway that are shown: the newest. */
const shownMaxCount = 100;

/** `add` is used inside the ledger's transactions. */
export class DecisionStore {
  readonly #insert: Statement;
  readonly #same: Statement<[Uint8Array], number>;
  readonly #count: Statement<[number], number>;
  readonly #of: Statement<[string, string, number], DecisionRow>;

  constructor(database: Database) {
    this.#insert = database.prepare(
      "INSERT INTO decisions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    this.#same = database
      .prepare<[Uint8Array], number>("SELECT number FROM decisions WHERE document = ?")
      .pluck();
    this.#count = database
      .prepare<[number], number>("SELECT count(*) FROM decisions WHERE gateway = ?")
      .pluck();
    this.#of = database.prepare(
      `SELECT * FROM decisions
       WHERE gateway IN (SELECT number FROM gateways WHERE site = ? AND gateway = ?)
       ORDER BY number DESC LIMIT ?`,
    );
  }

  add(decision: Decision, takenMs: number): void {
    const { gateway, kind, decidedBy, reason, decidedMs } = decision;
    const { epoch, nextSeq, headEventId, document } = decision;
    const what = [gateway, kind, decidedBy, reason, decidedMs, takenMs];
    this.#insert.run(...what, epoch, nextSeq, headEventId, document);
  }

  has(document: Uint8Array): boolean {
    return this.#same.get(document) !== undefined;
  }

  countOf(gateway: number): number {
    return this.#count.get(gateway) ?? 0;
  }

  /** Newest first. */
  of(site: string, gateway: string): readonly DecisionView[] {
    return this.#of.all(site, gateway, shownMaxCount).map((row) => ({
      kind: row.kind,
      decidedBy: row.decided_by,
      reason: row.reason,
      decidedMs: row.decided_ms,
      takenMs: row.taken_ms,
      epoch: row.epoch,
      nextSeq: row.next_seq,
      headEventId: row.head_event_id,
    }));
  }
}
