// Keeps the projections in SQLite: loads a fold when touched, writes what changed with the commit.

import type { Database, Statement } from "better-sqlite3";
import { limits, type Fact } from "@driftbox/proto";
import { foldBox, unseenBox, type BoxFold } from "../../core/projections/boxes.ts";
import {
  foldParcel,
  unseenParcel,
  type ParcelEvent,
  type ParcelFold,
} from "../../core/projections/parcels.ts";
import { subjectOf } from "../../core/projections/subject.ts";
import { RecentValues } from "./recent-values.ts";
import { RowBatch } from "./row-batch.ts";
import { projectionTables } from "./schema.ts";

/** One committed entry as the projections see it. */
export interface ProjectedEvent {
  readonly cursor: number;
  readonly gateway: number;
  readonly seq: number;
  /** Unix microseconds for ordering gateways; 0 = unknown. */
  readonly claimUs: number;
  /** Undefined for a payload that this version cannot read. */
  readonly fact: Fact | undefined;
}

interface KnownBox {
  readonly gateway: number;
  readonly box: string;
  fold: BoxFold;
}

export const projectionLimits = {
  /** Folds that are touched but not yet written before they are flushed by themselves. */
  touchedMaxCount: 4_096,
  /** Folds kept in memory beyond their transaction: about 300 bytes each. */
  recentParcelsCount: 16_384,
  /** At most some 20 KB each, when sensors fill every list. */
  recentBoxesCount: 512,
} as const;

/**
 * Used inside a transaction: `project` each event in order, then `flush` before the commit. The
 * database is locked by this process, so what memory holds is what it holds.
 */
export class ProjectionStore {
  readonly #database: Database;
  readonly #touchedBoxes = new Map<string, KnownBox>();
  readonly #touchedParcels = new Map<string, ParcelFold>();
  readonly #boxes = new RecentValues<KnownBox>(projectionLimits.recentBoxesCount);
  readonly #parcels = new RecentValues<ParcelFold>(projectionLimits.recentParcelsCount);
  readonly #subjects: RowBatch<[number, number, string, string | null]>;
  readonly #parcelEvents: RowBatch<[string, number]>;
  readonly #readBox: Statement<[number, string], string>;
  readonly #boxNames: Statement<[number], string>;
  readonly #writeBox: Statement<[number, string, string]>;
  readonly #readParcel: Statement<[string], string>;
  readonly #writeParcel: Statement<[string, string]>;

  constructor(database: Database) {
    this.#database = database;
    this.#subjects = new RowBatch(database, "INSERT INTO event_subjects", 4);
    this.#parcelEvents = new RowBatch(database, "INSERT INTO parcel_events", 2);
    this.#readBox = database
      .prepare<[number, string], string>("SELECT fold FROM boxes WHERE gateway = ? AND box = ?")
      .pluck();
    this.#boxNames = database
      .prepare<[number], string>("SELECT box FROM boxes WHERE gateway = ?")
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
    this.#subjects.add(cursor, gateway, kind, subject.box ?? null);
    if (fact === undefined) return;
    if (subject.box !== undefined) this.#projectBox(gateway, subject.box, fact);
    for (const parcel of subject.parcels) {
      this.#parcelEvents.add(parcel, cursor);
      this.#projectParcel(parcel, {
        parcel,
        gateway,
        seq: event.seq,
        cursor,
        claimUs: event.claimUs,
        fact,
      });
    }
    const touchedCount = this.#touchedBoxes.size + this.#touchedParcels.size;
    if (touchedCount > projectionLimits.touchedMaxCount) this.flush();
  }

  #projectBox(gateway: number, box: string, fact: Fact): void {
    const name = `${gateway}/${box}`;
    let known = this.#touchedBoxes.get(name) ?? this.#boxes.get(name);
    if (known === undefined) {
      known = { gateway, box, fold: this.#storedBox(gateway, box) };
      this.#boxes.set(name, known);
    }
    const after = foldBox(known.fold, fact);
    if (after === known.fold) return;
    if (known.fold === unseenBox && !this.#hasRoom(gateway)) return;
    known.fold = after;
    this.#touchedBoxes.set(name, known);
  }

  #projectParcel(parcel: string, event: ParcelEvent): void {
    const touched = this.#touchedParcels.get(parcel) ?? this.#parcels.get(parcel);
    const before = touched ?? this.#storedParcel(parcel);
    const after = foldParcel(before, event);
    if (after === before) return;
    this.#parcels.set(parcel, after);
    this.#touchedParcels.set(parcel, after);
  }

  /** Writes every touched fold. */
  flush(): void {
    this.#subjects.flush();
    this.#parcelEvents.flush();
    for (const { gateway, box, fold } of this.#touchedBoxes.values()) {
      this.#writeBox.run(gateway, box, JSON.stringify(fold));
    }
    for (const [parcel, fold] of this.#touchedParcels) {
      this.#writeParcel.run(parcel, JSON.stringify(fold));
    }
    this.#touchedBoxes.clear();
    this.#touchedParcels.clear();
  }

  /** Drops all that memory holds: the transaction did not happen. */
  forget(): void {
    this.#subjects.forget();
    this.#parcelEvents.forget();
    this.#touchedBoxes.clear();
    this.#touchedParcels.clear();
    this.#boxes.clear();
    this.#parcels.clear();
  }

  clear(): void {
    this.forget();
    for (const table of projectionTables) this.#database.exec(`DELETE FROM ${table}`);
  }

  #storedBox(gateway: number, box: string): BoxFold {
    const text = this.#readBox.get(gateway, box);
    return text === undefined ? unseenBox : parseBoxFold(text);
  }

  /** A gateway names as many boxes as its state document may hold; more are not shown. */
  #hasRoom(gateway: number): boolean {
    const names = new Set(this.#boxNames.all(gateway));
    for (const touched of this.#touchedBoxes.values()) {
      if (touched.gateway === gateway) names.add(touched.box);
    }
    return names.size < limits.boxesMaxCount;
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
