// The rows of the page's table: of one wire or of all, newest first, no more than fit.

import { expect, it } from "vitest";
import { newestRows, rowsShownCount } from "../../device-sim/view/page/newest-rows.ts";
import type { RowView } from "../../device-sim/view/page/shapes.ts";

function row(line: string, id: number, sinceMs: number): RowView {
  const words = { en: "poll", zh: "轮询" };
  return { line, id, sinceMs, way: "in", hex: "02", words, isSound: true, count: 1 };
}

function namesOf(rows: readonly RowView[]): readonly string[] {
  return rows.map(({ line, id }) => `${line} ${id}`);
}

const rows = new Map([
  ["locks", [row("locks", 1, 0), row("locks", 2, 5), row("locks", 3, 900)]],
  ["reader", [row("reader", 1, 10), row("reader", 2, 700)]],
]);

it("all wires are shown together in order of time, the newest on top", () => {
  const all = ["locks 3", "reader 2", "reader 1", "locks 2", "locks 1"];
  expect(namesOf(newestRows(rows, undefined))).toEqual(all);
});

it("one wire is shown alone", () => {
  expect(namesOf(newestRows(rows, "reader"))).toEqual(["reader 2", "reader 1"]);
  expect(newestRows(rows, "nowhere")).toEqual([]);
});

it("of equal times the later row is newer, and what was said first of many is left out", () => {
  const many = Array.from({ length: 150 }, (_, at) => row("locks", at, 0));
  const shown = newestRows(new Map([["locks", many]]), undefined);
  expect(shown).toHaveLength(rowsShownCount);
  expect(shown[0]?.id).toBe(149);
});
