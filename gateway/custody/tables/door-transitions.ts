// The states of a door as facts tell it, as data: what leads from where to where, and when.

import type { CompartmentRecord } from "../state.ts";
import type { Transition } from "./transition.ts";

/** Door as the facts tell it; sensors may say more. */
export type DoorFactWord = "closed" | "open" | "ajar" | "forced";

export function doorFactWord(record: CompartmentRecord): DoorFactWord {
  if (!record.isDoorOpen) return "closed";
  if (record.isAjar) return "ajar";
  return record.isForced ? "forced" : "open";
}

/** Every change of a door as facts tell it. */
export const doorTransitions: readonly Transition<DoorFactWord>[] = [
  { from: "closed", fact: "DoorOpened", to: "open", when: "it opens under a pulsed session" },
  { from: "closed", fact: "DoorForced", to: "forced", when: "it opens and no session explains it" },
  { from: "closed", fact: "OverrideUsed", to: "forced", when: "it opens by its mechanical key" },
  { from: "forced", fact: "DoorOpened", to: "open", when: "a new session finds it open" },
  {
    from: "open",
    fact: "DoorAjar",
    to: "ajar",
    when: "shut, but the bolt has not engaged in time",
  },
  {
    from: "forced",
    fact: "DoorAjar",
    to: "ajar",
    when: "shut, but the bolt has not engaged in time",
  },
  { from: "ajar", fact: "DoorOpened", to: "open", when: "a new session finds it unlatched" },
  { from: "open", fact: "DoorClosed", to: "closed", when: "shut, latched, presence settled" },
  { from: "ajar", fact: "DoorClosed", to: "closed", when: "the bolt engaged after all" },
  { from: "forced", fact: "DoorClosed", to: "closed", when: "shut again; no session" },
];
