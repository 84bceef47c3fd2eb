// The words of the page in the language that the screen is set to.

import { callTexts, refusalTexts } from "../../adapters/signals/refusal-texts.ts";
import { signalTable, type Words } from "../../adapters/signals/signal-table.ts";
import { actionTexts, awaitedText, closeText } from "../../adapters/signals/step-texts.ts";
import { language } from "./live.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

export type WordKey = keyof typeof zh;
export const dictionaries = { zh, en } as const;

type Filling = Readonly<Record<string, string | number>>;

function filled(text: string, filling: Filling): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(filling[name] ?? ""));
}

/** A word of the page. */
export function t(key: WordKey, filling: Filling = {}): string {
  return filled(dictionaries[language.value][key], filling);
}

/** A text of the signal table. */
export function said(words: Words, filling: Filling = {}): string {
  return filled(words[language.value], filling);
}

export { actionTexts, awaitedText, callTexts, closeText, refusalTexts, signalTable };
