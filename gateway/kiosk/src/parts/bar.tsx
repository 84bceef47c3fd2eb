// The bar: help always in its corner, back always opposite; at the start the settings.

import type { JSX } from "preact";
import type { PanelChoices, PanelScreen, PanelView } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { t } from "../words.ts";
import { Mark } from "./mark.tsx";

function Settings({ choices }: { readonly choices: PanelChoices }): JSX.Element {
  const { language, hasMoreContrast, hasSound } = choices;
  const choose = (change: Partial<PanelChoices>): void => {
    void press({ act: "choose", choices: { ...choices, ...change } });
  };
  const other = language === "zh" ? "en" : "zh";
  return (
    <>
      <button
        type="button"
        lang={other === "zh" ? "zh-CN" : "en"}
        onClick={() => choose({ language: other })}
      >
        <Mark name="language" />
        <span>{t("bar.language")}</span>
      </button>
      <button
        type="button"
        aria-pressed={hasMoreContrast}
        onClick={() => choose({ hasMoreContrast: !hasMoreContrast })}
      >
        <Mark name="contrast" />
        <span>{t("bar.contrast")}</span>
      </button>
      <button type="button" aria-pressed={hasSound} onClick={() => choose({ hasSound: !hasSound })}>
        <Mark name={hasSound ? "sound" : "silent"} />
        <span>{t(hasSound ? "bar.sound" : "bar.silent")}</span>
      </button>
    </>
  );
}

/** Where a press on "back" leads somewhere; an open door ends at the box, what is told is read. */
const leavable: readonly PanelScreen["name"][] = [
  "deposit",
  "pickup",
  "staff",
  "owed",
  "form",
  "listing",
  "closing",
  "badge",
  "pin",
  "person",
  "tools",
  "test",
  "help",
];

export function Bar({ now }: { readonly now: PanelView }): JSX.Element {
  const { name } = now.screen;
  return (
    <nav class="bar" aria-label={t("bar.label")}>
      {name === "start" && <Settings choices={now.choices} />}
      {leavable.includes(name) && (
        <button type="button" class="back" onClick={() => void press({ act: "back" })}>
          <Mark name="back" />
          <span>{t("bar.back")}</span>
        </button>
      )}
      <button
        type="button"
        class="help"
        aria-pressed={name === "help"}
        onClick={() => void press({ act: "go", to: "help" })}
      >
        <Mark name="help" />
        <span>{t("bar.help")}</span>
      </button>
    </nav>
  );
}
