// A list that is read page by page, newest first, and stays whole while new rows come on top.

import { signal } from "@preact/signals";
import type { Answer, Failure } from "./ask.ts";

export interface Page<T> {
  readonly rows: readonly T[];
  /** Where the next page begins; null = this is the last one. */
  readonly next: number | null;
}

interface Options<T> {
  /** Reads the page before this place; undefined = the first one. */
  readonly read: (before: number | undefined) => Promise<Answer<Page<T>>>;
  /** Which row it is, whatever became of it since. */
  readonly keyOf: (row: T) => string;
}

/**
 * All rows from the newest down to where somebody has read. One question at a time; what fails
 * leaves the rows as they were.
 */
export class PagedList<T> {
  /** Undefined: not read yet. */
  readonly loaded = signal<Page<T> | undefined>(undefined);
  /** Why the rows are not read, or not read again. */
  readonly failure = signal<Failure | undefined>(undefined);
  /** Why the next page is not there. */
  readonly olderFailure = signal<Failure | undefined>(undefined);
  readonly #options: Options<T>;
  #work: Promise<void> = Promise.resolve();
  #isRefreshWaiting = false;

  constructor(options: Options<T>) {
    this.#options = options;
  }

  /** Reads the first page again, and the others where rows lie between it and them. */
  refresh(): Promise<void> {
    if (this.#isRefreshWaiting) return this.#work;
    this.#isRefreshWaiting = true;
    return this.#inTurn(async () => {
      this.#isRefreshWaiting = false;
      const answer = await this.#options.read(undefined);
      this.failure.value = answer.ok ? undefined : answer.failure;
      if (!answer.ok) return;
      const before = this.loaded.value;
      const merged = before && this.#withFirst(before, answer.value);
      if (before === undefined || merged !== undefined) this.loaded.value = merged ?? answer.value;
      else await this.#readAll();
    });
  }

  /** Reads every page again. */
  readAgain(): Promise<void> {
    return this.#inTurn(() => this.#readAll());
  }

  /** Reads the next page. */
  readOlder(): Promise<void> {
    return this.#inTurn(async () => {
      const known = this.loaded.value;
      if (known === undefined || known.next === null) return;
      const answer = await this.#options.read(known.next);
      this.olderFailure.value = answer.ok ? undefined : answer.failure;
      if (answer.ok) this.loaded.value = this.#withOlder(known, answer.value);
    });
  }

  async #readAll(): Promise<void> {
    const wantedCount = this.loaded.value?.rows.length ?? 0;
    let read: Page<T> | undefined;
    do {
      const answer = await this.#options.read(read?.next ?? undefined);
      this.failure.value = answer.ok ? undefined : answer.failure;
      if (!answer.ok) return;
      read = read === undefined ? answer.value : this.#withOlder(read, answer.value);
    } while (read.next !== null && read.rows.length < wantedCount);
    this.loaded.value = read;
  }

  /** Undefined: rows lie between the first page and what was read before. */
  #withFirst(before: Page<T>, first: Page<T>): Page<T> | undefined {
    const { keyOf } = this.#options;
    const oldest = first.rows[first.rows.length - 1];
    if (first.next === null || oldest === undefined) return first;
    const at = before.rows.findIndex((row) => keyOf(row) === keyOf(oldest));
    if (at < 0) return undefined;
    const rest = { rows: before.rows.slice(at + 1), next: before.next };
    return this.#withOlder(first, rest);
  }

  #withOlder(known: Page<T>, { rows, next }: Page<T>): Page<T> {
    const { keyOf } = this.#options;
    const keys = new Set(known.rows.map(keyOf));
    return { rows: [...known.rows, ...rows.filter((row) => !keys.has(keyOf(row)))], next };
  }

  #inTurn(read: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(read);
    return this.#work;
  }
}
