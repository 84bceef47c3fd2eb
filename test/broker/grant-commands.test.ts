// Grants and codes as a center makes them: files, sets, digits, numbers given once, refusals.

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fromHex, openDocument, readCode } from "@driftbox/proto";
import { pickupCodeOf, readQr, sha256, verifierOf } from "@driftbox/proto/node";
import { CenterFolder } from "../../broker/adapters/files/center-folder.ts";
import { PublishedFiles } from "../../broker/adapters/files/published-files.ts";
import { policyDraft } from "../../broker/app/policy-draft.ts";
import { gatewayArgument, siteArgument } from "../../broker/command-line.ts";
import { temporaryFolder } from "./ledger-rig.ts";

let folder: ReturnType<typeof temporaryFolder>;
const at = (...parts: readonly string[]) => join(folder.path, ...parts);

function run(program: string, ...args: readonly string[]) {
  const path = new URL(`../../broker/dist/${program}.js`, import.meta.url).pathname;
  const all = [path, ...args, `--broker-data=${at("center")}`, "--site=s-1"];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
  return { status, stdout, stderr };
}

const boat = "--gateway=boat-a";

function json(program: string, ...args: readonly string[]): unknown {
  const { stdout, stderr } = run(program, ...args, "--json");
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

function grantFile(name: string, more = ""): string {
  const path = at(`${name}.yaml`);
  writeFileSync(path, `grant: ${name}\nbearer: true\nbox: box-a\nactions: [collect]\n${more}`);
  return path;
}

beforeEach(() => {
  folder = temporaryFolder();
  expect(new CenterFolder(at("center"), { mayMake: true }).path).toBe(at("center"));
  expect(run("enroll", `--gateway-data=${at("boat")}`, boat).status).toBe(0);
});
afterEach(() => folder.remove());

describe("driftbox code", () => {
  const codeKey = () => fromHex(readFileSync(at("boat", "code.key"), "utf8").trim());

  it("prints the digits that the gateway computes with the key of its own", () => {
    const made = json("code", "pickup", boat, "--parcel=4711");
    const digits = pickupCodeOf({ parcel: "4711", issue: 0 }, codeKey() ?? new Uint8Array());
    expect(made).toEqual({ parcel: "4711", issue: 0, digits, qr: `DRIFTBOX1:${digits}` });
    expect(statSync(at("boat", "code.key")).mode & 0o777).toBe(0o600);
    expect(run("enroll", `--gateway-data=${at("b-2")}`, "--gateway=boat-b").status).toBe(0);
    expect(readFileSync(at("b-2", "code.key"))).not.toEqual(readFileSync(at("boat", "code.key")));
    const spoken = run("code", "pickup", boat, "--parcel=4711", "--lang=zh").stdout;
    expect(spoken).toContain("取件码");
    expect(spoken.replaceAll(" ", "")).toContain(digits);
  });

  it("writes the key of a gateway that was enrolled before there were codes", () => {
    const made = codeKey();
    rmSync(at("boat", "code.key"));
    expect(run("code", "key", boat, at("boat", "code.key")).status).toBe(0);
    expect(codeKey()).toEqual(made);
    expect(statSync(at("boat", "code.key")).mode & 0o777).toBe(0o600);
    expect(run("code", "key", boat, at("boat", "code.key")).status).toBe(78);
  });

  it("issues three more for a parcel, and then no other", () => {
    const issues = [1, 2, 3].map(() => json("code", "reissue", boat, "--parcel=4711"));
    expect(issues).toMatchObject([{ issue: 1 }, { issue: 2 }, { issue: 3 }]);
    expect(json("code", "pickup", boat, "--parcel=4711")).toMatchObject({ issue: 3 });
    expect(run("code", "reissue", boat, "--parcel=4711").status).toBe(78);
  });

  it("gives each number of a box and day once", () => {
    const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const once = (box: string) =>
      json("code", "once", boat, `--box=${box}`, "--action=collect", `--until=${until}`);
    expect(["a", "a", "b"].map(once)).toMatchObject([{ number: 0 }, { number: 1 }, { number: 0 }]);
    const made = new Map(Object.entries(once("b") ?? {}));
    expect(readCode(String(made.get("digits")))).toMatchObject({ word: "one-time", number: 1 });
  });

  it("refuses a day too far with one that it takes", () => {
    const once = (until: string) =>
      run("code", "once", boat, "--box=a", "--action=collect", `--until=${until}`);
    const { stderr } = once("2099-01-31");
    const example = /such as (\d{4}-\d{2}-\d{2})$/m.exec(stderr)?.[1] ?? "";
    expect(once(example)).toMatchObject({ status: 0 });
  });

  it.each([
    [["pickup", "--gateway=boat-z", "--parcel=1"], 65],
    [["pickup", boat], 2],
    [["once", boat, "--box=a", "--action=open", "--until=2027-01-01"], 2],
    [["once", boat, "--box=a", "--action=collect", "--until=2020-01-01"], 2],
    [["pickup", boat, "--parcel=1", "--lang=fr"], 2],
  ])("refuses %j", (args, status) => {
    expect(run("code", ...args)).toMatchObject({ status });
  });
});

describe("driftbox grant", () => {
  const sign = (name: string, more?: string) =>
    json("grant", "sign", grantFile(name, more), at(`${name}.grant`));
  const center = () => new CenterFolder(at("center"), { mayMake: false });
  const setOf = () => {
    const to = { site: siteArgument("s-1"), gateway: gatewayArgument("boat-a") };
    const quiet = () => undefined;
    const files = new PublishedFiles(center(), { info: quiet, warn: quiet, error: quiet });
    const body = files.of(to).find(({ word }) => word === "grants")?.body ?? new Uint8Array();
    const opened = openDocument("grants", body, [verifierOf(center().center.publicKey)], sha256);
    return opened.ok ? opened.value.message : undefined;
  };

  it("signs one for whoever shows it as a QR text that fits its limit", () => {
    const made = new Map(Object.entries(sign("g-1") ?? {}));
    const content = readQr(String(made.get("qr")));
    if (content?.word !== "document") throw new Error("no document");
    const trusted = [verifierOf(center().center.publicKey)];
    expect(openDocument("grant", content.bytes, trusted, sha256)).toMatchObject({
      value: { message: { grant: "g-1", isBearer: true } },
    });
    const long = Array.from({ length: 20 }, (_, n) => `"parcel-${"0".repeat(50)}${n}"`).join();
    const file = grantFile("g-2", `parcels: [${long}]\n`);
    expect(run("grant", "sign", file, at("g-2.grant")).stderr).toContain("grants/invalid");
  });

  it("publishes sets that only grow in version, and takes grants back for good", () => {
    for (const name of ["g-1", "g-2"]) sign(name);
    const publish = (...more: readonly string[]) => json("grant", "publish", boat, ...more);
    expect(publish(at("g-1.grant"), at("g-2.grant"))).toMatchObject({ version: 1, grants: 2 });
    expect(publish(at("g-1.grant"))).toMatchObject({ version: 2, grants: 2 });
    expect(json("grant", "revoke", boat, "g-1")).toMatchObject({ version: 3, grants: 1 });
    expect(run("grant", "publish", boat, at("g-1.grant"))).toMatchObject({ status: 65 });
    expect(setOf()).toMatchObject({ version: 3, site: "s-1", revoked: ["g-1"] });
  });

  it("goes on above the version that a gateway has, after a restore from an old backup", () => {
    sign("g-1");
    const publish = (...more: readonly string[]) => json("grant", "publish", boat, ...more);
    expect(publish(at("g-1.grant"), "--version=41")).toMatchObject({ version: 41 });
    expect(json("grant", "revoke", boat, "g-1", "--version=7")).toMatchObject({ version: 42 });
    const until = "--until=2099-01-31T00:00:00Z";
    const issue = (...more: readonly string[]) =>
      json("manifest", "issue", boat, "--manifest=m-1", "--voyage=v-1", until, "1", ...more);
    expect(issue("--version=9")).toMatchObject({ version: 9 });
    expect(issue()).toMatchObject({ version: 10 });
    expect(run("grant", "revoke", boat, "g-1", "--version=0")).toMatchObject({ status: 2 });
  });

  it("tells which grants were not published here, and revokes it all the same", () => {
    sign("g-1");
    run("grant", "publish", boat, at("g-1.grant"));
    const both = run("grant", "revoke", boat, "g-1", "paper").stdout;
    expect(both).toMatch(/2 revoked.*\nnot published here: paper; revoked all the same/);
    expect(run("grant", "revoke", boat, "x", "--lang=zh").stdout).toContain("此处未发布：x");
    expect(setOf()).toMatchObject({ revoked: ["g-1", "paper", "x"] });
  });

  it("takes back nothing at a gateway that is not enrolled, and says so", () => {
    sign("g-1");
    for (const args of [
      ["publish", at("g-1.grant")],
      ["revoke", "g-1"],
    ]) {
      const [verb = "", what = ""] = args;
      const { status, stdout, stderr } = run("grant", verb, "--gateway=boat-z", what);
      expect({ status, stdout }).toEqual({ status: 65, stdout: "" });
      expect(stderr).toContain("s-1/boat-z is not enrolled at this center");
    }
  });

  it("names the file that is no signed grant, and how one is made", () => {
    sign("g-1");
    const yaml = grantFile("g-2");
    const { status, stderr } = run("grant", "publish", boat, at("g-1.grant"), yaml);
    const line = `driftbox grant: wire/document: ${yaml}: no signed grant; run driftbox grant sign`;
    expect([status, stderr]).toEqual([65, `${line}\n`]);
  });

  it.each([
    ["two holders", "person: p\n"],
    ["an unknown key", "windows: []\n"],
    ["one for once without an end", "once: true\n"],
    ["a strange action", "actions: [open]\n"],
  ])("refuses %s", (_what, more) => {
    expect(run("grant", "sign", grantFile("g-1", more), at("out")).status).toBeGreaterThan(0);
  });
});

describe("a written policy", () => {
  const draft = (written: object) =>
    policyDraft({
      site: siteArgument("s-1"),
      written: { version: 1, ...written },
      badgeRef: () => "00".repeat(16),
      pinRef: () => "00".repeat(16),
      issuedMs: 0,
    });

  it("names voyages, keys that sign grants, and persons that are blocked", () => {
    const voyage = { voyage: "v-1", from: "2027-01-01T00:00:00Z", until: "2027-01-01T02:00:00Z" };
    const made = draft({
      voyages: [voyage],
      grantKeys: ["ab".repeat(32)],
      blockedPersons: ["p-1"],
    });
    expect(made.voyages).toMatchObject([{ voyage: "v-1" }]);
    expect(made.grantKeys?.[0]).toHaveLength(32);
    expect(made.blockedPersons).toEqual(["p-1"]);
    const late = { ...voyage, until: voyage.from };
    expect(() => draft({ voyages: [late] })).toThrow("policy.voyages[0]");
    expect(() => draft({ grantKeys: ["ab"] })).toThrow("policy.grantKeys[0]");
    expect(() => draft({ blockedPersons: [7] })).toThrow("policy.blockedPersons[0]");
  });
});
