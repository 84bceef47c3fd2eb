// Manifests of voyages and rounds: what was expected, what was there, and who closed each.

import type { JSX } from "preact";
import type { ManifestView } from "../../../ports/custody-views.ts";
import { gatewayKey } from "../fleet.ts";
import { t } from "../language.ts";
import { nowMs } from "../live.ts";
import { CheckCode } from "../parts/check-code.tsx";
import { CustodyLinks } from "../parts/custody-links.tsx";
import { Loading } from "../parts/loading.tsx";
import { HappenedMoment } from "../parts/moment.tsx";
import { ParcelList } from "../parts/parcel-list.tsx";
import { MoreButton } from "../parts/more-button.tsx";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { usePages } from "../pages.ts";
import { clockText } from "../time.ts";

function windowText({ fromMs, untilMs }: ManifestView): string {
  if (untilMs === null) return "";
  const until = clockText(untilMs, nowMs.value, false);
  if (fromMs === null) return t("manifest.untilOnly", { until });
  return t("manifest.window", { from: clockText(fromMs, nowMs.value, false), until });
}

function Head({ view }: { view: ManifestView }): JSX.Element {
  const { state, isOnBoard, isOverdue, manifest, voyage } = view;
  const event = view.closed ?? view.opened;
  return (
    <p class="where">
      <strong class="code">{manifest}</strong>
      <span class={`mark ${state === "lapsed" ? "warn" : "plain"}`}>{t(`manifest.${state}`)}</span>
      {isOverdue && <span class="mark warn">{t("manifest.overdue")}</span>}
      {isOnBoard && <span class="mark plain">{t("manifest.onBoard")}</span>}
      <span>{voyage}</span>
      <span class="quiet">{gatewayKey(view)}</span>
      <span class="quiet">{windowText(view)}</span>
      {event !== null && <HappenedMoment event={event} />}
    </p>
  );
}

function Lists({ view }: { view: ManifestView }): JSX.Element {
  const lists = view.closed === null ? (["expected"] as const) : closedLists;
  return (
    <dl class="sides">
      {lists.map((name) => (
        <div key={name}>
          <dt>
            {t(`manifest.${name}`)} <span class="count">{view[name].length}</span>
          </dt>
          <dd>
            <ParcelList parcels={view[name]} marked={name === "missing" ? view.missing : []} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
const closedLists = ["expected", "found", "missing", "extra"] as const;

function ManifestCard({ view }: { view: ManifestView }): JSX.Element {
  const isLoud = view.missing.length > 0 || view.isOverdue || view.state === "lapsed";
  return (
    <li class={`card ${isLoud ? "alarm" : ""}`}>
      <Head view={view} />
      <Lists view={view} />
      {view.closed !== null && (
        <p class="where">
          <span>{t("manifest.closedBy", { persons: view.persons.join(" · ") })}</span>
          <CheckCode event={view.closed} />
        </p>
      )}
    </li>
  );
}

function keyOf(view: ManifestView): string {
  return `${gatewayKey(view)}/${view.manifest}`;
}

export function ManifestsView(): JSX.Element {
  const pages = usePages<ManifestView>("api/v1/manifests", keyOf);
  return (
    <>
      <ScreenTitle text={t("manifests.title")} />
      <CustodyLinks />
      <Loading {...pages} isShown={pages.rows !== undefined} />
      {pages.rows?.length === 0 && <p class="quiet">{t("manifests.none")}</p>}
      <ol class="cards">
        {pages.rows?.map((view) => (
          <ManifestCard key={keyOf(view)} view={view} />
        ))}
      </ol>
      {pages.more !== undefined && (
        <MoreButton text={t("load.olderRows")} failure={pages.moreFailure} onMore={pages.more} />
      )}
    </>
  );
}
