// What a screen shows: a pure function of the state of custody and of what the screen remembers.

import { isSuspended } from "../../custody/service/suspension.ts";
import type { Now, Sign } from "../../custody/inputs.ts";
import { compartmentSizes, placesOf } from "../../custody/layout.ts";
import { restSign } from "../../custody/signals.ts";
import { recordAt, type State } from "../../custody/state.ts";
import {
  depositAt,
  type DepositAnswer,
  type DepositVisit,
} from "../../custody/visits/deposit-visits.ts";
import type { DoorLook, PanelDoor, PanelScreen, PanelView } from "../../ports/panel.ts";
import { documentsOf } from "./panel-documents.ts";
import { formView } from "./panel-form.ts";
import { isFitterAt, owedScreen, serviceScreen, testScreen, wishScreen } from "./panel-lists.ts";
import type { PanelMemory } from "./panel-memory.ts";

/** What the state of custody does not know. */
export interface PanelSurroundings {
  readonly helpNumber: string;
  readonly isLinked: boolean;
  readonly now: Pick<Now, "wallMs">;
}

/** Undefined: no such box. */
export function panelView(
  state: State,
  box: string,
  memory: PanelMemory,
  { now, ...around }: PanelSurroundings,
): PanelView | undefined {
  if (!state.layout.boxes.some(({ id }) => id === box)) return undefined;
  return {
    box,
    ...around,
    doors: doorsOf(state, box),
    documents: documentsOf(state.volatile.policy, now),
    choices: memory.choices,
    screen: screenOf(state, box, memory),
    isEnding: memory.isEnding,
  };
}

function doorsOf(state: State, box: string): readonly PanelDoor[] {
  const places = placesOf(state.layout).filter((place) => place.box.id === box);
  return places.map(({ key, compartment }) => {
    const { isDoorOpen, isEnabled, session } = recordAt(state, key);
    const isUnlocking = session !== undefined && session.stage !== "open";
    const closed: DoorLook = isUnlocking ? "unlocking" : isEnabled ? "closed" : "disabled";
    return { number: compartment.number, look: isDoorOpen ? "open" : closed };
  });
}

/** Help is shown to whoever asked for it, whatever happens at the box. */
function screenOf(state: State, box: string, memory: PanelMemory): PanelScreen {
  if (memory.place === "help") return { name: "help" };
  const sign = memory.passing ?? restSign(state, box);
  const deposit = depositAt(state, box);
  return signScreen(sign, deposit) ?? restScreen(state, box, memory, sign);
}

/** The screen of a sign that leaves no question open; undefined = there is one. */
function signScreen(sign: Sign, deposit: DepositVisit | undefined): PanelScreen | undefined {
  const { signal, compartment: n = 0, action, reason } = sign;
  const isDeposit = deposit?.compartment === n && deposit.endMonoMs === undefined;
  const answers: readonly DepositAnswer[] = isDeposit ? ["nothing-put-in", "too-big"] : [];
  const door = { name: "door", n, ...(action !== undefined && { action }) } as const;
  switch (signal) {
    case "granted":
      return { ...door, stage: "unlocked", answers: [] };
    case "door-open":
      return { ...door, stage: "open", answers };
    case "held-open":
      return { ...door, stage: "held-open", answers };
    case "waiting":
      return reason === "pin-missing" || reason === undefined
        ? { name: "pin" }
        : { name: "person", reason };
    case "refused":
      return { name: "refused", reason: reason ?? "no-right", ...(n > 0 && { n }) };
    case "working":
    case "alarm":
    case "locate":
      return { name: signal };
    default:
      return undefined;
  }
}

/** Doors are shut and nothing was turned away: what is asked or told at the screen itself. */
function restScreen(state: State, box: string, memory: PanelMemory, sign: Sign): PanelScreen {
  const deposit = depositAt(state, box);
  const isClosed = deposit?.endMonoMs !== undefined;
  const answers: readonly DepositAnswer[] = isClosed ? ["done", "reopen", "nothing-put-in"] : [];
  if (memory.codes.length > 0) return { name: "code", codes: memory.codes, answers };
  if (deposit !== undefined && isClosed) {
    return { name: "deposited", n: deposit.compartment, answers };
  }
  if (memory.form !== undefined) return { name: "form", ...formView(state, box, memory.form) };
  const wished = wishScreen(state, box);
  if (wished !== undefined) return wished;
  if (sign.signal === "secured") return { name: "secured", n: sign.compartment ?? 0 };
  return placeScreen(state, box, memory, sign);
}

function placeScreen(state: State, box: string, memory: PanelMemory, sign: Sign): PanelScreen {
  const { place, size, isNumbered } = memory;
  if (place === "deposit") {
    const sizes = sizesOf(state, box);
    const isAsked = size === undefined && sizes.length > 1;
    const numbering = isNumbered ? "number" : "is-numbered";
    return { name: "deposit", step: isAsked ? "size" : numbering, sizes };
  }
  const owed = owedScreen(state, box);
  if (place === "owed") return owed;
  if (place === "staff") {
    return { name: place, owedCount: owed.unsigned.length + owed.unexplained.length };
  }
  if (place !== "start" && place !== "tools") return { name: place };
  // Returns and staff go on while the service is suspended, so only the first screen says it.
  if (sign.signal === "maintenance") return fitterScreen(state, box, memory);
  return isSuspended(state, box) ? { name: "suspended" } : { name: "start" };
}

/** What only a fitter at work is shown, who gave badge and PIN. */
function fitterScreen(state: State, box: string, memory: PanelMemory): PanelScreen {
  const { place, testAt } = memory;
  if (!isFitterAt(state, box, memory)) return { name: "serviced" };
  if (testAt !== undefined) return testScreen(state, box, testAt);
  return place === "tools" ? { name: place } : serviceScreen(state, box);
}

/** Sizes of the compartments of a box, smallest first. */
export function sizesOf(state: State, box: string): PanelSizes {
  const places = placesOf(state.layout).filter((place) => place.box.id === box);
  const there = places.map(({ compartment }) => compartment.size ?? "medium");
  return compartmentSizes.filter((size) => there.includes(size));
}

type PanelSizes = Extract<PanelScreen, { readonly name: "deposit" }>["sizes"];
