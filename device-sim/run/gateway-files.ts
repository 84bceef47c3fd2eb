// Writes what a gateway is provisioned with: its configuration and its site's policy,
// from a scenario.

import { stringify } from "yaml";
import { loadCell } from "../devices/load-cell.ts";
import { xorPulseMs } from "../devices/xor-board.ts";
import type { DeviceSetting, SerialSetting } from "../scenario/device-setting.ts";
import { drivers } from "../scenario/drivers.ts";
import {
  deviceNames,
  doorLine,
  keyLine,
  lockLine,
  positionName,
  powerLines,
  presenceLine,
  scaleName,
  signalLines,
  tagPrefix,
  tamperLine,
  type BoxSetting,
  type GatewaySetting,
  type RightSetting,
  type Scenario,
} from "../scenario/plan.ts";

export interface Wiring {
  /** Port of each device by its name, or the file of the kernel that shows it. */
  readonly ports: ReadonlyMap<string, string>;
  readonly gpioUrl: string;
  readonly uplinkUrl: string;
  readonly dataFolder: string;
  readonly policyFile: string;
  /** Where the keys of proving cards are, and what diversifies them. */
  readonly cards: CardFiles;
}

export interface CardFiles {
  readonly metaKeyFile: string;
  readonly cardKeyFile: string;
  readonly diversification: object;
}

/** Reconnecting must not take a minute in a story of one. */
const backoff = { backoffBaseMs: 200, backoffMaxMs: 2_000 };
const usualPulseMs = 500;
/** What people at a screen are told to call; no telephone of anybody. */
const helpNumber = "0580-555 0100";
/** The least a gateway takes. */
const journalMinMiB = 16;

/** The gateway's configuration file, with the keys of docs/architecture.md. */
export function gatewayYaml(setting: GatewaySetting, wiring: Wiring): string {
  const { boxes } = setting;
  return stringify({
    site: setting.site,
    gateway: setting.gateway,
    data: wiring.dataFolder,
    uplink: { url: wiring.uplinkUrl, ...backoff },
    policy: { file: wiring.policyFile },
    readers: boxes.flatMap(({ box, reader, tags }) => {
      const { reader: readerId, tags: tagsId } = deviceNames(box);
      const own = readerYaml(readerId, reader, { box, wiring });
      return tags === undefined ? [own] : [own, readerYaml(tagsId, tags, { box, wiring })];
    }),
    ...extrasYaml(setting, wiring),
    boards: boxes.flatMap(({ box, board }) => {
      if (board.driver === "gpio") return [];
      const entry = deviceYaml(deviceNames(box).board, board, wiring);
      return [{ ...entry, address: board.address, ...boardYaml(board), ...board.gateway }];
    }),
    gpio: { driver: "sim", url: wiring.gpioUrl },
    ...linesYaml(setting),
    ...kioskYaml(setting),
    boxes: boxes.map((box) => boxYaml(box, wiring)),
    timing: setting.timing,
    ...(setting.diskMiB === undefined ? {} : { journal: { maxMiB: journalMinMiB } }),
  });
}

/** A cabinet has a screen. Any free port, so that runs beside one another do not meet. */
function kioskYaml({ hasScreen = false, boxes }: GatewaySetting): object {
  const isServed = hasScreen || boxes.some(({ kind }) => kind === "cabinet");
  return isServed ? { kiosk: { port: 0, helpNumber } } : {};
}

interface At {
  readonly box: string;
  readonly wiring: Wiring;
}

function readerYaml(id: string, reader: SerialSetting, { box, wiring }: At): object {
  const entry = deviceYaml(id, reader, wiring);
  const own = { tagPrefixes: [tagPrefix], ...proofYaml(reader, wiring) };
  return { ...entry, box, ...own, ...reader.gateway };
}

function deviceYaml(id: string, { driver, baud }: SerialSetting, { ports }: Wiring): object {
  const entry = { id, driver, port: ports.get(id) };
  return baud === drivers[driver].baudRate ? entry : { ...entry, baud };
}

/** What the gateway must know of a reader beside its port. */
function proofYaml({ driver, settings, address }: SerialSetting, wiring: Wiring): object {
  if (driver === "osdp") return { address, secure: settings.secure };
  if (driver !== "pn532" || settings.mode === "uid") return {};
  const { metaKeyFile, cardKeyFile, diversification } = wiring.cards;
  return { mode: "sun", metaKeyFile, cardKeyFile, diversification };
}

/** Scanners and the position receiver, where there are any. */
function extrasYaml({ gateway, boxes, position }: GatewaySetting, wiring: Wiring): object {
  const scanners = boxes.flatMap(({ box, scanner }) => {
    if (scanner === undefined) return [];
    const id = deviceNames(box).scanner;
    return [{ id, port: wiring.ports.get(id), box, ...scanner.gateway }];
  });
  const port = wiring.ports.get(positionName(gateway));
  return {
    ...(scanners.length > 0 ? { scanners } : {}),
    ...(position === undefined ? {} : { position: { driver: "nmea", port } }),
  };
}

/** What the gateway must know of a board beside its address. */
function boardYaml({ driver, settings }: DeviceSetting): object {
  if (driver !== "xor-8a80") return {};
  const closedFeedback = settings.feedbackPolarity === "closed-is-11" ? "11" : "00";
  return { channels: settings.channels, closedFeedback, boardPulseMs: xorPulseMs };
}

/** Keys of inputs and outputs that only some gateways have. */
function linesYaml({ gateway, hasPower, boxes }: GatewaySetting): object {
  const { mains, battery } = powerLines(gateway);
  const tampers = boxes.filter((one) => one.hasTamper).map(({ box }) => box);
  const lamps = boxes.filter((one) => one.hasSignals).map(({ box }) => box);
  const power = { mains: { line: mains }, batteryLow: alarmYaml(battery) };
  return {
    ...(hasPower ? { power } : {}),
    ...(tampers.length > 0 ? { tamper: tampers.map(tamperYaml) } : {}),
    ...(lamps.length > 0 ? { signals: lamps.map(signalYaml) } : {}),
  };
}

/** A loop that opens, or is cut, is the alarm. */
function alarmYaml(line: string): object {
  return { line, activeLow: true };
}

function tamperYaml(box: string): object {
  return { id: tamperLine(box), box, input: alarmYaml(tamperLine(box)) };
}

function signalYaml(box: string): object {
  const { led, buzzer } = signalLines(box);
  return { box, led: { line: led }, buzzer: { line: buzzer } };
}

function boxYaml({ box, kind, board, compartments }: BoxSetting, { ports }: Wiring): object {
  return {
    id: box,
    kind,
    compartments: compartments.map(({ compartment, door, presence, supplyGroup, ...rest }) => ({
      number: compartment,
      lock: {
        ...lockYaml(box, compartment, board),
        pulseMs: rest.pulseMs ?? usualPulseMs,
        supplyGroup,
      },
      door: door === "line" ? { line: doorLine(box, compartment) } : { [door]: true },
      ...presenceYaml(presence, presenceLine(box, compartment)),
      ...(rest.hasScale ? { weight: weightYaml(ports.get(scaleName(box, compartment))) } : {}),
      ...(rest.hasKey ? { key: alarmYaml(keyLine(box, compartment)) } : {}),
    })),
  };
}

function weightYaml(file: string | undefined): object {
  return { file, ...loadCell };
}

/** The simulated line ends a pulse when its process dies: it is a one-shot of its own. */
function lockYaml(box: string, compartment: number, { driver }: DeviceSetting): object {
  if (driver === "gpio") return { line: lockLine(box, compartment), oneShot: "hardware" };
  return { board: deviceNames(box).board, channel: compartment - 1 };
}

function presenceYaml(presence: "infrared" | "line" | "none", line: string): object {
  if (presence === "none") return {};
  return { presence: presence === "line" ? { line } : { infrared: true } };
}

/** Of every site: the day of a policy or code is that of its people. */
export const utcOffsetMin = 480;

/**
 * The policy as `driftbox policy sign` takes it: only what concerns the boxes of one site.
 * @param changes a later version, and keys that are other there
 */
export function policyYaml(scenario: Scenario, site: string, changes: object = {}): string {
  const boxes = scenario.gateways
    .filter((one) => one.site === site)
    .flatMap((one) => one.boxes.map(({ box }) => box));
  const roles = scenario.roles
    .map(({ role, rules, rights }) => ({
      role,
      ...(rules ?? { allowWithoutClock: true }),
      rights: rights.filter(({ box }) => boxes.includes(box)).map(withoutDenials),
    }))
    .filter(({ rights }) => rights.length > 0);
  const known = new Set(roles.map(({ role }) => role));
  const badges = scenario.people.flatMap(({ person, badge, role, sameAs = person, ...rest }) => {
    if (role === undefined || !known.has(role)) return [];
    const { organization, assurance } = rest;
    return [{ number: badge, person: sameAs, role, organization, assurance }];
  });
  const own = { version: 1, site, badges, roles };
  return stringify({ utcOffsetMin, ...scenario.policy, ...own, ...changes });
}

/** What a right does not give is left out: a signer may be older than the word. */
function withoutDenials({ limits, ...right }: RightSetting): object {
  const written = { ...right, ...limits };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== false));
}
