// A fitter at work: what the record says is inside, and empty compartments opened in turn.

import type { JSX } from "preact";
import type { PanelScreen, PanelStock } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { Mark } from "../parts/mark.tsx";
import { said, signalTable, t } from "../words.ts";

type Service = Extract<PanelScreen, { readonly name: "service" }>;

/** What was pressed needs a badge; whoever cannot show one gets nothing. */
export function BadgeScreen(): JSX.Element {
  return (
    <div class="statement amber" role="status">
      <Mark name="badge" />
      <h1 tabIndex={-1}>{t("badge.title")}</h1>
    </div>
  );
}

function stockText({ n, parcelCount, isEmpty, isEnabled }: PanelStock): string {
  if (!isEnabled) return t("service.disabled", { n });
  return isEmpty ? t("service.empty", { n }) : t("service.stock", { n, m: parcelCount });
}

export function ServiceScreen({ stock, nextEmpty: n }: Service): JSX.Element {
  return (
    <div class="handover">
      <div class="heading">
        <h1 tabIndex={-1}>{said(signalTable.maintenance)}</h1>
        {n === 0 && <p>{t("service.noneEmpty")}</p>}
      </div>
      <ul class="stock">
        {stock.map((one) => (
          <li key={one.n}>{stockText(one)}</li>
        ))}
      </ul>
      <div class="answers">
        {n > 0 && (
          <BigButton
            label={t("service.openNext", { n })}
            onPress={() => void press({ act: "open-empty", n })}
          />
        )}
        <BigButton
          kind="other"
          label={t("service.end")}
          onPress={() => void press({ act: "service", word: "end-maintenance" })}
        />
      </div>
    </div>
  );
}
