// The check codes of what was recorded: to write down, or to read over the telephone.

import type { JSX } from "preact";
import type { PanelCode, PanelScreen, PanelView } from "../../../ports/panel.ts";
import { language, press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { Paged } from "../parts/paged.tsx";
import { t } from "../words.ts";
import { AnswerKeys } from "./deposit-screen.tsx";

interface Props {
  readonly now: PanelView;
  readonly screen: Extract<PanelScreen, { readonly name: "code" }>;
}

/** `data-spoken` is what a voice says; the screen itself has none. */
function Code({ code, spoken }: PanelCode): JSX.Element {
  const words = spoken[language.value].join(" ");
  return (
    <p class="check-code" aria-label={words} data-spoken={words}>
      {code}
    </p>
  );
}

export function CodeScreen({ now, screen }: Props): JSX.Element {
  const { codes, answers } = screen;
  const [first] = codes;
  const isDisputed = codes.some(({ what }) => what === "disputed");
  // One of several that is disputed is what both must know first.
  const what = isDisputed ? "disputed" : (first?.what ?? "deposited");
  const understood = (
    <BigButton label={t("understood")} onPress={() => void press({ act: "read" })} />
  );
  const tone = isDisputed ? "red" : what === "unanswered" ? "amber" : "green";
  if (codes.length > 1) {
    return (
      <div class={`handover codes ${tone}`} role="status">
        <div class="heading">
          <h1 tabIndex={-1}>{t("code.several", { n: codes.length })}</h1>
          <p>{t(`code.${what}`)}</p>
        </div>
        <Paged items={codes} kind="rows" rowPx={56} columnPx={420}>
          {(code) => (
            <div key={code.code} class={code.what === "disputed" ? "red" : ""}>
              <Code {...code} />
            </div>
          )}
        </Paged>
        {understood}
      </div>
    );
  }
  return (
    <div class={`statement ${tone}`} role="status">
      <h1 tabIndex={-1}>{t(`code.${what}`)}</h1>
      {first !== undefined && <Code {...first} />}
      <p>{t("code.keep")}</p>
      {!now.isLinked && <p class="spare">{t("offline.note")}</p>}
      {answers.length > 0 ? <AnswerKeys answers={answers} /> : understood}
    </div>
  );
}
