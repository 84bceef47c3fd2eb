// A list that is read page by page while rows come on top and older ones change.

import { beforeEach, expect, test } from "vitest";
import type { Answer } from "../../broker/console/src/ask.ts";
import { PagedList, type Page } from "../../broker/console/src/paged-list.ts";

interface Row {
  readonly name: number;
  readonly state: string;
}

const pageCount = 3;
let held: Row[];
let isAway: boolean;
let readCount: number;

/** A center with pages of three rows, newest first. */
async function read(before: number | undefined): Promise<Answer<Page<Row>>> {
  readCount += 1;
  await Promise.resolve();
  if (isAway) return { ok: false, failure: { status: 503, detail: "away" } };
  const rest = held.filter(({ name }) => before === undefined || name < before);
  const rows = rest.slice(0, pageCount);
  return {
    ok: true,
    value: { rows, next: rest.length > pageCount ? (rows.at(-1)?.name ?? 0) : null },
  };
}

function list(): PagedList<Row> {
  return new PagedList({ read, keyOf: ({ name }) => `${name}` });
}

/** Names as they are shown. */
function shown({ loaded }: PagedList<Row>): readonly number[] | undefined {
  return loaded.value?.rows.map(({ name }) => name);
}

function add(...names: readonly number[]): void {
  held = [...names.map((name) => ({ name, state: "new" })), ...held].toSorted(
    (a, b) => b.name - a.name,
  );
}

beforeEach(() => {
  held = [];
  isAway = false;
  readCount = 0;
  add(1, 2, 3, 4, 5, 6, 7, 8);
});

test("no row is lost or shown twice when new ones push others down", async () => {
  const some = list();
  await some.refresh();
  await some.readOlder();
  expect(shown(some)).toEqual([8, 7, 6, 5, 4, 3]);
  add(9, 10);
  await some.refresh();
  expect(shown(some)).toEqual([10, 9, 8, 7, 6, 5, 4, 3]);
  await some.readOlder();
  expect(shown(some)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(some.loaded.value?.next).toBeNull();
});

test("more new rows than a page holds leave no hole", async () => {
  const some = list();
  await some.refresh();
  await some.readOlder();
  add(9, 10, 11, 12, 13);
  await some.refresh();
  expect(shown(some)?.slice(0, 6)).toEqual([13, 12, 11, 10, 9, 8]);
});

test("a row that is there no more goes, and one that changed is shown as it is", async () => {
  const some = list();
  await some.refresh();
  await some.readOlder();
  held = held.filter(({ name }) => name !== 7);
  held = held.map((row) => (row.name === 4 ? { ...row, state: "closed" } : row));
  await some.refresh();
  expect(shown(some)).toEqual([8, 6, 5, 4, 3]);
  await some.readAgain();
  expect(some.loaded.value?.rows.find(({ name }) => name === 4)?.state).toBe("closed");
});

test("what cannot be read is said, and what was read stays", async () => {
  const some = list();
  await some.refresh();
  isAway = true;
  await some.readOlder();
  expect(some.olderFailure.value).toMatchObject({ detail: "away" });
  await some.refresh();
  await some.readAgain();
  expect(some.failure.value).toMatchObject({ detail: "away" });
  expect(shown(some)).toEqual([8, 7, 6]);
  isAway = false;
  await some.readOlder();
  expect(some.olderFailure.value).toBeUndefined();
  await some.refresh();
  expect(some.failure.value).toBeUndefined();
});

test("news that come faster than answers are read once", async () => {
  const some = list();
  await Promise.all(Array.from({ length: 20 }, () => some.refresh()));
  expect(readCount).toBeLessThanOrEqual(2);
});
