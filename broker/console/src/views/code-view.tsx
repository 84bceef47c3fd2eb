// What a check code commits to: the signed event behind it, and where its parcels are now.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { parseCheckCode, showCheckCode } from "@driftbox/proto";
import type { HandoverView } from "../../../ports/custody-views.ts";
import type { EventView, ParcelView } from "../../../ports/views.ts";
import { useReading } from "../ask.ts";
import { custodianText } from "../custodian.ts";
import { t } from "../language.ts";
import { CustodyLinks } from "../parts/custody-links.tsx";
import { EventLine } from "../parts/event-line.tsx";
import { HandoverCard } from "../parts/handover-card.tsx";
import { Loading } from "../parts/loading.tsx";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { Since } from "../parts/since.tsx";
import { hashOf } from "../route.ts";

function CodeForm({ code }: { code: string }): JSX.Element {
  const [isWrong, setWrong] = useState(false);
  const search = (submitted: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    submitted.preventDefault();
    const typed = new FormData(submitted.currentTarget).get("code");
    const read = parseCheckCode(typeof typed === "string" ? typed : "");
    setWrong(!read.ok);
    if (read.ok) location.hash = hashOf("code", read.value);
  };
  return (
    <form class="filters" role="search" aria-label={t("code.label")} onSubmit={search}>
      <label class="choice">
        <span>{t("code.label")}</span>
        <input
          name="code"
          class="code"
          autocomplete="off"
          maxLength={32}
          aria-invalid={isWrong}
          aria-describedby="code-hint"
          defaultValue={code === "" ? "" : showCheckCode(code)}
        />
      </label>
      <button type="submit">{t("search.go")}</button>
      <span id="code-hint" class={isWrong ? "notable" : "quiet"} role="status">
        {isWrong ? t("code.wrong") : t("code.hint")}
      </span>
    </form>
  );
}

function Now({ parcel }: { parcel: string }): JSX.Element {
  const reading = useReading<ParcelView>(`api/v1/parcels/${encodeURIComponent(parcel)}`);
  const view = reading.value;
  return (
    <li>
      <a class="code" href={hashOf("parcel", parcel)}>
        {parcel}
      </a>{" "}
      {view === undefined ? (
        <Loading failure={reading.failure} again={reading.again} />
      ) : (
        <span>
          <strong>{custodianText(view)}</strong> <Since view={view} />
        </span>
      )}
    </li>
  );
}

/** More parcels of one event are behind its own links. */
const nowMaxCount = 20;

function Handover({ event }: { event: EventView }): JSX.Element | null {
  const { handover } = event.fact;
  const name = typeof handover === "string" ? handover : "";
  const place = [event.site, event.gateway, name].map(encodeURIComponent).join("/");
  const reading = useReading<HandoverView>(`api/v1/handovers/${place}`);
  if (reading.value === undefined) return null;
  return (
    <ol class="cards">
      <HandoverCard view={reading.value} />
    </ol>
  );
}

function Found({ event }: { event: EventView }): JSX.Element {
  return (
    <>
      <section>
        <h2>{t("code.event")}</h2>
        <ol class="events">
          <EventLine event={event} isOpen />
        </ol>
      </section>
      {typeof event.fact["handover"] === "string" && <Handover event={event} />}
      <section>
        <h2>{t("code.now")}</h2>
        {event.parcels.length === 0 && <p class="quiet">{t("code.noParcel")}</p>}
        <ul class="nows">
          {event.parcels.slice(0, nowMaxCount).map((parcel) => (
            <Now key={parcel} parcel={parcel} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Answer({ code }: { code: string }): JSX.Element {
  const reading = useReading<{ rows: readonly EventView[] }>(`api/v1/events?code=${code}`);
  const rows = reading.value?.rows;
  if (rows === undefined) return <Loading failure={reading.failure} again={reading.again} />;
  if (rows.length === 0) return <p>{t("code.none")}</p>;
  return (
    <>
      {rows.map((event) => (
        <Found key={event.eventId} event={event} />
      ))}
    </>
  );
}

/** `typed` comes from the address: what somebody typed or a link holds. */
export function CodeView({ typed }: { typed: string }): JSX.Element {
  const read = parseCheckCode(typed);
  const code = read.ok ? read.value : "";
  return (
    <>
      <ScreenTitle text={t("code.title")} />
      <CustodyLinks />
      <CodeForm key={code} code={code} />
      {code !== "" && <Answer key={code} code={code} />}
    </>
  );
}
