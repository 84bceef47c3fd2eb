// The page: masthead, the warning of a blind page, and the screen of the current address.

import type { JSX } from "preact";
import { t } from "./language.ts";
import { lastBeatMs, sight } from "./live.ts";
import { Masthead } from "./masthead.tsx";
import { place } from "./route.ts";
import { clockText } from "./time.ts";
import { BoxView } from "./views/box-view.tsx";
import { BoxesView } from "./views/boxes-view.tsx";
import { EventsView } from "./views/events-view.tsx";
import { GatewaysView } from "./views/gateways-view.tsx";
import { PageMissing } from "./views/page-missing.tsx";
import { ParcelView } from "./views/parcel-view.tsx";
import { ParcelsView } from "./views/parcels-view.tsx";

function Screen(): JSX.Element {
  const { screen, name, names, query } = place.value;
  switch (screen) {
    case "boxes":
      return <BoxesView />;
    case "box":
      return <BoxView key={names.join("/")} names={names} />;
    case "parcels":
      return <ParcelsView />;
    case "parcel":
      return <ParcelView key={name} parcel={name} />;
    case "events":
      return <EventsView query={query} />;
    case "gateways":
      return <GatewaysView />;
    default:
      return <PageMissing />;
  }
}

function Blindness(): JSX.Element {
  const beat = lastBeatMs.value;
  return (
    <div class="blindness" role="alert">
      {sight.value === "stale" && (
        <p>
          {beat === undefined
            ? t("pulse.blindNever")
            : t("pulse.blind", { time: clockText(beat, beat) })}
        </p>
      )}
    </div>
  );
}

export function App(): JSX.Element {
  return (
    <>
      <a class="skip" href="#content" onClick={skipToContent}>
        {t("nav.skip")}
      </a>
      <Masthead />
      <Blindness />
      <main id="content" tabIndex={-1} class={sight.value === "stale" ? "blind" : ""}>
        <Screen />
      </main>
    </>
  );
}

/** The address holds the screen, so the link must not change it. */
function skipToContent(click: Event): void {
  click.preventDefault();
  document.getElementById("content")?.focus();
}
