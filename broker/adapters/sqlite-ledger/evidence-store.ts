// Keeps what did not enter the ledger, within bounds, and the statements about missing sequences.

import type { Database, Statement } from "better-sqlite3";
import type { SeqRange } from "../../core/chain.ts";
import type { Evidence } from "../../ports/ledger.ts";

/** Of one gateway and kind: no kind takes the place of another, least of all of a fork. */
export const evidenceMaxCounts: Readonly<Record<Evidence["kind"], number>> = {
  fork: 1_000,
  rollback: 250,
  orphan: 250,
  "broken-seal": 512,
  hello: 100,
  reject: 100,
  quarantined: 100,
};

/** The same statement again proves no more; a record under a bad seal is another one each time. */
const keptOnce: ReadonlySet<Evidence["kind"]> = new Set(["fork", "rollback", "orphan", "hello"]);

interface CountRow {
  readonly gateway: number;
  readonly kind: Evidence["kind"];
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
  readonly #same: Statement<[number, string, number, number, string | null]>;
  readonly #insert: Statement;
  readonly #openGaps: Statement<[number], GapRow>;
  readonly #clearOpen: Statement<[number]>;
  readonly #insertGap: Statement<[number, number, number, "open" | "lost", number]>;

  constructor(database: Database) {
    this.#countRows = database.prepare(
      "SELECT gateway, kind, count(*) AS count FROM evidence GROUP BY 1, 2",
    );
    this.#same = database.prepare(
      `SELECT number FROM evidence
       WHERE gateway = ? AND kind = ? AND epoch = ? AND seq = ? AND event_id IS ?`,
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

  /** False when the bound of this gateway and kind is reached and nothing was stored. */
  keep(evidence: Evidence): boolean {
    const { gateway, kind, epoch, seq, heldEventId, bytes, detail, receivedMs } = evidence;
    const eventId = evidence.eventId ?? null;
    const group = groupOf(gateway, kind);
    const count = this.#counts.get(group) ?? 0;
    const isRepeated =
      keptOnce.has(kind) && this.#same.get(gateway, kind, epoch, seq, eventId) !== undefined;
    if (isRepeated) return true;
    if (count >= evidenceMaxCounts[kind]) return false;
    this.#counts.set(group, count + 1);
    const held = heldEventId ?? null;
    this.#insert.run(gateway, kind, epoch, seq, eventId, held, bytes, detail, receivedMs);
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
      this.#counts.set(groupOf(row.gateway, row.kind), row.count);
    }
  }
}

function groupOf(gateway: number, kind: Evidence["kind"]): string {
  return `${gateway}/${kind}`;
}
