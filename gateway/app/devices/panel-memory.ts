// What a screen at a box remembers between two presses: where a person went, how they set it, and
// the sign that passes. A pure state, wiped when nobody is there.

import type { Sign } from "../../custody/inputs.ts";
import type { CompartmentSize } from "../../custody/layout.ts";
import type { PanelAct, PanelChoices, PanelCode, PanelPlace } from "../../ports/panel.ts";

export interface PanelMemory {
  readonly place: PanelPlace;
  readonly choices: PanelChoices;
  /** A sign that passes by itself; undefined = what lasts at the box is shown. */
  readonly passing: Sign | undefined;
  /** Size of what somebody without card brings; undefined = not said yet. */
  readonly size: CompartmentSize | undefined;
  /** Whether what they bring has a number, which is typed next. */
  readonly isNumbered: boolean;
  /** Number of the compartment that a fitter had opened last; 0 = none yet. */
  readonly servedNumber: number;
  /** A check code that nobody has put away yet. */
  readonly code: PanelCode | undefined;
  /** True: it is wiped soon, unless somebody touches it. */
  readonly isEnding: boolean;
}

/** Chinese first, plain, and with sound. */
const firstChoices: PanelChoices = { language: "zh", hasMoreContrast: false, hasSound: true };

export const wiped: PanelMemory = {
  place: "start",
  choices: firstChoices,
  passing: undefined,
  size: undefined,
  isNumbered: false,
  servedNumber: 0,
  code: undefined,
  isEnding: false,
};

/** Whether there is nothing of anybody to wipe. */
export function isWiped({ place, choices, passing, code }: PanelMemory): boolean {
  const { language, hasMoreContrast, hasSound } = choices;
  const isAsFirst = language === firstChoices.language && !hasMoreContrast && hasSound;
  return place === "start" && passing === undefined && code === undefined && isAsFirst;
}

/** Somebody goes on, or somebody else begins: what passed, and the code told last, is over. */
export function begun(memory: PanelMemory): PanelMemory {
  return { ...memory, passing: undefined, code: undefined, size: undefined, isNumbered: false };
}

/** Every press shows that somebody is there, and takes away the sign that they have read. */
export function pressed(memory: PanelMemory, act: PanelAct): PanelMemory {
  const awake = { ...memory, isEnding: false };
  switch (act.act) {
    case "go":
      return { ...begun(awake), place: act.to };
    case "choose":
      return { ...awake, choices: act.choices };
    case "digits":
      return { ...awake, passing: undefined };
    case "size":
      return { ...awake, size: act.size };
    case "open-empty":
      return { ...awake, servedNumber: act.n, passing: undefined };
    case "numbered":
      return { ...awake, isNumbered: true };
    // What comes of a deposit or handover, the box says.
    case "back":
    case "deposit":
    case "handover":
    case "service":
      return { ...wiped, choices: memory.choices, servedNumber: memory.servedNumber };
    case "answer":
      return act.answer === "done" ? awake : { ...awake, code: undefined };
    case "amend":
    case "touch":
      break;
  }
  return awake;
}
