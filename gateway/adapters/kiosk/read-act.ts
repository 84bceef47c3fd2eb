// Reads what a screen sent: JSON of a box and an act; whatever else it is, is no act.

import {
  panelPlaces,
  type PanelAct,
  type PanelChoices,
  type PanelPlace,
} from "../../ports/panel.ts";

/** No act of a screen is longer, in bytes. */
export const actMaxBytes = 512;

export interface BoxAct {
  readonly box: string;
  readonly act: PanelAct;
}

type Fields = Readonly<Record<string, unknown>>;

/** Undefined: not an act of a screen. Fields that it does not know are dropped. */
export function readAct(text: string): BoxAct | undefined {
  const fields = fieldsOf(text);
  const { box } = fields;
  if (typeof box !== "string" || box.length > 64) return undefined;
  const act = actOf(fields);
  return act === undefined ? undefined : { box, act };
}

function fieldsOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function actOf(fields: Fields): PanelAct | undefined {
  const { act, to, digits } = fields;
  switch (act) {
    case "back":
    case "touch":
      return { act };
    case "go":
      return isPlace(to) ? { act, to } : undefined;
    case "digits":
      return typeof digits === "string" && /^[0-9]{4,12}$/.test(digits)
        ? { act, digits }
        : undefined;
    case "choose": {
      const choices = choicesOf(fields["choices"]);
      return choices === undefined ? undefined : { act, choices };
    }
    default:
      return undefined;
  }
}

function isPlace(word: unknown): word is PanelPlace {
  return panelPlaces.some((place) => place === word);
}

function choicesOf(value: unknown): PanelChoices | undefined {
  if (!isFields(value)) return undefined;
  const { language, hasMoreContrast, hasSound } = value;
  const isLanguage = language === "zh" || language === "en";
  if (!isLanguage || typeof hasMoreContrast !== "boolean" || typeof hasSound !== "boolean") {
    return undefined;
  }
  return { language, hasMoreContrast, hasSound };
}
