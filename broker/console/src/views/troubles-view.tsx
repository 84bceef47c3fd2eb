// What needs a person now: loudest first, each with when, who, what to do and whom to call.

import type { JSX } from "preact";
import type { TroubleView } from "../../../ports/custody-views.ts";
import { gatewayKey } from "../fleet.ts";
import { useFollowed } from "../ask.ts";
import { t } from "../language.ts";
import { nowMs } from "../live.ts";
import { CheckCode } from "../parts/check-code.tsx";
import { Loading } from "../parts/loading.tsx";
import { HappenedMoment, LateMark } from "../parts/moment.tsx";
import { ParcelList } from "../parts/parcel-list.tsx";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { boxHash } from "../route.ts";
import { sorted } from "../sorted.ts";
import { clockText } from "../time.ts";
import {
  aboutText,
  byLoudness,
  callText,
  isRepair,
  todoText,
  troubleText,
  troubleTone,
} from "../troubles.ts";

function keyOf({ kind, site, gateway, about, event }: TroubleView): string {
  return [kind, site, gateway, about, event?.cursor ?? 0].join("/");
}

function Where({ trouble }: { trouble: TroubleView }): JSX.Element {
  const { site, gateway, box, compartment, person } = trouble;
  return (
    <span class="where">
      {box === null ? (
        <span>{gatewayKey(trouble)}</span>
      ) : (
        <a href={boxHash({ site, gateway, box })}>{box}</a>
      )}
      {compartment !== null && <span>{t("box.compartment", { n: compartment })}</span>}
      {person !== null && <span class="code">{person}</span>}
    </span>
  );
}

function When({ trouble }: { trouble: TroubleView }): JSX.Element {
  const { event, untilMs } = trouble;
  return (
    <div class="when">
      <strong>{event !== null && <HappenedMoment event={event} />}</strong>
      {untilMs !== null && (
        <span class="received">
          {t("troubles.until", { time: clockText(untilMs, nowMs.value, false) })}
        </span>
      )}
    </div>
  );
}

function TroubleLine({ trouble }: { trouble: TroubleView }): JSX.Element {
  const { kind, parcels, event } = trouble;
  const tone = troubleTone(kind);
  const about = aboutText(trouble);
  return (
    <li class={`event trouble ${tone}`}>
      <When trouble={trouble} />
      <div class="what">
        <p>
          <strong class="kind">{troubleText(kind)}</strong>
          {about !== "" && <span class="note">{about}</span>}
          {event !== null && <LateMark event={event} />}
          <Where trouble={trouble} />
          {parcels.length > 0 && <ParcelList parcels={parcels} />}
        </p>
        <p class="todo">
          <span>{todoText(trouble)}</span>
          <strong>{callText(kind)}</strong>
          {event !== null && <CheckCode event={event} />}
        </p>
      </div>
    </li>
  );
}

function Group({ title, rows }: { title: string; rows: readonly TroubleView[] }): JSX.Element {
  return (
    <section class="group">
      <h2>
        {title} <span class="count">{rows.length}</span>
      </h2>
      <ol class="events">
        {rows.map((trouble) => (
          <TroubleLine key={keyOf(trouble)} trouble={trouble} />
        ))}
      </ol>
    </section>
  );
}

export function TroublesView(): JSX.Element {
  const reading = useFollowed<{ rows: readonly TroubleView[] }>("api/v1/troubles");
  const standing = (reading.value?.rows ?? []).filter(
    ({ untilMs }) => untilMs === null || untilMs > nowMs.value,
  );
  const rows = sorted(standing, byLoudness);
  const repairs = rows.filter(isRepair);
  const others = rows.filter((trouble) => !isRepair(trouble));
  return (
    <>
      <ScreenTitle text={t("troubles.title")}>
        {reading.value && (
          <p class="figures">
            <span>{t("troubles.count", { n: rows.length })}</span>
          </p>
        )}
      </ScreenTitle>
      <Loading {...reading} isShown={reading.value !== undefined} />
      {reading.value !== undefined && rows.length === 0 && (
        <p class="quiet">{t("troubles.none")}</p>
      )}
      {others.length > 0 && <Group title={t("troubles.open")} rows={others} />}
      {repairs.length > 0 && <Group title={t("troubles.repairs")} rows={repairs} />}
    </>
  );
}
