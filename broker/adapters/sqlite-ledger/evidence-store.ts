// Keeps what did not enter the ledger, within bounds, and the statements about missing sequences.

import type { Database, Statement } from "better-sqlite3";
import type { SeqRange } from "../../core/chain.ts";
import type { Evidence } from "../../ports/ledger.ts";

export const evidenceLimits = {
  /** Forks, rollbacks and orphans of one gateway. */
  provedMaxCount: 1_000,
  /** Rejects and records of a quarantined gateway. */
  otherMaxCount: 100,
} as const;

interface CountRow {
  readonly gateway: number;
  readonly isOther: number;
  readonly count: number;
}

interface GapRow {
  readonly from_seq: number;
  readonly to_seq: number;
  readonly since_ms: number;
}

/** Used inside the ledger's transactions. */
export class EvidenceStore {
  readonly #counts = new Map<string, number>();
  readonly #countRows: Statement<[], CountRow>;
  readonly #insert: Statement;
  readonly #openGaps: Statement<[number], GapRow>;
  readonly #clearOpen: Statement<[number]>;
  readonly #insertGap: Statement<[number, number, number, "open" | "lost", number]>;

  constructor(database: Database) {
    this.#countRows = database.prepare(
      `SELECT gateway, kind IN ('reject', 'quarantined') AS isOther, count(*) AS count
       FROM evidence GROUP BY 1, 2`,
    );
    this.#insert = database.prepare(
      "INSERT INTO evidence VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    this.#openGaps = database.prepare("SELECT * FROM gaps WHERE gateway = ? AND state = 'open'");
    this.#clearOpen = database.prepare("DELETE FROM gaps WHERE gateway = ? AND state = 'open'");
    this.#insertGap = database.prepare(
      `INSERT OR IGNORE INTO gaps (gateway, from_seq, to_seq, state, since_ms)
       VALUES (?, ?, ?, ?, ?)`,
    );
    this.recount();
  }

  /** False when the bound of this gateway is reached and nothing was stored. */
  keep(evidence: Evidence): boolean {
    const isOther = evidence.kind === "reject" || evidence.kind === "quarantined";
    const group = groupOf(evidence.gateway, isOther);
    const count = this.#counts.get(group) ?? 0;
    const most = isOther ? evidenceLimits.otherMaxCount : evidenceLimits.provedMaxCount;
    if (count >= most) return false;
    this.#counts.set(group, count + 1);
    const { gateway, kind, epoch, seq, eventId, heldEventId, bytes, detail } = evidence;
    const ids = [eventId ?? null, heldEventId ?? null];
    this.#insert.run(gateway, kind, epoch, seq, ...ids, bytes, detail, evidence.receivedMs);
    return true;
  }

  /** A gap that overlaps one of before began when that one began. */
  replaceOpenGaps(gateway: number, gaps: readonly SeqRange[], atMs: number): void {
    const before = this.#openGaps.all(gateway);
    if (before.length === 0 && gaps.length === 0) return;
    this.#clearOpen.run(gateway);
    for (const { fromSeq, toSeq } of gaps) {
      const known = before.find((row) => row.from_seq <= toSeq && row.to_seq >= fromSeq);
      this.#insertGap.run(gateway, fromSeq, toSeq, "open", known?.since_ms ?? atMs);
    }
  }

  addLostGaps(gateway: number, gaps: readonly SeqRange[], atMs: number): void {
    for (const { fromSeq, toSeq } of gaps) {
      this.#insertGap.run(gateway, fromSeq, toSeq, "lost", atMs);
    }
  }

  /** Reads the counts again after a transaction that did not happen. */
  recount(): void {
    this.#counts.clear();
    for (const row of this.#countRows.all()) {
      this.#counts.set(groupOf(row.gateway, row.isOther === 1), row.count);
    }
  }
}

function groupOf(gateway: number, isOther: boolean): string {
  return `${gateway}/${isOther ? "other" : "proved"}`;
}
