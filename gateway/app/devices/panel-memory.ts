// What a screen at a box remembers between two presses: where a person went, how they set it, and
// the sign that passes. A pure state, wiped when nobody is there.

import type { Sign } from "../../custody/inputs.ts";
import type { PanelAct, PanelChoices, PanelPlace } from "../../ports/panel.ts";

export interface PanelMemory {
  readonly place: PanelPlace;
  readonly choices: PanelChoices;
  /** A sign that passes by itself; undefined = what lasts at the box is shown. */
  readonly passing: Sign | undefined;
  /** True: it is wiped soon, unless somebody touches it. */
  readonly isEnding: boolean;
}

/** Chinese first, plain, and with sound. */
const firstChoices: PanelChoices = { language: "zh", hasMoreContrast: false, hasSound: true };

export const wiped: PanelMemory = {
  place: "start",
  choices: firstChoices,
  passing: undefined,
  isEnding: false,
};

/** Whether there is nothing of anybody to wipe. */
export function isWiped({ place, choices, passing }: PanelMemory): boolean {
  const { language, hasMoreContrast, hasSound } = choices;
  const isAsFirst = language === firstChoices.language && !hasMoreContrast && hasSound;
  return place === "start" && passing === undefined && isAsFirst;
}

/** Every press shows that somebody is there, and takes away the sign that they have read. */
export function pressed(memory: PanelMemory, act: PanelAct): PanelMemory {
  const awake = { ...memory, isEnding: false };
  switch (act.act) {
    case "go":
      return { ...awake, place: act.to, passing: undefined };
    case "back":
      return { ...awake, place: "start", passing: undefined };
    case "choose":
      return { ...awake, choices: act.choices };
    case "digits":
      return { ...awake, passing: undefined };
    case "touch":
      break;
  }
  return awake;
}
