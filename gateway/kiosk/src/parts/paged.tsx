// A list that never scrolls: as many entries as there is room for, and keys to turn the page.

import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../words.ts";

interface Props<T> {
  readonly items: readonly T[];
  /** Least height of an entry and, where several stand side by side, its least width, in px. */
  readonly rowPx: number;
  readonly columnPx?: number;
  readonly children: (item: T) => ComponentChildren;
  readonly kind: "rows" | "keys";
}

const turningPx = 60;
const gapPx = 12;
/** The style has a row for each. */
const columnsMaxCount = 6;

interface Room {
  readonly width: number;
  readonly height: number;
}

interface Grid {
  readonly columns: number;
  /** Entries of one page. */
  readonly count: number;
}

/** How many entries fit, with the keys to turn where not all of them do. */
function gridIn({ width, height }: Room, count: number, rowPx: number, columnPx?: number): Grid {
  const gap = window.innerHeight <= 360 ? 4 : gapPx;
  const most =
    columnPx === undefined
      ? 1
      : Math.min(columnsMaxCount, Math.max(1, Math.floor((width + gap) / (columnPx + gap))));
  const rowsIn = (px: number): number => Math.max(1, Math.floor((px + gap) / (rowPx + gap)));
  // As square as they fit, so that few entries are large ones.
  const square = Math.min(most, Math.max(3, Math.ceil(Math.sqrt(count))), Math.max(1, count));
  const columns = Math.ceil(count / square) <= rowsIn(height) ? square : most;
  const all = columns * rowsIn(height);
  return { columns, count: count <= all ? all : columns * rowsIn(height - turningPx - gap) };
}

/** Which part of the list is seen is this page's own; a reload begins at the top. */
export function Paged<T>({ items, rowPx, columnPx, children, kind }: Props<T>): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [room, measure] = useState<Room>({ width: 0, height: 0 });
  const [first, show] = useState(0);
  useLayoutEffect(() => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = place.current ?? {};
    if (width !== room.width || height !== room.height) measure({ width, height });
  });
  const { columns, count } =
    room.width === 0
      ? { columns: 1, count: Math.max(1, items.length) }
      : gridIn(room, items.length, rowPx, columnPx);
  const from = Math.min(first, Math.max(0, Math.ceil(items.length / count) - 1) * count);
  const isLong = items.length > count;
  return (
    <div class={`paged ${kind}`} ref={place}>
      <div class={`page columns-${columns}`}>{items.slice(from, from + count).map(children)}</div>
      {isLong && (
        <div class="turning">
          <button
            type="button"
            disabled={from === 0}
            aria-label={t("list.up")}
            onClick={() => show(Math.max(0, from - count))}
          >
            ▲
          </button>
          <p>{`${Math.floor(from / count) + 1}/${Math.ceil(items.length / count)}`}</p>
          <button
            type="button"
            disabled={from + count >= items.length}
            aria-label={t("list.down")}
            onClick={() => show(from + count)}
          >
            ▼
          </button>
        </div>
      )}
    </div>
  );
}
