// Concludes from the state and the symptoms of each device what is wrong with it or its cable.

import type { LineSymptom } from "../ports/devices.ts";
import type { Cause } from "./causes.ts";
import { fine, wrong, type Check } from "./check.ts";
import { boxOfDevice } from "./device-places.ts";
import type { Facts, PortFacts, SeenDevice } from "./facts.ts";
import { joined, plain, spanWords, words, type Words } from "./words.ts";

/** What drivers say of a lost device; the first that fits wins. The tests hold them together. */
const reasonHints: readonly (readonly [RegExp, Cause])[] = [
  [/EACCES|ermission denied/, "port-forbidden"],
  [/annot lock port|EBUSY|resource busy/i, "port-busy"],
  [/ENOENT|o such file|ENODEV|ENXIO|o such device/, "port-missing"],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND/, "server-unreachable"],
  [/hex digits|\.key.* cannot be read/, "key-unreadable"],
  [/two devices/, "duplicate-address"],
  [/our own bytes/, "echo"],
  [/in clear|without encryption|refuses the secure channel/, "clear-text"],
  [/\bkey\b|secure channel|challenge/, "wrong-key"],
  [/only damaged answers/, "garbled"],
  [/no answer (from|to)|stays busy/, "no-answer"],
  [/^not started/, "not-started"],
];

/** Symptoms of a lost device, the most telling first. */
const lostHints: readonly (readonly [LineSymptom, Cause])[] = [
  ["duplicate-address", "duplicate-address"],
  ["echo", "echo"],
  ["wrong-key", "wrong-key"],
  ["clear-text", "clear-text"],
  ["garbled", "garbled"],
  ["no-answer", "no-answer"],
  ["noise", "disturbed-line"],
  ["bad-frame", "disturbed-line"],
  ["half-frame", "disturbed-line"],
  ["unplugged", "port-missing"],
];

/** Symptoms that a device may have and still serve; the worst first. */
const servingHints: readonly (readonly [LineSymptom, Cause])[] = [
  ["duplicate-address", "duplicate-address"],
  ["echo", "echo"],
  ["garbled", "garbled"],
  ["wrong-key", "wrong-key"],
  ["clear-text", "clear-text"],
  ["bad-credential", "forged-badge"],
  ["unplugged", "unplugged"],
  ["bad-frame", "disturbed-line"],
  ["half-frame", "disturbed-line"],
  ["noise", "disturbed-line"],
  ["repeated", "repeated"],
  ["no-answer", "answers-lost"],
  ["weak-check", "weak-check"],
];

/** It answers, so that nothing in what was counted before explains it. */
const busyReason = /stays busy/;

/** Symptoms every line has now and then: so many are nothing, and one more each hour. */
const tolerated: Partial<Record<LineSymptom, number>> = {
  "duplicate-address": 3,
  // What waited while the gateway was busy is heard at once.
  repeated: 3,
  "no-answer": 3,
  "half-frame": 3,
  "bad-frame": 3,
  noise: 3,
};

/** A device that serves is no failure for these. */
const mildWhileServing: ReadonlySet<Cause> = new Set(["wrong-key", "clear-text"]);

const stateWords: Readonly<Record<string, Words>> = {
  online: words("online", "在线"),
  absent: words("absent", "不存在"),
  opening: words("opening", "正在打开"),
  probing: words("probing", "正在识别"),
  "backing-off": words("lost", "离线"),
};

/** One row for each device, from a probe or from the health page. */
export function deviceChecks(facts: Facts): readonly Check[] {
  const { page, probe } = facts;
  if (probe !== undefined) return probe.map((device) => deviceCheck(facts, device, 0));
  if (page.state !== "read") return [];
  const { devices, startedMonoMs, writtenMonoMs } = page.page;
  return devices.map((device) => deviceCheck(facts, device, writtenMonoMs - startedMonoMs));
}

function deviceCheck(facts: Facts, device: SeenDevice, sinceStartMs: number): Check {
  const name = `device/${device.id}`;
  const box = boxOfDevice(facts.config, device.id);
  const seen = deviceWords(device, sinceStartMs);
  const cause = causeOf(device, facts, sinceStartMs);
  if (cause === undefined) return fine(name, seen, box);
  if (device.state !== "online") return wrong(name, cause, seen, { box, level: "fail" });
  const change = mildWhileServing.has(cause) ? { box, level: "warn" as const } : { box };
  return wrong(name, cause, seen, change);
}

function causeOf(device: SeenDevice, facts: Facts, sinceStartMs: number): Cause | undefined {
  if (device.state !== "online") return lossOf(device, portOf(facts, device.id));
  const found = servingHints.find(([symptom]) => isTelling(device, symptom, sinceStartMs));
  // A board that serves has good answers too; for a reader the word means that it never had one.
  if (found?.[1] === "garbled" && device.role === "board") return "disturbed-line";
  return found?.[1] ?? (device.role === "position" ? fixCause(facts) : undefined);
}

/** The reason is of now; the symptoms are of the whole run. */
function lossOf(device: SeenDevice, port: PortFacts | undefined): Cause {
  const { state, reason } = device;
  if (port?.state === "missing") return "port-missing";
  if (state === "absent" && port?.state === "forbidden") return "port-forbidden";
  const said = reasonHints.find(([pattern]) => pattern.test(reason))?.[1];
  if (said !== undefined && said !== "no-answer") return said;
  if (busyReason.test(reason)) return "no-answer";
  const seen = lostHints.find(([symptom]) => explains(device, symptom))?.[1];
  if (seen !== "no-answer") return seen ?? said ?? "lost-device";
  return isDisturbed(device) ? "disturbed-line" : seen;
}

/** One conversation of damaged bytes does not explain a silence of many questions. */
function explains(device: SeenDevice, symptom: LineSymptom): boolean {
  const count = countOf(device, symptom);
  const { "no-answer": silentCount = 0 } = device.symptoms;
  if (count === 0 || symptom !== "garbled") return count > 0;
  return count * 2 >= silentCount || isDisturbed(device);
}

/** Noise is counted in bytes; of an answer that was cut off at least so many are left. */
const remainsBytes = 2;

/** A silent device is asked again and again: damage that keeps pace explains the silence. */
function isDisturbed(device: SeenDevice): boolean {
  const of = (symptom: LineSymptom): number => countOf(device, symptom);
  const damaged = of("noise") / remainsBytes + of("bad-frame") + of("half-frame");
  return damaged * 2 >= of("no-answer");
}

/** A receiver talks all the time: each time its port is opened, half a sentence is heard first. */
const sentenceMaxBytes = 82;

/**
 * A check of 16 bits passes one damaged packet in 65,536, and a reader then refuses what nobody
 * asked. One such word among so many damaged packets is of the line.
 */
const chanceLeastCount = 20;
const chanceEachCount = 1_000;

function byChanceCount({ "bad-frame": damaged = 0 }: SeenDevice["symptoms"]): number {
  return damaged < chanceLeastCount ? 0 : 1 + damaged / chanceEachCount;
}

function countOf({ role, symptoms }: SeenDevice, symptom: LineSymptom): number {
  const count = symptoms[symptom] ?? 0;
  if (symptom === "wrong-key" || symptom === "clear-text") {
    return Math.max(0, count - byChanceCount(symptoms));
  }
  if (role !== "position" || symptom !== "noise") return count;
  const openCount = 1 + (symptoms["no-answer"] ?? 0) + (symptoms.unplugged ?? 0);
  return Math.max(0, count - openCount * sentenceMaxBytes);
}

function isTelling(device: SeenDevice, symptom: LineSymptom, sinceStartMs: number): boolean {
  const least = tolerated[symptom];
  const hours = sinceStartMs / 3_600_000;
  return countOf(device, symptom) > (least === undefined ? 0 : least + hours);
}

/** A clock that is kept does not differ so much from satellites. */
const satellitesMaxMin = 5;

function fixCause({ page }: Facts): Cause | undefined {
  if (page.state !== "read") return undefined;
  const { position, clock } = page.page;
  if (position === null) return "no-fix";
  const isOff = Math.abs(clock.satellitesAheadMin ?? 0) > satellitesMaxMin;
  return isOff || clock.source === "none" ? "wrong-satellite-time" : undefined;
}

function portOf({ ports }: Facts, id: string): PortFacts | undefined {
  return ports.find(({ devices }) => devices.includes(id));
}

function deviceWords({ state, reason, symptoms }: SeenDevice, sinceStartMs: number): Words {
  const counts = Object.entries(symptoms).map(([symptom, count]) => `${symptom} ${count}`);
  const span = spanWords(sinceStartMs);
  const since = sinceStartMs === 0 ? plain("") : words(` in ${span.en}`, `（${span.zh}内）`);
  const list = counts.join(", ");
  const counted = counts.length === 0 ? plain("") : words(list + since.en, list + since.zh);
  return joined(stateWords[state] ?? plain(state), plain(reason), counted);
}
