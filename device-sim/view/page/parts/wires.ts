// What passes over one wire: bytes and what they mean, newest first.

import { h, type Drawn } from "../dom.ts";
import type { RowView } from "../shapes.ts";
import type { Picture, Store } from "../store.ts";
import { button, section, worldTime } from "./pieces.ts";

/** Rows on the page; the simulator keeps more. */
const rowsShownCount = 60;

let frozen: readonly RowView[] | undefined;

export function drawWires(store: Store, { sections, rows }: Picture): Drawn {
  const { choices } = store.state;
  const traced = sections.about.lines.filter((name) => sections.lines[name]?.isTraced === true);
  // A receiver that only tells its position is not what people look for first.
  const isAsked = (name: string): boolean =>
    sections.lines[name]?.drivers.includes("nmea") !== true;
  const line = choices.line ?? traced.find(isAsked) ?? traced[0];
  const now = line === undefined ? [] : (rows.get(line) ?? []);
  if (!choices.isFrozen) frozen = undefined;
  else frozen ??= now;
  const shown = newestFirst(frozen ?? now).slice(0, rowsShownCount);
  const pick = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) {
      frozen = undefined;
      store.choose({ line: event.target.value });
    }
  };
  const options = traced.map((name) =>
    h("option", { key: name, value: name, selected: name === line }, name),
  );
  const chooser = h("select", { on: { change: pick } }, options);
  return section(
    "wires",
    store.say("wires"),
    h(
      "div",
      { class: "tools" },
      h("label", {}, store.say("chooseLine"), " ", chooser),
      button({
        label: store.say(choices.isFrozen ? "follow" : "hold"),
        act: () => store.choose({ isFrozen: !choices.isFrozen }),
      }),
    ),
    shown.length === 0 ? h("p", { class: "quiet" }, store.say("noBytes")) : table(store, shown),
  );
}

/** By the time a row was last seen: a poll that goes on stays on top. */
function newestFirst(rows: readonly RowView[]): readonly RowView[] {
  const sorted = [...rows];
  sorted.sort((a, b) => b.atMs - a.atMs || b.id - a.id);
  return sorted;
}

function table(store: Store, rows: readonly RowView[]): Drawn {
  const head = ["time", "direction", "bytes", "meaning"] as const;
  return h(
    "div",
    { class: "scroller", tabindex: 0, role: "region", "aria-label": store.say("wires") },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...head.map((key) => h("th", { scope: "col" }, store.say(key))))),
      h(
        "tbody",
        {},
        rows.map((row) => drawRow(store, row)),
      ),
    ),
  );
}

function drawRow(store: Store, row: RowView): Drawn {
  const isIn = row.way === "in";
  const words = store.text(row.words);
  return h(
    "tr",
    { key: `${row.line}-${row.id}`, class: row.isSound ? row.way : `${row.way} noise` },
    h("td", { class: "time" }, worldTime(row.atMs)),
    h(
      "td",
      { class: "way" },
      h("i", { "aria-hidden": "true" }, isIn ? "→" : "←"),
      h("span", {}, store.say(isIn ? "toDevice" : "fromDevice")),
    ),
    h("td", { class: "hex" }, row.hex),
    h(
      "td",
      { class: "words" },
      row.isSound ? words : `✕ ${words}`,
      row.count > 1 && h("span", { class: "count" }, ` ×${row.count}`),
    ),
  );
}
