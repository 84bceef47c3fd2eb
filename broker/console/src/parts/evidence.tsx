// Why the page says so: the sealed event behind a line, shown on demand.

import type { ComponentChildren, JSX } from "preact";
import type { EventView } from "../../../ports/views.ts";
import { t, wireWord } from "../language.ts";
import { hashOf } from "../route.ts";
import { spanText, utcText } from "../time.ts";
import { CheckCode } from "./check-code.tsx";

function Row({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function clockWords(event: EventView): string {
  const { source, errMs, isPlausible } = event.happened;
  const bound =
    errMs === null
      ? t("evidence.clockUnknown")
      : t("evidence.clockError", { span: errMs < 1_000 ? `${errMs} ms` : spanText(errMs) });
  const words = `${wireWord("clock", source)} · ${bound}`;
  return isPlausible ? words : `${words} · ${t("time.wrongClock")}`;
}

interface Props {
  readonly event: EventView;
  readonly isOpen: boolean;
}

export function Evidence({ event, isOpen }: Props): JSX.Element {
  const { wallMs } = event.happened;
  return (
    <details class="evidence" open={isOpen}>
      <summary aria-label={`${t("evidence.title")} ${event.gateway} ${event.seq}`}>
        {t("evidence.title")}{" "}
        <span class="code">
          {event.gateway} #{event.seq}
        </span>
      </summary>
      <dl>
        <Row name={t("evidence.eventId")}>
          <span class="code">{event.eventId}</span>
        </Row>
        <Row name={t("code.label")}>
          <CheckCode event={event} />
        </Row>
        <Row name={t("evidence.seq")}>
          <a href={hashOf("events", "", { gateway: event.gateway })}>{event.gateway}</a> #
          {event.seq} · {t("evidence.epoch")} {event.epoch}
        </Row>
        <Row name={t("evidence.seal")}>{wireWord("evidence.seal", event.sealState)}</Row>
        <Row name={t("time.happened")}>
          {wallMs === null ? t("time.unknown") : utcText(wallMs)} · {clockWords(event)}
        </Row>
        <Row name={t("time.received")}>
          {utcText(event.receivedMs)} · {t("evidence.cursor")} {event.cursor}
        </Row>
        {Object.keys(event.fact).length > 0 && (
          <Row name={t("evidence.fact")}>
            <code class="fact">
              {event.kind} {JSON.stringify(event.fact)}
            </code>
          </Row>
        )}
      </dl>
    </details>
  );
}
