// Reads what a screen sent: JSON of a box and an act; whatever else it is, is no act.

import { limits } from "@driftbox/proto";
import {
  compartmentSizes,
  depositAnswers,
  panelDeeds,
  panelLanguages,
  panelPlaces,
  type PanelAct,
  type PanelChoices,
} from "../../ports/panel.ts";
import { ActFields } from "./act-fields.ts";
import { readChange, readWish } from "./read-wish.ts";

/** No act of a screen is longer, in bytes. */
export const actMaxBytes = 2_048;

export type ReadAct =
  | { readonly ok: true; readonly box: string; readonly act: PanelAct }
  /** What was wrong, by the names of acts and fields; nothing that was typed is in it. */
  | { readonly ok: false; readonly why: string };

/** Fields that it does not know are dropped. Never throws. */
export function readAct(text: string): ReadAct {
  const fields = new ActFields(valueOf(text));
  const box = fields.at("box");
  if (typeof box !== "string" || box.length > limits.idMaxChars) return no("box");
  const act = actOf(fields);
  if (act === undefined) return no("no such act, wish or word");
  return fields.wrong.length === 0 ? { ok: true, box, act } : no(fields.wrong.join(", "));
}

function no(what: string): ReadAct {
  return { ok: false, why: `not an act of a screen: ${what}` };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined: there is no act of that name, or no word or kind in it. */
function actOf(fields: ActFields): PanelAct | undefined {
  const act = fields.at("act");
  switch (act) {
    case "back":
    case "touch":
    case "numbered":
    case "read":
    case "type":
    case "test":
      return { act };
    case "begin":
      return { act, deed: fields.word("deed", panelDeeds) };
    case "say":
      return { act, value: fields.text("value") };
    case "go":
      return { act, to: fields.word("to", panelPlaces) };
    case "digits":
      return { act, digits: fields.shaped("digits", /^[0-9]{4,12}$/) };
    case "size":
      return { act, size: fields.word("size", compartmentSizes) };
    case "deposit":
      return { act, number: fields.shaped("number", /^[0-9A-Za-z-]{0,32}$/) };
    case "answer":
      return { act, answer: fields.word("answer", depositAnswers) };
    case "wish": {
      const wish = fields.within("wish", readWish);
      return wish && { act, wish };
    }
    case "amend": {
      const change = fields.within("change", readChange);
      return change && { act, change };
    }
    case "choose":
      return { act, choices: fields.within("choices", choicesIn) };
    default:
      return undefined;
  }
}

function choicesIn(fields: ActFields): PanelChoices {
  return {
    language: fields.word("language", panelLanguages),
    hasMoreContrast: fields.flag("hasMoreContrast"),
    hasSound: fields.flag("hasSound"),
  };
}
