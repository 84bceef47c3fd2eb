// What lamp, buzzer and screen of a box say after a decision: told by its facts, else by how things
// stand.

import type { Fact, RefusalReason } from "@driftbox/proto";
import type { Draft } from "./decision.ts";
import type { Input, Sign } from "./inputs.ts";
import { placeKey, placesOf } from "./layout.ts";
import { isSuspended } from "./service/suspension.ts";
import { isWaiting } from "./visits/sessions.ts";
import { recordAt, type State } from "./state.ts";

/** Orders the signals of a decision, after its other effects: a lock waits for no lamp. */
export function orderSignals(draft: Draft, input: Input): void {
  const told = new Map<string, Sign | "rest">();
  for (const fact of draft.facts) {
    const sign = signOf(draft.state, fact);
    if (sign === undefined) continue;
    for (const box of boxesOf(draft.state, fact)) told.set(box, sign);
  }
  if (input.kind === "CodePresented" && input.meaning.word === "slip") {
    told.set(input.box, refusal("wrong-code", 0));
  }
  for (const box of endedBoxes(draft, input)) if (!told.has(box)) told.set(box, "rest");
  for (const [box, sign] of told) {
    const rest = restSign(draft.state, box);
    if (sign === "rest" || sign.signal === rest.signal) {
      draft.order({ kind: "signal", box, ...rest });
    } else draft.order({ kind: "signal", box, ...sign, rest });
  }
}

/** `rest` = whatever lasts at the box now; undefined: this fact changes no signal. */
function signOf(state: State, fact: Fact): Sign | "rest" | undefined {
  switch (fact.kind) {
    case "AccessGranted":
      return { signal: "working", compartment: fact.compartment, action: fact.action };
    case "UnlockIntended":
      return { signal: "granted", ...sessionAt(state, fact.box, fact.compartment) };
    case "AccessRefused":
      return refusal(fact.reason, fact.compartment);
    case "LockFaulted":
      return refusal("compartment-out-of-service", fact.compartment);
    case "UnlockConcluded":
      return signOfUnlock(fact);
    case "DoorOpened":
    case "DoorForced":
    case "OverrideUsed":
    case "DoorHeldOpen":
    case "DoorAjar":
      return "rest";
    case "DoorClosed": {
      const { box, compartment } = fact;
      const isOver = restSign(state, box).signal === quietSign(state, box).signal;
      return isOver && fact.result !== "no-session" ? { signal: "secured", compartment } : "rest";
    }
    case "ServiceSuspended":
    case "ServiceResumed":
    case "MaintenanceBegun":
    case "MaintenanceEnded":
      return "rest";
    case "TamperDetected":
      return { signal: "alarm" };
    default:
      return undefined;
  }
}

function signOfUnlock({
  outcome,
  compartment,
}: Extract<Fact, { readonly kind: "UnlockConcluded" }>): Sign | "rest" | undefined {
  if (outcome === "refused") return refusal("lock-offline", compartment);
  if (outcome === "jammed") return { signal: "working", compartment };
  return outcome === "unknown" ? "rest" : undefined;
}

function refusal(reason: RefusalReason, compartment: number): Sign {
  return { signal: "refused", reason, ...(compartment > 0 && { compartment }) };
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
    case "CodePresented":
    case "TagPresented":
    case "WishStated":
      return all.filter((id) => id === input.box);
    case "TamperReported":
      return input.isActive === undefined ? [] : all.filter((id) => !input.box || id === input.box);
    default:
      return [];
  }
}

/** What lasts at a box: an alarm until it is over, an open door, somebody who waits, or nothing. */
export function restSign(state: State, box: string): Sign {
  const { tampers } = state.volatile;
  const isTampered = tampers.some((key) => key.startsWith(" ") || key.startsWith(`${box} `));
  const records = placesOf(state.layout)
    .filter((place) => place.box.id === box)
    .map(({ key, compartment }) => ({ compartment: compartment.number, ...recordAt(state, key) }));
  const open = records.filter(({ isDoorOpen }) => isDoorOpen);
  const alarmed = open.find((one) => one.isForced || one.isAjar || one.heldStage > 1);
  if (alarmed !== undefined) return { signal: "alarm", compartment: alarmed.compartment };
  if (isTampered) return { signal: "alarm" };
  const [first] = open.toSorted((a, b) => b.heldStage - a.heldStage);
  if (first !== undefined) {
    const signal = first.heldStage > 0 ? "held-open" : "door-open";
    return { signal, ...sessionAt(state, box, first.compartment) };
  }
  const visit = state.volatile.visits[box];
  if (visit !== undefined) {
    const { missing: reason, compartment } = visit;
    return { signal: "waiting", reason, ...(compartment > 0 && { compartment }) };
  }
  if (records.some(({ session }) => isWaiting(session))) return { signal: "working" };
  return quietSign(state, box);
}

/** What a box shows that nobody uses. */
function quietSign(state: State, box: string): Sign {
  if (state.durable.service.maintenance[box] !== undefined) return { signal: "maintenance" };
  return { signal: isSuspended(state, box) ? "suspended" : "idle" };
}

/** A door, and what it was opened for. */
function sessionAt(
  state: State,
  box: string,
  compartment: number,
): Pick<Sign, "compartment" | "action"> {
  const { session } = recordAt(state, placeKey(box, compartment));
  return { compartment, ...(session !== undefined && { action: session.action }) };
}
