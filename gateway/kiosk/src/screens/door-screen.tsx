// A door is unlocked or open: its number as large as the screen allows, and where it is.

import type { JSX } from "preact";
import type { PanelScreen, PanelView } from "../../../ports/panel.ts";
import { Cabinet } from "../parts/cabinet.tsx";
import { AnswerKeys } from "./deposit-screen.tsx";
import { actionTexts, closeText, said, signalTable } from "../words.ts";

interface Props {
  readonly now: PanelView;
  readonly screen: Extract<PanelScreen, { readonly name: "door" }>;
}

const rows = { unlocked: "granted", open: "door-open", "held-open": "held-open" } as const;

export function DoorScreen({ now, screen }: Props): JSX.Element {
  const { stage, n, action, answers } = screen;
  const row = signalTable[rows[stage]];
  return (
    <div class={`door ${row.color}`} role="status">
      <p class="door-number" aria-hidden="true">
        {n}
      </p>
      <Cabinet doors={now.doors} lit={n} />
      <div class="door-words">
        <h1 tabIndex={-1}>{said(row, { n })}</h1>
        {stage !== "held-open" && answers.length === 0 && (
          <p>{said(action === undefined ? closeText : actionTexts[action])}</p>
        )}
      </div>
      <AnswerKeys answers={answers} />
    </div>
  );
}
