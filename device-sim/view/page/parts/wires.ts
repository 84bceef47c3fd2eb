// What passes over one wire or over all of them: bytes and what they mean, newest first.

import { h, type Drawn } from "../dom.ts";
import { newestRows } from "../newest-rows.ts";
import type { RowView } from "../shapes.ts";
import type { Picture, Store } from "../store.ts";
import { button, section, worldTime } from "./pieces.ts";

let frozen: readonly RowView[] | undefined;

export function drawWires(store: Store, picture: Picture): Drawn {
  const { isFrozen, line } = store.state.choices;
  if (!isFrozen) frozen = undefined;
  else frozen ??= newestRows(picture.rows, line);
  const shown = frozen ?? newestRows(picture.rows, line);
  return section(
    "wires",
    store.say("wires"),
    h(
      "div",
      { class: "tools" },
      h("label", {}, store.say("wire"), " ", chooser(store, picture)),
      button({
        label: store.say(isFrozen ? "follow" : "hold"),
        act: () => store.choose({ isFrozen: !isFrozen }),
      }),
    ),
    shown.length === 0
      ? h("p", { class: "quiet" }, store.say("noBytes"))
      : table(store, shown, line === undefined),
  );
}

/** All wires first, then each that is traced. */
function chooser(store: Store, { sections }: Picture): Drawn {
  const chosen = store.state.choices.line;
  const traced = sections.about.lines.filter((name) => sections.lines[name]?.isTraced === true);
  const pick = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    frozen = undefined;
    const { value } = event.target;
    store.choose({ line: value === "" ? undefined : value });
  };
  const option = (value: string, label: string): Drawn =>
    h("option", { key: value, value, selected: value === (chosen ?? "") }, label);
  const all = option("", store.say("allWires"));
  const each = traced.map((name) => option(name, name));
  return h("select", { on: { change: pick } }, all, each);
}

function table(store: Store, rows: readonly RowView[], isOfAll: boolean): Drawn {
  const head = ["time", ...(isOfAll ? (["wire"] as const) : []), ...columns] as const;
  return h(
    "div",
    { class: "scroller", tabindex: 0, role: "group", "aria-label": store.say("wires") },
    h(
      "table",
      { class: isOfAll ? "of-all" : "of-one" },
      h("thead", {}, h("tr", {}, ...head.map((key) => h("th", { scope: "col" }, store.say(key))))),
      h(
        "tbody",
        {},
        rows.map((row) => drawRow(store, row, isOfAll)),
      ),
    ),
  );
}

const columns = ["direction", "bytes", "meaning"] as const;

function drawRow(store: Store, row: RowView, isOfAll: boolean): Drawn {
  const isIn = row.way === "in";
  const words = store.text(row.words);
  return h(
    "tr",
    { key: `${row.line}-${row.id}`, class: row.isSound ? row.way : `${row.way} noise` },
    h("td", { class: "time" }, worldTime(row.sinceMs)),
    isOfAll && h("td", { class: "wire" }, row.line),
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
