// One table of folds, each a JSON text under its key: read when touched, written with the commit.

import type { Database, Statement } from "better-sqlite3";
import type { BoxFold } from "../../core/projections/boxes.ts";
import type { GatewayFold } from "../../core/projections/gateway-fold.ts";
import type { HandoverFold } from "../../core/projections/handovers.ts";
import type { ManifestFold } from "../../core/projections/manifests.ts";
import type { ParcelFold } from "../../core/projections/parcels.ts";
import { RecentValues } from "./recent-values.ts";

/** The fold that each table holds. */
interface FoldIn {
  readonly boxes: BoxFold;
  readonly parcels: ParcelFold;
  readonly gateway_folds: GatewayFold;
  readonly handovers: HandoverFold;
  readonly manifests: ManifestFold;
}
type Table = keyof FoldIn;

type Key = readonly (string | number)[];

export interface FoldTableOptions<T extends Table> {
  readonly table: T;
  /** The columns of the key, in the order of the table. */
  readonly columns: readonly string[];
  /** What another column between key and fold holds; absent = there is none. */
  readonly cursorOf?: (fold: FoldIn[T]) => number;
  /** Folds kept in memory beyond their transaction. */
  readonly keptCount: number;
}

interface Touched<T extends Table> {
  readonly key: Key;
  readonly fold: FoldIn[T];
}

/** Text written by a table of folds and by nothing else. */
export function parseFold<T extends Table>(_table: T, text: string): FoldIn[T] {
  return JSON.parse(text) as FoldIn[T];
}

/** The database is locked by this process, so what memory holds is what it holds. */
export class FoldTable<T extends Table> {
  readonly #table: T;
  readonly #read: Statement<(string | number)[], string>;
  readonly #write: Statement<(string | number)[]>;
  readonly #cursorOf: FoldTableOptions<T>["cursorOf"];
  readonly #touched = new Map<string, Touched<T>>();
  readonly #recent: RecentValues<FoldIn[T]>;

  constructor(database: Database, options: FoldTableOptions<T>) {
    const { table, columns, cursorOf, keptCount } = options;
    this.#table = table;
    const isKey = columns.map((column) => `${column} = ?`).join(" AND ");
    const values = [...columns, ...(cursorOf === undefined ? [] : ["cursor"]), "fold"];
    this.#read = database
      .prepare<(string | number)[], string>(`SELECT fold FROM ${table} WHERE ${isKey}`)
      .pluck();
    this.#write = database.prepare(
      `INSERT OR REPLACE INTO ${table} (${values.join(", ")})
       VALUES (${values.map(() => "?").join(", ")})`,
    );
    this.#cursorOf = cursorOf;
    this.#recent = new RecentValues(keptCount);
  }

  get touchedCount(): number {
    return this.#touched.size;
  }

  /** Keys of what is not written yet. */
  touchedKeys(): readonly Key[] {
    return [...this.#touched.values()].map(({ key }) => key);
  }

  /** Undefined: nothing is stored under the key. */
  get(...key: Key): FoldIn[T] | undefined {
    const name = key.join("/");
    const known = this.#touched.get(name)?.fold ?? this.#recent.get(name);
    if (known !== undefined) return known;
    const text = this.#read.get(...key);
    if (text === undefined) return undefined;
    const fold = parseFold(this.#table, text);
    this.#recent.set(name, fold);
    return fold;
  }

  set(key: Key, fold: FoldIn[T]): void {
    const name = key.join("/");
    this.#recent.set(name, fold);
    this.#touched.set(name, { key, fold });
  }

  /** Writes every touched fold. */
  flush(): void {
    for (const { key, fold } of this.#touched.values()) {
      const cursor = this.#cursorOf === undefined ? [] : [this.#cursorOf(fold)];
      this.#write.run(...key, ...cursor, JSON.stringify(fold));
    }
    this.#touched.clear();
  }

  /** Drops all that memory holds: the transaction did not happen. */
  forget(): void {
    this.#touched.clear();
    this.#recent.clear();
  }
}
