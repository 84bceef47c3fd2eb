// What a screen at a box remembers between two presses: where a person went, how they set it, what
// they answered so far, and the sign that passes. A pure state, wiped when nobody is there.

import type { Sign } from "../../custody/inputs.ts";
import type { CompartmentSize } from "../../custody/layout.ts";
import {
  testSteps,
  type PanelAct,
  type PanelChoices,
  type PanelCode,
  type PanelPlace,
} from "../../ports/panel.ts";
import { begunForm, formAfter, formBack, placeAfter, type FormMemory } from "./panel-form.ts";

export interface PanelMemory {
  readonly place: PanelPlace;
  readonly choices: PanelChoices;
  /** A sign that passes by itself; undefined = what lasts at the box is shown. */
  readonly passing: Sign | undefined;
  /** Size of what somebody without card brings; undefined = not said yet. */
  readonly size: CompartmentSize | undefined;
  /** Whether what they bring has a number, which is typed next. */
  readonly isNumbered: boolean;
  /** A deed whose questions are asked. */
  readonly form: FormMemory | undefined;
  /** Step of the self-test, from 0; undefined = none is under way. */
  readonly testAt: number | undefined;
  /** Begin of the maintenance whose fitter went away, in ms of the boot clock. */
  readonly leftMonoMs: number | undefined;
  /** Check codes that nobody has put away yet, each once. */
  readonly codes: readonly PanelCode[];
  /** True: it is wiped soon, unless somebody touches it. */
  readonly isEnding: boolean;
}

/** Events of one transaction; a longer one leaves the first of its codes on no screen. */
export const codesMaxCount = 16;

/** Chinese first, plain, and with sound. */
const firstChoices: PanelChoices = { language: "zh", hasMoreContrast: false, hasSound: true };

export const wiped: PanelMemory = {
  place: "start",
  choices: firstChoices,
  passing: undefined,
  size: undefined,
  isNumbered: false,
  form: undefined,
  testAt: undefined,
  leftMonoMs: undefined,
  codes: [],
  isEnding: false,
};

/** Whether there is nothing of anybody to wipe. */
export function isWiped(memory: PanelMemory): boolean {
  const { place, choices, passing, codes, form, testAt } = memory;
  const { language, hasMoreContrast, hasSound } = choices;
  const isAsFirst = language === firstChoices.language && !hasMoreContrast && hasSound;
  const isNowhere = place === "start" && form === undefined && testAt === undefined;
  return isNowhere && passing === undefined && codes.length === 0 && isAsFirst;
}

/**
 * Somebody goes on, or somebody else begins: what passed, was asked and told last, is over. The
 * settings are left.
 */
export function begun({ choices, leftMonoMs }: PanelMemory): PanelMemory {
  return { ...wiped, choices, leftMonoMs };
}

/** What was told stays until it is read; each code once, the newest last. */
export function told(memory: PanelMemory, code: PanelCode): PanelMemory {
  const others = memory.codes.filter((one) => one.code !== code.code);
  return { ...memory, codes: [...others, code].slice(-codesMaxCount) };
}

/** Every press shows that somebody is there, and takes away the sign that they have read. */
export function pressed(memory: PanelMemory, act: PanelAct): PanelMemory {
  const awake = { ...memory, isEnding: false };
  switch (act.act) {
    // Whoever asks for help comes back to where they were.
    case "go":
      return { ...(act.to === "help" ? awake : begun(awake)), place: act.to };
    case "begin":
      return { ...begun(awake), form: begunForm(act.deed) };
    case "say":
      return answered(awake, act.value);
    case "type":
      return { ...awake, form: awake.form && { ...awake.form, isTyping: true } };
    case "choose":
      return { ...awake, choices: act.choices };
    case "digits":
      return { ...awake, passing: undefined };
    case "size":
      return { ...awake, size: act.size };
    case "numbered":
      return { ...awake, isNumbered: true };
    case "test":
      return { ...begun(awake), testAt: nextTest(awake.testAt) };
    case "back":
      return steppedBack(awake);
    // What comes of a deposit or wish, the box says.
    case "read":
    case "deposit":
    case "wish":
      return begun(awake);
    case "answer":
      return act.answer === "done" ? awake : { ...awake, codes: [] };
    case "amend":
    case "touch":
      break;
  }
  return awake;
}

/** The last answer makes a wish or adds to one; then the box says what comes of it. */
function answered(memory: PanelMemory, value: string): PanelMemory {
  if (memory.form === undefined) return memory;
  const form = formAfter(memory.form, value);
  return form === undefined ? begun(memory) : { ...memory, form };
}

function steppedBack(memory: PanelMemory): PanelMemory {
  if (memory.place === "help") return { ...memory, place: "start" };
  if (memory.form === undefined) return begun(memory);
  const form = formBack(memory.form);
  if (form !== undefined) return { ...memory, form };
  return { ...begun(memory), place: placeAfter(memory.form) };
}

/** After its last step a self-test is over. */
function nextTest(testAt = -1): number | undefined {
  return testAt + 1 < testSteps.length ? testAt + 1 : undefined;
}
