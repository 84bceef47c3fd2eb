// Parcels or seal tags are listed before a badge: which ones, and whose tap is next.

import type { JSX } from "preact";
import type { PanelListing, PanelParcel, SealSaid, WishChange } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { NumberPad } from "../parts/number-pad.tsx";
import { Paged } from "../parts/paged.tsx";
import { t } from "../words.ts";

/** A handover of more is one of several. */
const countMaxDigits = 4;

function amend(change: WishChange): void {
  void press({ act: "amend", change });
}

interface Row extends PanelParcel {
  /** Somebody else gives it: it is refused, not just left off a list. */
  readonly isGiven: boolean;
}

function ParcelRow({ parcel, isLeftOut, isUnlisted = false, isGiven }: Row): JSX.Element {
  const leave = isGiven ? "listing.refuse" : "listing.leaveOut";
  const put = isGiven ? "listing.take" : "listing.putBack";
  const word = isUnlisted ? "list" : isLeftOut ? "put-back" : "leave-out";
  return (
    <div class="row" key={parcel}>
      <span class={isLeftOut ? "parcel left-out" : "parcel"}>{parcel}</span>
      <button type="button" onClick={() => amend({ word, parcel })}>
        {t(isLeftOut ? put : leave)}
      </button>
    </div>
  );
}

function SealRow({ parcel, sealTag, isBroken }: SealSaid): JSX.Element {
  return (
    <div class="row" key={parcel}>
      <span class="parcel">{parcel}</span>
      <span class={isBroken ? "red" : ""}>
        {sealTag} {t(isBroken ? "seal.broken" : "seal.intact")}
      </span>
    </div>
  );
}

function titleOf({ deed, step }: PanelListing): string {
  if (deed !== "handover") return t(`listing.${deed}`);
  return t(step === "receiver" ? "listing.receiver" : "listing.giver");
}

/** How many are meant, as counted or as listed. */
function sumOf({ deed, method, count, parcels, seals, isDisputed }: PanelListing): string {
  if (isDisputed) return t("listing.disputed");
  if (deed === "check-seals") return t("listing.seals", { n: seals.length });
  const kept = parcels.filter(({ isLeftOut }) => !isLeftOut);
  return t("listing.kept", { n: method === "count" ? (count ?? 0) : kept.length });
}

function Keys({ deed, method, step, isDisputed }: PanelListing): JSX.Element {
  const canAdd = method !== undefined && method !== "count" && step !== "receiver";
  const canCheck = deed === "check-seals" || deed === "handover";
  return (
    <div class="answers">
      {canAdd && (
        <BigButton
          kind="other"
          label={t("listing.add")}
          onPress={() => void press({ act: "begin", deed: "list" })}
        />
      )}
      {canCheck && (
        <BigButton
          kind={deed === "check-seals" ? "main" : "other"}
          label={t("listing.check")}
          onPress={() => void press({ act: "begin", deed: "check-seal" })}
        />
      )}
      {step === "receiver" && !isDisputed && (
        <BigButton
          kind="other"
          label={t("listing.dispute")}
          onPress={() => amend({ word: "dispute" })}
        />
      )}
    </div>
  );
}

export function ListingScreen(listing: PanelListing): JSX.Element {
  const { deed, about, method, step, parcels, count, seals, isDisputed } = listing;
  if (method === "count" && count === undefined) {
    return (
      <NumberPad
        title={t(step === "receiver" ? "listing.ask-receiver" : "listing.ask-giver")}
        isShown={true}
        minCount={1}
        maxCount={countMaxDigits}
        onEntry={(digits) => amend({ word: "count", count: Number(digits) })}
      />
    );
  }
  return (
    <div class={isDisputed ? "handover red" : "handover"}>
      <div class="heading">
        <h1 tabIndex={-1}>{titleOf(listing)}</h1>
        <p>
          {about !== "" && <span class="about">{about} · </span>}
          {sumOf(listing)}
        </p>
      </div>
      {deed === "check-seals" ? (
        <Paged items={seals} kind="rows" rowPx={62}>
          {SealRow}
        </Paged>
      ) : (
        <Paged
          items={parcels.map((one) => ({ ...one, isGiven: step === "receiver" }))}
          kind="rows"
          rowPx={66}
        >
          {ParcelRow}
        </Paged>
      )}
      <Keys {...listing} />
    </div>
  );
}
