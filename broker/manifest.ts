// `driftbox manifest`: issues manifests of voyages and rounds in the signed set of a gateway.

import { readFileSync } from "node:fs";
import { Fault, type GatewayName, type SiteName } from "@driftbox/proto";
import { CenterFolder } from "./adapters/files/center-folder.ts";
import { gatewayIdOf } from "./adapters/files/gateway-id.ts";
import { readBook } from "./adapters/files/manifest-book.ts";
import { changeManifests } from "./adapters/files/manifest-desk.ts";
import { isSent, withIssued, withWithdrawn, type ManifestRow } from "./app/manifest-set.ts";
import {
  gatewayArgument,
  languageArgument,
  readArguments,
  required,
  runCommand,
  siteArgument,
  versionArgument,
  type Arguments,
} from "./command-line.ts";

const usage =
  "driftbox manifest issue --broker-data DIR --site S --gateway G --manifest NAME --voyage V " +
  "--until TIME [--from TIME] [--file NUMBERS] PARCEL… | withdraw … NAME… | list … " +
  "[--version N] [--json] [--lang zh|en]";
const texts = [
  "broker-data",
  "site",
  "gateway",
  "manifest",
  "voyage",
  "from",
  "until",
  "file",
  "version",
];

interface Words {
  readonly none: string;
  readonly sent: string;
  readonly withdrawn: string;
  readonly over: string;
  readonly parcels: string;
}
const english = {
  none: "none",
  sent: "sent",
  withdrawn: "withdrawn",
  over: "over",
  parcels: "parcels",
};
const chinese = { none: "无", sent: "下发中", withdrawn: "已撤回", over: "已过期", parcels: "件" };

interface Task {
  readonly given: Arguments;
  readonly folder: CenterFolder;
  readonly site: SiteName;
  readonly gateway: GatewayName;
  readonly nowMs: number;
}

await runCommand("manifest", usage, () => {
  const known = { texts: [...texts, "lang"], flags: ["json"] };
  const given = readArguments(process.argv.slice(2), known, usage);
  const path = required(given.text("broker-data"), "--broker-data", usage);
  const folder = new CenterFolder(path, { mayMake: false });
  const site = siteArgument(required(given.text("site"), "--site", usage));
  const gateway = gatewayArgument(required(given.text("gateway"), "--gateway", usage));
  gatewayIdOf(folder, site, gateway);
  const task = { given, folder, site, gateway, nowMs: Date.now() };
  const [verb, ...operands] = given.positionals;
  if (verb === "issue") return publish(task, issuedBy(task, operands));
  if (verb === "withdraw" && operands.length > 0) {
    return publish(task, (rows) => withWithdrawn(rows, operands), operands);
  }
  if (verb === "list" && operands.length === 0) return list(task);
  throw new Fault("usage/invalid", `usage: ${usage}`);
});

function issuedBy(
  { given, nowMs }: Task,
  operands: readonly string[],
): (rows: readonly ManifestRow[]) => readonly ManifestRow[] {
  const manifest = required(given.text("manifest"), "--manifest", usage);
  const voyage = required(given.text("voyage"), "--voyage", usage);
  const until = required(given.text("until"), "--until", usage);
  const from = given.text("from");
  const file = given.text("file");
  const expected = [...operands, ...(file === undefined ? [] : numbersIn(file))];
  const fromMs = from === undefined ? null : timeMs("--from", from);
  const window = { fromMs, untilMs: timeMs("--until", until) };
  return (rows) => withIssued(rows, { manifest, voyage, expected, ...window }, nowMs);
}

/** One number a line; empty lines are left out. Fault: config/unreadable. */
function numbersIn(path: string): readonly string[] {
  try {
    const lines = readFileSync(path, "utf8").split("\n");
    return lines.map((line) => line.trim()).filter((line) => line !== "");
  } catch (cause) {
    throw new Fault("config/unreadable", `${path}: cannot be read`, { cause });
  }
}

function timeMs(name: string, text: string): number {
  const ms = Date.parse(text);
  if (!Number.isNaN(ms)) return ms;
  throw new Fault("usage/invalid", `${name}: a time such as 2027-01-31T18:00:00+08:00`);
}

/** @param takenBack manifests that it withdraws; of those withdrawn before it says so */
function publish(
  { folder, site, gateway, given, nowMs }: Task,
  change: (rows: readonly ManifestRow[]) => readonly ManifestRow[],
  takenBack: readonly string[] = [],
): void {
  const place = { folder, site, gateway, leastVersion: versionArgument(given) };
  const { before, rows, version } = changeManifests(place, change, nowMs);
  const already = before
    .filter(({ manifest, isWithdrawn }) => isWithdrawn && takenBack.includes(manifest))
    .map(({ manifest }) => manifest);
  const manifests = rows.filter((row) => isSent(row, nowMs));
  const count = manifests.length;
  const to = `${site}/${gateway}`;
  const names = already.join(", ");
  const note = {
    en: names === "" ? "" : `\nwithdrawn before: ${names}`,
    zh: names === "" ? "" : `\n此前已撤回：${names}`,
  };
  tell(
    given,
    { site, gateway, version, manifests, ...(already.length > 0 && { already }) },
    {
      en: `${to}, version ${version}: ${count} manifests; sent now, or at its next hello${note.en}`,
      zh: `${to} 清单集第 ${version} 版：${count} 份；立即下发，离线的下次联系时下发${note.zh}`,
    },
  );
}

function list({ given, folder, site, gateway, nowMs }: Task): void {
  const rows = readBook(folder.manifestBookOf(site, gateway));
  const told = rows.map((row) => ({ ...row, isSent: isSent(row, nowMs) }));
  const lines = (words: Words): string =>
    told.length === 0 ? words.none : told.map((row) => lineOf(row, words)).join("\n");
  tell(given, { site, gateway, manifests: told }, { en: lines(english), zh: lines(chinese) });
}

function lineOf(row: ManifestRow & { readonly isSent: boolean }, words: Words): string {
  const { manifest, voyage, expected, untilMs, isWithdrawn } = row;
  const state = row.isSent ? words.sent : isWithdrawn ? words.withdrawn : words.over;
  const until = new Date(untilMs).toISOString();
  return `${manifest}  ${voyage}  ${expected.length} ${words.parcels}  ${until}  ${state}`;
}

function tell(
  given: Arguments,
  facts: Readonly<Record<string, unknown>>,
  words: { readonly en: string; readonly zh: string },
): void {
  const text = given.has("json") ? JSON.stringify(facts) : words[languageArgument(given, usage)];
  process.stdout.write(`${text}\n`);
}
