// Asks whether somebody is still there; any touch says so, and that is all it takes.

import type { JSX } from "preact";
import { press } from "../live.ts";
import { t } from "../words.ts";
import { BigButton } from "./big-button.tsx";

export function Ending(): JSX.Element {
  return (
    <div class="ending" role="alertdialog" aria-labelledby="ending" aria-describedby="ending-hint">
      <div class="ending-sheet">
        <h2 id="ending">{t("ending.title")}</h2>
        <p id="ending-hint">{t("ending.hint")}</p>
        <div class="ending-time" />
        <BigButton label={t("ending.stay")} onPress={() => void press({ act: "touch" })} />
      </div>
    </div>
  );
}
