// The sections of the page drawn from the world, the lines and the programs; pure reading.

import { codeScannerFlaws } from "../devices/code-scanner.ts";
import { gpsFlaws } from "../devices/gps-receiver.ts";
import { ntag424Flaws } from "../devices/ntag424-card.ts";
import { osdpFlaws } from "../devices/osdp-options.ts";
import { byteFaultNames } from "../faults/byte-faults.ts";
import type { Installation } from "../scenario/installation.ts";
import {
  deviceNames,
  flawWords,
  powerLines,
  signalLines,
  tamperLine,
  type BoxSetting,
  type GatewaySetting,
  type Scenario,
} from "../scenario/plan.ts";
import { compartmentAt, type World } from "../world/index.ts";
import type {
  AboutView,
  BoxView,
  CompartmentView,
  GatewayView,
  HandView,
  LineView,
  Sections,
} from "./page/shapes.ts";
import type { OrderedStates } from "./ordered-states.ts";

/** Faults that a device has beside those of its wires, by driver. */
const ownFlaws: Readonly<Partial<Record<string, readonly string[]>>> = {
  osdp: osdpFlaws,
  scanner: codeScannerFlaws,
  nmea: gpsFlaws,
};
/** Hex digits of the number of a card that proves itself. */
const provingDigits = 14;

export interface Subject {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly installation: Installation;
  /** Null = only devices run. */
  readonly consoleUrl: string | null;
  /** Drivers by line, and lines whose bytes are traced. */
  readonly driversOf: (line: string) => readonly string[];
  readonly isTraced: (line: string) => boolean;
}

export type Drawable = Omit<Sections, "monitors">;

export function drawSections(subject: Subject, ordered: OrderedStates): Drawable {
  const { scenario, installation } = subject;
  const { world } = installation.stage;
  const boxes = scenario.gateways.flatMap((gateway) =>
    gateway.boxes.map((box) => [box.box, drawBox(world, gateway, { box, scenario })] as const),
  );
  const lines = [...installation.lines.keys()].map(
    (line) => [line, drawLine(subject, line, ordered)] as const,
  );
  const gateways = scenario.gateways.map(
    (one) => [one.gateway, drawGateway(subject, one, ordered)] as const,
  );
  return {
    about: drawAbout(subject),
    hand: drawHand(world, scenario, ordered),
    supplies: { weak: world.weakSupplies },
    boxes: Object.fromEntries(boxes),
    lines: Object.fromEntries(lines),
    gateways: Object.fromEntries(gateways),
  };
}

function drawAbout({ scenario, seed, installation, consoleUrl }: Subject): AboutView {
  const boxes = scenario.gateways.flatMap((one) => one.boxes);
  const groups = boxes.flatMap((one) => one.compartments.map(({ supplyGroup }) => supplyGroup));
  return {
    scenario: scenario.name,
    title: scenario.title,
    seed,
    consoleUrl,
    boxes: boxes.map(({ box }) => box),
    lines: [...installation.lines.keys()],
    gateways: scenario.gateways.map(({ gateway }) => gateway),
    supplyGroups: [...new Set(groups)],
    flaws: Object.keys(flawWords),
    layers: byteFaultNames,
  };
}

function drawHand(world: World, { people, parcels }: Scenario, ordered: OrderedStates): HandView {
  return {
    people: people.map(({ person, badge }) => ({
      person,
      badge,
      flaws: badge.length === provingDigits ? ntag424Flaws : [],
      flawsOn: ordered.flawsOf(person),
    })),
    parcels: parcels.map(({ parcel, tag, number }) => {
      const at = world.parcels.find((one) => one.number === number)?.at;
      const spot = typeof at === "object" && "spot" in at ? at.spot : undefined;
      return { parcel, tag, inside: spot === undefined ? null : `${spot.box} ${spot.compartment}` };
    }),
  };
}

function drawBox(
  world: World,
  { gateway }: GatewaySetting,
  { box: setting, scenario }: { readonly box: BoxSetting; readonly scenario: Scenario },
): BoxView {
  const { box, kind, hasTamper, compartments } = setting;
  const { reader, board } = deviceNames(box);
  const { led, buzzer } = signalLines(box);
  const enclosure = world.switches.find(({ name }) => name === tamperLine(box));
  return {
    box,
    kind,
    gateway,
    reader,
    board,
    isBoardPowered: !world.darkBoards.includes(board),
    lamps: world.signals
      .filter(({ source }) => [led, buzzer, reader].includes(source))
      .toSorted((a, b) => b.part.localeCompare(a.part)),
    isEnclosureOpen: hasTamper && enclosure !== undefined ? !enclosure.isClosed : null,
    held: world.presentations
      .filter((one) => one.reader === reader)
      .map(({ number }) => nameOfNumber(scenario, number)),
    compartments: compartments.flatMap(({ compartment }) =>
      drawCompartment(world, scenario, { box, compartment }),
    ),
  };
}

function nameOfNumber({ people, parcels }: Scenario, number: string): string {
  const person = people.find(({ badge }) => badge === number)?.person;
  return person ?? parcels.find(({ tag }) => tag === number)?.parcel ?? number;
}

function drawCompartment(
  world: World,
  scenario: Scenario,
  spot: { readonly box: string; readonly compartment: number },
): readonly CompartmentView[] {
  const here = compartmentAt(world, spot);
  if (here === undefined) return [];
  const { coil } = here;
  return [
    {
      compartment: spot.compartment,
      doorDegrees: Math.round(here.doorDegrees),
      isContactClosed: here.isContactClosed,
      isBolted: here.bolt === "engaged",
      coil: {
        isOn: coil.isEnergized,
        isBurnt: coil.isBurnt,
        heat: Math.round(coil.heat * 100),
      },
      supplyGroup: here.supplyGroup,
      isBeamBroken: here.hasBeam ? here.isBeamBroken : null,
      parcels: here.parcels.map(
        (number) => scenario.parcels.find((one) => one.number === number)?.parcel ?? number,
      ),
      flaws: Object.entries(flawWords).flatMap(([name, flaw]) => (here[flaw] ? [name] : [])),
    },
  ];
}

function drawLine(
  { installation, driversOf, isTraced }: Subject,
  name: string,
  ordered: OrderedStates,
): LineView {
  const line = installation.lines.get(name);
  return {
    line: name,
    drivers: driversOf(name),
    port: line?.port ?? "",
    baudRate: line?.baudRate ?? 0,
    isPlugged: line?.isPlugged ?? false,
    layers: line?.layers ?? [],
    isTraced: isTraced(name),
    flaws: installation.devices.has(name)
      ? driversOf(name).flatMap((one) => ownFlaws[one] ?? [])
      : [],
    flawsOn: ordered.flawsOf(name),
  };
}

function drawGateway(
  { installation, consoleUrl }: Subject,
  { gateway, site, hasPower }: GatewaySetting,
  ordered: OrderedStates,
): GatewayView {
  const isClosed = (name: string): boolean =>
    installation.stage.world.switches.find((one) => one.name === name)?.isClosed ?? true;
  const { mains, battery } = powerLines(gateway);
  const isOwn = consoleUrl !== null;
  return {
    gateway,
    site,
    isRunning: isOwn ? (installation.gateways.get(gateway)?.isRunning ?? false) : null,
    link: isOwn ? ordered.linkOf(gateway) : null,
    isDiskFull: installation.gateways.get(gateway)?.isDiskFull ?? null,
    power: hasPower ? { hasMains: isClosed(mains), isBatteryLow: !isClosed(battery) } : null,
  };
}
