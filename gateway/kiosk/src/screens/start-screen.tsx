// Nobody is there yet: two ways to begin, and the reader that waits for a badge anyway.

import type { JSX } from "preact";
import type { PanelView } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { HeldTitle } from "../parts/held-title.tsx";
import { t } from "../words.ts";

const ways = [
  ["deposit", "start.deposit"],
  ["pickup", "start.pickup"],
] as const;

export function StartScreen({ now }: { readonly now: PanelView }): JSX.Element {
  return (
    <>
      <div class="heading">
        <HeldTitle text={t("start.title")} />
        {!now.isLinked && <p class="offline">{t("offline.note")}</p>}
        {now.documents.isStale && (
          <p class="offline">{t(now.documents.hasPolicy ? "documents.stale" : "documents.none")}</p>
        )}
      </div>
      <div class="choice">
        {ways.map(([place, word]) => (
          <BigButton
            key={place}
            mark={place}
            label={t(word)}
            onPress={() => void press({ act: "go", to: place })}
          />
        ))}
      </div>
    </>
  );
}
