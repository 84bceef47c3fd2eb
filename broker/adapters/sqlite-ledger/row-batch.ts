// Inserts rows many at a time: one run of a statement for several rows costs half of one each.

import type { Database, Statement } from "better-sqlite3";

type Value = number | string | Uint8Array | null;

/** Rows of one run. */
const rowsPerRun = 32;

/** Used inside a transaction: what was added is stored after `flush`, and not surely before. */
export class RowBatch<Row extends readonly Value[]> {
  readonly #many: Statement<[Value[]]>;
  readonly #one: Statement<[Value[]]>;
  readonly #columnCount: number;
  #values: Value[] = [];

  /** `statement` ends before VALUES. */
  constructor(database: Database, statement: string, columnCount: number) {
    const row = `(${Array.from({ length: columnCount }, () => "?").join(", ")})`;
    const rows = Array.from({ length: rowsPerRun }, () => row).join(", ");
    this.#many = database.prepare<[Value[]]>(`${statement} VALUES ${rows}`);
    this.#one = database.prepare<[Value[]]>(`${statement} VALUES ${row}`);
    this.#columnCount = columnCount;
  }

  /** Rows are stored in the order they were added. */
  add(...row: Row): void {
    this.#values.push(...row);
    if (this.#values.length < rowsPerRun * this.#columnCount) return;
    const values = this.#values;
    this.#values = [];
    this.#many.run(values);
  }

  flush(): void {
    const values = this.#values;
    this.#values = [];
    for (let at = 0; at < values.length; at += this.#columnCount) {
      this.#one.run(values.slice(at, at + this.#columnCount));
    }
  }

  /** Drops what was added and not stored: the transaction did not happen. */
  forget(): void {
    this.#values = [];
  }
}
