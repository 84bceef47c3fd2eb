// Nothing opened: why, what to do next, and whom to call.

import type { JSX } from "preact";
import type { PanelScreen, PanelView } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { Mark } from "../parts/mark.tsx";
import { callTexts, refusalTexts, said, t } from "../words.ts";

interface Props {
  readonly now: PanelView;
  readonly screen: Extract<PanelScreen, { readonly name: "refused" }>;
}

export function RefusedScreen({ now, screen }: Props): JSX.Element {
  const { why, next } = refusalTexts[screen.reason];
  const { helpNumber: help } = now;
  const call = help === "" ? callTexts.unknown : callTexts.known;
  return (
    <div class="statement red" role="alert">
      <Mark name="stop" />
      <h1 tabIndex={-1}>{said(why)}</h1>
      <p>{said(next)}</p>
      <p class="call">{said(call, { help })}</p>
      <BigButton label={t("understood")} onPress={() => void press({ act: "read" })} />
    </div>
  );
}
