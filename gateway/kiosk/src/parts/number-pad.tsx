// A number pad of its own. What is typed is in this page's memory only, and gone with the question.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { view } from "../live.ts";
import { t } from "../words.ts";
import { Mark } from "./mark.tsx";
import { tick } from "./tick.ts";

interface Props {
  readonly title: string;
  readonly hint?: string;
  /** Digits are shown as typed, in groups of three; else only their number is. */
  readonly isShown: boolean;
  readonly minCount: number;
  readonly maxCount: number;
  readonly onEntry: (digits: string) => void;
}

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

function written(typed: string, isShown: boolean): string {
  return isShown ? typed.replace(/(\d{3})(?=\d)/g, "$1 ") : "●".repeat(typed.length);
}

export function NumberPad(props: Props): JSX.Element {
  const { title, hint, isShown, minCount, maxCount, onEntry } = props;
  const [typed, type] = useState("");
  const key = (next: string): void => {
    if (view.value?.choices.hasSound === true) tick();
    type(next.slice(0, maxCount));
  };
  const enter = (): void => {
    type("");
    onEntry(typed);
  };
  return (
    <>
      <div class="entry">
        <h1 tabIndex={-1}>{title}</h1>
        <p class="typed" role="status" aria-label={t("pad.count", { n: typed.length })}>
          {typed === "" ? <span class="hint">{hint ?? ""}</span> : written(typed, isShown)}
        </p>
      </div>
      <div class="pad">
        {digits.map((digit) => (
          <button type="button" key={digit} class={`d${digit}`} onClick={() => key(typed + digit)}>
            {digit}
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
