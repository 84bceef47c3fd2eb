// Parcels change hands: how they are listed, which ones, and whose tap is next.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ListingChange, PanelListing } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { NumberPad } from "../parts/number-pad.tsx";
import { t } from "../words.ts";

const ways = ["tags", "scan", "count"] as const;
/** A handover of more is one of several. */
const countMaxDigits = 4;
/** A row of the list, and as much again for what is above and below it. */
const rowPx = 120;

export function HandoverScreen(): JSX.Element {
  return (
    <>
      <h1 tabIndex={-1}>{t("handover.title")}</h1>
      <div class="choice">
        {ways.map((method) => (
          <BigButton
            key={method}
            label={t(`handover.${method}`)}
            onPress={() => void press({ act: "handover", method })}
          />
        ))}
      </div>
    </>
  );
}

function amend(change: ListingChange): void {
  void press({ act: "amend", change });
}

/** Which part of the list is seen is this page's own; a reload begins at the top. */
function Parcels({ parcels }: Pick<PanelListing, "parcels">): JSX.Element {
  const [first, show] = useState(0);
  const shownCount = Math.max(1, Math.min(8, Math.floor(window.innerHeight / rowPx) - 2));
  const shown = parcels.slice(first, first + shownCount);
  return (
    <div class="listing">
      <ul>
        {shown.map(({ parcel, isLeftOut }) => (
          <li key={parcel}>
            <span class={isLeftOut ? "parcel left-out" : "parcel"}>{parcel}</span>
            <button
              type="button"
              onClick={() => amend({ word: isLeftOut ? "put-back" : "leave-out", parcel })}
            >
              {t(isLeftOut ? "handover.putBack" : "handover.leaveOut")}
            </button>
          </li>
        ))}
      </ul>
      {parcels.length > shownCount && (
        <div class="turning">
          <button
            type="button"
            disabled={first === 0}
            aria-label={t("handover.up")}
            onClick={() => show(Math.max(0, first - shownCount))}
          >
            ▲
          </button>
          <button
            type="button"
            disabled={first + shownCount >= parcels.length}
            aria-label={t("handover.down")}
            onClick={() => show(first + shownCount)}
          >
            ▼
          </button>
        </div>
      )}
    </div>
  );
}

export function ListingScreen(listing: PanelListing): JSX.Element {
  const { method, step, parcels, count, isDisputed } = listing;
  if (method === "count" && count === undefined) {
    return (
      <NumberPad
        title={t(`handover.ask-${step}`)}
        isShown={true}
        minCount={1}
        maxCount={countMaxDigits}
        onEntry={(digits) => amend({ word: "count", count: Number(digits) })}
      />
    );
  }
  const kept = parcels.filter(({ isLeftOut }) => !isLeftOut);
  const n = method === "count" ? (count ?? 0) : kept.length;
  return (
    <div class={isDisputed ? "handover red" : "handover"}>
      <div class="heading">
        <h1 tabIndex={-1}>{t(`handover.tap-${step}`)}</h1>
        <p>{isDisputed ? t("handover.disputed") : t("handover.kept", { n })}</p>
      </div>
      <Parcels parcels={parcels} />
      {step === "receiver" && !isDisputed && (
        <BigButton
          kind="other"
          label={t("handover.dispute")}
          onPress={() => amend({ word: "dispute" })}
        />
      )}
    </div>
  );
}
