// A manifest before the second person confirms it: what was expected, what is there, what is not.

import type { JSX } from "preact";
import type { PanelClosing } from "../../../ports/panel.ts";
import { Paged } from "../parts/paged.tsx";
import { t } from "../words.ts";

interface Difference {
  readonly word: "closing.missing" | "closing.extra";
  readonly parcel: string;
}

export function ClosingScreen(closing: PanelClosing): JSX.Element {
  const { manifest, expectedCount, foundCount, missing, extra } = closing;
  const figures = [
    ["closing.expected", expectedCount],
    ["closing.found", foundCount],
    ["closing.missing", missing.length],
    ["closing.extra", extra.length],
  ] as const;
  const differences: readonly Difference[] = [
    ...missing.map((parcel) => ({ word: "closing.missing" as const, parcel })),
    ...extra.map((parcel) => ({ word: "closing.extra" as const, parcel })),
  ];
  return (
    <div class="handover">
      <div class="heading">
        <h1 tabIndex={-1}>{t("closing.title")}</h1>
        <p>{manifest}</p>
      </div>
      <dl class="figures">
        {figures.map(([word, n]) => (
          <div
            key={word}
            class={word !== "closing.found" && n > 0 && word !== "closing.expected" ? "red" : ""}
          >
            <dt>{t(word)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      {differences.length === 0 ? (
        <p class="whole">{t("closing.none")}</p>
      ) : (
        <Paged items={differences} kind="rows" rowPx={62}>
          {({ word, parcel }) => (
            <div class="row" key={`${word} ${parcel}`}>
              <span>{t(word)}</span>
              <span class="parcel">{parcel}</span>
            </div>
          )}
        </Paged>
      )}
    </div>
  );
}
