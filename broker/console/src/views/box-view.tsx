// One box: its picture, each compartment in words, and what happened there last.

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { BoxPlace, BoxView as Box, CompartmentView, EventView } from "../../../ports/views.ts";
import { useReading } from "../ask.ts";
import { boxes, boxKey, fleetFailure, gatewayKey, gateways, loadFleet } from "../fleet.ts";
import { t, wireWord } from "../language.ts";
import { followEvents } from "../live.ts";
import { Cabinet, isOpenDoor } from "../parts/cabinet.tsx";
import { EventLine, isOf } from "../parts/event-line.tsx";
import { LinkWord } from "../parts/link-word.tsx";
import { Loading } from "../parts/loading.tsx";
import { Age } from "../parts/moment.tsx";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { hashOf } from "../route.ts";
import { troubleText, troubleTone } from "../troubles.ts";
import { PageMissing } from "./page-missing.tsx";

const eventsShownCount = 20;

/** A lock's word is its state or, in the ledger's view, the fault it ended with. */
function lockText({ isEnabled, lock }: CompartmentView): string {
  if (!isEnabled) return t("box.disabled");
  const word = wireWord("lock", lock);
  return word === lock ? wireWord("fault", lock) : word;
}

function isUsualLock(view: CompartmentView): boolean {
  return view.isEnabled && view.lock === "secured";
}

function CompartmentRow({ view }: { view: CompartmentView }): JSX.Element {
  return (
    <tr>
      <th scope="row">{t("box.compartment", { n: view.compartment })}</th>
      <td data-label={t("column.door")} class={isOpenDoor(view) ? "notable" : "usual"}>
        {wireWord("door", view.door)}
      </td>
      <td data-label={t("column.lock")} class={isUsualLock(view) ? "usual" : ""}>
        {lockText(view)}
      </td>
      <td data-label={t("column.presence")} class={view.presence === "empty" ? "usual" : ""}>
        {wireWord("presence", view.presence)}
      </td>
      <td data-label={t("column.parcels")}>
        {view.parcels.length === 0 && <span class="quiet">{t("gap.none")}</span>}
        {view.parcels.map((parcel) => (
          <a key={parcel} class="code" href={hashOf("parcel", parcel)}>
            {parcel}
          </a>
        ))}
      </td>
    </tr>
  );
}

function Compartments({ box }: { box: Box }): JSX.Element {
  return (
    <table class="sheet">
      <caption>{t("box.compartments")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.compartment")}</th>
          <th scope="col">{t("column.door")}</th>
          <th scope="col">{t("column.lock")}</th>
          <th scope="col">{t("column.presence")}</th>
          <th scope="col">{t("column.parcels")}</th>
        </tr>
      </thead>
      <tbody>
        {box.compartments.map((view) => (
          <CompartmentRow key={view.compartment} view={view} />
        ))}
      </tbody>
    </table>
  );
}

function BoxHead({ box }: { box: Box }): JSX.Element {
  const gateway = (gateways.value ?? []).find((view) => gatewayKey(view) === gatewayKey(box));
  return (
    <div class="boxhead">
      <Cabinet box={box} isLarge />
      <dl class="pairs">
        <div>
          <dt>{t("box.site")}</dt>
          <dd>{box.site}</dd>
        </div>
        <div>
          <dt>{t("box.gateway")}</dt>
          <dd>{box.gateway}</dd>
        </div>
        <div>
          <dt>{t("column.link")}</dt>
          <dd>
            <LinkWord view={gateway} />
          </dd>
        </div>
        <div>
          <dt>{t("column.lastWord")}</dt>
          <dd>
            <Age atMs={box.lastWordMs} />
          </dd>
        </div>
        <div>
          <dt>{t("box.basis")}</dt>
          <dd>{t(`box.basis.${box.basis}`)}</dd>
        </div>
      </dl>
    </div>
  );
}

function BoxEvents({ place }: { place: BoxPlace }): JSX.Element {
  const { site, gateway, box } = place;
  const filter = { site, gateway, box };
  const page = { order: "newest", limit: `${eventsShownCount}` };
  const query = new URLSearchParams({ ...filter, ...page });
  const reading = useReading<{ rows: readonly EventView[] }>(`api/v1/events?${query.toString()}`);
  useEffect(() => followEvents((event) => isOf(event, place) && reading.again()), [boxKey(place)]);
  const rows = reading.value?.rows;
  return (
    <section>
      <h2>{t("box.events")}</h2>
      <Loading {...reading} isShown={rows !== undefined} />
      {rows?.length === 0 && <p class="quiet">{t("box.noEvents")}</p>}
      <ol class="events">
        {rows?.map((event) => (
          <EventLine key={event.eventId} event={event} known={{ box: place }} />
        ))}
      </ol>
      <p class="end">
        <a href={hashOf("events", "", filter)}>{t("box.allEvents")}</a>
      </p>
    </section>
  );
}

/** `names`: site, gateway and box. */
export function BoxView({ names }: { names: readonly string[] }): JSX.Element {
  const views = boxes.value;
  const [site = "", gateway = "", name = ""] = names;
  const place = { site, gateway, box: name };
  const box = views?.find((each) => boxKey(each) === boxKey(place));
  if (views === undefined) {
    return <Loading failure={fleetFailure.value} again={() => void loadFleet()} />;
  }
  if (box === undefined) return <PageMissing />;
  return (
    <>
      <ScreenTitle text={box.box}>
        <p class="troubles">
          {box.troubles.map((kind) => (
            <strong key={kind} class={`mark ${troubleTone(kind)}`}>
              {troubleText(kind)}
            </strong>
          ))}
        </p>
      </ScreenTitle>
      <BoxHead box={box} />
      <Compartments box={box} />
      <BoxEvents place={place} />
    </>
  );
}
