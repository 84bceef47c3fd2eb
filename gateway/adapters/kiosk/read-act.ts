// Reads what a screen sent: JSON of a box and an act; whatever else it is, is no act.

import {
  compartmentSizes,
  depositAnswers,
  listingMethods,
  panelPlaces,
  serviceWords,
  type ListingChange,
  type PanelAct,
  type PanelChoices,
} from "../../ports/panel.ts";

/** No act of a screen is longer, in bytes. */
export const actMaxBytes = 512;
/** No person counts more parcels. */
const countMax = 9_999;

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
    case "numbered":
      return { act };
    case "go":
      return isOneOf(panelPlaces, to) ? { act, to } : undefined;
    case "digits":
      return typeof digits === "string" && /^[0-9]{4,12}$/.test(digits)
        ? { act, digits }
        : undefined;
    case "size":
      return isOneOf(compartmentSizes, fields["size"]) ? { act, size: fields["size"] } : undefined;
    case "deposit": {
      const { number } = fields;
      const isNumber = typeof number === "string" && /^[0-9A-Za-z-]{0,32}$/.test(number);
      return isNumber ? { act, number } : undefined;
    }
    case "answer":
      return isOneOf(depositAnswers, fields["answer"])
        ? { act, answer: fields["answer"] }
        : undefined;
    case "handover":
      return isOneOf(listingMethods, fields["method"])
        ? { act, method: fields["method"] }
        : undefined;
    case "service":
      return isOneOf(serviceWords, fields["word"]) ? { act, word: fields["word"] } : undefined;
    case "open-empty": {
      const { n } = fields;
      const isNumber = typeof n === "number" && Number.isInteger(n) && n > 0 && n <= countMax;
      return isNumber ? { act, n } : undefined;
    }
    case "amend": {
      const change = changeOf(fields["change"]);
      return change === undefined ? undefined : { act, change };
    }
    case "choose": {
      const choices = choicesOf(fields["choices"]);
      return choices === undefined ? undefined : { act, choices };
    }
    default:
      return undefined;
  }
}

function isOneOf<T extends string>(words: readonly T[], word: unknown): word is T {
  return words.some((known) => known === word);
}

function changeOf(value: unknown): ListingChange | undefined {
  if (!isFields(value)) return undefined;
  const { word, parcel, count } = value;
  if (word === "dispute") return { word };
  if (word === "count") {
    const isCount = typeof count === "number" && Number.isInteger(count) && count >= 0;
    return isCount && count <= countMax ? { word, count } : undefined;
  }
  if (word !== "leave-out" && word !== "put-back") return undefined;
  return typeof parcel === "string" && parcel !== "" ? { word, parcel } : undefined;
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
