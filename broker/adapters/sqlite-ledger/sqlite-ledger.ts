// The ledger in SQLite: entries, payloads, evidence, gaps, chain state and projections together.

import type { Database, Statement } from "better-sqlite3";
import {
  decodePayload,
  eventIdFromBytes,
  fromHex,
  parseHeader,
  type EventId,
  type Fact,
} from "@driftbox/proto";
import type {
  Append,
  CoveredEntry,
  Evidence,
  GatewayChange,
  GatewayIdentity,
  HeldGateway,
  Ledger,
  LedgerChange,
} from "../../ports/ledger.ts";
import { faultOf, openDatabase } from "./database.ts";
import { GatewayRows, heldGatewayOf } from "./gateway-rows.ts";
import { ProjectionStore } from "./projection-store.ts";

export const evidenceLimits = {
  /** Forks, rollbacks and orphans of one gateway. */
  provedMaxCount: 1_000,
  /** Rejects and records of a quarantined gateway. */
  otherMaxCount: 100,
} as const;

/** Numbers of `entries.seal_state`. */
const sealStates = { chain: 0, direct: 1, broken: 2 } as const;

interface StoredEntry {
  readonly cursor: number;
  readonly gateway: number;
  readonly header: Uint8Array;
  readonly bytes: Uint8Array | null;
}

type EntryValues = [
  number,
  number,
  number,
  Uint8Array,
  Uint8Array,
  Uint8Array,
  number,
  number,
  number,
];

/** Rows folded between two looks at memory during a rebuild. */
const rebuildPageRows = 1_000;

export class SqliteLedger implements Ledger {
  readonly database: Database;
  /** Records waiting in memory for a gap to close, by gateway number. */
  readonly parkedCounts = new Map<number, number>();
  readonly #path: string;
  readonly #rows: GatewayRows;
  readonly #projections: ProjectionStore;
  readonly #evidenceCounts = new Map<string, number>();
  readonly #insertEntry: Statement<EntryValues>;
  readonly #insertPayload: Statement<[number | bigint, Uint8Array]>;
  readonly #heldEventId: Statement<[number, number, number], Uint8Array>;
  readonly #addCount: Statement<[string, number]>;
  readonly #listeners = new Set<() => void>();

  /** Faults: ledger/locked, ledger/not-durable, ledger/io. */
  constructor(path: string) {
    this.#path = path;
    this.database = openDatabase(path);
    const { database } = this;
    this.#rows = new GatewayRows(database);
    this.#projections = new ProjectionStore(database);
    this.#insertEntry = database.prepare(
      `INSERT INTO entries (gateway, epoch, seq, header, seal, event_id, received_ms, is_late,
         seal_state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertPayload = database.prepare("INSERT INTO payloads VALUES (?, ?)");
    this.#heldEventId = database
      .prepare<[number, number, number], Uint8Array>(
        "SELECT event_id FROM entries WHERE gateway = ? AND epoch = ? AND seq = ?",
      )
      .pluck();
    this.#addCount = database.prepare(
      `INSERT INTO counters VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET count = count + excluded.count`,
    );
    this.#countEvidence();
  }

  enroll(identity: GatewayIdentity): number {
    return this.#transaction(() => this.#rows.enroll(identity));
  }

  gateways(): readonly HeldGateway[] {
    return this.#rows.all().map(heldGatewayOf);
  }

  heldEventId(gateway: number, epoch: number, seq: number): EventId | undefined {
    const id = this.#heldEventId.get(gateway, epoch, seq);
    return id === undefined ? undefined : eventIdFromBytes(id);
  }

  commit(change: LedgerChange): void {
    this.#transaction(() => {
      for (const append of change.appends) this.#append(append);
      this.#projections.flush();
      for (const each of change.gateways) this.#applyGateway(each, change.atMs);
      for (const each of change.evidence) this.#keepEvidence(each);
      for (const [name, count] of change.counts) this.#addCount.run(name, count);
    });
    for (const each of change.gateways) {
      if (each.parkedCount !== undefined) this.parkedCounts.set(each.gateway, each.parkedCount);
    }
    for (const listener of this.#listeners) listener();
  }

  coveredEntries(maxCount: number): readonly CoveredEntry[] {
    interface Row {
      readonly cursor: number;
      readonly gateway: number;
      readonly epoch: number;
      readonly seq: number;
      readonly header: Uint8Array;
      readonly seal: Uint8Array;
      readonly event_id: Uint8Array;
      readonly key: string;
    }
    const rows = this.database
      .prepare<[number], Row>(
        `SELECT e.cursor, e.gateway, e.epoch, e.seq, e.header, e.seal, e.event_id, k.key
         FROM entries e JOIN epoch_keys k ON k.gateway = e.gateway AND k.epoch = e.epoch
         WHERE e.seal_state = 0 ORDER BY e.cursor LIMIT ?`,
      )
      .all(maxCount);
    return rows.map(({ header, seal, event_id: eventId, ...row }) => ({
      ...row,
      eventId: eventIdFromBytes(eventId),
      record: { header, seal, payload: new Uint8Array() },
    }));
  }

  finishSeals(result: {
    readonly direct: readonly number[];
    readonly broken: readonly number[];
  }): void {
    const mark = this.database.prepare("UPDATE entries SET seal_state = ? WHERE cursor = ?");
    this.#transaction(() => {
      for (const cursor of result.direct) mark.run(sealStates.direct, cursor);
      for (const cursor of result.broken) mark.run(sealStates.broken, cursor);
    });
  }

  counters(): ReadonlyMap<string, number> {
    interface Row {
      readonly name: string;
      readonly count: number;
    }
    const rows = this.database.prepare<[], Row>("SELECT name, count FROM counters").all();
    return new Map(rows.map((row) => [row.name, row.count]));
  }

  rebuildProjections(): void {
    this.#transaction(() => {
      this.#projections.clear();
      const page = this.database.prepare<[number, number], StoredEntry>(
        `SELECT e.cursor, e.gateway, e.header, p.bytes
         FROM entries e LEFT JOIN payloads p ON p.cursor = e.cursor
         WHERE e.cursor > ? ORDER BY e.cursor LIMIT ?`,
      );
      let cursor = 0;
      for (;;) {
        const rows = page.all(cursor, rebuildPageRows);
        for (const row of rows) this.#project(row);
        const last = rows.at(-1);
        if (last === undefined) break;
        cursor = last.cursor;
      }
      this.#projections.flush();
    });
  }

  /** Called after each commit. */
  onCommit(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.database.close();
  }

  #append({ gateway, candidate, sealState }: Append): void {
    const { header, record, fact, eventId, arrival } = candidate;
    const { lastInsertRowid } = this.#insertEntry.run(
      gateway,
      header.keyEpoch,
      header.seq,
      record.header,
      record.seal,
      fromHex(eventId) ?? new Uint8Array(),
      arrival.receivedMs,
      arrival.isLate ? 1 : 0,
      sealStates[sealState],
    );
    this.#insertPayload.run(lastInsertRowid, record.payload);
    const cursor = Number(lastInsertRowid);
    this.#projections.project({ cursor, gateway, seq: header.seq, wallUs: header.wallUs, fact });
  }

  #project(row: StoredEntry): void {
    const header = parseHeader(row.header);
    if (!header.ok) throw new Error(`entry ${row.cursor}: ${header.detail}`);
    const { seq, wallUs } = header.value;
    const fact = row.bytes === null ? undefined : factOf(row.bytes);
    this.#projections.project({ cursor: row.cursor, gateway: row.gateway, seq, wallUs, fact });
  }

  #applyGateway(change: GatewayChange, atMs: number): void {
    this.#rows.apply(change);
    const { gateway } = change;
    if (change.openGaps !== undefined) this.#replaceOpenGaps(gateway, change.openGaps, atMs);
    const insert = this.database.prepare("INSERT OR IGNORE INTO gaps VALUES (?, ?, ?, 'lost', ?)");
    for (const { fromSeq, toSeq } of change.lostGaps ?? []) {
      insert.run(gateway, fromSeq, toSeq, atMs);
    }
  }

  #replaceOpenGaps(
    gateway: number,
    gaps: NonNullable<GatewayChange["openGaps"]>,
    atMs: number,
  ): void {
    interface Row {
      readonly from_seq: number;
      readonly to_seq: number;
      readonly since_ms: number;
    }
    const before = this.database
      .prepare<[number], Row>("SELECT * FROM gaps WHERE gateway = ? AND state = 'open'")
      .all(gateway);
    this.database.prepare("DELETE FROM gaps WHERE gateway = ? AND state = 'open'").run(gateway);
    const insert = this.database.prepare("INSERT INTO gaps VALUES (?, ?, ?, 'open', ?)");
    for (const { fromSeq, toSeq } of gaps) {
      const known = before.find((row) => row.from_seq <= toSeq && row.to_seq >= fromSeq);
      insert.run(gateway, fromSeq, toSeq, known?.since_ms ?? atMs);
    }
  }

  #keepEvidence(evidence: Evidence): void {
    const isOther = evidence.kind === "reject" || evidence.kind === "quarantined";
    const group = `${evidence.gateway}/${isOther ? "other" : "proved"}`;
    const count = this.#evidenceCounts.get(group) ?? 0;
    const most = isOther ? evidenceLimits.otherMaxCount : evidenceLimits.provedMaxCount;
    if (count >= most) {
      this.#addCount.run("evidence/dropped", 1);
      return;
    }
    this.#evidenceCounts.set(group, count + 1);
    this.database
      .prepare("INSERT INTO evidence VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(
        evidence.gateway,
        evidence.kind,
        evidence.epoch,
        evidence.seq,
        evidence.eventId ?? null,
        evidence.heldEventId ?? null,
        evidence.bytes,
        evidence.detail,
        evidence.receivedMs,
      );
  }

  #countEvidence(): void {
    interface Row {
      readonly gateway: number;
      readonly isOther: number;
      readonly count: number;
    }
    this.#evidenceCounts.clear();
    const rows = this.database
      .prepare<[], Row>(
        `SELECT gateway, kind IN ('reject', 'quarantined') AS isOther, count(*) AS count
         FROM evidence GROUP BY 1, 2`,
      )
      .all();
    for (const row of rows) {
      const group = `${row.gateway}/${row.isOther === 1 ? "other" : "proved"}`;
      this.#evidenceCounts.set(group, row.count);
    }
  }

  /** One atomic step. A unique violation is a defect of the judge and passes as it is. */
  #transaction<T>(step: () => T): T {
    try {
      return this.database.transaction(step).immediate();
    } catch (error) {
      this.#projections.forget();
      if (this.database.open) this.#countEvidence();
      if (error instanceof Error && /UNIQUE constraint failed: entries/.test(error.message)) {
        throw new Error("an event was appended twice: the judge is broken", { cause: error });
      }
      throw faultOf(error, this.#path);
    }
  }
}

function factOf(bytes: Uint8Array): Fact | undefined {
  const decoded = decodePayload(bytes);
  return decoded.ok && decoded.value.isKnown ? decoded.value.fact : undefined;
}
