// Manifests as a center issues them: by a command, over the real center, to a gateway's desk.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Fault, parseGatewayName, parseSiteName, type Parsed } from "@driftbox/proto";
import { verifierOf } from "@driftbox/proto/node";
import { manifestSet, withIssued, type ManifestRow } from "../../broker/app/manifest-set.ts";
import { MemoryDocuments } from "../../gateway/adapters/documents/memory-documents.ts";
import { ManifestSource } from "../../gateway/app/uplink/manifest-source.ts";
import { identity, MemoryLog } from "../gateway/app/fixtures.ts";
import { CenterRig, TestGateway, until, type Enrolled } from "./center-rig.ts";
import { batchOf } from "./sealed-chain.ts";

const rig = new CenterRig();
const program = new URL("../../broker/dist/manifest.js", import.meta.url).pathname;
const hourMs = 3_600_000;
const tomorrow = new Date(Date.now() + 24 * hourMs).toISOString();
const soonMs = 2_000;

let enrolled: Enrolled;
let gateway: TestGateway;

function run(...args: readonly string[]) {
  const at = [`--broker-data=${rig.folder.path}`, "--site=ferry-12", "--gateway=boat-m"];
  const all = [program, ...args, ...at];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
  return { status, stdout, stderr };
}

function issue(manifest: string, ...more: readonly string[]) {
  return run("issue", `--manifest=${manifest}`, "--voyage=v-1", `--until=${tomorrow}`, ...more);
}

function json(text: string): unknown {
  return JSON.parse(text);
}

/** What the gateway's own desk makes of a set that came over MQTT. */
async function judged(body: Uint8Array) {
  const inputs: unknown[] = [];
  const source = new ManifestSource({
    identity: {
      ...identity,
      site: certain(parseSiteName("ferry-12")),
      gateway: certain(parseGatewayName("boat-m")),
      gatewayId: enrolled.origin.gatewayId,
      centerKeys: [verifierOf(rig.folder.center.publicKey)],
    },
    documents: new MemoryDocuments(),
    log: new MemoryLog(),
    offer: (input) => void inputs.push(input),
    defer: (again) => void setImmediate(again),
  });
  return { taken: await source.take(body, "center"), inputs };
}

async function manifestAt(name: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  return (await rig.rows("manifests")).find(({ manifest }) => manifest === name);
}

beforeAll(async () => {
  await rig.start();
  enrolled = rig.enroll("boat-m");
  gateway = await TestGateway.connect(enrolled, {
    port: rig.mqttPort,
    centerKey: rig.folder.center.publicKey,
  });
});
afterAll(async () => {
  gateway.end();
  await rig.remove();
});

describe("driftbox manifest", () => {
  it("issues what a gateway takes, and the center shows it from then to its closing", async () => {
    const file = join(rig.folder.path, "numbers.txt");
    writeFileSync(file, "1003\n\n1002\n");
    expect(issue("m-1", "1001", "1002", `--file=${file}`, "--json")).toMatchObject({ status: 0 });
    const waiting = await until(() => manifestAt("m-1"), "the center shows what it issued");
    expect(waiting).toMatchObject({ state: "issued", expected: ["1001", "1002", "1003"] });

    await gateway.publish("hello", gateway.sealed.hello());
    const set = await until(
      () => gateway.received.find(({ word }) => word === "manifests"),
      "the set comes in answer to the hello",
    );
    const { taken, inputs } = await judged(set.body);
    expect(taken).toMatchObject({ ok: true, value: { version: 1 } });
    const manifest = { manifest: "m-1", voyage: "v-1", expected: ["1001", "1002", "1003"] };
    expect(inputs).toMatchObject([{ kind: "ManifestsAccepted", manifests: [manifest] }]);

    gateway.sealed.seal({ kind: "ManifestOpened", ...manifest }, Date.now());
    gateway.sealed.seal(
      {
        kind: "ManifestClosed",
        manifest: "m-1",
        expected: manifest.expected,
        found: ["1001", "1002"],
        missing: ["1003"],
        extra: ["2001"],
        persons: ["p-1", "p-2"],
      },
      Date.now(),
    );
    await gateway.publish("events", batchOf(gateway.sealed.events));
    const closed = await until(async () => {
      const view = await manifestAt("m-1");
      return view?.["state"] === "closed" && view;
    }, "the center heard of its closing");
    expect(closed).toMatchObject({
      found: ["1001", "1002"],
      missing: ["1003"],
      extra: ["2001"],
      persons: ["p-1", "p-2"],
      untilMs: Date.parse(tomorrow),
    });
    const troubles = await rig.rows("troubles");
    expect(troubles).toMatchObject([{ kind: "ParcelsMissing", about: "m-1", parcels: ["1003"] }]);
  });

  it("grows by what is added, takes back for good, and lists both", () => {
    expect(issue("m-2", "1")).toMatchObject({ status: 0 });
    const more = json(issue("m-2", "2", "--json").stdout);
    const both = expect.arrayContaining([
      expect.objectContaining({ manifest: "m-2", expected: ["1", "2"] }),
    ]);
    expect(more).toMatchObject({ manifests: both });
    expect(run("withdraw", "m-2").stdout).not.toContain("before");
    expect(run("withdraw", "m-2").stdout).toMatch(/\nwithdrawn before: m-2\n$/);
    expect(issue("m-2", "3")).toMatchObject({ status: 65 });
    const words = run("list", "--lang=zh");
    expect(words.stdout, words.stderr).toMatch(/^m-2 {2}v-1 {2}2 件 .* 已撤回$/m);
    const rows = json(run("list", "--json").stdout);
    expect(rows).toMatchObject({
      manifests: [
        { manifest: "m-1", isSent: true },
        { manifest: "m-2", isWithdrawn: true, isSent: false },
      ],
    });
  });

  it("is told when a gateway has not taken one whose window is over, and may be issued again", async () => {
    const until1 = new Date(Date.now() + soonMs).toISOString();
    expect(run("issue", "--manifest=m-3", "--voyage=v-1", `--until=${until1}`, "7").status).toBe(0);
    const overdue = await until(async () => {
      const troubles = await rig.rows("troubles");
      return troubles.find(({ kind }) => kind === "ManifestNotTaken");
    }, "the window is over");
    expect(overdue).toMatchObject({ about: "m-3", event: null, gateway: "boat-m" });
    expect(await manifestAt("m-3")).toMatchObject({ state: "lapsed", isOverdue: false });
    expect(issue("m-3", "7")).toMatchObject({ status: 0 });
    await until(async () => {
      const view = await manifestAt("m-3");
      return view?.["state"] === "issued" && view;
    }, "it is issued again");
    const kinds = (await rig.rows("troubles")).map(({ kind }) => kind);
    expect(kinds).not.toContain("ManifestNotTaken");
  });

  it.each([
    ["no time", ["issue", "--manifest=m-9", "--voyage=v", "--until=soon", "1"], 2],
    ["a name nobody issued", ["withdraw", "m-99"], 65],
  ])("refuses %s", (_what, args, status) => {
    expect(run(...args)).toMatchObject({ status });
  });
});

describe("the manifests of a gateway", () => {
  const nowMs = 1_790_000_000_000;
  const row = (manifest: string, change: Partial<ManifestRow> = {}): ManifestRow => {
    const window = { fromMs: null, untilMs: nowMs + hourMs };
    return { manifest, voyage: "v-1", expected: ["1"], ...window, isWithdrawn: false, ...change };
  };

  it.each<[string, readonly ManifestRow[], ManifestRow]>([
    ["expects nothing", [], row("m-1", { expected: [] })],
    ["is over", [], row("m-1", { untilMs: nowMs })],
    ["ends before it begins", [], row("m-1", { fromMs: nowMs + 2 * hourMs })],
    ["has a name that is too long", [], row("m".repeat(65))],
    [
      "expects too much",
      [],
      row("m-1", { expected: Array.from({ length: 257 }, (_, n) => `${n}`) }),
    ],
    ["is for another voyage already", [row("m-1", { voyage: "v-2" })], row("m-1")],
    ["was withdrawn", [row("m-1", { isWithdrawn: true })], row("m-1")],
    ["is the seventeenth", Array.from({ length: 16 }, (_, n) => row(`m-${n}`)), row("m-99")],
  ])("take none that %s", (_what, before, issued) => {
    expect(() => withIssued(before, issued, nowMs)).toThrow(Fault);
  });

  it("are sent while they last, and kept for a month to be shown", () => {
    const day = 24 * hourMs;
    const ended = [3, 31].map((days) => row(`m-${days}`, { untilMs: nowMs - days * day }));
    const rows = withIssued(ended, row("m-1"), nowMs);
    expect(rows.map(({ manifest }) => manifest)).toEqual(["m-3", "m-1"]);
    const site = certain(parseSiteName("ferry-12"));
    const set = manifestSet(rows, { site, versionBefore: 4, nowMs });
    expect(set).toMatchObject({ version: 5, manifests: [{ manifest: "m-1", expected: ["1"] }] });
    expect(set.manifests).toHaveLength(1);
  });
});

function certain<T>(value: Parsed<T>): T {
  if (!value.ok) throw new Error(value.detail);
  return value.value;
}
