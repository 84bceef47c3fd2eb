// Several operators at once: each version is signed once, each number given once, nothing is lost.

import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openDocument } from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { withSigningLock } from "../../broker/adapters/files/signing-lock.ts";
import { CenterRig } from "./center-rig.ts";
import { temporaryFolder } from "./ledger-rig.ts";

const rig = new CenterRig();
const { site, gateway } = rig.enroll("boat-l");
afterAll(() => rig.remove());

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, ...args: readonly string[]): Promise<Ended> {
  const path = new URL(`../../broker/dist/${program}.js`, import.meta.url).pathname;
  const child = spawn(process.execPath, [path, ...args, `--broker-data=${rig.folder.path}`]);
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (some: Buffer) => (stdout += some.toString()));
  child.stderr.on("data", (some: Buffer) => (stderr += some.toString()));
  return new Promise((resolve) => {
    child.once("close", (status) => resolve({ status, stdout, stderr }));
  });
}

const at = [`--site=${site}`, `--gateway=${gateway}`, "--json"];
const operators = [1, 2, 3, 4, 5, 6];

function fieldOf(name: string, { stdout, stderr, status }: Ended): unknown {
  expect(status, stderr).toBe(0);
  return new Map(Object.entries(JSON.parse(stdout))).get(name);
}

describe("commands that sign at once", () => {
  it("give each set of manifests a version of its own, and lose none", async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const voyage = ["--voyage=v-1", `--until=${tomorrow}`];
    const ended = await Promise.all(
      operators.map((one) =>
        run("manifest", "issue", ...at, `--manifest=m-${one}`, ...voyage, "1"),
      ),
    );
    const versions = ended.map((each) => Number(fieldOf("version", each)));
    expect(versions.toSorted((a, b) => a - b)).toEqual(operators);
    const bytes = readFileSync(join(rig.folder.manifests, `${site}.${gateway}.manifests`));
    const set = openDocument("manifests", bytes, [verifierOf(rig.folder.center.publicKey)], sha256);
    if (!set.ok) throw new Error(set.detail);
    const names = set.value.message.manifests.map(({ manifest }) => String(manifest));
    expect(names.toSorted()).toEqual(operators.map((one) => `m-${one}`));
  });

  it("give each one-time code a number of its own", async () => {
    const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const code = ["--box=box-a", "--action=deposit", `--until=${until}`];
    const ended = await Promise.all(operators.map(() => run("code", "once", ...at, ...code)));
    const numbers = ended.map((each) => Number(fieldOf("number", each)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(operators.map((one) => one - 1));
  });

  it("publish one policy of a version, and say so to whoever comes second", async () => {
    const source = join(rig.folder.path, "policy.yaml");
    writeFileSync(source, "version: 7\nroles: []\n");
    const signed = (one: number) => {
      const out = join(rig.folder.path, `${one}.policy`);
      return run("policy", "sign", `--site=${site}`, "--publish", source, out);
    };
    const ended = await Promise.all(operators.slice(0, 2).map(signed));
    expect(new Set(ended.map(({ status }) => status))).toEqual(new Set([0, 65]));
    expect(ended.map(({ stderr }) => stderr).join("")).toContain("holds a policy of version 7");
    const told = ended.map(({ stdout }) => stdout).join("");
    expect(told).toBe(`signed and published policy version 7 of ${site}\n`);
  });
});

it("a lock that stays held is told, and nothing is changed", () => {
  const folder = temporaryFolder();
  let runs = 0;
  const inner = (): unknown => withSigningLock(folder.path, () => (runs += 1), 0);
  expect(() => withSigningLock(folder.path, inner)).toThrow(/another command signs/);
  expect(runs).toBe(0);
  expect(inner()).toBe(1);
  folder.remove();
});
