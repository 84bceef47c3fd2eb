// What persons still have to answer for at this box: emergencies to sign, openings to explain.

import type { JSX } from "preact";
import type { PanelDocuments, PanelScreen } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { Paged } from "../parts/paged.tsx";
import { t, type WordKey } from "../words.ts";
import { agesText } from "./staff-screen.tsx";

interface Props {
  readonly screen: Extract<PanelScreen, { readonly name: "owed" }>;
  readonly documents: PanelDocuments;
}

function titleOf({ unsigned, unexplained, isFull }: Props["screen"]): WordKey {
  if (isFull) return "owed.full";
  return unsigned.length + unexplained.length === 0 ? "owed.none" : "owed.title";
}

/** The center owes too: a small display tells the age of its documents here alone. */
export function OwedScreen({ screen, documents }: Props): JSX.Element {
  const { unsigned, unexplained } = screen;
  const rows = [
    ...unsigned.map(({ n, seq: m }) => t("owed.unsigned", { n, m })),
    ...unexplained.map(({ n, seq: m }) => t("owed.unexplained", { n, m })),
    agesText(documents),
  ];
  return (
    <div class="handover">
      <div class="heading">
        <h1 tabIndex={-1}>{t(titleOf(screen))}</h1>
      </div>
      <Paged items={rows} kind="rows" rowPx={72}>
        {(text) => (
          <p class="row" key={text}>
            {text}
          </p>
        )}
      </Paged>
      <div class="answers">
        {unsigned.length > 0 && (
          <BigButton
            label={t("owed.sign")}
            onPress={() => void press({ act: "wish", wish: { kind: "sign" } })}
          />
        )}
        {unexplained.length > 0 && (
          <BigButton
            label={t("owed.explain")}
            onPress={() => void press({ act: "begin", deed: "explain" })}
          />
        )}
      </div>
    </div>
  );
}
