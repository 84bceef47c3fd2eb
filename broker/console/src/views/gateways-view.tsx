// All gateways: when each last spoke, how far it has caught up, and what is missing.

import type { JSX } from "preact";
import type { GapView, GatewayView, PositionView } from "../../../ports/views.ts";
import { fleetFailure, gatewayKey, gateways, loadFleet } from "../fleet.ts";
import { t } from "../language.ts";
import { nowMs } from "../live.ts";
import { linkStateOf } from "../link-state.ts";
import { LinkWord } from "../parts/link-word.tsx";
import { Documents } from "../parts/documents.tsx";
import { Loading } from "../parts/loading.tsx";
import { Age } from "../parts/moment.tsx";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { hashOf } from "../route.ts";
import { sorted } from "../sorted.ts";
import { clockText, utcText } from "../time.ts";

function Gap({ gap }: { gap: GapView }): JSX.Element {
  return (
    <li class={`gap ${gap.state}`} title={utcText(gap.sinceMs)}>
      {t("gap.range", { from: gap.fromSeq, to: gap.toSeq })}{" "}
      <strong>{t(`gap.state.${gap.state}`)}</strong>{" "}
      <span class="quiet">
        {t("gap.since", { time: clockText(gap.sinceMs, nowMs.value, false) })}
      </span>
    </li>
  );
}

function Standing({ view }: { view: GatewayView }): JSX.Element {
  if (view.standing === "accepted") return <span>{t("gateways.accepted")}</span>;
  return (
    <>
      <strong class="mark alarm">{t("gateways.quarantined")}</strong>
      <p class="hint">{t("gateways.quarantinedHint")}</p>
    </>
  );
}

function Backlog({ view }: { view: GatewayView }): JSX.Element | null {
  const left = view.outboxCount ?? 0;
  // A link that is up says itself how far it has come.
  const isUp = ["live", "slow", "catching"].includes(linkStateOf(view, nowMs.value));
  if (left === 0 || isUp) return null;
  return <span class="quiet">{t("link.waiting", { n: left })}</span>;
}

/** Four decimals are about ten meters, more than a receiver on a ferry knows. */
const degreesDigits = 4;

function Position({ at }: { at: PositionView }): JSX.Element {
  const { latitude, longitude } = at;
  const degrees = (value: number): string => Math.abs(value).toFixed(degreesDigits);
  return (
    <span class="quiet">
      {t(latitude < 0 ? "position.south" : "position.north", { degrees: degrees(latitude) })}{" "}
      {t(longitude < 0 ? "position.west" : "position.east", { degrees: degrees(longitude) })}
    </span>
  );
}

function GatewayRow({ view }: { view: GatewayView }): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <a href={hashOf("events", "", { gateway: view.gateway })}>{view.gateway}</a>
        <span class="quiet">{view.site}</span>
        {view.position !== null && <Position at={view.position} />}
      </th>
      <td data-label={t("column.link")}>
        <LinkWord view={view} />
        <Backlog view={view} />
      </td>
      <td data-label={t("column.lastWord")}>
        <Age atMs={view.lastWordMs} />
      </td>
      <td data-label={t("column.held")}>
        {view.nextSeq === 0 ? t("gateways.noEvents") : t("gateways.upTo", { n: view.nextSeq - 1 })}
        {view.parkedCount > 0 && (
          <span class="quiet">{t("gateways.parked", { n: view.parkedCount })}</span>
        )}
      </td>
      <td data-label={t("column.gaps")}>
        {view.gaps.length === 0 && <span class="quiet">{t("gap.none")}</span>}
        <ul class="gaps">
          {view.gaps.map((gap) => (
            <Gap key={gap.fromSeq} gap={gap} />
          ))}
        </ul>
      </td>
      <td data-label={t("documents.title")}>
        <Documents view={view} />
      </td>
      <td data-label={t("column.standing")}>
        <Standing view={view} />
      </td>
    </tr>
  );
}

export function GatewaysView(): JSX.Element {
  const views = gateways.value;
  const rows = sorted(views ?? [], (a, b) => gatewayKey(a).localeCompare(gatewayKey(b)));
  return (
    <>
      <ScreenTitle text={t("gateways.title")} />
      {views === undefined && (
        <Loading failure={fleetFailure.value} again={() => void loadFleet()} />
      )}
      {views?.length === 0 && <p class="quiet">{t("gateways.none")}</p>}
      {rows.length > 0 && (
        <table class="sheet gateways">
          <thead>
            <tr>
              <th scope="col">{t("column.gateway")}</th>
              <th scope="col">{t("column.link")}</th>
              <th scope="col">{t("column.lastWord")}</th>
              <th scope="col">{t("column.held")}</th>
              <th scope="col">{t("column.gaps")}</th>
              <th scope="col">{t("documents.title")}</th>
              <th scope="col">{t("column.standing")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((view) => (
              <GatewayRow key={gatewayKey(view)} view={view} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
