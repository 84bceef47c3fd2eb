// Reads a scenario from YAML: every key known, every reference resolved, every fault with its line.

import { gpioFlaws } from "../devices/gpio-server.ts";
import { loadCellFlaws } from "../devices/load-cell.ts";
import { ntag424Flaws } from "../devices/ntag424-card.ts";
import type { DeviceSetting } from "./device-setting.ts";
import { drivers } from "./drivers.ts";
import { readBoard, readExtra, readReader } from "./read-device.ts";
import {
  type Located,
  readFields,
  readFlag,
  readList,
  readMapping,
  readNumber,
  readPlain,
  readText,
  readWord,
  wrong,
  YamlSource,
} from "./located.ts";
import {
  busNames,
  devicesOf,
  gpioName,
  scalesOf,
  tagPrefix,
  type BoxSetting,
  type CompartmentSetting,
  type GatewaySetting,
  type NamedDevice,
  type ParcelSetting,
  type PersonSetting,
  type RightSetting,
  type RoleSetting,
  type Scenario,
} from "./plan.ts";
import { readSteps, readWords } from "./read-steps.ts";
import { failureKeys, programKeys, type Shown } from "./shown.ts";

const silentMaxMs = 10_000;
const timingMaxMs = 3_600_000;
const thicknessMaxMm = 400;
/** Of one kind. */
const alikeMaxCount = 100;
const pulseMaxMs = 2_000;
/** The first two segments of a journal, and room to fill. */
const diskRangeMiB = [4, 256] as const;

const scenarioKeys = [
  "title",
  "shows",
  "gateways",
  "roles",
  "people",
  "policy",
  "parcels",
  "steps",
] as const;
/** Keys of the policy that the rest of the scenario says. */
const ownKeys = ["version", "site", "badges", "roles"];

/** @throws Fault scenario/invalid naming file, line, and what was expected */
export function readScenario(text: string, name: string, origin: string): Scenario {
  const { root } = new YamlSource(text, origin);
  const fields = readFields(root, "scenario", scenarioKeys);
  const gateways = readList(fields.gateways, "gateways").map(readGateway);
  const boxes = gateways.flatMap((one) => one.boxes.map(({ box }) => box));
  if (boxes.length === 0) throw wrong(root, "scenario: expected at least one gateway with a box");
  requireUnique(root, "box", boxes);
  const roles = readList(fields.roles, "roles").map((one) => readRole(one, boxes));
  const roleNames = roles.map(({ role }) => role);
  const people = readList(fields.people, "people").map((one) => readPerson(one, roleNames));
  const sheaves = readList(fields.parcels, "parcels").map(readParcels);
  const parcels = sheaves.flatMap(({ each }) => each);
  const names = {
    box: boxes,
    gateway: gateways.map(({ gateway }) => gateway),
    person: people.map(({ person }) => person),
    parcel: parcels.map(({ parcel }) => parcel),
    device: gateways.flatMap((one) => [
      ...devicesOf(one).map(({ name: device }) => device),
      ...busNames(one),
      gpioName(one.gateway),
      ...scalesOf([one]),
    ]),
    group: gateways.flatMap((one) =>
      one.boxes.flatMap(({ compartments }) => compartments.map(({ supplyGroup }) => supplyGroup)),
    ),
  };
  for (const [what, all] of Object.entries(names)) {
    if (what !== "group") requireUnique(root, what, all);
  }
  if (fields.title === undefined) throw wrong(root, 'scenario: "title" is missing');
  const title = readWords(fields.title, "title");
  const deviceFlaws = new Map<string, readonly string[]>([
    ...gateways.flatMap(devicesOf).map(flawsOf),
    ...gateways.map(({ gateway }) => [gpioName(gateway), gpioFlaws] as const),
    ...scalesOf(gateways).map((scale) => [scale, loadCellFlaws] as const),
  ]);
  const alike = new Map(
    sheaves
      .filter(({ each }) => each.length > 1)
      .map(({ name: all, each }) => [all, each.map(({ parcel }) => parcel)] as const),
  );
  const steps = readSteps(fields.steps, { ...names, alike, deviceFlaws });
  const policy = fields.policy === undefined ? {} : readMapping(fields.policy, "policy", ownKeys);
  const shows = fields.shows === undefined ? undefined : readShown(fields.shows);
  return { name, title, shows, gateways, roles, people, policy, parcels, steps };
}

function readShown(located: Located): Shown {
  const fields = readFields(located, "shows", ["programs", "failures"]);
  return {
    programs: readList(fields.programs, "shows.programs").map((one) =>
      readWord(one, "shows.programs", programKeys),
    ),
    failures: readList(fields.failures, "shows.failures").map((one) =>
      readWord(one, "shows.failures", failureKeys),
    ),
  };
}

function flawsOf({ name, setting }: NamedDevice): readonly [string, readonly string[]] {
  return [name, drivers[setting.driver].flaws];
}

function requireUnique(located: Located, what: string, names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw wrong(located, `${what} "${twice}" is there twice`);
}

function needed<K extends string>(
  fields: Readonly<Partial<Record<K, Located>>>,
  key: K,
  owner: Located,
): Located {
  const located = fields[key];
  if (located === undefined) throw wrong(owner, `"${key}" is missing`);
  return located;
}

function readName(located: Located, what: string): string {
  const text = readText(located, what);
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return text;
  throw wrong(located, `${what}: use 1 to 64 of A-Z a-z 0-9 _ -`);
}

const gatewayKeys = [
  "site",
  "gateway",
  "timing",
  "power",
  "screen",
  "diskMiB",
  "policy",
  "position",
  "boxes",
] as const;

function readGateway(located: Located): GatewaySetting {
  const fields = readFields(located, "gateway", gatewayKeys);
  const timing: Record<string, number> = {};
  if (fields.timing !== undefined) {
    for (const [key, value] of Object.entries(readPlain(fields.timing, "timing"))) {
      if (typeof value !== "number" || value < 0 || value > timingMaxMs) {
        throw wrong(fields.timing, `timing.${key}: expected milliseconds up to ${timingMaxMs}`);
      }
      timing[key] = value;
    }
  }
  const setting = {
    site: readName(needed(fields, "site", located), "site"),
    gateway: readName(needed(fields, "gateway", located), "gateway"),
    timing,
    hasPower: fields.power === undefined ? false : readFlag(fields.power, "power"),
    hasScreen: fields.screen === undefined ? false : readFlag(fields.screen, "screen"),
    diskMiB:
      fields.diskMiB === undefined
        ? undefined
        : readNumber(fields.diskMiB, "diskMiB", diskRangeMiB),
    hasPolicy: fields.policy === undefined ? true : readFlag(fields.policy, "policy"),
    position: readExtra(fields.position, "position"),
    boxes: readList(fields.boxes, "boxes").map(readBox),
  };
  for (const bus of busNames(setting)) requireOneRate(located, bus, setting);
  return setting;
}

/** Wires have one rate: a device at another would only talk garbage. */
function requireOneRate(located: Located, bus: string, gateway: GatewaySetting): void {
  const devices = devicesOf(gateway).map(({ setting }) => setting);
  const rates = new Set(devices.filter((one) => one.bus === bus).map((one) => one.baud));
  if (rates.size === 1) return;
  const said = [...rates].join(", ");
  throw wrong(located, `bus "${bus}": devices at ${said} baud; give them one with "baud"`);
}

const boxKeys = [
  "box",
  "kind",
  "reader",
  "board",
  "scanner",
  "tags",
  "silentAfterUnlockMs",
  "signals",
  "tamper",
  "compartments",
] as const;

function readBox(located: Located): BoxSetting {
  const fields = readFields(located, "box", boxKeys);
  const box = readName(needed(fields, "box", located), "box");
  const board = silenced(readBoard(fields.board), fields.silentAfterUnlockMs);
  const list = readList(needed(fields, "compartments", located), "compartments");
  const { signals, tamper } = fields;
  return {
    box,
    kind: readWord(needed(fields, "kind", located), "kind", ["drop-box", "cabinet"]),
    reader: readReader(fields.reader),
    board,
    scanner: readExtra(fields.scanner, "scanner"),
    tags: readExtra(fields.tags, "tags"),
    hasSignals: signals === undefined ? false : readFlag(signals, "signals"),
    hasTamper: tamper === undefined ? false : readFlag(tamper, "tamper"),
    compartments: list.map((one) => readCompartment(one, box, board)),
  };
}

/** The short form of the CU16's busy window. */
function silenced(board: DeviceSetting, silent: Located | undefined): DeviceSetting {
  if (silent === undefined) return board;
  if (board.driver !== "cu16") throw wrong(silent, `silentAfterUnlockMs: not of a ${board.driver}`);
  const silentAfterUnlockMs = readNumber(silent, "silentAfterUnlockMs", [0, silentMaxMs]);
  return { ...board, settings: { silentAfterUnlockMs } };
}

function readCompartment(located: Located, box: string, board: DeviceSetting): CompartmentSetting {
  const keys = [
    "compartment",
    "door",
    "presence",
    "scale",
    "key",
    "supplyGroup",
    "pulseMs",
  ] as const;
  const fields = readFields(located, "compartment", keys);
  const { supplyGroup, pulseMs } = fields;
  const { channelMax, hasHooks, hasBeams, hasInputs } = drivers[board.driver];
  const locks = board.driver === "xor-8a80" ? board.settings.channels : channelMax;
  const number = needed(fields, "compartment", located);
  const door =
    fields.door === undefined ? "line" : readWord(fields.door, "door", ["line", "hook", "input"]);
  if ((door === "hook" && !hasHooks) || (door === "input" && !hasInputs)) {
    throw wrong(located, `door: a ${board.driver} has no ${door} for it`);
  }
  const usual = hasBeams ? "infrared" : "none";
  const presence =
    fields.presence === undefined ? usual : readWord(fields.presence, "presence", presences);
  if (presence === "infrared" && !hasBeams) {
    throw wrong(located, `presence: a ${board.driver} has no infrared input`);
  }
  return {
    compartment: readNumber(number, "compartment", [1, locks]),
    door,
    presence,
    hasScale: fields.scale === undefined ? false : readFlag(fields.scale, "scale"),
    hasKey: fields.key === undefined ? false : readFlag(fields.key, "key"),
    supplyGroup: supplyGroup === undefined ? box : readName(supplyGroup, "supplyGroup"),
    pulseMs: pulseMs === undefined ? undefined : readNumber(pulseMs, "pulseMs", [1, pulseMaxMs]),
  };
}

function readRole(located: Located, boxes: readonly string[]): RoleSetting {
  const fields = readFields(located, "role", ["role", "rules", "rights"]);
  const { rules } = fields;
  return {
    ...(rules !== undefined && { rules: readMapping(rules, "rules", ["role", "rights"]) }),
    role: readName(needed(fields, "role", located), "role"),
    rights: readList(fields.rights, "rights").map((one) => readRight(one, boxes)),
  };
}

function readRight(located: Located, boxes: readonly string[]): RightSetting {
  const fields = readFields(located, "right", ["box", "can", "limits"]);
  const { limits } = fields;
  const can = readList(fields.can, "can").map((one) =>
    readWord(one, "can", ["deposit", "collect", "authorize", "maintain", "emergency"]),
  );
  return {
    box: readWord(needed(fields, "box", located), "box", boxes),
    canDeposit: can.includes("deposit"),
    canCollect: can.includes("collect"),
    canAuthorize: can.includes("authorize"),
    canMaintain: can.includes("maintain"),
    canEmergency: can.includes("emergency"),
    ...(limits !== undefined && { limits: readMapping(limits, "limits", ["box"]) }),
  };
}

function readTransponder(located: Located, what: string): string {
  const text = readText(located, what).toUpperCase();
  if (/^[0-9A-F]{10}$/.test(text)) return text;
  throw wrong(located, `${what}: expected ten hex digits`);
}

function readBadge(located: Located): string {
  const text = readText(located, "badge").toUpperCase();
  return /^[0-9A-F]{14}$/.test(text) ? text : readTransponder(located, "badge");
}

const personKeys = [
  "person",
  "badge",
  "role",
  "organization",
  "assurance",
  "cardFlaw",
  "sameAs",
] as const;
const assurances = ["identifier", "counter-mac"] as const;
const presences = ["infrared", "line", "none"] as const;

function readPerson(located: Located, roles: readonly string[]): PersonSetting {
  const fields = readFields(located, "person", personKeys);
  const badge = readBadge(needed(fields, "badge", located));
  if (badge.startsWith(tagPrefix)) {
    throw wrong(located, `badge: ${tagPrefix} begins the tags of parcels`);
  }
  const { role, organization, assurance, cardFlaw, sameAs } = fields;
  return {
    person: readName(needed(fields, "person", located), "person"),
    badge,
    assurance:
      assurance === undefined ? "identifier" : readWord(assurance, "assurance", assurances),
    cardFlaw: cardFlaw === undefined ? undefined : readWord(cardFlaw, "cardFlaw", ntag424Flaws),
    role: role === undefined ? undefined : readWord(role, "role", roles),
    organization: organization === undefined ? "" : readText(organization, "organization"),
    sameAs: sameAs === undefined ? undefined : readName(sameAs, "sameAs"),
  };
}

interface Sheaf {
  readonly name: string;
  readonly each: readonly ParcelSetting[];
}

/** One parcel, or with `count` so many alike: `form-1`, `form-2` …, their tags counted upwards. */
function readParcels(located: Located): Sheaf {
  const fields = readFields(located, "parcel", ["parcel", "tag", "thicknessMm", "count"]);
  const first = readTransponder(needed(fields, "tag", located), "tag");
  if (!first.startsWith(tagPrefix)) {
    throw wrong(located, `tag: expected to begin with ${tagPrefix}`);
  }
  const thickness = needed(fields, "thicknessMm", located);
  const thicknessMm = readNumber(thickness, "thicknessMm", [0, thicknessMaxMm]);
  const name = readName(needed(fields, "parcel", located), "parcel");
  const { count } = fields;
  const all = count === undefined ? 1 : readNumber(count, "count", [2, alikeMaxCount]);
  const each = Array.from({ length: all }, (_, at): ParcelSetting => {
    const number = parseInt(first.slice(2), 16) + at;
    const tag = tagPrefix + number.toString(16).toUpperCase().padStart(8, "0");
    const parcel = count === undefined ? name : `${name}-${at + 1}`;
    return { parcel, tag, number: String(number), thicknessMm };
  });
  return { name, each };
}
