// Keeps a paged list of the API on a screen current.

import { useEffect, useMemo } from "preact/hooks";
import { ask, useNews, type Failure } from "./ask.ts";
import { PagedList, type Page } from "./paged-list.ts";

export interface Pages<T> {
  /** Undefined: not read yet. */
  readonly rows: readonly T[] | undefined;
  readonly failure: Failure | undefined;
  readonly again: () => void;
  /** Reads the next page; undefined = there is none. */
  readonly more: (() => void) | undefined;
  /** Why it was not read. */
  readonly moreFailure: Failure | undefined;
}

/** Reads page one anew when something was committed, and every page that is shown each minute. */
export function usePages<T>(path: string, keyOf: (row: T) => string): Pages<T> {
  const list = useMemo(() => {
    const read = (before?: number) =>
      ask<Page<T>>(before === undefined ? path : `${path}?before=${before}`);
    return new PagedList<T>({ read, keyOf });
  }, [path]);
  useEffect(() => void list.refresh(), [list]);
  useNews({ onNews: () => void list.refresh(), onMinute: () => void list.readAgain() });
  const page = list.loaded.value;
  const hasMore = page !== undefined && page.next !== null;
  return {
    rows: page?.rows,
    failure: list.failure.value,
    again: () => void list.refresh(),
    more: hasMore ? () => void list.readOlder() : undefined,
    moreFailure: list.olderFailure.value,
  };
}
