// The Debian packages hold what their architecture can run, and nothing that depends on the day.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

const work = process.env["driftbox_out"] ?? "";

/** Word size and machine of an ELF header, and the flag of the hard-float calls of 32-bit Arm. */
const machines = {
  amd64: { bits: 64, machine: 62, isHardFloat: false },
  arm64: { bits: 64, machine: 183, isHardFloat: false },
  armhf: { bits: 32, machine: 40, isHardFloat: true },
};
type Architecture = keyof typeof machines;
const architectures: readonly Architecture[] = ["amd64", "arm64", "armhf"];

/** The one package of an architecture in a folder. */
function packageIn(folder: string, architecture: Architecture): string {
  const names = readdirSync(join(work, folder)).filter((name) =>
    name.endsWith(`_${architecture}.deb`),
  );
  expect(names).toHaveLength(1);
  return join(work, folder, names[0] ?? "");
}

function unpacked(architecture: Architecture): string {
  return join(work, "unpacked", architecture);
}

/** Every file of a package, from its root. */
function filesOf(architecture: Architecture): readonly string[] {
  return readdirSync(unpacked(architecture), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function machineOf(file: string): (typeof machines)[Architecture] {
  const header = readFileSync(file).subarray(0, 64);
  expect(header.toString("latin1", 0, 4)).toBe("\u007FELF");
  const bits = header[4] === 1 ? 32 : 64;
  const machine = header.readUInt16LE(18);
  const isHardFloat = bits === 32 && (header.readUInt32LE(36) & 0x400) !== 0;
  return { bits, machine, isHardFloat };
}

/** The newest version a binary asks of a library, as its minor number: 34 of GLIBC_2.34. */
function newestVersion(file: string, prefix: string): number {
  const words = readFileSync(file, "latin1").matchAll(new RegExp(`${prefix}(\\d+)`, "g"));
  return Math.max(0, ...Array.from(words, ([, minor]) => Number(minor)));
}

beforeAll(() => {
  for (const architecture of architectures) {
    mkdirSync(unpacked(architecture), { recursive: true });
    const file = packageIn("deb", architecture);
    execFileSync("dpkg-deb", ["--extract", file, unpacked(architecture)]);
  }
});

describe.each(architectures)("the package for %s", (architecture) => {
  const addons = () => filesOf(architecture).filter((file) => file.endsWith(".node"));

  test("names its architecture and a Node that is new enough", () => {
    const file = packageIn("deb", architecture);
    const field = (name: string): string =>
      execFileSync("dpkg-deb", ["--field", file, name], { encoding: "utf8" }).trim();
    expect(field("Architecture")).toBe(architecture);
    expect(field("Depends")).toContain("nodejs (>= 20.19)");
  });

  test("has every addon, for its own processor", () => {
    const names = new Set(addons().map((file) => basename(file).replace(/\..*/, "")));
    expect([...names].toSorted((one, other) => one.localeCompare(other))).toEqual([
      "@serialport+bindings-cpp",
      "better_sqlite3",
      "epoll",
      "koffi",
    ]);
    for (const file of addons()) expect(machineOf(file)).toEqual(machines[architecture]);
  });

  test("asks for no newer libraries than it depends on", () => {
    for (const file of addons()) {
      expect(newestVersion(file, "GLIBC_2\\.")).toBeLessThanOrEqual(34);
      expect(newestVersion(file, "GLIBCXX_3\\.4\\.")).toBeLessThanOrEqual(30);
    }
  });

  test("has programs, console, units and examples, and no source to compile", () => {
    const found = filesOf(architecture).map((file) => file.slice(unpacked(architecture).length));
    const programs = ["gateway", "broker", "device-sim"].map((each) => `${each}/dist/main.js`);
    const library = ["bin/driftbox.js", "broker/dist/console/index.html", ...programs];
    expect(found).toEqual(
      expect.arrayContaining([
        ...library.map((file) => `/usr/lib/driftbox/${file}`),
        "/usr/lib/driftbox/gateway/dist/outputs-off.js",
        "/usr/lib/driftbox/gateway/dist/pulse-line.js",
        "/usr/lib/systemd/system/driftbox-gateway.service",
        "/usr/lib/systemd/system/driftbox-broker.service",
        "/usr/lib/udev/rules.d/61-driftbox.rules",
        "/usr/share/doc/driftbox/examples/gateway.yaml",
        "/usr/share/doc/driftbox/third-party-licenses.txt",
      ]),
    );
    expect(found.filter((file) => /\.(?:cc?|cpp|hpp?|hh|gypi?|map|ts)$/.test(file))).toEqual([]);
  });
});

test("building twice gives the same bytes", () => {
  const digest = (folder: string): string =>
    createHash("sha256")
      .update(readFileSync(packageIn(folder, "amd64")))
      .digest("hex");
  expect(digest("again")).toBe(digest("deb"));
});

test.each([
  ["gateway", 2],
  ["broker", 1.5],
])("the unit of the %s is rated at most %d by systemd", (program, limit) => {
  const unit = join(unpacked("amd64"), `usr/lib/systemd/system/driftbox-${program}.service`);
  const args = ["security", "--offline=true", "--no-pager", unit];
  const said = execFileSync("systemd-analyze", args, { encoding: "utf8", stdio: "pipe" });
  const [, rating] = said.match(/exposure level for .*: ([\d.]+) /) ?? [];
  expect(Number(rating)).toBeLessThanOrEqual(limit);
});
