// Which rows of the wires are shown, and in which order.

import type { RowView } from "./shapes.ts";

/** Rows on the page; the simulator keeps more. */
export const rowsShownCount = 80;

/**
 * By the time something was said first or anew: what is repeated stays where it began, and what
 * changes on any wire stands on top. `line` undefined = those of all wires.
 */
export function newestRows(
  rows: ReadonlyMap<string, readonly RowView[]>,
  line: string | undefined,
): readonly RowView[] {
  const asked = line === undefined ? [...rows.values()].flat() : [...(rows.get(line) ?? [])];
  asked.sort((a, b) => b.sinceMs - a.sinceMs || b.id - a.id);
  return asked.slice(0, rowsShownCount);
}
