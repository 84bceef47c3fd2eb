// One handover: both sides' words beside each other, and the codes of their receipts.

import type { JSX } from "preact";
import type { HandoverView } from "../../../ports/custody-views.ts";
import { t, wireWord } from "../language.ts";
import { CheckCode } from "./check-code.tsx";
import { HappenedMoment, LateMark } from "./moment.tsx";
import { ParcelList } from "./parcel-list.tsx";

/** Of these what the others do not name. */
function onlyIn(own: readonly string[], others: readonly string[]): readonly string[] {
  return own.filter((parcel) => !others.includes(parcel));
}

function Receipts({ view }: { view: HandoverView }): JSX.Element {
  const { release, answer } = view;
  return (
    <p class="where">
      {release !== null && (
        <span>
          {t("handover.releaseCode")} <CheckCode event={release} />
        </span>
      )}
      {answer !== null && (
        <span>
          {t("handover.answerCode")} <CheckCode event={answer} />
        </span>
      )}
    </p>
  );
}

function Sides({ view }: { view: HandoverView }): JSX.Element {
  const { giver, receiver, released, received, state } = view;
  const isDisputed = state === "disputed";
  const refused = onlyIn(released, received);
  return (
    <dl class="sides">
      <div>
        <dt>
          {t("handover.giverSays")} <span class="code">{giver}</span>
        </dt>
        <dd>
          <ParcelList parcels={released} marked={isDisputed ? refused : []} />
        </dd>
      </div>
      <div>
        <dt>
          {t("handover.receiverSays")}{" "}
          <span class="code">{receiver === "" ? t("handover.nobody") : receiver}</span>
        </dt>
        <dd>
          <ParcelList parcels={received} marked={isDisputed ? onlyIn(received, released) : []} />
        </dd>
      </div>
      {state === "accepted" && refused.length > 0 && (
        <div>
          <dt>{t("handover.refused")}</dt>
          <dd>
            <ParcelList parcels={refused} />
          </dd>
        </div>
      )}
      {view.sealTags.length > 0 && (
        <div>
          <dt>{t("handover.seals")}</dt>
          <dd class="code">{view.sealTags.join(" ")}</dd>
        </div>
      )}
    </dl>
  );
}

export function HandoverCard({ view }: { view: HandoverView }): JSX.Element {
  const { state, box, method, gateway } = view;
  const event = view.answer ?? view.release;
  return (
    <li class={`card ${state === "disputed" ? "alarm" : ""}`}>
      <p class="where">
        <strong class={`mark ${state === "disputed" ? "alarm" : "plain"}`}>
          {t(`handover.${state}`)}
        </strong>
        {event !== null && <HappenedMoment event={event} />}
        {event !== null && <LateMark event={event} />}
        <span>{box === "" ? gateway : box}</span>
        {method !== null && <span class="quiet">{wireWord("method", method)}</span>}
      </p>
      <Sides view={view} />
      <Receipts view={view} />
    </li>
  );
}
