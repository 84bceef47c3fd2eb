// One parcel: who has it now, and its whole way with late events in place and holes shown as holes.

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { parseCheckCode } from "@driftbox/proto";
import type { GapView, ParcelView as Parcel, TimelineEntry } from "../../../ports/views.ts";
import type { TimelineView } from "../../../ports/views.ts";
import { useReading } from "../ask.ts";
import { custodianText } from "../custodian.ts";
import { kindText } from "../fact-tone.ts";
import { gateways } from "../fleet.ts";
import { t } from "../language.ts";
import { followEvents, nowMs } from "../live.ts";
import { EventLine } from "../parts/event-line.tsx";
import { Loading } from "../parts/loading.tsx";
import { HappenedMoment } from "../parts/moment.tsx";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { Since } from "../parts/since.tsx";
import { hashOf } from "../route.ts";
import { clockText, utcText } from "../time.ts";

function countOf(gap: GapView): number {
  return gap.toSeq - gap.fromSeq + 1;
}

function Hole({ gateway, gap }: { gateway: string; gap: GapView }): JSX.Element {
  const time = clockText(gap.sinceMs, nowMs.value, false);
  return (
    <li class={`hole ${gap.state}`}>
      <div class="when" />
      <div class="what" title={utcText(gap.sinceMs)}>
        <strong>{t(`gap.${gap.state}`, { n: countOf(gap) })}</strong>
        <p>{t(`gap.${gap.state}Hint`, { gateway, from: gap.fromSeq, to: gap.toSeq, time })}</p>
      </div>
    </li>
  );
}

function openGapCount(entries: readonly TimelineEntry[]): number {
  return entries.reduce(
    (sum, entry) =>
      entry.type === "gap" && entry.gap.state === "open" ? sum + countOf(entry.gap) : sum,
    0,
  );
}

function CustodianLine({ view, missing }: { view: Parcel; missing: number }): JSX.Element {
  return (
    <div class={`custodian ${view.custodian}`}>
      <span class="quiet">{t("parcel.now")}</span>
      <p>
        <strong>{custodianText(view)}</strong>
        {view.isUnverified && <span class="mark warn">{t("parcel.unverified")}</span>}
        <Since view={view} />
      </p>
      <span class="quiet">
        {t("column.lastEvent")} {kindText(view.lastEvent.kind)}{" "}
        <HappenedMoment event={view.lastEvent} />
      </span>
      {missing > 0 && <p class="caution">{t("parcel.holes", { n: missing })}</p>}
    </div>
  );
}

function lateCount(view: TimelineView): number {
  return view.entries.filter((entry) => entry.type === "event" && entry.event.isLate).length;
}

/** How many late events were put in their places while the page was open. */
function useInserted(view: TimelineView | undefined): number {
  const first = useRef<{ parcel: string; count: number } | undefined>(undefined);
  if (view === undefined) return 0;
  if (first.current?.parcel !== view.parcel) {
    first.current = { parcel: view.parcel, count: lateCount(view) };
  }
  return lateCount(view) - first.current.count;
}

function Timeline({ view }: { view: TimelineView }): JSX.Element {
  return (
    <section>
      <h2>{t("timeline.title")}</h2>
      <ol class="events timeline">
        {view.entries.map((entry) =>
          entry.type === "event" ? (
            <EventLine
              key={entry.event.eventId}
              event={entry.event}
              known={{ parcel: view.parcel }}
            />
          ) : (
            <Hole key={`${entry.gateway}/${entry.gap.fromSeq}`} {...entry} />
          ),
        )}
      </ol>
    </section>
  );
}

function Unknown({ parcel }: { parcel: string }): JSX.Element {
  return (
    <>
      <ScreenTitle text={t("parcel.unknown", { parcel })} />
      <p>{t("parcel.unknownHint")}</p>
      {parseCheckCode(parcel).ok && (
        <p>
          <a href={hashOf("code", parcel)}>{t("code.try")}</a>
        </p>
      )}
    </>
  );
}

/** Reads again whenever an event names the parcel or a gateway's gaps change. */
function useFresh(parcel: string, again: () => void): void {
  const [holes, setHoles] = useState("");
  const current = JSON.stringify((gateways.value ?? []).map((view) => view.gaps));
  useEffect(() => followEvents((event) => event.parcels.includes(parcel) && again()), [parcel]);
  useEffect(() => {
    if (holes !== "" && holes !== current) again();
    setHoles(current);
  }, [current]);
}

export function ParcelView({ parcel }: { parcel: string }): JSX.Element {
  const path = `api/v1/parcels/${encodeURIComponent(parcel)}`;
  const view = useReading<Parcel>(path);
  const timeline = useReading<TimelineView>(`${path}/timeline`);
  const again = (): void => {
    view.again();
    timeline.again();
  };
  useFresh(parcel, again);
  const inserted = useInserted(timeline.value);
  if (view.failure?.status === 404) return <Unknown parcel={parcel} />;
  if (view.value === undefined || timeline.value === undefined) {
    return <Loading failure={view.failure ?? timeline.failure} again={again} />;
  }
  return (
    <>
      <ScreenTitle text={t("parcel.title", { parcel })} />
      <Loading failure={view.failure ?? timeline.failure} again={again} isShown />
      <CustodianLine view={view.value} missing={openGapCount(timeline.value.entries)} />
      <p class="updated" role="status">
        {inserted > 0 && t("parcel.updated", { n: inserted })}
      </p>
      <Timeline view={timeline.value} />
    </>
  );
}
