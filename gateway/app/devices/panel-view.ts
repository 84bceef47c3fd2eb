// What a screen shows: a pure function of the state of custody and of what the screen remembers.

import type { Sign } from "../../custody/inputs.ts";
import { placesOf } from "../../custody/layout.ts";
import { restSign } from "../../custody/signals.ts";
import { recordAt, type State } from "../../custody/state.ts";
import type { DoorLook, PanelDoor, PanelScreen, PanelView } from "../../ports/panel.ts";
import type { PanelMemory } from "./panel-memory.ts";

/** What the state of custody does not know. */
export interface PanelSurroundings {
  readonly helpNumber: string;
  readonly isLinked: boolean;
}

/** Undefined: no such box. */
export function panelView(
  state: State,
  box: string,
  memory: PanelMemory,
  around: PanelSurroundings,
): PanelView | undefined {
  const layout = state.layout.boxes.find(({ id }) => id === box);
  if (layout === undefined) return undefined;
  return {
    box,
    kind: layout.kind,
    ...around,
    doors: doorsOf(state, box),
    choices: memory.choices,
    screen: screenOf(memory, memory.passing ?? restSign(state, box)),
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
function screenOf({ place }: PanelMemory, sign: Sign): PanelScreen {
  if (place === "help") return { name: "help" };
  const { signal, compartment: n = 0, action, reason } = sign;
  const at = { n, ...(action !== undefined && { action }) };
  switch (signal) {
    case "idle":
      return { name: place };
    case "granted":
      return { name: "door", stage: "unlocked", ...at };
    case "door-open":
      return { name: "door", stage: "open", ...at };
    case "held-open":
      return { name: "door", stage: "held-open", ...at };
    case "waiting":
      return reason === "pin-missing" || reason === undefined
        ? { name: "pin" }
        : { name: "person", reason };
    case "refused":
      return { name: "refused", reason: reason ?? "no-right", ...(n > 0 && { n }) };
    case "secured":
      return { name: "secured", n };
    case "working":
    case "alarm":
    case "maintenance":
    case "locate":
      return { name: signal };
    case "suspended":
      break;
  }
  // Returns and staff go on while the service is suspended.
  return place === "start" ? { name: "suspended" } : { name: place };
}
