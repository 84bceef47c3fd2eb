// An update, a removal and a purge of the package on a box in use. The last file of its suite:
// in the end there is no package.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { isHigh } from "../gpio/simulated-chip.ts";
import { brokerData, driftbox, gatewayData, lockLine, provision } from "./packaged-box.ts";
import { brokerUnit, gatewayUnit, journalOf, mainPid, property, systemctl } from "./units.ts";

const configuration = "/etc/driftbox/gateway.yaml";
const keptFiles = [
  configuration,
  join(gatewayData, "gateway.key"),
  join(gatewayData, "documents"),
  join(brokerData, "ledger.sqlite"),
];

beforeAll(() => {
  provision();
  systemctl("start", gatewayUnit);
});

/** All that `dpkg` says, of both outputs. Throws when it fails. */
function dpkg(...args: readonly string[]): string {
  const options = (process.env["driftbox_dpkg_options"] ?? "").split(" ").filter(Boolean);
  const { status, stdout, stderr } = spawnSync("dpkg", [...options, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`dpkg ended with ${status}: ${stdout}${stderr}`);
  return stdout + stderr;
}

/** What became of the package: `install ok installed`, a space, its version. */
function packageState(): string {
  const format = "--showformat=${Status} ${Version}";
  return spawnSync("dpkg-query", ["--show", format, "driftbox"], { encoding: "utf8" }).stdout;
}

/** How often the journal of the gateway says each of these. */
function countsInJournal(): Readonly<Record<"stopping" | "off" | "failed", number>> {
  const journal = journalOf(gatewayUnit);
  const countOf = (words: string): number => journal.split(words).length - 1;
  return {
    stopping: countOf('"msg":"stopping"'),
    off: countOf("line GPIO17: off"),
    failed: countOf("Failed with result"),
  };
}

test("an update stops the gateway in order, with its outputs off, and starts the new one", () => {
  systemctl("stop", brokerUnit);
  const [before, text] = [mainPid(gatewayUnit), readFileSync(configuration, "utf8")];
  const { stopping, off, failed } = countsInJournal();
  const said = dpkg("--install", "/mnt/driftbox-newer.deb");
  expect(said).not.toMatch(/^driftbox: /m);
  expect(packageState()).toMatch(/^install ok installed .*\+newer$/);
  expect(property(gatewayUnit, "ActiveState")).toBe("active");
  expect(mainPid(gatewayUnit)).not.toBe(before);
  expect(countsInJournal()).toEqual({ stopping: stopping + 1, off: off + 1, failed });
  expect(readFileSync(configuration, "utf8")).toBe(text);
  driftbox("verify", "--data", gatewayData);
});

test("an update starts nothing that did not run", () => {
  expect(property(brokerUnit, "ActiveState")).toBe("inactive");
});

test("a removal stops the gateway, with its outputs off, and keeps what the site made", () => {
  const { stopping, off, failed } = countsInJournal();
  dpkg("--remove", "driftbox");
  expect(property(gatewayUnit, "ActiveState")).toBe("inactive");
  expect(countsInJournal()).toEqual({ stopping: stopping + 1, off: off + 1, failed });
  expect(isHigh(lockLine)).toBe(false);
  expect(existsSync("/usr/lib/driftbox")).toBe(false);
  expect(keptFiles.filter((path) => !existsSync(path))).toEqual([]);
});

test("a purge keeps it too, and says where it is", () => {
  const said = dpkg("--purge", "driftbox");
  for (const folder of ["/etc/driftbox", gatewayData, brokerData]) expect(said).toContain(folder);
  expect(packageState()).not.toContain("installed");
  expect(keptFiles.filter((path) => !existsSync(path))).toEqual([]);
});

test("without systemd-sysusers the users are made as well", () => {
  for (const user of ["driftbox", "driftbox-broker"]) execFileSync("userdel", [user]);
  const program = execFileSync("which", ["systemd-sysusers"], { encoding: "utf8" }).trim();
  renameSync(program, `${program}.away`);
  dpkg("--install", "/mnt/driftbox-newer.deb");
  const groups = execFileSync("id", ["-nG", "driftbox"], { encoding: "utf8" }).trim().split(" ");
  expect(groups.toSorted()).toEqual(["dialout", "driftbox", "gpio"]);
  const [name, , , , , home] = execFileSync("getent", ["passwd", "driftbox-broker"], {
    encoding: "utf8",
  }).split(":");
  expect({ name, home }).toEqual({ name: "driftbox-broker", home: brokerData });
});
