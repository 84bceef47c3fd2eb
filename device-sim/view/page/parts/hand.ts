// Badges and parcels to pick up: what is chosen here is held to readers and put into boxes.

import { h, type Drawn } from "../dom.ts";
import type { Picture, Store } from "../store.ts";
import { checkbox, section } from "./pieces.ts";

export function drawHand(store: Store, { sections }: Picture): Drawn {
  const { people, parcels } = sections.hand;
  const forgeries = people
    .filter(({ flaws }) => flaws.length > 0)
    .map(({ person, flaws, flawsOn }) =>
      h(
        "fieldset",
        { key: person },
        h("legend", {}, person),
        flaws.map((flaw) =>
          checkbox({
            label: store.name(flaw),
            isOn: flawsOn.includes(flaw),
            act: (on) => store.act("card-flaw", { person, flaw, on }),
          }),
        ),
      ),
    );
  const badges = people.map(({ person, badge }) =>
    choice(store, { value: `person:${person}`, name: person, more: badge, sign: "▣" }),
  );
  const things = parcels.map(({ parcel, inside }) => {
    const more = inside === null ? store.say("free") : `${store.say("inside")} ${inside}`;
    return choice(store, { value: `parcel:${parcel}`, name: parcel, more, sign: "✉" });
  });
  return section(
    "hand",
    store.say("hand"),
    h("p", { class: "quiet" }, store.say("handHint")),
    h("fieldset", {}, h("legend", {}, store.say("badges")), badges),
    things.length > 0 && h("fieldset", {}, h("legend", {}, store.say("parcels")), things),
    forgeries.length > 0 && h("details", {}, h("summary", {}, store.say("forged")), ...forgeries),
  );
}

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly more: string;
  readonly sign: string;
}

function choice(store: Store, { value, name, more, sign }: Choice): Drawn {
  const isChosen = store.state.choices.inHand === value;
  const drag = (event: Event): void => {
    store.choose({ inHand: value });
    if (event instanceof DragEvent) event.dataTransfer?.setData("text/plain", value);
  };
  return h(
    "label",
    {
      key: value,
      class: isChosen ? "card chosen" : "card",
      draggable: "true",
      on: { dragstart: drag },
    },
    h("input", {
      type: "radio",
      name: "hand",
      value,
      checked: isChosen,
      on: { change: () => store.choose({ inHand: value }) },
    }),
    h("span", { class: "sign", "aria-hidden": "true" }, sign),
    h("span", { class: "name" }, name),
    h("span", { class: "more" }, more),
  );
}

/** What is in the hand as a deed's field and value. */
export function inHandOf(
  store: Store,
): { readonly kind: "person" | "parcel"; readonly name: string } | undefined {
  const [kind, name] = store.state.choices.inHand?.split(/:(.*)/) ?? [];
  if (name === undefined || (kind !== "person" && kind !== "parcel")) return undefined;
  return { kind, name };
}
