// Judges the expectations of a scenario by what the center, the journal and the world show.

import { islandFerryRoute, pointAt } from "../devices/gps-route.ts";
import { compartmentAt } from "../world/index.ts";
import { completeness, gatewayAt } from "./completeness.ts";
import { parcelOf, type Scene } from "./scene.ts";
import { comparable, judgeScreen } from "./screen.ts";
import type { SeenBox, SeenEvent } from "./installation.ts";
import { judgeDoctor } from "./doctor.ts";
import { describe, judgeNever } from "./never.ts";
import { failed, held, type Outcome } from "./outcome.ts";
import { deviceNames, signalLines, type GatewaySetting } from "./plan.ts";
import type { DeedName, StepOf, VerbName } from "./steps.ts";
import { unrecordedOpenings } from "./testimony.ts";
import { fitting } from "./wanted.ts";

export type ExpectationName = Exclude<VerbName, DeedName>;

/** How long an expectation waits unless it says otherwise. Not divided by the speed. */
export const expectWithinMs = 10_000;

type Judge<K extends ExpectationName> = (
  fields: StepOf<K>["fields"],
  scene: Scene,
) => Promise<Outcome>;

const judges: { readonly [K in ExpectationName]: Judge<K> } = {
  event: async (fields, scene) => {
    const wanted = fields.count ?? 1;
    const outcome = await scene.pace.within(fields["within-ms"] ?? expectWithinMs, async () => {
      const all = await newEvents(scene);
      const events = all.filter((event) => isWanted(event, fields, scene));
      if (events.length < wanted) return failed(similar(fields.kind, all));
      return held(events.map(describe).join("; "));
    });
    return outcome;
  },
  events: async ({ kind, exactly, box }, scene) => {
    const events = (await newEvents(scene)).filter(
      (event) => event.kind === kind && (box === undefined || event.box === box),
    );
    const seen = events.map(describe).join("; ") || `no ${kind}`;
    return events.length === exactly ? held(seen) : failed(seen);
  },
  never: judgeNever,
  parcel: async (fields, scene) => {
    const number = scene.scenario.parcels.find((one) => one.parcel === fields.parcel)?.number ?? "";
    return scene.pace.within(fields["within-ms"] ?? expectWithinMs, async () => {
      const parcel = await scene.installation.center.parcel(number);
      if (parcel === undefined) return failed(`the center does not know parcel ${number}`);
      const { custodian, box, person } = parcel;
      const seen = `${number}: ${custodian} ${box ?? person ?? ""}`.trim();
      const isAsWanted =
        custodian === fields.custodian &&
        (fields.box === undefined || box === fields.box) &&
        (fields.person === undefined || person === fields.person);
      return isAsWanted ? held(seen) : failed(seen);
    });
  },
  "box-state": async (fields, scene) =>
    scene.pace.within(fields["within-ms"] ?? expectWithinMs, async () => {
      const box = await boxAt(scene, fields.box);
      const place = box?.compartments.find((one) => one.compartment === fields.compartment);
      if (place === undefined) return failed(`the center does not know ${fields.box}`);
      const { lock, door, presence } = place;
      const seen = `lock ${lock}, door ${door}, presence ${presence}`;
      return matches({ lock, door, presence }, fields.where ?? {}) ? held(seen) : failed(seen);
    }),
  trouble: async (fields, scene) =>
    scene.pace.within(fields["within-ms"] ?? expectWithinMs, async () => {
      const troubles = (await boxAt(scene, fields.box))?.troubles ?? [];
      const seen = `troubles of ${fields.box}: ${troubles.join(", ") || "none"}`;
      return troubles.includes(fields.kind) ? held(seen) : failed(seen);
    }),
  position: async (fields, scene) =>
    scene.pace.within(fields["within-ms"] ?? expectWithinMs, async () => {
      const position = (await gatewayAt(scene, fields.gateway))?.position ?? undefined;
      if (position === undefined) return fields.known ? failed("nowhere") : held("nowhere");
      const { latitude, longitude } = position;
      const seen = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
      return fields.known && isOnRoute(scene, position) ? held(seen) : failed(seen);
    }),
  "times-hold": async ({ gateway, "off-by-ms": offByMs }, scene) => {
    const events = (await newEvents(scene)).filter((one) => one.gateway === gateway);
    const prompt = events.filter(({ isLate, happened }) => !isLate && happened.wallMs !== null);
    const offMs = ({ happened: { wallMs }, receivedMs }: SeenEvent) =>
      Math.abs(receivedMs - (wallMs ?? 0));
    const worst = prompt.toSorted((a, b) => offMs(b) - offMs(a))[0];
    if (worst === undefined) return failed("no event with a wall time");
    const seen = `${describe(worst)} is ${offMs(worst)} ms off, by ${worst.happened.source}`;
    return offMs(worst) <= offByMs ? held(seen) : failed(seen);
  },
  "gateway-status": async (fields, scene) =>
    scene.pace.within(fields["within-ms"] ?? expectWithinMs, async () => {
      const status = (await gatewayAt(scene, fields.gateway))?.status ?? "unknown";
      return status === fields.status ? held(status) : failed(status);
    }),
  door: async (fields, scene) =>
    scene.pace.within(fields["within-ms"] ?? expectWithinMs, () => {
      const door = compartmentAt(scene.installation.stage.world, fields);
      if (door === undefined) return failed("no such door");
      const seen = `door at ${Math.round(door.doorDegrees)} degrees, bolt ${door.bolt}`;
      return door.isContactClosed !== fields.open ? held(seen) : failed(seen);
    }),
  coil: async (fields, scene) =>
    scene.pace.within(fields["within-ms"] ?? expectWithinMs, () => {
      const coil = compartmentAt(scene.installation.stage.world, fields)?.coil;
      if (coil === undefined) return failed("no such coil");
      const { isEnergized, isBurnt, heat } = coil;
      const seen = `coil ${isEnergized ? "on" : "off"}, heat ${heat.toFixed(2)}`;
      const isAsWanted = isEnergized === fields.on && isBurnt === fields.burnt;
      return isAsWanted ? held(seen) : failed(isBurnt ? `${seen}, burnt` : seen);
    }),
  signal: async ({ box, part, shows, ...fields }, scene) =>
    scene.pace.within(fields["within-ms"] ?? expectWithinMs, () => {
      const sources = [signalLines(box)[part], deviceNames(box).reader];
      const signals = scene.installation.stage.world.signals.filter(
        (one) => one.part === part && sources.includes(one.source),
      );
      const seen = signals.map((one) => `${one.source} ${one.shows}`).join(", ") || "nothing";
      return signals.some((one) => one.shows === shows) ? held(seen) : failed(seen);
    }),
  violation: async (fields, scene) =>
    scene.pace.within(fields["within-ms"] ?? expectWithinMs, async () => {
      const unrecorded = await unrecordedOpenings(scene.installation);
      const found = [...scene.installation.stage.violations(), ...unrecorded];
      const seen = fitting(found, fields);
      const others = [...new Set(found.map((one) => one.monitor))].join(", ") || "none";
      if (seen.length < (fields.count ?? 1)) return failed(`violations: ${others}`);
      return held(seen.map(({ detail }) => detail).join("; "));
    }),
  doctor: judgeDoctor,
  screen: judgeScreen,
  answer: async ({ state, outcome, ...fields }, { notes, pace }) =>
    pace.within(fields["within-ms"] ?? expectWithinMs, () => {
      const { answer } = notes;
      if (answer === undefined) return failed("no command was answered");
      const seen = `${answer.state}: ${answer.outcome}`;
      const isAsWanted =
        answer.state === state && (outcome === undefined || answer.outcome === outcome);
      return isAsWanted ? held(seen) : failed(seen);
    }),
  "noted-code": async ({ kind, parcel, ...fields }, scene) => {
    const { checkCode } = scene.notes;
    if (checkCode === undefined) return failed("no code was written down");
    const number = parcel === undefined ? undefined : parcelOf(scene, parcel).number;
    return scene.pace.within(fields["within-ms"] ?? expectWithinMs, async () => {
      const events = (await scene.installation.center.coded?.(checkCode)) ?? [];
      const isOfCode = (one: SeenEvent): boolean =>
        one.kind === kind && (number === undefined || one.parcels.includes(number));
      const seen = events.map(describe).join("; ") || "no event has this code";
      return events.some(isOfCode) ? held(seen) : failed(seen);
    });
  },
  complete: async (fields, scene) =>
    scene.pace.within(fields["within-ms"] ?? expectWithinMs, () =>
      completeness(scene, fields.gateway),
    ),
  "chain-verifies": async ({ gateway }, scene) => {
    const check = await scene.installation.gateways.get(gateway)?.checkJournal();
    if (check === undefined) return failed(`no gateway ${gateway}`);
    return check.isSound ? held(check.detail) : failed(check.detail);
  },
};

export function judge<K extends ExpectationName>(step: StepOf<K>, scene: Scene): Promise<Outcome> {
  const one = judges[step.verb] as Judge<K>;
  return one(step.fields, scene);
}

async function newEvents(scene: Scene): Promise<readonly SeenEvent[]> {
  const events = await scene.installation.center.events();
  return events.filter((event) => event.cursor > scene.sinceCursor);
}

function isWanted(event: SeenEvent, fields: StepOf<"event">["fields"], scene: Scene): boolean {
  const number = scene.scenario.parcels.find((one) => one.parcel === fields.parcel)?.number ?? "";
  return (
    event.kind === fields.kind &&
    (fields.box === undefined || event.box === fields.box) &&
    (fields.compartment === undefined || event.compartment === fields.compartment) &&
    (fields.gateway === undefined || event.gateway === fields.gateway) &&
    (fields.person === undefined || event.person === fields.person) &&
    (fields.late === undefined || event.isLate === fields.late) &&
    (fields.parcel === undefined || event.parcels.includes(number)) &&
    matches(event.fact, fields.where ?? {})
  );
}

/** The center may hold a position for a while before it hears the next one. */
const positionAgeMaxS = 90;
const nearDegrees = 0.001;

function isOnRoute(
  { installation }: Scene,
  at: { readonly latitude: number; readonly longitude: number },
): boolean {
  const nowS = Math.round(installation.stage.world.nowMs / 1_000);
  return Array.from({ length: positionAgeMaxS }, (_, ago) => pointAt(islandFerryRoute, nowS - ago))
    .map((point) => [point.latitude - at.latitude, point.longitude - at.longitude])
    .some((away) => away.every((degrees) => Math.abs(degrees) < nearDegrees));
}

/** A list is told by its length. */
function matches(
  seen: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(wanted).every(([key, value]) => comparable(seen[key]) === value);
}

/** For a failed expectation: events of the kind that did not fit, else the newest of any kind. */
function similar(kind: string, events: readonly SeenEvent[]): string {
  const near = events.filter((event) => event.kind === kind).slice(-4);
  const shown = near.length > 0 ? near : events.slice(-4);
  const facts = shown.map((event) => `${describe(event)} ${JSON.stringify(event.fact)}`);
  return `none that fits; ${events.length} events at the center, last: ${facts.join("; ")}`;
}

/** The scenario says which gateway a box belongs to. */
function boxAt(scene: Scene, box: string): Promise<SeenBox | undefined> {
  const isOf = (one: GatewaySetting): boolean => one.boxes.some((each) => each.box === box);
  const { site = "", gateway = "" } = scene.scenario.gateways.find(isOf) ?? {};
  return scene.installation.center.box({ site, gateway, box });
}

/** Waits until the center holds all that the gateways made so far, so that a play starts clean. */
export async function settled(scene: Scene, boundMs: number): Promise<Outcome> {
  for (const gateway of scene.installation.gateways.keys()) {
    const outcome = await scene.pace.within(boundMs, () => completeness(scene, gateway));
    if (!outcome.isOk) return failed(`${gateway}: ${outcome.seen}`);
  }
  return held("settled");
}
