// Reads the steps of a scenario: one verb a step, its fields checked against the table of verbs.

import { factKinds } from "@driftbox/proto";
import { ntag424Flaws } from "../devices/ntag424-card.ts";
import { byteFaultNames } from "../faults/byte-faults.ts";
import { monitorNames } from "../world/index.ts";
import {
  keysOf,
  lineOf,
  readFields,
  readFlag,
  readList,
  readMapping,
  readNumber,
  readPlain,
  readText,
  readWord,
  wrong,
  type Located,
} from "./located.ts";
import { forgeries } from "./forgeries.ts";
import { flawWords, type Words } from "./plan.ts";
import { deeds, expectations, type FieldType, type Step, type VerbName } from "./steps.ts";
import {
  changeNames,
  changeWords,
  listingMethods,
  wishNames,
  wishWords,
  wordFault,
} from "./wish-words.ts";

/** Names that fields may refer to. */
export interface References {
  readonly person: readonly string[];
  readonly parcel: readonly string[];
  /** Of several parcels alike: one name for all of them. */
  readonly alike?: ReadonlyMap<string, readonly string[]>;
  readonly box: readonly string[];
  readonly gateway: readonly string[];
  readonly device: readonly string[];
  readonly group: readonly string[];
  /** What each device can do wrong; without it the device itself refuses what it cannot. */
  readonly deviceFlaws?: ReadonlyMap<string, readonly string[]>;
}

export const stepsMaxCount = 500;
const waitMaxMs = 600_000;
const countMax = 1_000;
const clockStepMaxMs = 10 * 365 * 86_400_000;

export function readSteps(located: Located | undefined, names: References): readonly Step[] {
  const items = readList(located, "steps");
  const tooMany = items[stepsMaxCount];
  if (tooMany !== undefined) throw wrong(tooMany, `steps: more than ${stepsMaxCount}`);
  return items.map((item) => readStep(item, names));
}

function readStep(located: Located, names: References): Step {
  const { say, do: deed, expect } = readFields(located, "step", ["say", "do", "expect"]);
  const named = deed ?? expect;
  if (named === undefined || (deed !== undefined && expect !== undefined)) {
    throw wrong(located, 'step: expected exactly one of "do" and "expect"');
  }
  const table = deed === undefined ? expectations : deeds;
  const what = deed === undefined ? "expect" : "do";
  const [verbText = "", ...more] = keysOf(named, what);
  if (more.length > 0) throw wrong(named, `${what}: expected one verb, got ${more.length + 1}`);
  if (!Object.hasOwn(table, verbText)) {
    const known = Object.keys(table).join(", ");
    throw wrong(named, `${what}: unknown verb "${verbText}"; known are ${known}`);
  }
  const body = readFields(named, what, [verbText])[verbText];
  if (body === undefined) throw wrong(named, `${what}: expected a verb`);
  // The table gives each verb its fields, and readVerb checks exactly those.
  return {
    verb: verbText,
    line: lineOf(located),
    say: say === undefined ? undefined : readWords(say, "say"),
    fields: readVerb(verbText as VerbName, body, names),
  } as Step;
}

function readVerb(verb: VerbName, body: Located, names: References): Record<string, unknown> {
  const { required, optional } = { ...deeds, ...expectations }[verb];
  const types: Readonly<Record<string, FieldType>> = { ...required, ...optional };
  const given = readFields(body, verb, Object.keys(types));
  const fields: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(types)) {
    const located = given[name];
    if (located !== undefined) fields[name] = readField(type, located, `${verb}.${name}`, names);
    else if (Object.hasOwn(required, name)) throw wrong(body, `${verb}: "${name}" is missing`);
  }
  if (verb === "device-flaw") requireFlaw(body, names);
  if (verb === "state-wish") requireWords(body, fields, "wish");
  if (verb === "amend-wish") requireWords(body, fields, "word");
  return fields;
}

/** What is said with a wish, or with a change of one, fits its word. */
function requireWords(
  body: Located,
  fields: Readonly<Record<string, unknown>>,
  key: "wish" | "word",
): void {
  const needed = key === "wish" ? wishWords : changeWords;
  const [, needs = []] = Object.entries(needed).find(([word]) => word === fields[key]) ?? [];
  const fault = wordFault(needs, fields, fields[key] === "maintain" ? ["reason"] : []);
  if (fault !== undefined) throw wrong(body, `${String(fields[key])}: ${fault}`);
}

function requireFlaw(body: Located, { deviceFlaws }: References): void {
  const { device, flaw } = readFields(body, "device-flaw", ["device", "flaw", "on"]);
  if (device === undefined || flaw === undefined || deviceFlaws === undefined) return;
  readWord(flaw, "device-flaw.flaw", deviceFlaws.get(readText(device, "device")) ?? []);
}

function readField(type: FieldType, located: Located, what: string, names: References): unknown {
  switch (type) {
    case "person":
    case "parcel":
    case "box":
    case "gateway":
    case "device":
    case "group":
      return readWord(located, what, names[type]);
    case "people":
      return readList(located, what).map((one) => readWord(one, what, names.person));
    case "parcels":
      return readList(located, what).flatMap((one) => readParcels(one, what, names));
    case "wish":
      return readWord(located, what, wishNames);
    case "change":
      return readWord(located, what, changeNames);
    case "method":
      return readWord(located, what, listingMethods);
    case "forgery":
      return readWord(located, what, forgeries);
    case "mapping":
      return readMapping(located, what, []);
    case "part":
      return readWord(located, what, ["led", "buzzer"]);
    case "text":
    case "kind":
      return readText(located, what);
    case "fact-kind":
      return readWord(located, what, factKinds());
    case "fact-kinds":
      return readList(located, what).map((one) => readWord(one, what, factKinds()));
    case "texts":
      return readList(located, what).map((one) => readText(one, what));
    case "monitor":
      return readWord(located, what, monitorNames);
    case "compartment":
      return readNumber(located, what, [1, 64]);
    case "ms":
      return readNumber(located, what, [0, waitMaxMs]);
    case "signed-ms":
      return readNumber(located, what, [-clockStepMaxMs, clockStepMaxMs]);
    case "rate":
      return readNumber(located, what, [0, 1]);
    case "count":
      return readNumber(located, what, [0, countMax]);
    case "flag":
      return readFlag(located, what);
    case "flaw":
      return readWord(located, what, Object.keys(flawWords));
    case "card-flaw":
      return readWord(located, what, ntag424Flaws);
    case "layer":
      return readWord(located, what, byteFaultNames);
    case "plain":
      return readPlain(located, what);
    default:
      return undefined;
  }
}

function readParcels(
  located: Located,
  what: string,
  { parcel, alike = new Map() }: References,
): readonly string[] {
  const name = readWord(located, what, [...parcel, ...alike.keys()]);
  return alike.get(name) ?? [name];
}

export function readWords(located: Located, what: string): Words {
  const { en, zh } = readFields(located, what, ["en", "zh"]);
  if (en === undefined || zh === undefined) throw wrong(located, `${what}: expected en and zh`);
  return { en: readText(en, `${what}.en`), zh: readText(zh, `${what}.zh`) };
}
