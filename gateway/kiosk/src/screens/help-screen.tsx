// Whom to call, and what to tell them: the number of this site, as large as it goes.

import type { JSX } from "preact";
import type { PanelView } from "../../../ports/panel.ts";
import { t } from "../words.ts";

export function HelpScreen({ now }: { readonly now: PanelView }): JSX.Element {
  const { helpNumber, box } = now;
  return (
    <div class="statement">
      <h1 tabIndex={-1}>{t(helpNumber === "" ? "help.none" : "help.call")}</h1>
      {helpNumber !== "" && <p class="telephone">{helpNumber}</p>}
      <p>
        {t("help.tell")} <strong class="name">{box}</strong>
      </p>
    </div>
  );
}
