// Reads a scenario from YAML: every key known, every reference resolved, every fault with its line.

import type { Em4100Style } from "../devices/em4100.ts";
import {
  readFields,
  readFlag,
  readList,
  readNumber,
  readPlain,
  readText,
  readWord,
  wrong,
  YamlSource,
  type Located,
} from "./located.ts";
import {
  deviceNames,
  tagPrefix,
  type BoxSetting,
  type CompartmentSetting,
  type GatewaySetting,
  type ParcelSetting,
  type PersonSetting,
  type RightSetting,
  type RoleSetting,
  type Scenario,
} from "./plan.ts";
import { readSteps, readWords } from "./read-steps.ts";

const readerStyles: readonly Em4100Style[] = ["rdm6300", "id-12la", "clone"];
const silentMaxMs = 10_000;
const timingMaxMs = 3_600_000;
const thicknessMaxMm = 400;

/** @throws Fault scenario/invalid naming file, line, and what was expected */
export function readScenario(text: string, name: string, origin: string): Scenario {
  const { root } = new YamlSource(text, origin);
  const keys = ["title", "gateways", "roles", "people", "parcels", "steps"] as const;
  const fields = readFields(root, "scenario", keys);
  const gateways = readList(fields.gateways, "gateways").map(readGateway);
  const boxes = gateways.flatMap((one) => one.boxes.map(({ box }) => box));
  if (boxes.length === 0) throw wrong(root, "scenario: expected at least one gateway with a box");
  requireUnique(root, "box", boxes);
  const roles = readList(fields.roles, "roles").map((one) => readRole(one, boxes));
  const roleNames = roles.map(({ role }) => role);
  const people = readList(fields.people, "people").map((one) => readPerson(one, roleNames));
  const parcels = readList(fields.parcels, "parcels").map(readParcel);
  const names = {
    box: boxes,
    gateway: gateways.map(({ gateway }) => gateway),
    person: people.map(({ person }) => person),
    parcel: parcels.map(({ parcel }) => parcel),
    device: boxes.flatMap((box) => Object.values(deviceNames(box))),
  };
  for (const [what, all] of Object.entries(names)) requireUnique(root, what, all);
  if (fields.title === undefined) throw wrong(root, 'scenario: "title" is missing');
  const title = readWords(fields.title, "title");
  const steps = readSteps(fields.steps, names);
  return { name, title, gateways, roles, people, parcels, steps };
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

function readGateway(located: Located): GatewaySetting {
  const fields = readFields(located, "gateway", ["site", "gateway", "timing", "boxes"]);
  const timing: Record<string, number> = {};
  if (fields.timing !== undefined) {
    for (const [key, value] of Object.entries(readPlain(fields.timing, "timing"))) {
      if (typeof value !== "number" || value < 0 || value > timingMaxMs) {
        throw wrong(fields.timing, `timing.${key}: expected milliseconds up to ${timingMaxMs}`);
      }
      timing[key] = value;
    }
  }
  return {
    site: readName(needed(fields, "site", located), "site"),
    gateway: readName(needed(fields, "gateway", located), "gateway"),
    timing,
    boxes: readList(fields.boxes, "boxes").map(readBox),
  };
}

function readBox(located: Located): BoxSetting {
  const keys = ["box", "kind", "reader", "silentAfterUnlockMs", "compartments"] as const;
  const fields = readFields(located, "box", keys);
  const { reader, silentAfterUnlockMs: silent } = fields;
  return {
    box: readName(needed(fields, "box", located), "box"),
    kind: readWord(needed(fields, "kind", located), "kind", ["drop-box", "cabinet"]),
    reader: reader === undefined ? "rdm6300" : readWord(reader, "reader", readerStyles),
    silentAfterUnlockMs:
      silent === undefined ? 0 : readNumber(silent, "silentAfterUnlockMs", [0, silentMaxMs]),
    compartments: readList(needed(fields, "compartments", located), "compartments").map(
      readCompartment,
    ),
  };
}

function readCompartment(located: Located): CompartmentSetting {
  const fields = readFields(located, "compartment", ["compartment", "door", "infrared"]);
  const { door, infrared } = fields;
  const number = needed(fields, "compartment", located);
  return {
    compartment: readNumber(number, "compartment", [1, 16]),
    door: door === undefined ? "line" : readWord(door, "door", ["line", "hook"]),
    infrared: infrared === undefined ? true : readFlag(infrared, "infrared"),
  };
}

function readRole(located: Located, boxes: readonly string[]): RoleSetting {
  const fields = readFields(located, "role", ["role", "rights"]);
  return {
    role: readName(needed(fields, "role", located), "role"),
    rights: readList(fields.rights, "rights").map((one) => readRight(one, boxes)),
  };
}

function readRight(located: Located, boxes: readonly string[]): RightSetting {
  const fields = readFields(located, "right", ["box", "can"]);
  const can = readList(fields.can, "can").map((one) =>
    readWord(one, "can", ["deposit", "collect"]),
  );
  return {
    box: readWord(needed(fields, "box", located), "box", boxes),
    canDeposit: can.includes("deposit"),
    canCollect: can.includes("collect"),
  };
}

function readTransponder(located: Located, what: string): string {
  const text = readText(located, what).toUpperCase();
  if (/^[0-9A-F]{10}$/.test(text)) return text;
  throw wrong(located, `${what}: expected ten hex digits`);
}

function readPerson(located: Located, roles: readonly string[]): PersonSetting {
  const fields = readFields(located, "person", ["person", "badge", "role", "organization"]);
  const badge = readTransponder(needed(fields, "badge", located), "badge");
  if (badge.startsWith(tagPrefix)) {
    throw wrong(located, `badge: ${tagPrefix} begins the tags of parcels`);
  }
  const { role, organization } = fields;
  return {
    person: readName(needed(fields, "person", located), "person"),
    badge,
    role: role === undefined ? undefined : readWord(role, "role", roles),
    organization: organization === undefined ? "" : readText(organization, "organization"),
  };
}

function readParcel(located: Located): ParcelSetting {
  const fields = readFields(located, "parcel", ["parcel", "tag", "thicknessMm"]);
  const tag = readTransponder(needed(fields, "tag", located), "tag");
  if (!tag.startsWith(tagPrefix)) throw wrong(located, `tag: expected to begin with ${tagPrefix}`);
  const thickness = needed(fields, "thicknessMm", located);
  return {
    parcel: readName(needed(fields, "parcel", located), "parcel"),
    tag,
    number: String(parseInt(tag.slice(2), 16)),
    thicknessMm: readNumber(thickness, "thicknessMm", [0, thicknessMaxMm]),
  };
}
