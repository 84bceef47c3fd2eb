// A fitter at work: what the record says is inside, all that is empty opened in turn, and tools.

import type { JSX } from "preact";
import type { PanelDocuments, PanelScreen, PanelStock } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { HeldTitle } from "../parts/held-title.tsx";
import { Mark } from "../parts/mark.tsx";
import { Paged } from "../parts/paged.tsx";
import { refusalTexts, said, signalTable, t } from "../words.ts";
import { Ages, maintain } from "./staff-screen.tsx";

/** What was pressed needs a badge; whoever cannot show one gets nothing. */
export function BadgeScreen(): JSX.Element {
  return (
    <div class="statement amber" role="status">
      <Mark name="badge" />
      <h1 tabIndex={-1}>{t("badge.title")}</h1>
    </div>
  );
}

/** The fitter went away: nothing of the box is shown until they come back. */
export function ServicedScreen(): JSX.Element {
  return (
    <div class="statement amber" role="status">
      <HeldTitle text={said(signalTable.maintenance)} />
      <p>{said(refusalTexts["in-maintenance"].next)}</p>
      <div class="answers">
        <BigButton kind="other" label={t("service.resume")} onPress={() => void press(maintain)} />
      </div>
    </div>
  );
}

function stockText({ n, parcelCount, isEmpty, isEnabled }: PanelStock): string {
  if (!isEnabled) return t("service.disabled", { n });
  return isEmpty ? t("service.empty", { n }) : t("service.stock", { n, m: parcelCount });
}

interface Props {
  readonly screen: Extract<PanelScreen, { readonly name: "service" }>;
  readonly documents: PanelDocuments;
}

export function ServiceScreen({ screen, documents }: Props): JSX.Element {
  const { stock, hasEmpty } = screen;
  return (
    <div class="handover">
      <div class="heading">
        <h1 tabIndex={-1}>{said(signalTable.maintenance)}</h1>
        {hasEmpty ? <Ages documents={documents} /> : <p>{t("service.noneEmpty")}</p>}
      </div>
      <Paged items={stock} kind="rows" rowPx={40} columnPx={210}>
        {(one) => <p key={one.n}>{stockText(one)}</p>}
      </Paged>
      <div class="answers">
        {hasEmpty && (
          <BigButton
            label={t("service.openEmpty")}
            onPress={() => void press({ act: "wish", wish: { kind: "open-all-empty" } })}
          />
        )}
        <BigButton
          kind="other"
          label={t("service.tools")}
          onPress={() => void press({ act: "go", to: "tools" })}
        />
        <BigButton
          kind="other"
          label={t("service.end")}
          onPress={() => void press({ act: "wish", wish: { kind: "end-maintenance" } })}
        />
      </div>
    </div>
  );
}

export function ToolsScreen(): JSX.Element {
  return (
    <>
      <h1 tabIndex={-1}>{t("tools.title")}</h1>
      <div class="choice">
        <BigButton
          mark="pickup"
          label={t("tools.openOne")}
          onPress={() => void press({ act: "begin", deed: "open-empty" })}
        />
        <BigButton
          mark="tool"
          label={t("tools.switch")}
          onPress={() => void press({ act: "begin", deed: "switch" })}
        />
        <BigButton
          mark="check"
          label={t("tools.test")}
          onPress={() => void press({ act: "test" })}
        />
      </div>
    </>
  );
}
