// The language of the page and `t`, which looks a word up and fills it in.

import { signal } from "@preact/signals";
import { enCustody } from "./words/en-custody.ts";
import { enFacts } from "./words/en-facts.ts";
import { enScreens } from "./words/en.ts";
import { zhCustody } from "./words/zh-custody.ts";
import { zhFacts } from "./words/zh-facts.ts";
import { zhScreens } from "./words/zh.ts";

export type Language = "zh" | "en";

const english = { ...enScreens, ...enFacts, ...enCustody };
export type WordKey = keyof typeof english;

/** Both languages whole; a missing key does not compile. */
export const dictionaries: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = {
  en: english,
  zh: { ...zhScreens, ...zhFacts, ...zhCustody },
};

const storageKey = "driftbox.language";

function firstLanguage(): Language {
  const chosen = readChoice(storageKey);
  if (chosen === "zh" || chosen === "en") return chosen;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** What was chosen before, where the browser may remember it. */
export function readChoice(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keepChoice(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that forbids storage forgets the choice at the next visit;
    // nothing else depends on it.
  }
}

export const language = signal<Language>("en");

export function startLanguage(): void {
  chooseLanguage(firstLanguage());
}

export function chooseLanguage(next: Language): void {
  language.value = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
  keepChoice(storageKey, next);
}

type Filling = Readonly<Record<string, string | number>>;

/** The word in the page's language. `{name}` is filled in; `one|many` is chosen by `n`. */
export function t(key: WordKey, filling: Filling = {}): string {
  const [one = "", many = one] = dictionaries[language.value][key].split("|");
  const form = filling["n"] === 1 ? one : many;
  return form.replace(/\{(\w+)\}/g, (_whole, name: string) => String(filling[name] ?? ""));
}

function isKey(key: string): key is WordKey {
  return key in english;
}

/** A word that came over the wire, such as a state of a newer gateway: as it is if not known. */
export function wireWord(area: string, word: string): string {
  const key = `${area}.${word}`;
  return isKey(key) ? t(key) : word;
}
