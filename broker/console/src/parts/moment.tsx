// A time on the screen: Shanghai time in the text, UTC on hover, "about" where the clock was poor.

import type { JSX } from "preact";
import type { EventView } from "../../../ports/views.ts";
import { t } from "../language.ts";
import { nowMs } from "../live.ts";
import { ageText, clockText, isAbout, spanText, utcText } from "../time.ts";

export function Moment({ atMs, about = false }: { atMs: number; about?: boolean }): JSX.Element {
  const text = clockText(atMs, nowMs.value, !about);
  return (
    <time dateTime={new Date(atMs).toISOString()} title={utcText(atMs)}>
      {about ? t("time.about", { time: text }) : text}
    </time>
  );
}

/** What a wrong clock claimed is no time to read; it is there on hover and in the evidence. */
function WrongClock({ atMs }: { atMs: number }): JSX.Element {
  return (
    <span class="unknown" title={t("time.claimed", { time: utcText(atMs) })}>
      {t("time.wrongClock")}
    </span>
  );
}

export function HappenedMoment({ event }: { event: EventView }): JSX.Element {
  const { wallMs } = event.happened;
  if (wallMs === null) return <span class="unknown">{t("time.unknown")}</span>;
  if (!event.happened.isPlausible) return <WrongClock atMs={wallMs} />;
  return <Moment atMs={wallMs} about={isAbout(event.happened)} />;
}

/** How long ago, in words; the exact time on hover. */
export function Age({ atMs }: { atMs: number | null }): JSX.Element {
  if (atMs === null) return <span class="unknown">{t("time.never")}</span>;
  const title = `${clockText(atMs, nowMs.value)} · ${utcText(atMs)}`;
  return (
    <time dateTime={new Date(atMs).toISOString()} title={title}>
      {ageText(atMs, nowMs.value)}
    </time>
  );
}

/** The mark of an event that came with a backlog; it says by how much where that is known. */
export function LateMark({ event }: { event: EventView }): JSX.Element | null {
  if (!event.isLate) return null;
  const { wallMs, isPlausible } = event.happened;
  if (wallMs === null || !isPlausible) return <span class="mark late">{t("mark.late")}</span>;
  const span = spanText(event.receivedMs - wallMs);
  return <span class="mark late">{t("mark.lateBy", { span })}</span>;
}
