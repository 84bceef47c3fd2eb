// All parcels by number, with who has each one now.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ParcelView } from "../../../ports/views.ts";
import { ask, useReading, type Failure } from "../ask.ts";
import { custodianText } from "../custodian.ts";
import { kindText } from "../fact-tone.ts";
import { t } from "../language.ts";
import { CustodyLinks } from "../parts/custody-links.tsx";
import { Loading } from "../parts/loading.tsx";
import { HappenedMoment, LateMark } from "../parts/moment.tsx";
import { MoreButton } from "../parts/more-button.tsx";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { hashOf } from "../route.ts";

interface ParcelPage {
  readonly rows: readonly ParcelView[];
  readonly next: string | null;
}

const firstPage = "api/v1/parcels?limit=100";

function ParcelRow({ view }: { view: ParcelView }): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <a class="code" href={hashOf("parcel", view.parcel)}>
          {view.parcel}
        </a>
      </th>
      <td data-label={t("column.custodian")} class={view.custodian === "unknown" ? "notable" : ""}>
        {custodianText(view)}{" "}
        {view.isUnverified && <span class="mark warn">{t("parcel.unverified")}</span>}
      </td>
      <td data-label={t("column.lastEvent")}>
        {kindText(view.lastEvent.kind)} <LateMark event={view.lastEvent} />
      </td>
      <td data-label={t("column.when")}>
        <HappenedMoment event={view.lastEvent} />
      </td>
    </tr>
  );
}

export function ParcelsView(): JSX.Element {
  const first = useReading<ParcelPage>(firstPage);
  const [more, setMore] = useState<readonly ParcelPage[]>([]);
  const [moreFailure, setMoreFailure] = useState<Failure | undefined>(undefined);
  const pages = first.value === undefined ? [] : [first.value, ...more];
  const next = pages[pages.length - 1]?.next ?? null;
  const readMore = async (after: string): Promise<void> => {
    const answer = await ask<ParcelPage>(`${firstPage}&after=${encodeURIComponent(after)}`);
    setMoreFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) setMore([...more, answer.value]);
  };
  const rows = pages.flatMap((page) => page.rows);
  return (
    <>
      <ScreenTitle text={t("parcels.title")} />
      <CustodyLinks />
      <Loading {...first} isShown={first.value !== undefined} />
      {first.value !== undefined && rows.length === 0 && <p class="quiet">{t("parcels.none")}</p>}
      {rows.length > 0 && (
        <table class="sheet">
          <thead>
            <tr>
              <th scope="col">{t("column.parcel")}</th>
              <th scope="col">{t("column.custodian")}</th>
              <th scope="col">{t("column.lastEvent")}</th>
              <th scope="col">{t("column.when")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((view) => (
              <ParcelRow key={view.parcel} view={view} />
            ))}
          </tbody>
        </table>
      )}
      {next !== null && (
        <MoreButton
          text={t("load.more")}
          failure={moreFailure}
          onMore={() => void readMore(next)}
        />
      )}
    </>
  );
}
