// The top of every page: where one is, the search, whether the page is live, language and light.

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { parseCheckCode } from "@driftbox/proto";
import { appearance, turnAppearance } from "./appearance.ts";
import { chooseLanguage, language, t } from "./language.ts";
import { lastBeatMs, sight } from "./live.ts";
import { hashOf, place } from "./route.ts";
import { clockText } from "./time.ts";

const screens = ["troubles", "boxes", "parcels", "events", "gateways"] as const;
/** A screen of one thing belongs to the list it is from. */
const listOf: Readonly<Record<string, string>> = {
  box: "boxes",
  parcel: "parcels",
  handovers: "parcels",
  manifests: "parcels",
  code: "parcels",
};

function Navigation(): JSX.Element {
  const { screen } = place.value;
  const current = listOf[screen] ?? screen;
  return (
    <nav aria-label={t("nav.label")}>
      {screens.map((each) => (
        <a key={each} href={hashOf(each)} aria-current={each === current ? "page" : undefined}>
          {t(`nav.${each}`)}
        </a>
      ))}
    </nav>
  );
}

/** `/` puts the cursor here, unless somebody is typing already. */
function useSlash(focus: () => void): void {
  useEffect(() => {
    const onKey = (press: KeyboardEvent): void => {
      const isTyping = press.target instanceof HTMLElement && press.target.matches("input, select");
      if (press.key !== "/" || isTyping) return;
      press.preventDefault();
      focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

/** Parcels have numbers; what has letters among its eight characters is a check code. */
function isCode(typed: string): boolean {
  return parseCheckCode(typed).ok && /[A-Za-z]/.test(typed);
}

function Search(): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  useSlash(() => field.current?.focus());
  const find = (submit: Event): void => {
    submit.preventDefault();
    const typed = field.current?.value.trim() ?? "";
    if (typed === "") return;
    location.hash = hashOf(isCode(typed) ? "code" : "parcel", typed);
    field.current?.blur();
  };
  return (
    <form class="search" role="search" aria-label={t("search.label")} onSubmit={find}>
      <input
        ref={field}
        name="parcel"
        aria-label={t("search.label")}
        placeholder={t("search.hint")}
        maxLength={64}
        autocomplete="off"
        spellcheck={false}
      />
      <button type="submit">{t("search.go")}</button>
    </form>
  );
}

function PulseWord(): JSX.Element {
  const beat = lastBeatMs.value;
  return (
    <span class={`pulse ${sight.value}`}>
      {t(`pulse.${sight.value}`)}
      {beat !== undefined && <span class="code">{clockText(beat, beat)}</span>}
    </span>
  );
}

const appearanceSigns = { system: "◐", light: "○", dark: "●" } as const;

function Choices(): JSX.Element {
  const other = language.value === "zh" ? "en" : "zh";
  const look = t(`theme.${appearance.value}`);
  return (
    <div class="choices">
      <button
        type="button"
        lang={other === "zh" ? "zh-CN" : "en"}
        onClick={() => chooseLanguage(other)}
      >
        {t("language.other")}
      </button>
      <button type="button" aria-label={look} title={look} onClick={turnAppearance}>
        <span aria-hidden="true">{appearanceSigns[appearance.value]}</span>
      </button>
    </div>
  );
}

export function Masthead(): JSX.Element {
  return (
    <header class="masthead">
      <a class="brand" href={hashOf("boxes")}>
        <img src="./mark.svg" alt="" width="26" height="26" />
        <span>{t("app.name")}</span>
      </a>
      <Navigation />
      <Search />
      <PulseWord />
      <Choices />
    </header>
  );
}
