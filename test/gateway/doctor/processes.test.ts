// Doctor beside a real gateway process whose devices, link, clock, disk and process are in trouble.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clockDiscipline } from "../../../gateway/adapters/runtime/libc.ts";
import { startAedes, type AedesServer } from "../app/aedes-server.ts";
import { policyDocument, policyDraft } from "../app/fixtures.ts";
import { provision } from "../app/provision.ts";
import { Running, until } from "../app/running.ts";
import { askDoctor, causesIn, type Answer } from "./asking.ts";
import { SickBox } from "./sick-box.ts";

/** What is broken, and the row that must name it. */
const expected = {
  "device/reader-gone": "port-missing",
  "device/reader-key": "wrong-key",
  "device/reader-card": "forged-badge",
  "device/lock-noise": "disturbed-line",
  "device/reader-rate": "garbled",
  "device/lock-rate": "no-answer",
  "device/lock-echo": "echo",
  "device/lock-dark": "no-answer",
  "device/lock-one": "duplicate-address",
  "device/lock-three": "disturbed-line",
  "device/lock-good": "none",
  "lock/box-a/1": "jammed",
  "port/reader-gone": "port-missing",
  uplink: "link-down",
  gateway: "none",
};

const boundMs = 45_000;

function command(name: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(name, args);
  if (status !== 0) throw new Error(`${name} ${args.join(" ")}: ${String(stderr)}`);
}

/** Asks again and again; `meanwhile` is done before each time. */
async function untilSaid(
  configPath: string,
  wanted: Record<string, string>,
  meanwhile: () => void = () => undefined,
): Promise<Answer> {
  const end = performance.now() + boundMs;
  for (;;) {
    meanwhile();
    const answer = await askDoctor(configPath);
    const said = causesIn(answer, Object.keys(wanted));
    const isSaid = JSON.stringify(said) === JSON.stringify(wanted);
    if (isSaid || performance.now() > end) return answer;
    await new Promise((done) => setTimeout(done, 1_000));
  }
}

describe("doctor beside a gateway in trouble", () => {
  let mqtt: AedesServer;
  let sick: SickBox;
  let gateway: Running;

  beforeAll(async () => {
    mqtt = await startAedes();
    sick = new SickBox(mqtt.port);
    gateway = new Running(["gateway", "--config", sick.place.configPath, "--json"]);
    await until("the ready line", () => gateway.stdout.includes("\n"));
  }, 20_000);

  afterAll(async () => {
    gateway.child.kill("SIGKILL");
    await gateway.ended;
    await sick.close();
  });

  it(
    "names every cable, device, latch and card that is wrong, and the link",
    async () => {
      const { configPath } = sick.place;
      await untilSaid(configPath, { "device/lock-good": "none", "device/reader-card": "none" });
      await sick.breakAll();
      await mqtt.close();
      const answer = await untilSaid(configPath, expected, () => sick.tap());
      expect(causesIn(answer, Object.keys(expected))).toEqual(expected);
      expect(answer.code).toBe(1);
      for (const name of ["device/reader-rate", "device/lock-rate"]) {
        expect(answer.rows.get(name)?.means).toMatch(/baud rate.*A and B swapped/);
      }
    },
    boundMs * 2,
  );

  it("names a clock that nobody keeps", async () => {
    const { rows } = await askDoctor(sick.place.configPath);
    const isKept = clockDiscipline().isSynchronized;
    expect(rows.get("clock")?.cause).toBe(isKept ? null : "clock-untrusted");
  });

  it("names the policy file that was refused, and why, until a good one takes its place", async () => {
    const { configPath, policyPath } = sick.place;
    const good = readFileSync(policyPath);
    const rights = [{ box: "box-z", canDeposit: true, canCollect: true }];
    const roles = [{ role: "crew", allowWithoutClock: true, rights }];
    const row = "policy/refused";
    for (const [document, cause] of [
      [policyDocument(2, { ...policyDraft(2), roles }), "policy-refused"],
      [good, "none"],
    ] as const) {
      writeFileSync(policyPath, document);
      gateway.child.kill("SIGHUP");
      const { rows } = await untilSaid(configPath, { [row]: cause });
      expect(rows.get(row)?.cause ?? "none").toBe(cause);
      if (cause === "none") continue;
      expect(rows.get(row)).toMatchObject({ level: "warn" });
      expect(rows.get(row)?.seen).toContain(`${policyPath}: policy/invalid: `);
    }
  }, 30_000);

  it("refuses to probe while the gateway has the ports", async () => {
    const { code, stderr } = await askDoctor(sick.place.configPath, "--probe");
    expect(code).toBe(69);
    expect(stderr).toContain("journal/locked");
  });

  it("names a second process that wants the same journal", async () => {
    const { folder, configPath } = sick.place;
    const other = join(folder, "other.yaml");
    cpSync(configPath, other);
    const second = await new Running(["gateway", "--config", other]).ended;
    expect(second.code).toBe(69);
    const { rows } = await askDoctor(other);
    expect(rows.get("gateway")).toMatchObject({ level: "fail", cause: "second-process" });
    expect(rows.get("gateway")?.seen).toContain(String(gateway.child.pid));
  });

  it("names a gateway that was killed, and what was wrong before", async () => {
    gateway.child.kill("SIGKILL");
    await gateway.ended;
    const { rows, code } = await askDoctor(sick.place.configPath);
    expect(rows.get("gateway")).toMatchObject({ level: "fail", cause: "not-running" });
    expect(rows.get("lock/box-a/1")?.cause).toBe("jammed");
    expect(code).toBe(1);
    rmSync(join(sick.place.data, "health.json"));
    const later = await askDoctor(sick.place.configPath);
    expect(later.rows.get("lock/box-a/1")?.cause).toBe("jammed");
  });

  it("probes the ports of a dead gateway and opens no lock", async () => {
    const before = sick.stage.history?.length ?? 0;
    const { rows } = await askDoctor(sick.place.configPath, "--probe");
    expect(rows.get("device/lock-good")).toMatchObject({ level: "ok" });
    expect(rows.get("device/lock-dark")?.cause).toBe("no-answer");
    expect(rows.get("device/lock-rate")?.cause).toBe("no-answer");
    expect(rows.get("device/lock-echo")?.cause).toBe("echo");
    expect(rows.get("device/reader-key")?.cause).toBe("wrong-key");
    const kinds = (sick.stage.history ?? []).slice(before).map(({ kind }) => kind);
    expect(kinds).not.toContain("UnlockOrdered");
    expect(kinds).not.toContain("CoilEnergized");
  }, 30_000);
});

describe("doctor beside a gateway on a disk that is too small", () => {
  const disk = mkdtempSync(join(tmpdir(), "driftbox-doctor-"));
  const place = provision({ mqttPort: 1, readerPort: 1, boardPort: 2 });
  const data = join(disk, "data");
  let gateway: Running;

  beforeAll(async () => {
    command("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", disk]);
    mkdirSync(data);
    cpSync(place.data, data, { recursive: true });
    const text = readFileSync(place.configPath, "utf8").replace("./data", data);
    writeFileSync(place.configPath, text);
    gateway = new Running(["gateway", "--config", place.configPath, "--json"]);
    await until("the ready line", () => gateway.stdout.includes("\n"));
  }, 20_000);

  afterAll(async () => {
    gateway.child.kill("SIGKILL");
    await gateway.ended;
    command("umount", ["--lazy", disk]);
    rmSync(disk, { recursive: true });
    place.remove();
  });

  it("names the full disk, and the journal that has no room for an opening", async () => {
    const wanted = { "journal/room": "journal-full", disk: "disk-full" };
    const answer = await untilSaid(place.configPath, wanted);
    expect(causesIn(answer, Object.keys(wanted))).toEqual(wanted);
  }, 60_000);
});
