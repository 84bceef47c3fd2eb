// What no gateway would take is refused where it is made: it would keep back everything after it.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits, openDocument, signDocument, toHex, type DraftOf } from "@driftbox/proto";
import { generateKey, sha256, verifierOf } from "@driftbox/proto/node";
import { CenterFolder } from "../../broker/adapters/files/center-folder.ts";
import { PublishedFiles } from "../../broker/adapters/files/published-files.ts";
import { actionNumbers } from "../../broker/app/policy-words.ts";
import { grantDraft } from "../../broker/app/grant-draft.ts";
import { nextSet } from "../../broker/app/grant-set.ts";
import { gatewayArgument, siteArgument } from "../../broker/command-line.ts";
import { temporaryFolder } from "./ledger-rig.ts";

let folder: ReturnType<typeof temporaryFolder>;
let center: CenterFolder;
const site = siteArgument("s-1");
const gateway = gatewayArgument("boat-a");
const at = (name: string) => join(folder.path, name);

function run(program: string, ...args: readonly string[]) {
  const path = new URL(`../../broker/dist/${program}.js`, import.meta.url).pathname;
  const all = [path, ...args, `--broker-data=${center.path}`, "--site=s-1"];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
  return { status, stdout, stderr };
}

function signedGrant(grant: string, more: DraftOf<"grant"> = {}): Uint8Array {
  const what = { box: "box-a", actions: [actionNumbers["collect"] ?? 0], person: grant, ...more };
  return signDocument("grant", { grant, site, issuedUs: 1, ...what }, center.center, sha256);
}

beforeEach(() => {
  folder = temporaryFolder();
  center = new CenterFolder(at("center"), { mayMake: true });
  const enrolled = run("enroll", `--gateway-data=${at("boat")}`, "--gateway=boat-a");
  expect(enrolled).toMatchObject({ status: 0 });
});
afterEach(() => folder.remove());

describe("a grant is not signed", () => {
  const write = (more: object) =>
    grantDraft({
      site,
      written: { grant: "g-1", box: "box-a", actions: ["collect"], ...more },
      issuedMs: 0,
    });

  it.each([
    [
      "that ends before it begins",
      { person: "p", from: "2027-01-02T00:00:00Z", until: "2027-01-01T00:00:00Z" },
      "grant: ends before it begins",
    ],
    [
      "for a bearer who should prove something",
      { bearer: true, leastAssurance: "mutual-auth" },
      "grant.leastAssurance: a bearer proves nothing",
    ],
    [
      "for more parcels than a gateway takes",
      { person: "p", parcels: Array.from({ length: 65 }, String) },
      "grant.parcels: more than 64",
    ],
  ])("%s", (_what, more, words) => {
    expect(() => write(more)).toThrow(words);
  });
});

describe("a set is not published", () => {
  it("with more grants of one person at a box than a gateway takes", () => {
    const trusted = [verifierOf(center.center.publicKey)];
    const parts = { site, trusted, sha256, nowMs: 1 };
    const files = Array.from({ length: 257 }, (_, n) => {
      return { path: `g-${n}`, bytes: signedGrant(`g-${n}`, { person: "p-1" }) };
    });
    const taken = nextSet(undefined, { added: files.slice(1), revoked: [] }, parts);
    expect(taken.grants).toHaveLength(256);
    const all = { added: files, revoked: [] };
    expect(() => nextSet(undefined, all, parts)).toThrow("over 256 grants of p-1 at box-a");
  });

  it("when it is longer than what the center sends", () => {
    const parcels = Array.from({ length: 13 }, (_, n) => `${n}`.padStart(60, "0"));
    const one = signedGrant("g-00000", { parcels }).length + 3;
    const count = Math.floor((limits.policyMaxBytes - 300) / one);
    const grants = Array.from({ length: count }, (_, n) => {
      return signedGrant(`g-${`${n}`.padStart(5, "0")}`, { parcels });
    });
    const set = { version: 7, site, issuedUs: 1, grants, revoked: [] };
    const before = signDocument("grants", set, center.center, sha256);
    expect(before.length).toBeLessThan(limits.policyMaxBytes);
    mkdirSync(center.grants);
    writeFileSync(center.grantsOf(site, gateway), before);
    const more = ["g-more1", "g-more2"].map((name) => {
      writeFileSync(at(name), signedGrant(name, { parcels }));
      return at(name);
    });
    const published = run("grant", "publish", "--gateway=boat-a", ...more);
    expect(published).toMatchObject({ status: 65, stdout: "" });
    expect(published.stderr).toContain(`over ${limits.policyMaxBytes}`);
    const trusted = [verifierOf(center.center.publicKey)];
    const kept = openDocument(
      "grants",
      readFileSync(center.grantsOf(site, gateway)),
      trusted,
      sha256,
    );
    expect(kept).toMatchObject({ value: { message: { version: 7 } } });
  }, 60_000);

  it("of a policy that is too long, and one that lies there all the same is told once", () => {
    const persons = Array.from({ length: 20_000 }, (_, n) => {
      const name = `${n}`.padStart(64, "0");
      return `  - { person: "${name}", role: "r", organization: "${"o".repeat(140)}" }`;
    });
    const lines = ["version: 1", "roles: [{ role: r }]", "persons:", ...persons];
    writeFileSync(at("policy.yaml"), lines.join("\n"));
    const signed = run("policy", "sign", "--publish", at("policy.yaml"), at("out"));
    expect(signed).toMatchObject({ status: 65 });
    expect(signed.stderr).toContain(`over ${limits.policyMaxBytes}`);
    writeFileSync(center.policyOf(site), new Uint8Array(limits.policyMaxBytes + 1));
    const told: string[] = [];
    const quiet = () => undefined;
    const error = (_fields: unknown, text: string) => void told.push(text);
    const files = new PublishedFiles(center, { info: quiet, warn: quiet, error });
    expect([files.of({ site, gateway }), files.of({ site, gateway })]).toEqual([[], []]);
    expect(told).toEqual(["a signed document is too large to be sent"]);
  });
});

describe("a set that another key signed", () => {
  const publish = (verb: string, ...more: readonly string[]) =>
    run("grant", verb, "--gateway=boat-a", "--json", ...more);
  const policy = (version: number, ...keys: readonly string[]) => {
    writeFileSync(
      at("policy.yaml"),
      `version: ${version}\nroles: [{ role: r }]\ngrantKeys: ${JSON.stringify(keys)}\n`,
    );
    const signed = run("policy", "sign", "--publish", at("policy.yaml"), at("policy"));
    expect(signed).toMatchObject({ status: 0, stderr: "" });
  };

  it("is gone on with while the policy names its key, and without its grants after", () => {
    const { privatePem, publicKey } = generateKey();
    writeFileSync(at("office.key"), privatePem, { mode: 0o600 });
    writeFileSync(at("grant.yaml"), "grant: g-office\nperson: p\nbox: b\nactions: [collect]\n");
    const key = `--key=${at("office.key")}`;
    expect(run("grant", "sign", at("grant.yaml"), at("g-office"), key)).toMatchObject({
      status: 0,
    });
    writeFileSync(at("g-center"), signedGrant("g-center"));
    expect(publish("publish", at("g-office"), at("g-center"), key)).toMatchObject({ status: 0 });
    const refused = publish("revoke", "g-paper");
    expect(refused).toMatchObject({ status: 65 });
    expect(refused.stderr).toContain("give the key that signed it with --key");
    policy(1, toHex(publicKey));
    const two = { version: 2, grants: 2, revoked: 1 };
    expect(JSON.parse(publish("revoke", "g-paper").stdout)).toMatchObject(two);
    policy(2);
    const ended = { version: 3, grants: 1, revoked: 2, ended: ["g-office"] };
    expect(JSON.parse(publish("revoke", "g-other").stdout)).toMatchObject(ended);
  });
});
