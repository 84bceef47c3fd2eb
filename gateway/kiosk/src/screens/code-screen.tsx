// The check code of what was recorded: to write down, or to read over the telephone.

import type { JSX } from "preact";
import type { PanelScreen, PanelView } from "../../../ports/panel.ts";
import { language, press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { t } from "../words.ts";
import { AnswerKeys } from "./deposit-screen.tsx";

interface Props {
  readonly now: PanelView;
  readonly screen: Extract<PanelScreen, { readonly name: "code" }>;
}

/** `data-spoken` is what a voice says; the screen itself has none. */
export function CodeScreen({ now, screen }: Props): JSX.Element {
  const { code, spoken, what, answers } = screen;
  const words = spoken[language.value];
  return (
    <div class={`statement ${what === "disputed" ? "red" : "green"}`} role="status">
      <h1 tabIndex={-1}>{t(`code.${what}`)}</h1>
      <p class="check-code" aria-label={words.join(" ")} data-spoken={words.join(" ")}>
        {code}
      </p>
      <p>{t("code.keep")}</p>
      {!now.isLinked && <p class="spare">{t("offline.note")}</p>}
      {answers.length > 0 ? (
        <AnswerKeys answers={answers} />
      ) : (
        <BigButton label={t("understood")} onPress={() => void press({ act: "back" })} />
      )}
    </div>
  );
}
