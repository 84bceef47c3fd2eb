// Nobody is there yet: three ways to begin, and the reader that waits for a badge anyway.

import type { JSX } from "preact";
import type { PanelPlace, PanelView } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { t } from "../words.ts";

const ways = [
  ["deposit", "deposit", "start.deposit", "main"],
  ["pickup", "pickup", "start.pickup", "main"],
  ["staff", "badge", "start.staff", "other"],
] as const;

function go(to: PanelPlace): void {
  void press({ act: "go", to });
}

export function StartScreen({ now }: { readonly now: PanelView }): JSX.Element {
  return (
    <>
      <div class="heading">
        <h1 tabIndex={-1}>{t("start.title")}</h1>
        {!now.isLinked && <p class="offline">{t("offline.note")}</p>}
      </div>
      <div class="choice">
        {ways.map(([place, mark, word, kind]) => (
          <BigButton
            key={place}
            mark={mark}
            kind={kind}
            label={t(word)}
            onPress={() => go(place)}
          />
        ))}
      </div>
    </>
  );
}
