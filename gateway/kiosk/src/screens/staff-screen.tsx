// What staff may begin. It does nothing by itself: each of them ends with a badge, and a PIN where
// the box asks for one.

import type { JSX } from "preact";
import type { PanelAct, PanelDocuments, PanelScreen } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { Paged } from "../parts/paged.tsx";
import { t, type WordKey } from "../words.ts";

interface Deed {
  readonly word: WordKey;
  readonly act: PanelAct;
}

/** Begins maintenance, or shows its screens again to a fitter who was away. */
export const maintain: PanelAct = {
  act: "wish",
  wish: { kind: "maintain", reason: "at the screen" },
};

const deeds: readonly Deed[] = [
  { word: "staff.handover", act: { act: "begin", deed: "handover" } },
  { word: "staff.seal", act: { act: "begin", deed: "seal" } },
  { word: "staff.unseal", act: { act: "begin", deed: "unseal" } },
  { word: "staff.check-seals", act: { act: "wish", wish: { kind: "check-seals" } } },
  { word: "staff.open-manifest", act: { act: "begin", deed: "open-manifest" } },
  { word: "staff.close-manifest", act: { act: "begin", deed: "close-manifest" } },
  { word: "staff.emergency", act: { act: "begin", deed: "emergency" } },
  { word: "staff.owed", act: { act: "go", to: "owed" } },
  { word: "staff.service", act: maintain },
];

const hoursPerDay = 24;

function ageText(ageH: number | undefined): string {
  if (ageH === undefined) return t("documents.unknown");
  if (ageH < 2 * hoursPerDay) return t("documents.hours", { n: ageH });
  return t("documents.days", { n: Math.floor(ageH / hoursPerDay) });
}

/** How old policy and block list are that this box obeys. */
export function agesText({ hasPolicy, policyAgeH, blockListAgeH }: PanelDocuments): string {
  if (!hasPolicy) return t("documents.none");
  return t("documents.ages", { a: ageText(policyAgeH), b: ageText(blockListAgeH) });
}

export function Ages({ documents }: { readonly documents: PanelDocuments }): JSX.Element {
  return <p class={documents.isStale ? "ages offline" : "ages"}>{agesText(documents)}</p>;
}

interface Props {
  readonly screen: Extract<PanelScreen, { readonly name: "staff" }>;
  readonly documents: PanelDocuments;
}

export function StaffScreen({ screen, documents }: Props): JSX.Element {
  return (
    <>
      <div class="heading">
        <h1 tabIndex={-1}>{t("staff.title")}</h1>
        <Ages documents={documents} />
      </div>
      <Paged items={deeds} kind="keys" rowPx={60} columnPx={116}>
        {({ word, act }) => (
          <button type="button" key={word} onClick={() => void press(act)}>
            {t(word, { n: screen.owedCount })}
          </button>
        )}
      </Paged>
    </>
  );
}
