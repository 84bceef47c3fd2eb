// All boxes by exception: what needs somebody first, then what is out of reach, then the rest.

import type { JSX } from "preact";
import type { BoxView, GatewayView } from "../../../ports/views.ts";
import { boxes, boxKey, fleetFailure, gatewayKey, gateways, loadFleet } from "../fleet.ts";
import type { Tone } from "../fact-tone.ts";
import { t, type WordKey } from "../language.ts";
import { linkStateOf, type LinkState } from "../link-state.ts";
import { nowMs } from "../live.ts";
import { Cabinet, contentText } from "../parts/cabinet.tsx";
import { LinkWord } from "../parts/link-word.tsx";
import { Loading } from "../parts/loading.tsx";
import { Age } from "../parts/moment.tsx";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { boxHash } from "../route.ts";
import { sorted } from "../sorted.ts";
import { troubleText, troubleTone } from "../troubles.ts";

type Group = "Trouble" | "Link" | "Calm";

interface Placed {
  readonly box: BoxView;
  readonly gateway: GatewayView | undefined;
  readonly link: LinkState;
}

export function parcelCount(box: BoxView): number {
  return box.compartments.reduce((sum, each) => sum + each.parcels.length, 0);
}

function placed(views: readonly BoxView[]): Placed[] {
  const byKey = new Map((gateways.value ?? []).map((view) => [gatewayKey(view), view]));
  return views.map((box) => {
    const gateway = byKey.get(gatewayKey(box));
    const link = gateway === undefined ? "never" : linkStateOf(gateway, nowMs.value);
    return { box, gateway, link };
  });
}

function groupOf({ box, gateway, link }: Placed): Group {
  if (box.troubles.length > 0 || gateway?.standing === "quarantined") return "Trouble";
  return link === "live" || link === "slow" ? "Calm" : "Link";
}

const toneRanks: Readonly<Record<Tone, number>> = { alarm: 0, warn: 1, hand: 2, calm: 3 };

/** Loudest trouble first, then by name. */
function byUrgency(a: Placed, b: Placed): number {
  const rank = ({ box }: Placed): number =>
    Math.min(toneRanks.calm, ...box.troubles.map((kind) => toneRanks[troubleTone(kind)]));
  return rank(a) - rank(b) || boxKey(a.box).localeCompare(boxKey(b.box));
}

function Troubles({ box, gateway }: Placed): JSX.Element | null {
  const isSaid = box.troubles.includes("Quarantined");
  const isQuarantined = gateway?.standing === "quarantined" && !isSaid;
  if (box.troubles.length === 0 && !isQuarantined) return null;
  return (
    <p class="troubles">
      {box.troubles.map((kind) => (
        <strong key={kind} class={`mark ${troubleTone(kind)}`}>
          {troubleText(kind)}
        </strong>
      ))}
      {isQuarantined && <strong class="mark alarm">{t("gateways.quarantined")}</strong>}
    </p>
  );
}

function BoxRow(row: Placed): JSX.Element {
  const { box, gateway } = row;
  const held = parcelCount(box);
  return (
    <li class="box">
      <a class="picture" href={boxHash(box)} tabIndex={-1} aria-hidden="true">
        <Cabinet box={box} />
      </a>
      <div class="name">
        <h3>
          <a href={boxHash(box)}>{box.box}</a>
        </h3>
        <span class="quiet">{gatewayKey(box)}</span>
      </div>
      <div class="state">
        <Troubles {...row} />
        <span class="quiet">{contentText(box)}</span>
      </div>
      <span class="held">{held === 0 ? t("box.empty") : t("box.parcels", { n: held })}</span>
      <div class="reach">
        <LinkWord view={gateway} />
        <span class="quiet">
          <Age atMs={box.lastWordMs} />
        </span>
      </div>
    </li>
  );
}

function Figures({ rows }: { rows: readonly Placed[] }): JSX.Element {
  const trouble = rows.filter((row) => groupOf(row) === "Trouble").length;
  const silent = rows.filter((row) => row.link === "silent" || row.link === "never").length;
  const held = rows.reduce((sum, row) => sum + parcelCount(row.box), 0);
  return (
    <p class="figures">
      {trouble > 0 ? (
        <strong class="alarm">{t("boxes.trouble", { n: trouble })}</strong>
      ) : (
        <span>{t("boxes.calm")}</span>
      )}
      {silent > 0 && <strong>{t("boxes.silent", { n: silent })}</strong>}
      <span>{t("boxes.count", { n: rows.length })}</span>
      <span>{t("boxes.held", { n: held })}</span>
    </p>
  );
}

function BoxGroup({ group, rows }: { group: Group; rows: readonly Placed[] }): JSX.Element | null {
  const mine = rows.filter((row) => groupOf(row) === group);
  if (mine.length === 0) return null;
  const key: WordKey = `boxes.group${group}`;
  return (
    <section class={`group of-${group.toLowerCase()}`}>
      <h2>
        {t(key)} <span class="count">{mine.length}</span>
      </h2>
      <ul class="boxes">
        {mine.map((row) => (
          <BoxRow key={boxKey(row.box)} {...row} />
        ))}
      </ul>
    </section>
  );
}

export function BoxesView(): JSX.Element {
  const views = boxes.value;
  const rows = sorted(placed(views ?? []), byUrgency);
  return (
    <>
      <ScreenTitle text={t("boxes.title")}>{views && <Figures rows={rows} />}</ScreenTitle>
      {views === undefined && (
        <Loading failure={fleetFailure.value} again={() => void loadFleet()} />
      )}
      {views?.length === 0 && <p class="quiet">{t("boxes.none")}</p>}
      <BoxGroup group="Trouble" rows={rows} />
      <BoxGroup group="Link" rows={rows} />
      <BoxGroup group="Calm" rows={rows} />
    </>
  );
}
