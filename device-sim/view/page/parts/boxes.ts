// The boxes: each with its reader, its lamps and its compartments.

import { h, type Drawn } from "../dom.ts";
import type { BoxView } from "../shapes.ts";
import type { Picture, Store } from "../store.ts";
import type { WordKey } from "../words.ts";
import { drawCompartment } from "./compartment.ts";
import { inHandOf } from "./hand.ts";
import { button, dropTarget, mark, section } from "./pieces.ts";

export function drawBoxes(store: Store, { sections }: Picture): Drawn {
  const boxes = sections.about.boxes.flatMap((name) => sections.boxes[name] ?? []);
  const cards = boxes.map((box) => drawBox(store, box));
  return section("boxes", store.say("boxes"), h("div", { class: "cards" }, cards));
}

function drawBox(store: Store, box: BoxView): Drawn {
  const kind = box.kind === "cabinet" ? "cabinet" : "dropBox";
  const flaws = store.state.picture?.sections.about.flaws ?? [];
  const doors = box.compartments.map((one) => drawCompartment(store, { box: box.box, flaws }, one));
  return h(
    "article",
    {
      key: box.box,
      class: box.compartments.length > 1 ? "box wide" : "box",
      "aria-label": box.box,
    },
    h(
      "header",
      {},
      h("h3", {}, box.box),
      h("p", { class: "quiet" }, `${store.say(kind)} · ${box.gateway}`),
    ),
    drawReader(store, box),
    box.isBoardPowered ? false : mark("alarm", `${box.board}: ${store.say("noPower")}`),
    h("div", { class: "doors" }, doors),
    drawEnclosure(store, box),
  );
}

function drawReader(store: Store, { box, reader, lamps, held }: BoxView): Drawn {
  const hand = inHandOf(store);
  const hold = (): void => {
    if (hand === undefined) return;
    const verb = hand.kind === "person" ? "tap" : "show-parcel";
    void store.act(verb, { [hand.kind]: hand.name, box });
  };
  const signals = lamps.map(({ source, part, shows }) =>
    h(
      "span",
      { key: `${source}-${part}`, class: `lamp ${part} ${shows === "off" ? "off" : "lit"}` },
      h("i", { class: `glow ${shows}`, "aria-hidden": "true" }),
      `${store.say(part)}: ${part === "buzzer" ? store.say(sounds(shows)) : store.name(shows)}`,
    ),
  );
  const label =
    hand === undefined
      ? store.say("chooseFirst")
      : `${store.say("holdBefore")}${hand.name}${store.say("holdAfter")}`;
  return h(
    "div",
    { class: held.length > 0 ? "reader busy" : "reader", on: dropTarget(hold) },
    h("span", { class: "pad", "aria-hidden": "true" }, "((·))"),
    h(
      "span",
      { class: "words" },
      `${store.say("reader")} `,
      h("span", { class: "quiet" }, reader),
      held.length > 0 && h("strong", {}, ` ${held.join(", ")} ${store.say("beingHeld")}`),
    ),
    signals.length > 0 && h("span", { class: "lamps" }, signals),
    button({ label, about: box, isDisabled: hand === undefined, tone: "strong", act: hold }),
  );
}

function sounds(shows: string): WordKey {
  return shows === "off" ? "buzzerOff" : "buzzerOn";
}

function drawEnclosure(store: Store, { box, isEnclosureOpen }: BoxView): Drawn | false {
  if (isEnclosureOpen === null) return false;
  const state = isEnclosureOpen
    ? mark("alarm", store.say("opened"))
    : mark("plain", store.say("closed"));
  return h(
    "p",
    { class: "enclosure" },
    `${store.say("enclosure")} `,
    state,
    button({
      label: store.say(isEnclosureOpen ? "closeIt" : "openIt"),
      about: box,
      act: () => store.act("enclosure", { box, open: !isEnclosureOpen }),
    }),
  );
}
