// Keeps the projections in SQLite: loads a fold when touched, writes what changed with the commit.

import type { Database, Statement } from "better-sqlite3";
import { limits, type Fact } from "@driftbox/proto";
import { foldBox, unseenBox } from "../../core/projections/boxes.ts";
import { foldGateway, unseenGateway } from "../../core/projections/gateway-fold.ts";
import { foldHandover, handoverOf } from "../../core/projections/handovers.ts";
import { foldManifest, manifestOf } from "../../core/projections/manifests.ts";
import { foldParcel, unseenParcel } from "../../core/projections/parcels.ts";
import { subjectOf } from "../../core/projections/subject.ts";
import { stillStands } from "../../core/projections/troubles.ts";
import type { OpenTrouble } from "../../core/projections/trouble-rules.ts";
import { badgeHolder } from "../../core/projections/travel.ts";
import { FoldTable } from "./fold-table.ts";
import { RowBatch } from "./row-batch.ts";
import { projectionTables } from "./schema.ts";
import { SettledTroubles } from "./settled-troubles.ts";
import type { TravelStore } from "./travel-store.ts";

/** One committed entry as the projections see it. */
export interface ProjectedEvent {
  readonly cursor: number;
  readonly gateway: number;
  readonly seq: number;
  /** Unix microseconds for ordering gateways; 0 = unknown. */
  readonly claimUs: number;
  /** By a clock that bounds its error; undefined = there is none. */
  readonly trusted: { readonly wallUs: number; readonly errMs: number } | undefined;
  /** Undefined for a payload that this version cannot read. */
  readonly fact: Fact | undefined;
}

type Known = ProjectedEvent & { readonly fact: Fact };

export const projectionLimits = {
  /** Folds that are touched but not yet written before they are flushed by themselves. */
  touchedMaxCount: 4_096,
  /** Folds kept in memory beyond their transaction: about 300 bytes each. */
  recentParcelsCount: 16_384,
  /** At most some 20 KB each, when sensors fill every list. */
  recentBoxesCount: 512,
  /** At most some 400 KB each, where every trouble there is stands open; else a hundredth. */
  recentGatewaysCount: 64,
  /** Handovers, and manifests: at most some 20 KB each. */
  recentListsCount: 64,
} as const;

/**
 * Used inside a transaction: `project` each event in order, then `flush` before the commit. The
 * database is locked by this process, so what memory holds is what it holds.
 */
export class ProjectionStore {
  readonly #database: Database;
  readonly #travel: TravelStore;
  readonly #settled: SettledTroubles;
  readonly #boxes: FoldTable<"boxes">;
  readonly #parcels: FoldTable<"parcels">;
  readonly #gateways: FoldTable<"gateway_folds">;
  readonly #handovers: FoldTable<"handovers">;
  readonly #manifests: FoldTable<"manifests">;
  readonly #foldTables: readonly Pick<FoldTable<"boxes">, "touchedCount" | "flush" | "forget">[];
  readonly #subjects: RowBatch<[number, number, string, string | null]>;
  readonly #parcelEvents: RowBatch<[string, number]>;
  readonly #boxNames: Statement<[number], string>;

  constructor(database: Database, travel: TravelStore) {
    this.#database = database;
    this.#travel = travel;
    this.#settled = new SettledTroubles(database);
    this.#boxes = new FoldTable(database, {
      table: "boxes",
      columns: ["gateway", "box"],
      keptCount: projectionLimits.recentBoxesCount,
    });
    this.#parcels = new FoldTable(database, {
      table: "parcels",
      columns: ["parcel"],
      keptCount: projectionLimits.recentParcelsCount,
    });
    this.#gateways = new FoldTable(database, {
      table: "gateway_folds",
      columns: ["gateway"],
      keptCount: projectionLimits.recentGatewaysCount,
    });
    this.#handovers = new FoldTable(database, {
      table: "handovers",
      columns: ["gateway", "handover"],
      cursorOf: (fold) => fold.releaseCursor || fold.answerCursor,
      keptCount: projectionLimits.recentListsCount,
    });
    this.#manifests = new FoldTable(database, {
      table: "manifests",
      columns: ["gateway", "manifest"],
      cursorOf: (fold) => fold.openedCursor || fold.closedCursor,
      keptCount: projectionLimits.recentListsCount,
    });
    const lists = [this.#handovers, this.#manifests];
    this.#foldTables = [this.#boxes, this.#parcels, this.#gateways, ...lists];
    this.#subjects = new RowBatch(database, "INSERT INTO event_subjects", 4);
    this.#parcelEvents = new RowBatch(database, "INSERT INTO parcel_events", 2);
    this.#boxNames = database
      .prepare<[number], string>("SELECT box FROM boxes WHERE gateway = ?")
      .pluck();
  }

  project(event: ProjectedEvent): void {
    const { fact, cursor, gateway } = event;
    const subject = subjectOf(fact);
    this.#subjects.add(cursor, gateway, fact?.kind ?? "Unknown", subject.box ?? null);
    if (fact === undefined) return;
    const known = { ...event, fact };
    if (subject.box !== undefined) this.#projectBox(gateway, subject.box, fact);
    for (const parcel of subject.parcels) {
      this.#parcelEvents.add(parcel, cursor);
      this.#projectParcel(parcel, known);
    }
    this.#projectGateway(known);
    this.#projectLists(known);
    this.#projectTravel(known);
    const touched = this.#foldTables.reduce((sum, table) => sum + table.touchedCount, 0);
    if (touched > projectionLimits.touchedMaxCount) this.flush();
  }

  #projectBox(gateway: number, box: string, fact: Fact): void {
    const before = this.#boxes.get(gateway, box);
    const after = foldBox(before ?? unseenBox, fact);
    if (after === (before ?? unseenBox)) return;
    if (before === undefined && !this.#hasRoom(gateway)) return;
    this.#boxes.set([gateway, box], after);
  }

  #projectParcel(parcel: string, event: Known): void {
    const { gateway, seq, cursor, claimUs, trusted, fact } = event;
    const before = this.#parcels.get(parcel) ?? unseenParcel;
    const after = foldParcel(before, { parcel, gateway, seq, cursor, claimUs, trusted, fact });
    if (after !== before) this.#parcels.set([parcel], after);
  }

  #projectGateway(event: Known): void {
    const before = this.#gateways.get(event.gateway);
    const after = foldGateway(before ?? unseenGateway, event, (trouble) =>
      this.#isOver(trouble, event.gateway),
    );
    if (after !== before) this.#gateways.set([event.gateway], after);
  }

  /** By what other gateways say, or by staff. */
  #isOver(trouble: OpenTrouble, gateway: number): boolean {
    if (this.#settled.has(trouble)) return true;
    return !stillStands(trouble, gateway, (parcel) => this.#parcels.get(parcel));
  }

  #projectLists({ gateway, fact, cursor }: Known): void {
    const handover = handoverOf(fact);
    if (handover !== undefined) {
      const after = foldHandover(this.#handovers.get(gateway, handover), fact, cursor);
      if (after !== undefined) this.#handovers.set([gateway, handover], after);
    }
    const manifest = manifestOf(fact);
    if (manifest !== undefined) {
      const after = foldManifest(this.#manifests.get(gateway, manifest), fact, cursor);
      if (after !== undefined) this.#manifests.set([gateway, manifest], after);
    }
  }

  #projectTravel({ gateway, seq, cursor, trusted, fact }: Known): void {
    if (trusted === undefined) return;
    const person = badgeHolder(fact);
    if (person !== undefined) {
      this.#travel.noteUse({ person, gateway, seq, cursor, ...trusted });
    }
    if (fact.kind !== "Heartbeat") return;
    const { latitude, longitude } = fact;
    if (latitude === undefined || longitude === undefined) return;
    this.#travel.notePosition(gateway, trusted.wallUs, { latitude, longitude });
  }

  /** Writes every touched fold. */
  flush(): void {
    this.#subjects.flush();
    this.#parcelEvents.flush();
    for (const table of this.#foldTables) table.flush();
  }

  /** Drops all that memory holds: the transaction did not happen. */
  forget(): void {
    this.#subjects.forget();
    this.#parcelEvents.forget();
    for (const table of this.#foldTables) table.forget();
  }

  clear(): void {
    this.forget();
    for (const table of projectionTables) this.#database.exec(`DELETE FROM ${table}`);
  }

  /** A gateway names as many boxes as its state document may hold; more are not shown. */
  #hasRoom(gateway: number): boolean {
    const touched = this.#boxes.touchedKeys().filter(([owner]) => owner === gateway);
    const names = new Set([...this.#boxNames.all(gateway), ...touched.map(([, box]) => box)]);
    return names.size < limits.boxesMaxCount;
  }
}
