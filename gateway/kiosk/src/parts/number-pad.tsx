// A pad of its own for digits, and for letters where a number may have some. What is typed is in
// this page's memory only, and gone with the question.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { view } from "../live.ts";
import { t } from "../words.ts";
import { Mark } from "./mark.tsx";
import { tick } from "./tick.ts";

interface Props {
  readonly title: string;
  readonly hint?: string;
  /** What was typed is shown, digits in groups of three; else only their number is. */
  readonly isShown: boolean;
  readonly hasLetters?: boolean;
  readonly minCount: number;
  readonly maxCount: number;
  readonly onEntry: (typed: string) => void;
}

/** Ten keys at a time, in the places of the digits. */
const pages = ["1234567890", "ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZ-/._"] as const;

function written(typed: string, isShown: boolean): string {
  if (!isShown) return "●".repeat(typed.length);
  return /^\d+$/.test(typed) ? typed.replace(/(\d{3})(?=\d)/g, "$1 ") : typed;
}

function pageName(page: string): string {
  return page.startsWith("1")
    ? "0-9"
    : `${page[0] ?? ""}-${page.startsWith("U") ? "Z" : (page[9] ?? "")}`;
}

export function NumberPad(props: Props): JSX.Element {
  const { title, hint, isShown, hasLetters = false, minCount, maxCount, onEntry } = props;
  const [typed, type] = useState("");
  const [page, turn] = useState(0);
  const key = (next: string): void => {
    if (view.value?.choices.hasSound === true) tick();
    type(next.slice(0, maxCount));
  };
  const enter = (): void => {
    type("");
    onEntry(typed);
  };
  const following = (page + 1) % pages.length;
  return (
    <>
      <div class="entry">
        <h1 tabIndex={-1}>{title}</h1>
        <p class="typed" role="status" aria-label={t("pad.count", { n: typed.length })}>
          {typed === "" ? <span class="hint">{hint ?? ""}</span> : written(typed, isShown)}
        </p>
        {hasLetters && (
          <button type="button" class="letters" onClick={() => turn(following)}>
            {pageName(pages[following] ?? pages[0])}
          </button>
        )}
      </div>
      <div class="pad">
        {(pages[page] ?? pages[0]).split("").map((one, at) => (
          <button
            type="button"
            key={one}
            class={`d${(at + 1) % 10}`}
            onClick={() => key(typed + one)}
          >
            {one}
          </button>
        ))}
        <button
          type="button"
          class="clear"
          aria-label={t("pad.clear")}
          onClick={() => key(typed.slice(0, -1))}
        >
          <Mark name="erase" />
        </button>
        <button type="button" class="enter" disabled={typed.length < minCount} onClick={enter}>
          {t("pad.enter")}
        </button>
      </div>
    </>
  );
}
