// Keeps the projections in SQLite: loads a fold when touched, writes what changed with the commit.

import type { Database, Statement } from "better-sqlite3";
import type { Fact } from "@driftbox/proto";
import { foldBox, unseenBox, type BoxFold } from "../../core/projections/boxes.ts";
import { foldParcel, unseenParcel, type ParcelFold } from "../../core/projections/parcels.ts";
import { subjectOf } from "../../core/projections/subject.ts";
import { projectionTables } from "./schema.ts";

/** One committed entry as the projections see it. */
export interface ProjectedEvent {
  readonly cursor: number;
  readonly gateway: number;
  readonly seq: number;
  readonly wallUs: number;
  /** Undefined for a payload that this version cannot read. */
  readonly fact: Fact | undefined;
}

interface TouchedBox {
  readonly gateway: number;
  readonly box: string;
  fold: BoxFold;
}

/** Folds that are touched but not yet written before they are flushed by themselves. */
const touchedMaxCount = 4_096;

/** Used inside a transaction: `project` each event in order, then `flush` before the commit. */
export class ProjectionStore {
  readonly #database: Database;
  readonly #boxes = new Map<string, TouchedBox>();
  readonly #parcels = new Map<string, ParcelFold>();
  readonly #insertSubject: Statement<[number, number, string, string | null]>;
  readonly #insertParcelEvent: Statement<[string, number]>;
  readonly #readBox: Statement<[number, string], string>;
  readonly #writeBox: Statement<[number, string, string]>;
  readonly #readParcel: Statement<[string], string>;
  readonly #writeParcel: Statement<[string, string]>;

  constructor(database: Database) {
    this.#database = database;
    this.#insertSubject = database.prepare("INSERT INTO event_subjects VALUES (?, ?, ?, ?)");
    this.#insertParcelEvent = database.prepare("INSERT INTO parcel_events VALUES (?, ?)");
    this.#readBox = database
      .prepare<[number, string], string>("SELECT fold FROM boxes WHERE gateway = ? AND box = ?")
      .pluck();
    this.#writeBox = database.prepare("INSERT OR REPLACE INTO boxes VALUES (?, ?, ?)");
    this.#readParcel = database
      .prepare<[string], string>("SELECT fold FROM parcels WHERE parcel = ?")
      .pluck();
    this.#writeParcel = database.prepare("INSERT OR REPLACE INTO parcels VALUES (?, ?)");
  }

  project(event: ProjectedEvent): void {
    const { fact, cursor, gateway } = event;
    const subject = subjectOf(fact);
    const kind = fact?.kind ?? "Unknown";
    this.#insertSubject.run(cursor, gateway, kind, subject.box ?? null);
    if (fact === undefined) return;
    if (subject.box !== undefined) this.#projectBox(gateway, subject.box, fact);
    for (const parcel of subject.parcels) {
      this.#insertParcelEvent.run(parcel, cursor);
      const before = this.#parcels.get(parcel) ?? this.#storedParcel(parcel);
      this.#parcels.set(parcel, foldParcel(before, { ...event, fact }));
    }
    if (this.#boxes.size + this.#parcels.size > touchedMaxCount) this.flush();
  }

  #projectBox(gateway: number, box: string, fact: Fact): void {
    const name = `${gateway}/${box}`;
    const touched = this.#boxes.get(name) ?? { gateway, box, fold: this.#storedBox(gateway, box) };
    touched.fold = foldBox(touched.fold, fact);
    this.#boxes.set(name, touched);
  }

  /** Writes every touched fold; nothing stays in memory, so a rolled-back transaction is safe. */
  flush(): void {
    for (const { gateway, box, fold } of this.#boxes.values()) {
      this.#writeBox.run(gateway, box, JSON.stringify(fold));
    }
    for (const [parcel, fold] of this.#parcels) this.#writeParcel.run(parcel, JSON.stringify(fold));
    this.forget();
  }

  /** Drops what was touched: the transaction did not happen. */
  forget(): void {
    this.#boxes.clear();
    this.#parcels.clear();
  }

  clear(): void {
    for (const table of projectionTables) this.#database.exec(`DELETE FROM ${table}`);
  }

  #storedBox(gateway: number, box: string): BoxFold {
    const text = this.#readBox.get(gateway, box);
    return text === undefined ? unseenBox : parseBoxFold(text);
  }

  #storedParcel(parcel: string): ParcelFold {
    const text = this.#readParcel.get(parcel);
    return text === undefined ? unseenParcel : parseParcelFold(text);
  }
}

/** Text written by this store and by nothing else. */
export function parseBoxFold(text: string): BoxFold {
  return JSON.parse(text) as BoxFold;
}

/** Text written by this store and by nothing else. */
export function parseParcelFold(text: string): ParcelFold {
  return JSON.parse(text) as ParcelFold;
}
