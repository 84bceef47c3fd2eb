// The documents say what the code has: commands, error codes, dependencies, lint rules, numbers.

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { posix } from "node:path";
import { spawnSync } from "node:child_process";
import { errorCodes, parseSiteName, readUncheckedDocument, signDocument } from "@driftbox/proto";
import { generateKey, sha256, signerFromPem } from "@driftbox/proto/node";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { policyDraft } from "../../broker/app/policy-draft.ts";
import { compilingFor } from "../../gateway/app/uplink/policy-source.ts";
import { layoutOf } from "../../gateway/compose.ts";
import { loadConfig } from "../../gateway/config/config.ts";
import { runSteps } from "../../gateway/custody/steps.ts";
import { must } from "../gateway/app/fixtures.ts";
import { measuredTable, type Measured } from "../bench/measured-table.ts";
import {
  codeWords,
  headingLevels,
  localLinks,
  markdownFiles,
  readDocument,
  runtimeDependencies,
  tableRows,
} from "./documents.ts";
import { root } from "./source-tree.ts";

const readmes = ["README.md", "README.zh-CN.md"] as const;

test("both READMEs have the same sections, steps, tables and commands", () => {
  const [english, chinese] = readmes.map(readDocument);
  if (english === undefined || chinese === undefined) throw new Error("no README");
  expect(headingLevels(english).length).toBeGreaterThanOrEqual(8);
  expect(headingLevels(chinese)).toEqual(headingLevels(english));
  const blocks = (text: string) => text.match(/^ *```sh[^]*?^ *```$/gm);
  expect(blocks(chinese)).toEqual(blocks(english));
  expect(tableRows(chinese).length).toBe(tableRows(english).length);
  const items = (text: string) => text.match(/^(?:\d\.|-) /gm)?.length;
  expect(items(chinese)).toBe(items(english));
});

test.each(readmes)("%s names the commands a newcomer needs", (path) => {
  const text = readDocument(path);
  const commands = ["npm install && npm start", "npm install && npm test", "npm run check"];
  for (const command of [...commands, "enroll", "policy sign", "verify"]) {
    expect(text).toContain(command);
  }
});

test("links inside the project lead to files that exist", () => {
  const links = markdownFiles().flatMap((path) =>
    localLinks(readDocument(path)).map((link) => [path, link] as const),
  );
  expect(links.length).toBeGreaterThanOrEqual(20);
  const dead = links.filter(
    ([path, link]) => !existsSync(root + posix.join(posix.dirname(path), link)),
  );
  expect(dead).toEqual([]);
});

test("decisions are numbered without holes and open with their number", () => {
  const names = readdirSync(`${root}docs/decisions`).toSorted();
  expect(names.length).toBeGreaterThanOrEqual(4);
  for (const [i, name] of names.entries()) {
    const number = String(i + 1).padStart(4, "0");
    expect(name).toMatch(new RegExp(`^${number}-[a-z0-9-]+\\.md$`));
    expect(readDocument(`docs/decisions/${name}`)).toMatch(new RegExp(`^# ${number} \\S`));
  }
});

test("every error code has a row for the operator, and no row is left over", () => {
  const rows = tableRows(readDocument("docs/operating.md"));
  const documented = rows.flatMap(([first = ""]) =>
    codeWords(first).filter((word) => /^[a-z]+\/[a-z-]+$/.test(word)),
  );
  expect(documented.toSorted()).toEqual(Object.keys(errorCodes).toSorted());
});

test("every runtime dependency has a reason, and every reason a dependency", () => {
  const rows = tableRows(readDocument("docs/dependencies.md")).slice(1);
  const documented = rows.map(([name = "", users = ""]) => [
    codeWords(name)[0],
    users.split(", ").toSorted(),
  ]);
  const actual = [...runtimeDependencies()].map(([name, users]) => [name, users.toSorted()]);
  const byName = (a: unknown[], b: unknown[]) => String(a[0]).localeCompare(String(b[0]));
  expect(documented.toSorted(byName)).toEqual(actual.toSorted(byName));
  expect(rows.every(([, , why = "", limits = ""]) => why !== "" && limits !== "")).toBe(true);
});

test("every test that the threat model names exists, and is where tests are", () => {
  const rows = tableRows(readDocument("docs/threat-model.md")).slice(1);
  const named = rows.flatMap((row) => codeWords(row.at(-1) ?? ""));
  expect(named.length).toBeGreaterThanOrEqual(40);
  const isProof = /^(?:test|proto\/vectors|device-sim\/scenarios)\//;
  expect(named.filter((path) => !isProof.test(path) || !existsSync(root + path))).toEqual([]);
});

test("every command has a row in the architecture, and no row is left over", () => {
  const table = /^const commands = \{([^]*?)^\};/m.exec(readDocument("bin/driftbox.js"))?.[1] ?? "";
  const commands = [...table.matchAll(/^ {2}"?([a-z-]+)"?: \[/gm)].map(([, word]) => word);
  expect(commands.length).toBeGreaterThanOrEqual(11);
  const rows = tableRows(readDocument("docs/architecture.md"), "## Commands").slice(1);
  const documented = rows.map(([first = ""]) => /^`driftbox ([a-z-]+)/.exec(first)?.[1]);
  expect(documented.length).toBe(commands.length + 1);
  expect(new Set(documented)).toEqual(new Set([...commands, "version"]));
});

test.each([
  ["docs/architecture.md", /^```yaml\n([^]*?)^```/m],
  ["systemd/examples/gateway.yaml", /^([^]*)$/],
])("a gateway would start with the configuration in %s", (path, block) => {
  const text = block.exec(readDocument(path))?.[1] ?? "";
  const folder = mkdtempSync(`${tmpdir()}/driftbox-documents-`);
  try {
    writeFileSync(`${folder}/gateway.yaml`, text);
    const sources = { path: `${folder}/gateway.yaml`, environment: {}, settings: [] };
    expect(loadConfig(sources).boxes.length).toBeGreaterThanOrEqual(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ["docs/operating.md", /^```yaml\n(version: 7[^]*?)^```/m],
  ["systemd/examples/policy.yaml", /^([^]*)$/],
])("the gateway of the example would take the policy in %s", (path, block) => {
  const sources = { path: `${root}systemd/examples/gateway.yaml`, environment: {}, settings: [] };
  const written: unknown = parse(block.exec(readDocument(path))?.[1] ?? "");
  const badgeRef = (number: string) => number.padStart(32, "0");
  const site = must(parseSiteName("ferry-12"));
  const draft = policyDraft({ site, written, badgeRef, pinRef: badgeRef, issuedMs: 0 });
  const signer = signerFromPem(generateKey().privatePem);
  const document = signDocument("policy", draft, signer, sha256);
  const { message } = must(readUncheckedDocument("policy", document));
  const rules = { site, layout: layoutOf(loadConfig(sources)) };
  expect(must(runSteps(compilingFor(message, new Uint8Array(32), rules))).version).toBeGreaterThan(
    0,
  );
});

test("every driver that can be configured is in the table of hardware", () => {
  const source = readDocument("gateway/config/devices.ts");
  const drivers = [...source.matchAll(/driver: choice\(\["([a-z0-9-]+)"\]\)/g)].map(
    ([, name]) => name,
  );
  expect(drivers.length).toBeGreaterThanOrEqual(11);
  const documented = codeWords(readDocument("docs/hardware.md")).join(" ");
  const words = new Set(documented.match(/[a-z0-9-]+/g));
  expect(drivers.filter((name = "") => !words.has(name))).toEqual([]);
});

test("every key of what is wired to a gateway is documented", () => {
  const sources = ["config/devices", "config/boxes"].map((name) =>
    readDocument(`gateway/${name}.ts`),
  );
  const keys = [
    ...sources.join("").matchAll(/\b([a-zA-Z]+): (?:optional|located|text|choice|list)\(/g),
  ];
  expect(keys.length).toBeGreaterThanOrEqual(40);
  const documented = readDocument("docs/architecture.md") + readDocument("docs/hardware.md");
  const words = new Set(documented.match(/[a-zA-Z]+/g));
  expect(keys.map(([, key = ""]) => key).filter((key) => !words.has(key))).toEqual([]);
});

interface LintSettings {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly overrides: readonly { readonly rules: Readonly<Record<string, unknown>> }[];
}

test("every lint rule that was turned on or off has its reason", () => {
  const text = readDocument(".oxlintrc.json").replace(/^\s*\/\/.*$/gm, "");
  const settings = JSON.parse(text) as LintSettings;
  const sets = [settings.rules, ...settings.overrides.map((each) => each.rules)];
  const set = new Set(sets.flatMap((rules) => Object.keys(rules)));
  const rows = tableRows(readDocument("docs/decisions/0004-lint.md"));
  const explained = new Set(rows.flatMap(([rule = ""]) => codeWords(rule)));
  const rules = [...explained].filter((word) => /^[a-z]+\/[a-z-]+$/.test(word));
  expect(rules.filter((word) => !word.startsWith("broker/")).toSorted()).toEqual(
    [...set].toSorted(),
  );
});

test("the header of docs/wire.md has no hole and ends at byte 144", () => {
  const rows = tableRows(readDocument("docs/wire.md"), "## Header, 144 bytes").slice(1);
  let end = 0;
  for (const [offset, length, field] of rows) {
    expect(Number(offset), field).toBe(end);
    end += Number(length);
  }
  expect(end).toBe(144);
});

test("the numbers in both READMEs are those of the last measurement", () => {
  const path = "docs/measured.json";
  const measured = existsSync(root + path)
    ? (JSON.parse(readDocument(path)) as Measured)
    : undefined;
  expect(readDocument("README.md")).toContain(measuredTable(measured, "en"));
  expect(readDocument("README.zh-CN.md")).toContain(measuredTable(measured, "zh"));
});

const canAnalyze = spawnSync("systemd-analyze", ["--version"]).status === 0;

test.skipIf(!canAnalyze)("systemd accepts both units and finds them tight", () => {
  for (const unit of ["driftbox-gateway.service", "driftbox-broker.service"]) {
    const path = `${root}systemd/${unit}`;
    const analyze = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync("systemd-analyze", [...args, path], {
        encoding: "utf8",
      });
      return { status, output: stdout + stderr };
    };
    const security = ["security", "--offline=true", "--threshold=20"];
    expect(analyze(...security).status, unit).toBe(0);
    expect(analyze("verify").output, unit).not.toContain(unit);
  }
});

test("comments of a unit stand on their own line, where systemd understands them", () => {
  const isUnit = /\.(?:service|sysusers|tmpfiles|rules)$/;
  const units = readdirSync(`${root}systemd`).filter((name) => isUnit.test(name));
  expect(units.length).toBeGreaterThanOrEqual(5);
  for (const name of units) {
    const lines = readDocument(`systemd/${name}`).split("\n");
    expect(lines[0]).toMatch(/^# [A-Z].*\.$/);
    expect(lines.filter((line) => /^[^#].*\s#/.test(line))).toEqual([]);
  }
});
