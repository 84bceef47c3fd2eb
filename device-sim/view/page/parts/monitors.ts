// The invariants: each holds, is broken, or cannot be judged now.

import { h, type Drawn } from "../dom.ts";
import type { MonitorView } from "../shapes.ts";
import type { Picture, Store } from "../store.ts";
import { mark, section } from "./pieces.ts";

/** Findings shown of one invariant; the newest. */
const detailsShownCount = 3;

export function drawMonitors(store: Store, { sections }: Picture): Drawn {
  const items = sections.monitors.map((one) => drawMonitor(store, one));
  return section("monitors", store.say("monitors"), h("ul", {}, items));
}

function drawMonitor(store: Store, { monitor, isHeld, details }: MonitorView): Drawn {
  const [tone, word] =
    isHeld === null
      ? (["plain", "waiting"] as const)
      : isHeld
        ? (["fine", "holds"] as const)
        : (["alarm", "broken"] as const);
  const shown = details.slice(-detailsShownCount).map((one) => h("p", { class: "detail" }, one));
  return h(
    "li",
    { key: monitor, class: tone },
    h("span", { class: "name" }, store.name(monitor)),
    mark(tone, store.say(word)),
    shown,
  );
}
