// The page: masthead, the warning of a blind page, and the screen of the current address.

import type { JSX } from "preact";
import { boxes, boxKey } from "./fleet.ts";
import { t } from "./language.ts";
import { lastBeatMs, sight } from "./live.ts";
import { Masthead } from "./masthead.tsx";
import { hashOf, place } from "./route.ts";
import { clockText } from "./time.ts";
import { BoxView } from "./views/box-view.tsx";
import { BoxesView } from "./views/boxes-view.tsx";
import { CodeView } from "./views/code-view.tsx";
import { EventsView } from "./views/events-view.tsx";
import { GatewaysView } from "./views/gateways-view.tsx";
import { HandoversView } from "./views/handovers-view.tsx";
import { ManifestsView } from "./views/manifests-view.tsx";
import { PageMissing } from "./views/page-missing.tsx";
import { ParcelView } from "./views/parcel-view.tsx";
import { ParcelsView } from "./views/parcels-view.tsx";
import { TroublesView } from "./views/troubles-view.tsx";

function Screen(): JSX.Element {
  const { screen, name, names, query } = place.value;
  switch (screen) {
    case "troubles":
      return <TroublesView />;
    case "boxes":
      return <BoxesView />;
    case "box":
      return <BoxView key={names.join("/")} names={names} />;
    case "parcels":
      return <ParcelsView />;
    case "parcel":
      return <ParcelView key={name} parcel={name} />;
    case "handovers":
      return <HandoversView />;
    case "manifests":
      return <ManifestsView />;
    case "code":
      return <CodeView typed={name} />;
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

/** Nothing at the box shows it, so the center must: on every screen. */
function Duress(): JSX.Element {
  const forced = (boxes.value ?? []).filter(({ troubles }) => troubles.includes("DuressSignaled"));
  return (
    <div class="duress" role="alert">
      {forced.length > 0 && (
        <p>
          <a href={hashOf("troubles")}>
            {t("troubles.duress", { places: forced.map(boxKey).join(" · ") })}
          </a>
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
      <Duress />
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
