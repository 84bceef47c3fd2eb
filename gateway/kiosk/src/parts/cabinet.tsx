// The cabinet as it stands there, with one door lit.

import type { JSX } from "preact";
import type { PanelDoor } from "../../../ports/panel.ts";
import { t } from "../words.ts";

interface Props {
  readonly doors: readonly PanelDoor[];
  readonly lit: number;
}

/** Doors are counted from the top, column by column, as cabinets are. */
export function Cabinet({ doors, lit }: Props): JSX.Element {
  const columns = Math.max(1, Math.round(Math.sqrt(doors.length / 2)));
  const rows = Math.max(1, Math.ceil(doors.length / columns));
  const picture = t("door.picture", { n: doors.length, m: lit });
  return (
    <svg
      class="cabinet"
      role="img"
      aria-label={picture}
      viewBox={`0 0 ${columns * 40 + 4} ${rows * 28 + 4}`}
    >
      <rect class="case" x="0" y="0" width={columns * 40 + 4} height={rows * 28 + 4} rx="3" />
      {doors.map(({ number, look }, at) => {
        const x = Math.floor(at / rows) * 40 + 4;
        const y = (at % rows) * 28 + 4;
        return (
          <g key={number} class={number === lit ? `${look} lit` : look}>
            <rect x={x} y={y} width="36" height="24" rx="2" />
            <text x={x + 18} y={y + 17.5}>
              {number}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
