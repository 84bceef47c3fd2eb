// Forms of a screen: which questions a deed asks, which answers there are, and what comes of them.
// Pure; what was answered so far is kept on the gateway, so that a reload shows the same question.

import { placesOf, type PlaceLayout } from "../../custody/layout.ts";
import { isManifestKnown } from "../../custody/manifests/manifest-rules.ts";
import { isSurelyEmpty } from "../../custody/service/emptiness.ts";
import { recordAt, type State } from "../../custody/state.ts";
import {
  emergencyReasons,
  listingMethods,
  openingReasons,
  type PanelDeed,
  type PanelField,
  type PanelForm,
} from "../../ports/panel.ts";

/** A deed under way. */
export interface FormMemory {
  readonly deed: PanelDeed;
  /** Answers so far, one for each question in order. */
  readonly said: readonly string[];
  readonly isTyping: boolean;
  /** What was said last is no answer. */
  readonly isDenied: boolean;
}

/** Names to choose from at most; a screen has no room for more, and others can be typed. */
const choicesMaxCount = 48;

const fieldsOf: { readonly [D in PanelDeed]: readonly PanelField[] } = {
  handover: ["method"],
  seal: ["container", "seal-tag", "method"],
  unseal: ["container", "where"],
  "open-manifest": ["manifest", "voyage", "method"],
  "close-manifest": ["manifest", "method"],
  emergency: ["compartment", "reason"],
  explain: ["compartment", "explanation"],
  list: ["parcel"],
  "check-seal": ["parcel", "seal-tag", "seal-state"],
  "open-empty": ["compartment"],
  switch: ["compartment"],
};

/** What else is said of a wish that stands already. */
const additions: ReadonlySet<PanelDeed> = new Set<PanelDeed>(["list", "check-seal"]);

export function begunForm(deed: PanelDeed): FormMemory {
  return { deed, said: [], isTyping: false, isDenied: false };
}

/** One question back; undefined = that was the first. */
export function formBack(form: FormMemory): FormMemory | undefined {
  if (form.isTyping) return { ...form, isTyping: false, isDenied: false };
  if (form.said.length === 0) return undefined;
  return { ...form, said: form.said.slice(0, -1), isDenied: false };
}

/** The next question; undefined = that was the last. */
export function formAfter(form: FormMemory, value: string): FormMemory | undefined {
  const said = [...form.said, value];
  if (said.length >= fieldsOf[form.deed].length) return undefined;
  return { ...form, said, isTyping: false, isDenied: false };
}

/** Where a screen is after a deed was left: at the list that it adds to, or where it began. */
export function placeAfter({ deed }: FormMemory): "start" | "staff" | "tools" {
  if (additions.has(deed)) return "start";
  return deed === "open-empty" || deed === "switch" ? "tools" : "staff";
}

/** The question that is asked now. */
export function formView(state: State, box: string, form: FormMemory): PanelForm {
  const field = fieldAt(form);
  const choices = choicesOf(state, box, form).slice(0, choicesMaxCount);
  const canType = canBeTyped(form);
  const isTyping = canType && (form.isTyping || choices.length === 0);
  const off = field === "compartment" ? offAt(state, box) : [];
  const step = `${form.deed} ${field} ${isTyping ? "typed" : "chosen"}`;
  const { deed, isDenied } = form;
  return { deed, field, step, choices, off, canType, isTyping, isDenied };
}

/** Whether something can be answered to the question of now. */
export function isAnswer(state: State, box: string, form: FormMemory, value: string): boolean {
  if (form.deed === "open-manifest" && fieldAt(form) === "manifest") {
    return !isManifestKnown(state, value);
  }
  return canBeTyped(form) || choicesOf(state, box, form).includes(value);
}

function fieldAt({ deed, said }: FormMemory): PanelField {
  const field = fieldsOf[deed][said.length];
  if (field === undefined) throw new Error(`the form ${deed} has no question ${said.length}`);
  return field;
}

const numbers: ReadonlySet<PanelField> = new Set<PanelField>([
  "container",
  "seal-tag",
  "manifest",
  "voyage",
  "parcel",
]);

/** Whether a question asks for a number that may be typed, scanned or held to the reader. */
export function isNumber(field: PanelField): boolean {
  return numbers.has(field);
}

/** Only what is open can be closed; everything else that has a number can be typed. */
function canBeTyped(form: FormMemory): boolean {
  const field = fieldAt(form);
  return isNumber(field) && !(form.deed === "close-manifest" && field === "manifest");
}

function choicesOf(state: State, box: string, form: FormMemory): readonly string[] {
  const { holdings } = state.durable;
  const field = fieldAt(form);
  switch (field) {
    case "method":
      return form.deed === "handover" ? listingMethods : ["tags", "scan"];
    case "where":
      return ["end", "way"];
    case "seal-state":
      return ["intact", "broken"];
    case "reason":
      return Object.keys(emergencyReasons);
    case "explanation":
      return Object.keys(openingReasons);
    case "container":
      return containersAt(state, box, form.deed === "unseal");
    case "parcel":
      return form.deed === "list" ? [] : containersAt(state, box, true);
    case "manifest":
      return form.deed === "close-manifest" ? Object.keys(holdings.manifests) : [];
    case "voyage":
      return voyagesOf(state);
    case "compartment":
      return doorsOf(state, box, form.deed);
    case "seal-tag":
      break;
  }
  return [];
}

function doorsOf(state: State, box: string, deed: PanelDeed): readonly string[] {
  if (deed === "open-empty") return doorsAt(state, box, (place) => isSurelyEmpty(state, place));
  if (deed !== "explain") return doorsAt(state, box, () => true);
  const owed = state.durable.service.unexplained.filter((one) => one.box === box);
  return owed.map(({ compartment }) => String(compartment));
}

/** Compartments that are out of service. */
export function offAt(state: State, box: string): readonly string[] {
  return doorsAt(state, box, ({ key }) => !recordAt(state, key).isEnabled);
}

function doorsAt(state: State, box: string, is: (place: PlaceLayout) => boolean): string[] {
  const places = placesOf(state.layout).filter((place) => place.box.id === box && is(place));
  return places.map(({ compartment }) => String(compartment.number));
}

/** Those whose tag was just held to the reader come first. */
function containersAt({ durable, volatile }: State, box: string, isSealed: boolean): string[] {
  const tray = (volatile.trays[box] ?? []).map(({ parcel }) => parcel);
  const known = Object.entries(durable.holdings.containers)
    .filter(([, record]) => record.isSealed === isSealed)
    .map(([container]) => container);
  const held = tray.filter((parcel) => (isSealed ? known.includes(parcel) : true));
  return [...new Set([...held, ...known])];
}

/** Voyages of the policy that are not over, the next one first. */
function voyagesOf({ durable, volatile }: State): readonly string[] {
  const voyages = Object.entries(volatile.policy?.voyages ?? {});
  return voyages
    .filter(([, { untilUs }]) => untilUs === 0 || untilUs > durable.lastWallMs * 1_000)
    .toSorted(([, a], [, b]) => a.fromUs - b.fromUs)
    .map(([name]) => name);
}
