// What physically happened, newest first.

import { h, type Drawn } from "../dom.ts";
import type { Picture, Store } from "../store.ts";
import { section, worldTime } from "./pieces.ts";

const shownCount = 60;
const signs = { plain: "·", warn: "!", alarm: "✕" } as const;

export function drawLog(store: Store, { happenings }: Picture): Drawn {
  const newest = happenings.slice(-shownCount);
  newest.reverse();
  const rows = newest.map(({ id, atMs, words, tone }) =>
    h(
      "li",
      { key: String(id), class: tone },
      h("span", { class: "time" }, worldTime(atMs)),
      h("i", { "aria-hidden": "true" }, signs[tone]),
      h("span", {}, store.text(words)),
    ),
  );
  const label = store.say("log");
  return section(
    "log",
    label,
    rows.length === 0
      ? h("p", { class: "quiet" }, store.say("nothing"))
      : h("ol", { tabindex: 0, "aria-label": label }, rows),
  );
}
