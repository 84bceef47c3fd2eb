// The ledger in SQLite: entries, payloads, evidence, gaps, chain state and projections together.

import type { Database, Statement } from "better-sqlite3";
import {
  decodePayload,
  eventIdFromBytes,
  parseHeader,
  type EventId,
  type Fact,
  type Header,
} from "@driftbox/proto";
import { claimUs } from "../../core/projections/parcels.ts";
import { defaultTravelTimes, trustedTime } from "../../core/projections/travel.ts";
import { foldVersion } from "../../core/projections/fold-version.ts";
import type { Log } from "../../ports/downlink.ts";
import type {
  Append,
  CoveredEntry,
  GatewayChange,
  GatewayIdentity,
  HeldGateway,
  Ledger,
  LedgerChange,
  SealResults,
} from "../../ports/ledger.ts";
import { faultOf, openDatabase } from "./database.ts";
import { CoveredSeals, sealStates } from "./covered-seals.ts";
import { DecisionStore } from "./decision-store.ts";
import { EvidenceStore } from "./evidence-store.ts";
import { GatewayRows, heldGatewayOf } from "./gateway-rows.ts";
import { ProjectionStore, type ProjectedEvent } from "./projection-store.ts";
import { RowBatch } from "./row-batch.ts";
import { TravelStore } from "./travel-store.ts";

interface StoredEntry {
  readonly cursor: number;
  readonly gateway: number;
  readonly header: Uint8Array;
  readonly received_ms: number;
  readonly bytes: Uint8Array | null;
}

type EntryValues = [
  number,
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

const silent = { info: () => undefined, error: () => undefined };

/** Rows folded between two looks at memory during a rebuild. */
const rebuildPageRows = 1_000;
/** Entries between two lines of progress. */
const progressRows = 100_000;

export class SqliteLedger implements Ledger {
  readonly database: Database;
  /** Records waiting in memory for a gap to close, by gateway number. */
  readonly parkedCounts = new Map<number, number>();
  /** When a sign of life came last, Unix ms, by gateway number. */
  readonly heardMs = new Map<number, number>();
  readonly decisions: DecisionStore;
  readonly travel: TravelStore;
  readonly #path: string;
  readonly #rows: GatewayRows;
  readonly #projections: ProjectionStore;
  readonly #evidence: EvidenceStore;
  readonly #covered: CoveredSeals;
  readonly #entries: RowBatch<EntryValues>;
  readonly #payloads: RowBatch<[number, Uint8Array]>;
  readonly #newestCursor: Statement<[], number | null>;
  readonly #heldEventId: Statement<[number, number, number], Uint8Array>;
  readonly #addCount: Statement<[string, number]>;
  readonly #listeners = new Set<(gateways: readonly number[]) => void>();

  readonly #log: Pick<Log, "info" | "error">;

  /**
   * Folds the projections again when another version of the folds made them, which may take a
   * while, and judges moves again when other travel times did. Faults: ledger/locked,
   * ledger/not-durable, ledger/io.
   */
  constructor(
    path: string,
    log: Pick<Log, "info" | "error"> = silent,
    travelTimes = defaultTravelTimes,
  ) {
    this.#path = path;
    this.#log = log;
    this.database = openDatabase(path);
    const { database } = this;
    this.#rows = new GatewayRows(database);
    this.travel = new TravelStore(database, travelTimes);
    this.#projections = new ProjectionStore(database, this.travel);
    this.#evidence = new EvidenceStore(database);
    this.#covered = new CoveredSeals(database);
    this.decisions = new DecisionStore(database);
    this.#entries = new RowBatch(
      database,
      `INSERT INTO entries (cursor, gateway, epoch, seq, header, seal, event_id, received_ms,
         is_late, seal_state)`,
      10,
    );
    this.#payloads = new RowBatch(database, "INSERT INTO payloads", 2);
    this.#newestCursor = database
      .prepare<[], number | null>("SELECT max(cursor) FROM entries")
      .pluck();
    this.#heldEventId = database
      .prepare<[number, number, number], Uint8Array>(
        "SELECT event_id FROM entries WHERE gateway = ? AND epoch = ? AND seq = ?",
      )
      .pluck();
    this.#addCount = database.prepare(
      `INSERT INTO counters VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET count = count + excluded.count`,
    );
    this.#refreshProjections();
    if (!this.travel.isJudged) this.#transaction(() => this.travel.judgeAll());
  }

  enroll(identity: GatewayIdentity): number {
    return this.#transaction(() => this.#rows.enroll(identity));
  }

  gateways(): readonly HeldGateway[] {
    const broken = this.#covered.broken();
    const keys = this.#rows.keys();
    return this.#rows.all().map((row) => {
      const epochKeys = keys.get(row.number) ?? new Map<number, string>();
      return { ...heldGatewayOf(row), epochKeys, brokenSeals: broken.get(row.number) ?? [] };
    });
  }

  heldEventId(gateway: number, epoch: number, seq: number): EventId | undefined {
    const id = this.#heldEventId.get(gateway, epoch, seq);
    return id === undefined ? undefined : eventIdFromBytes(id);
  }

  commit(change: LedgerChange): void {
    this.#transaction(() => {
      if (change.seals !== undefined) this.#covered.finish(change.seals);
      for (const each of change.mendedSeals ?? []) this.#covered.mend(each);
      this.#appendAll(change.appends);
      this.#projections.flush();
      for (const each of change.gateways) this.#applyGateway(each, change.atMs);
      for (const each of change.decisions ?? []) this.decisions.add(each, change.atMs);
      for (const each of change.evidence) {
        if (!this.#evidence.keep(each)) this.#addCount.run("evidence/dropped", 1);
      }
      for (const [name, count] of change.counts) this.#addCount.run(name, count);
    });
    for (const each of change.gateways) {
      if (each.parkedCount !== undefined) this.parkedCounts.set(each.gateway, each.parkedCount);
    }
    const changed = new Set(change.appends.map((each) => each.gateway));
    for (const each of change.gateways) changed.add(each.gateway);
    this.#tell([...changed]);
  }

  hasDecision(document: Uint8Array): boolean {
    return this.decisions.has(document);
  }

  /** Signs of life that are no words: kept in memory only, as the next ping replaces them. */
  heard(gateways: readonly number[], atMs: number): void {
    for (const gateway of gateways) this.heardMs.set(gateway, atMs);
    this.#tell(gateways);
  }

  coveredEntries(maxCount: number): readonly CoveredEntry[] {
    return this.#covered.oldest(maxCount);
  }

  finishSeals(result: SealResults): void {
    this.#transaction(() => this.#covered.finish(result));
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
    const of = this.#newestCursor.get() ?? 0;
    this.#transaction(() => {
      this.#projections.clear();
      const page = this.database.prepare<[number, number], StoredEntry>(
        `SELECT e.cursor, e.gateway, e.header, e.received_ms, p.bytes
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
        if (cursor % progressRows < rows.length) {
          this.#log.info({ cursor, of }, "folding the projections again");
        }
      }
      this.#projections.flush();
      this.#setFoldVersion();
    });
  }

  /** Projections that folds of another version made are made again; those of this one stay. */
  #refreshProjections(): void {
    const stored = this.database
      .prepare<[], number>("SELECT fold_version FROM projections WHERE name = 'all'")
      .pluck()
      .get();
    if (stored === foldVersion) return;
    const of = this.#newestCursor.get() ?? 0;
    if (of > 0) this.#log.info({ of, stored, wanted: foldVersion }, "the folds have changed");
    this.rebuildProjections();
    if (of > 0) this.#log.info({ of }, "folded the projections again");
  }

  #setFoldVersion(): void {
    this.database
      .prepare<[number]>("INSERT OR REPLACE INTO projections VALUES ('all', ?)")
      .run(foldVersion);
  }

  /** Called after each commit, and when gateways were heard, with the numbers of those gateways. */
  onCommit(listener: (gateways: readonly number[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.database.close();
  }

  /** What is committed is committed: a reader that fails must not look like a failed commit. */
  #tell(gateways: readonly number[]): void {
    for (const listener of this.#listeners) {
      try {
        listener(gateways);
      } catch (error) {
        this.#log.error({ err: error }, "a reader failed after a commit; what was committed stays");
      }
    }
  }

  #appendAll(appends: readonly Append[]): void {
    let firstCovered: number | undefined;
    let lastCovered = 0;
    let cursor = appends.length === 0 ? 0 : (this.#newestCursor.get() ?? 0);
    for (const append of appends) {
      cursor += 1;
      this.#append(cursor, append);
      if (append.sealState === "direct") continue;
      firstCovered ??= cursor;
      lastCovered = cursor;
    }
    this.#entries.flush();
    this.#payloads.flush();
    if (firstCovered !== undefined) this.#covered.note(firstCovered, lastCovered);
  }

  #append(cursor: number, { gateway, candidate, sealState, epochKey }: Append): void {
    const { header, record, fact, eventId, arrival } = candidate;
    const { seq } = header;
    const { receivedMs } = arrival;
    if (epochKey !== undefined) this.#rows.noteKey(gateway, header.keyEpoch, epochKey);
    this.#entries.add(
      cursor,
      gateway,
      header.keyEpoch,
      seq,
      record.header,
      record.seal,
      Buffer.from(eventId, "hex"),
      receivedMs,
      arrival.isLate ? 1 : 0,
      sealStates[sealState],
    );
    this.#payloads.add(cursor, record.payload);
    this.#projections.project({ cursor, gateway, seq, ...timesOf(header, receivedMs), fact });
  }

  #project(row: StoredEntry): void {
    const header = parseHeader(row.header);
    if (!header.ok) throw new Error(`entry ${row.cursor}: ${header.detail}`);
    const { cursor, gateway } = row;
    const { seq } = header.value;
    const times = timesOf(header.value, row.received_ms);
    const fact = row.bytes === null ? undefined : factOf(row.bytes);
    this.#projections.project({ cursor, gateway, seq, ...times, fact });
  }

  #applyGateway(change: GatewayChange, atMs: number): void {
    const { gateway, openGaps, lostGaps } = change;
    this.#rows.apply(change);
    if (openGaps !== undefined) this.#evidence.replaceOpenGaps(gateway, openGaps, atMs);
    if (lostGaps !== undefined) this.#evidence.addLostGaps(gateway, lostGaps, atMs);
  }

  /** One atomic step. A unique violation is a defect of the judge and passes as it is. */
  #transaction<T>(step: () => T): T {
    try {
      return this.database.transaction(step).immediate();
    } catch (error) {
      this.#projections.forget();
      this.#entries.forget();
      this.#payloads.forget();
      if (this.database.open) this.#evidence.recount();
      if (error instanceof Error && /UNIQUE constraint failed: entries/.test(error.message)) {
        throw new Error("an event was appended twice: the judge is broken", { cause: error });
      }
      throw faultOf(error, this.#path);
    }
  }
}

function timesOf(header: Header, receivedMs: number): Pick<ProjectedEvent, "claimUs" | "trusted"> {
  return { claimUs: claimUs(header, receivedMs), trusted: trustedTime(header, receivedMs) };
}

function factOf(bytes: Uint8Array): Fact | undefined {
  const decoded = decodePayload(bytes);
  return decoded.ok && decoded.value.isKnown ? decoded.value.fact : undefined;
}
