// Enrolling, signing policies and reading settings: files, modes, refusals and exit codes.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Fault, openDocument, parseSiteName, toHex } from "@driftbox/proto";
import { badgeRefOf, pinRefOf, sha256, verifierOf } from "@driftbox/proto/node";
import { CenterFolder } from "../../broker/adapters/files/center-folder.ts";
import { FileRegistry } from "../../broker/adapters/files/file-registry.ts";
import { policyDraft } from "../../broker/app/policy-draft.ts";
import { readSettings } from "../../broker/config.ts";
import { temporaryFolder } from "./ledger-rig.ts";

let folder: ReturnType<typeof temporaryFolder>;
const at = (...parts: readonly string[]) => join(folder.path, ...parts);

function run(program: string, ...args: readonly string[]) {
  const path = new URL(`../../broker/dist/${program}.js`, import.meta.url).pathname;
  const { status, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: "utf8" });
  return { status, stderr };
}

function enroll(gateway: string, to: string, ...more: readonly string[]) {
  const center = `--broker-data=${at("center")}`;
  return run(
    "enroll",
    center,
    `--gateway-data=${at(to)}`,
    "--site=s-1",
    `--gateway=${gateway}`,
    ...more,
  );
}

function codeOf(step: () => unknown): string {
  try {
    step();
    return "none";
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
}

beforeEach(() => {
  folder = temporaryFolder();
  expect(new CenterFolder(at("center"), { mayMake: true }).path).toBe(at("center"));
});
afterEach(() => folder.remove());

describe("driftbox enroll", () => {
  it("fills both folders for their owners only, and never overwrites", () => {
    expect(enroll("boat-a", "boat")).toMatchObject({ status: 0, stderr: "" });
    const secret = ["gateway.key", "badge.key", "pin.key", "code.key", "enrollment.document"];
    for (const file of [...secret, "center.keys", "registrar.pub"]) {
      expect([file, statSync(at("boat", file)).mode & 0o777]).toEqual([file, 0o600]);
    }
    expect(statSync(at("boat")).mode & 0o777).toBe(0o700);
    expect(statSync(at("center", "registrar.key")).mode & 0o777).toBe(0o600);
    expect(readFileSync(at("center", "enrollments", "s-1.boat-a.document"))).toEqual(
      readFileSync(at("boat", "enrollment.document")),
    );
    const key = readFileSync(at("boat", "gateway.key"));
    expect(enroll("boat-b", "boat")).toMatchObject({ status: 78 });
    expect(enroll("boat-a", "elsewhere").stderr).toContain("config/value");
    expect(readFileSync(at("boat", "gateway.key"))).toEqual(key);
    expect(enroll("boat-b", "boat-2").status).toBe(0);
    expect(readFileSync(at("boat-2", "badge.key"))).toEqual(readFileSync(at("boat", "badge.key")));
  });

  it("gives the gateway the registrar's key apart from the keys it takes receipts from", () => {
    enroll("boat-a", "boat");
    const center = new CenterFolder(at("center"), { mayMake: false });
    const hexIn = (file: string) => readFileSync(at("boat", file), "utf8");
    expect(hexIn("center.keys")).toBe(`${toHex(center.center.publicKey)}\n`);
    expect(hexIn("registrar.pub")).toBe(`${toHex(center.registrar.publicKey)}\n`);
    const document = readFileSync(at("boat", "enrollment.document"));
    const registrar = verifierOf(center.registrar.publicKey);
    expect(openDocument("enrollment", document, [registrar], sha256).ok).toBe(true);
  });

  it("refuses a weak public key with exit code 65, and makes nobody known", () => {
    const said = enroll("boat-a", "boat", `--public-key=${"00".repeat(32)}`);
    expect(said.status).toBe(65);
    expect(said.stderr).toMatch(/^driftbox enroll: key\/weak: .*\n$/);
    expect(existsSync(at("center", "enrollments", "s-1.boat-a.document"))).toBe(false);
  });

  it("is not believed by the registry when another registrar signed, or the name differs", () => {
    enroll("boat-a", "boat");
    const other = new CenterFolder(at("other"), { mayMake: true });
    const document = readFileSync(at("boat", "enrollment.document"));
    const named = (center: CenterFolder, file: string) => {
      writeFileSync(join(center.enrollments, file), document);
      const reported: unknown[] = [];
      const log = {
        info: () => 0,
        warn: () => 0,
        error: (...all: unknown[]) => reported.push(all),
      };
      const registrarKey = center.registrar.publicKey;
      const options = { folder: center.enrollments, registrarKey, now: () => Date.now(), log };
      return [new FileRegistry(options).all().length, reported.length];
    };
    expect(named(other, "s-1.boat-a.document")).toEqual([0, 1]);
    expect(
      named(new CenterFolder(at("center"), { mayMake: false }), "s-1.boat-z.document"),
    ).toEqual([1, 1]);
  });
});

describe("a center's keys", () => {
  it("are made in an empty folder only, and by the center only", () => {
    rmSync(at("center"), { recursive: true });
    expect(enroll("boat-a", "boat")).toMatchObject({
      status: 78,
      stderr: expect.stringContaining("key/unreadable"),
    });
    expect([existsSync(at("center")), existsSync(at("boat"))]).toEqual([false, false]);
  });

  it.each(["center.key", "registrar.key"])("a lost %s is not replaced", (file) => {
    const open = () => new CenterFolder(at("center"), { mayMake: true });
    rmSync(at("center", file));
    const { publicKey } = file === "center.key" ? open().center : open().registrar;
    expect(publicKey).toHaveLength(32);
    for (const used of ["ledger.sqlite", "enrollments/s-1.boat-a.document"]) {
      writeFileSync(at("center", used), "");
      rmSync(at("center", file), { force: true });
      expect(codeOf(open)).toBe("key/unreadable");
      expect(existsSync(at("center", file))).toBe(false);
      rmSync(at("center", used));
    }
  });
});

const noon = { from: "11:00", to: "13:00" };

describe("driftbox policy sign", () => {
  const yaml = (version: number) => `
version: ${version}
utcOffsetMin: 480
badges: [{ number: "0a001e4c27", person: courier-07, role: courier }]
roles:
  - role: courier
    rights:
      - { box: box-a, canCollect: true, windows: [{ days: [mon, sun], from: "7:00", to: "24:00" }] }
blocked: ["0A001E4C99"]
`;
  const sign = (version: number, ...more: readonly string[]) => {
    writeFileSync(at("policy.yaml"), yaml(version));
    const center = `--broker-data=${at("center")}`;
    return run("policy", "sign", center, "--site=s-1", ...more, at("policy.yaml"), at("out"));
  };

  it("signs references instead of numbers, refuses to go back, and publishes when asked", () => {
    enroll("boat-a", "boat");
    expect(sign(2, "--publish")).toMatchObject({ status: 0, stderr: "" });
    expect(sign(1)).toMatchObject({ status: 65, stderr: expect.stringContaining("policy/older") });
    const center = new CenterFolder(at("center"), { mayMake: false });
    const site = parseSiteName("s-1");
    if (!site.ok) throw new Error("bad name");
    const bytes = readFileSync(center.policyOf(site.value));
    const trusted = [verifierOf(center.center.publicKey)];
    const opened = openDocument("policy", bytes, trusted, sha256);
    if (!opened.ok) throw new Error(opened.detail);
    const { message } = opened.value;
    const badgeKey = center.badgeKey(site.value, { mayMake: false });
    const reference = badgeRefOf("0A001E4C27", badgeKey);
    expect(toHex(message.badges[0]?.badgeRef ?? new Uint8Array())).toBe(reference);
    const windows = message.roles[0]?.rights?.[0]?.windows;
    expect(windows).toMatchObject([{ days: 0b1000001, fromMin: 420, toMin: 1_440 }]);
    expect(bytes.includes("1E4C27")).toBe(false);
  });

  it("signs persons with references of their PINs, and what compartments ask for", () => {
    const written = {
      version: 1,
      persons: [{ person: "p-1", organization: "gov", role: "r", pin: "4711", duressPin: "4712" }],
      badges: [{ number: "AB", person: "p-1" }],
      roles: [
        {
          role: "r",
          stale: [{ action: "collect", afterH: 72, rule: "second-person" }],
          withoutClock: [{ rule: "refuse" }],
          rights: [
            { box: "b", canAuthorize: true, windows: [{ days: ["holiday"], ...noon }] },
            { box: "b", canMaintain: true, canEmergency: true },
          ],
        },
      ],
      demands: [
        { box: "b", actions: ["collect"], pin: "weak-badge", authorizers: 1, hosts: ["bank"] },
      ],
      holidays: ["1970-01-02"],
      suspensions: [{ from: "1970-01-01T00:00:01Z", until: "1970-01-01T00:00:02Z", reason: "fog" }],
      commandKeys: ["ab".repeat(32)],
      blockedAt: "1970-01-01T00:00:01Z",
    };
    const site = parseSiteName("s-1");
    if (!site.ok) throw new Error("bad name");
    const pinRef = (person: string, pin: string) => toHex(Buffer.from(`${person} ${pin}`));
    const source = { site: site.value, written, badgeRef: () => "00", pinRef, issuedMs: 2_000 };
    const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
    expect(policyDraft(source)).toMatchObject({
      persons: [{ pinRef: bytesOf("p-1 4711"), duressRef: bytesOf("p-1 4712") }],
      badges: [{ person: "p-1", role: "" }],
      roles: [
        {
          stale: [{ action: 2, afterH: 72, leniency: 2 }],
          withoutClock: [{ action: 0, leniency: 3 }],
          rights: [
            { canAuthorize: true, windows: [{ days: 0x80 }] },
            { canMaintain: true, canEmergency: true, canCollect: false },
          ],
        },
      ],
      demands: [{ actions: [2], pin: 1, authorizers: 1, hosts: ["bank"] }],
      holidays: [1],
      suspensions: [{ box: "", fromUs: 1_000_000, untilUs: 2_000_000, reason: "fog" }],
      commandKeys: [new Uint8Array(32).fill(0xab)],
      blockedUs: 1_000_000,
    });
    expect(pinRefOf({ person: "p", pin: "1234" }, Buffer.alloc(32))).toHaveLength(32);
  });

  it("names the place of a mistake", () => {
    const site = parseSiteName("s-1");
    if (!site.ok) throw new Error("bad name");
    const said = (written: unknown) => {
      try {
        policyDraft({
          site: site.value,
          written,
          badgeRef: () => "00",
          pinRef: () => "00",
          issuedMs: 1,
        });
        return "nothing";
      } catch (error) {
        return error instanceof Fault ? error.message : String(error);
      }
    };
    const roles = [{ role: "r", rights: [{ box: "b", canOpen: true }] }];
    expect(said({ version: 1, roles })).toMatch(
      /^policy\.roles\[0\]\.rights\[0\]\.canOpen: unknown/,
    );
    expect(said({ version: 0 })).toMatch(/^policy\.version/);
    const badges = [{ number: "AB", person: "p", role: "nobody" }];
    expect(said({ version: 1, badges })).toBe("policy.badges[0].role: no role nobody");
    expect(said({ version: 1, site: "s-2" })).toMatch(/^policy\.site/);
    const persons = [{ person: "p", role: "r", pin: "12x4" }];
    expect(said({ version: 1, persons })).toMatch(/^policy\.persons\[0\]\.pin: 4 to 12 digits/);
    const demands = [{ box: "b", authorizers: 4 }];
    expect(said({ version: 1, demands })).toBe("policy.demands[0].authorizers: 0 to 3");
    expect(said({ version: 1, demands: [{ box: "b", pin: "yes" }] })).toMatch(/one of never, weak/);
    expect(said({ version: 1, holidays: ["new year"] })).toMatch(/^policy\.holidays\[0\]/);
    expect(said([])).toMatch(/^policy: expected a mapping/);
  });
});

describe("the center's settings", () => {
  it("come from defaults, file, environment and flags, the later one winning", () => {
    writeFileSync(at("center.yaml"), "data: ./here\nmqtt: { port: 1 }\nhttp: { port: 2 }\n");
    const environment = { DRIFTBOX__HTTP__PORT: "3", DRIFTBOX__MQTT__PORT: "4" };
    const args = ["--config", at("center.yaml"), "--mqtt-port", "5"];
    expect(readSettings(args, environment)).toMatchObject({
      data: at("here"),
      mqtt: { host: "127.0.0.1", port: 5 },
      http: { host: "127.0.0.1", port: 3 },
      isJson: false,
    });
  });

  it("are refused with the code of what is wrong", () => {
    writeFileSync(at("a.yaml"), "mqtt: { prot: 1 }\n");
    writeFileSync(at("b.yaml"), "data: [\n");
    expect(codeOf(() => readSettings(["--config", at("a.yaml")], {}))).toBe("config/unknown-key");
    expect(codeOf(() => readSettings(["--config", at("b.yaml")], {}))).toBe("config/unreadable");
    expect(codeOf(() => readSettings(["--config", at("c.yaml")], {}))).toBe("config/unreadable");
    expect(codeOf(() => readSettings(["--mqtt-port", "99999"], {}))).toBe("config/value");
    expect(codeOf(() => readSettings(["--nonsense"], {}))).toBe("usage/invalid");
  });
});
