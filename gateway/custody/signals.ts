// What lamp and buzzer of a box say after a decision: told by its facts, else by how things stand.

import type { Fact } from "@driftbox/proto";
import type { Draft } from "./decision.ts";
import type { BoxSignal, Input } from "./inputs.ts";
import { placesOf } from "./layout.ts";
import { isWaiting } from "./visits/sessions.ts";
import { recordAt, type State } from "./state.ts";

/** `rest` = whatever lasts at the box now. Kinds without a row change no signal. */
const signalOfFact: { readonly [K in Fact["kind"]]?: BoxSignal | "rest" } = {
  AccessGranted: "working",
  UnlockIntended: "granted",
  AccessRefused: "refused",
  DoorOpened: "door-open",
  DoorForced: "alarm",
  DoorHeldOpen: "alarm",
  DoorAjar: "alarm",
  DoorClosed: "rest",
  LockFaulted: "refused",
  TamperDetected: "alarm",
};

/** Orders the signals of a decision, after its other effects: a lock waits for no lamp. */
export function orderSignals(draft: Draft, input: Input): void {
  const told = new Map<string, BoxSignal>();
  for (const fact of draft.facts) {
    const signal = signalOf(fact);
    if (signal === undefined) continue;
    for (const box of boxesOf(draft.state, fact)) {
      told.set(box, signal === "rest" ? restSignal(draft.state, box) : signal);
    }
  }
  for (const box of endedBoxes(draft, input)) {
    if (!told.has(box)) told.set(box, restSignal(draft.state, box));
  }
  for (const [box, signal] of told) draft.order({ kind: "signal", box, signal });
}

function signalOf(fact: Fact): BoxSignal | "rest" | undefined {
  if (fact.kind !== "UnlockConcluded") return signalOfFact[fact.kind];
  if (fact.outcome === "refused") return "refused";
  if (fact.outcome === "jammed") return "working";
  return fact.outcome === "unknown" ? "rest" : undefined;
}

/** A fact that names no box of the gateway is about all of them. */
function boxesOf({ layout }: State, fact: Fact): readonly string[] {
  const all = layout.boxes.map(({ id }) => id);
  const box = "box" in fact ? fact.box : "";
  return all.includes(box) ? [box] : all;
}

/** Boxes whose signal stands for something that this input ended, if no fact says otherwise. */
function endedBoxes({ state }: Draft, input: Input): readonly string[] {
  const all = state.layout.boxes.map(({ id }) => id);
  switch (input.kind) {
    case "Booted":
      return all;
    case "BadgePresented":
    case "PinEntered":
    case "TagPresented":
      return all.filter((id) => id === input.box);
    case "TamperReported":
      return input.isActive === undefined ? [] : all.filter((id) => !input.box || id === input.box);
    default:
      return [];
  }
}

/** What lasts at a box: an alarm until it is over, an open door, somebody who waits, or nothing. */
export function restSignal(state: State, box: string): BoxSignal {
  const { tampers } = state.volatile;
  const isTampered = tampers.some((key) => key.startsWith(" ") || key.startsWith(`${box} `));
  const records = placesOf(state.layout)
    .filter((place) => place.box.id === box)
    .map(({ key }) => recordAt(state, key));
  const open = records.filter(({ isDoorOpen }) => isDoorOpen);
  const isAlarmed = open.some((one) => one.isForced || one.isAjar || one.heldStage > 0);
  if (isTampered || isAlarmed) return "alarm";
  if (open.length > 0) return "door-open";
  const isAwaited = state.volatile.visits[box] !== undefined;
  const isWaitedFor = records.some(({ session }) => isWaiting(session));
  return isAwaited || isWaitedFor ? "working" : "idle";
}
