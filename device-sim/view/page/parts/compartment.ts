// One compartment: a door that swings, a latch, a coil that glows and heats, and what lies inside.

import { h, type Drawn } from "../dom.ts";
import type { CompartmentView } from "../shapes.ts";
import type { Store } from "../store.ts";
import { inHandOf } from "./hand.ts";
import { button, checkbox, countOf, dropTarget, fact } from "./pieces.ts";

interface Place {
  readonly box: string;
  /** Names of all flaws. */
  readonly flaws: readonly string[];
}

export function drawCompartment(store: Store, place: Place, view: CompartmentView): Drawn {
  const { compartment, coil } = view;
  const at = { box: place.box, compartment };
  const state = coil.isBurnt ? "burnt" : coil.isOn ? "on" : "off";
  return h(
    "div",
    { key: String(compartment), class: "compartment", role: "group", "aria-label": nameOf(at) },
    drawDoor(store, view, () => putIn(store, at)),
    h(
      "div",
      { class: `coil ${state}` },
      h("i", { class: "winding", "aria-hidden": "true" }),
      h("span", {}, `${store.say("coil")}: ${store.say(coilWords[state])}`),
      drawHeat(store, view, nameOf(at)),
    ),
    drawFacts(store, view),
    drawHands(store, view, at),
    h(
      "details",
      {},
      h("summary", {}, store.say("faults"), countOf(view.flaws.length)),
      ...place.flaws.map((flaw) =>
        checkbox({
          label: store.name(flaw),
          isOn: view.flaws.includes(flaw),
          act: (on) => store.act("flaw", { ...at, flaw, on }),
        }),
      ),
    ),
  );
}

/** A door drawn a little less open than it is stays on its card. */
const drawnShare = 0.78;

const coilWords = { on: "coilOn", off: "coilOff", burnt: "coilBurnt" } as const;

interface At {
  readonly box: string;
  readonly compartment: number;
}

function nameOf({ box, compartment }: At): string {
  return `${box} ${compartment}`;
}

function drawDoor(store: Store, view: CompartmentView, put: () => void): Drawn {
  const { doorDegrees, parcels, isBolted, compartment } = view;
  const inside = parcels.map((one) => h("span", { key: one, class: "parcel" }, one));
  return h(
    "div",
    { class: "frame", on: dropTarget(put) },
    h(
      "div",
      { class: "inside" },
      inside.length > 0 ? inside : h("span", { class: "quiet" }, store.say("empty")),
    ),
    h(
      "div",
      {
        class: doorDegrees > 0 ? "leaf ajar" : "leaf",
        vars: { "--degrees": `${doorDegrees * -drawnShare}deg` },
        "aria-hidden": "true",
      },
      h("b", {}, compartment),
      h("i", { class: isBolted ? "latch engaged" : "latch" }),
    ),
  );
}

function drawHeat(store: Store, { coil }: CompartmentView, about: string): Drawn {
  return h(
    "span",
    {
      class: "heat",
      role: "meter",
      "aria-label": `${store.say("heat")}: ${about}`,
      "aria-valuemin": 0,
      "aria-valuemax": 100,
      "aria-valuenow": coil.heat,
      vars: { "--heat": `${coil.heat}%` },
    },
    h("i", {}),
    h("em", {}, `${coil.heat} %`),
  );
}

function drawFacts(store: Store, view: CompartmentView): Drawn {
  const { doorDegrees, isBolted, isContactClosed, isBeamBroken } = view;
  const door =
    doorDegrees === 0 ? store.say("doorShut") : `${store.say("doorOpen")} ${doorDegrees}°`;
  return h(
    "dl",
    {},
    fact(store, "door", door),
    fact(store, "bolt", store.say(isBolted ? "bolted" : "unbolted")),
    fact(store, "contact", store.say(isContactClosed ? "contactClosed" : "contactOpen")),
    isBeamBroken !== null &&
      fact(store, "beam", store.say(isBeamBroken ? "beamBroken" : "beamFree")),
  );
}

function drawHands(store: Store, view: CompartmentView, at: At): Drawn {
  const about = nameOf(at);
  const hand = inHandOf(store);
  const act = (verb: string) => () => store.act(verb, { ...at });
  const canPut = hand?.kind === "parcel" && !view.parcels.includes(hand.name);
  const takes = view.parcels.map((parcel) =>
    button({
      label: `${store.say("take")} ${parcel}`,
      about,
      act: () => store.act("take", { parcel, ...at }),
    }),
  );
  return h(
    "div",
    { class: "hands" },
    button({ label: store.say("pull"), about, act: act("pull-door") }),
    button({ label: store.say("shut"), about, act: act("shut-door") }),
    button({ label: store.say("force"), about, tone: "danger", act: act("force-door") }),
    canPut
      ? button({ label: `${store.say("putIn")} ${hand.name}`, about, act: () => putIn(store, at) })
      : false,
    takes,
  );
}

function putIn(store: Store, at: At): void {
  const hand = inHandOf(store);
  if (hand?.kind === "parcel") void store.act("put", { parcel: hand.name, ...at });
}
