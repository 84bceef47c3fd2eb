// The health page: what it tells of a running gateway, when it is written, and what it never holds.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { healthFile, healthFolder } from "../../../gateway/adapters/runtime/health-file.ts";
import type { HealthPage } from "../../../gateway/app/health/health-page.ts";
import { healthAliveMs, healthEveryMs } from "../../../gateway/app/health/health-watch.ts";
import { badgeRef, MemoryLog } from "./fixtures.ts";
import { GatewayRig } from "./gateway-rig.ts";

async function running() {
  const pages: HealthPage[] = [];
  const rig = new GatewayRig();
  rig.keepHealthPage = (page) => void pages.push(page);
  const gateway = await rig.start();
  return { rig, gateway, pages };
}

function last(pages: readonly HealthPage[]): HealthPage {
  const page = pages.at(-1);
  if (page === undefined) throw new Error("no page was written");
  return page;
}

describe("the health page of a gateway", () => {
  it("is there once the gateway is ready, with everything that is asked after", async () => {
    const { pages } = await running();
    expect(pages).toHaveLength(1);
    expect(last(pages)).toMatchObject({
      format: 1,
      site: "ferry-12",
      gateway: "ferry-12-a",
      devices: [
        { id: "lock-a", role: "board", state: "online", reason: "" },
        { id: "position", role: "position", state: "absent" },
      ],
      compartments: [{ box: "box-a", number: 1, lock: "unknown", fault: null, dissents: [] }],
      queue: { refused: 0, unrecorded: 0, isPaused: false },
      journal: { nextSeq: 3, canOpen: true },
      uplink: { outboxCount: 3, receiptedNextSeq: 0, receiptMs: null },
      clock: { source: "ntp" },
      policy: { version: 1, issuedMs: 1_790_000_000_000 },
      policyRefusals: [],
      power: { hasMains: null, isBatteryLow: false },
      position: null,
      supervisor: { watchdogMs: null, stuck: [] },
    });
  });

  it("is written again when something changed, not more often than every two seconds", async () => {
    const { rig, gateway, pages } = await running();
    await rig.time.advance(healthEveryMs * 3);
    const settled = pages.length;
    rig.board.report({ state: "online" });
    rig.board.report({ state: "backing-off", reason: "no answer" });
    expect(pages).toHaveLength(settled);
    await rig.time.advance(healthEveryMs);
    expect(pages).toHaveLength(settled + 1);
    expect(last(pages).devices[0]).toMatchObject({ state: "backing-off", reason: "no answer" });
    gateway.loop.offer({ kind: "MainsReported", isPresent: false });
    await rig.time.advance(healthEveryMs);
    expect(last(pages).power.hasMains).toBe(false);
    expect(last(pages).journal.nextSeq).toBe(gateway.loop.state.durable.nextSeq);
  });

  it("is written now and then although nothing changed, so that its age means something", async () => {
    const { rig, pages } = await running();
    await rig.time.advance(healthEveryMs * 5);
    const settled = pages.length;
    await rig.time.advance(healthAliveMs - healthEveryMs * 5);
    expect(pages.length).toBeLessThanOrEqual(settled + 1);
    await rig.time.advance(healthAliveMs);
    expect(pages.length).toBeGreaterThan(settled);
  });

  it("is no longer written once the gateway stopped", async () => {
    const { rig, gateway, pages } = await running();
    const stopped = gateway.stop();
    await rig.time.advance(5_000);
    await stopped;
    const count = pages.length;
    await rig.time.advance(healthAliveMs * 2);
    expect(pages).toHaveLength(count);
  });

  it("is plain JSON and names no badge", async () => {
    const { rig, gateway, pages } = await running();
    const read = { reader: "r", box: "box-a", badgeRef, assurance: "counter-mac" } as const;
    gateway.loop.offer({ kind: "BadgePresented", ...read, counter: 4 });
    await rig.time.advance(healthEveryMs);
    const text = JSON.stringify(last(pages));
    expect(JSON.parse(text)).toEqual(last(pages));
    expect(text).not.toContain(badgeRef);
    expect(text).not.toContain("p-1");
  });
});

describe("the file of the health page", () => {
  function folder(): string {
    const made = mkdtempSync(join(tmpdir(), "driftbox-health-"));
    onTestFinished(() => rmSync(made, { recursive: true }));
    return made;
  }

  it("is replaced whole and readable by the group", () => {
    const at = folder();
    const keep = healthFile(at, new MemoryLog());
    keep({ format: 1, text: "x".repeat(10_000) });
    keep({ format: 1 });
    expect(readdirSync(at)).toEqual(["health.json"]);
    expect(JSON.parse(readFileSync(join(at, "health.json"), "utf8"))).toEqual({ format: 1 });
    expect(statSync(join(at, "health.json")).mode & 0o777).toBe(0o640);
  });

  it("that cannot be written is said once and in nobody's way", () => {
    const log = new MemoryLog();
    const keep = healthFile(join(folder(), "gone"), log);
    keep({});
    keep({});
    expect(log.lines).toHaveLength(1);
  });

  it("is in the runtime folder of the service, else beside the data", () => {
    expect(healthFolder("/run/driftbox:/run/other", "/var/lib/driftbox")).toBe("/run/driftbox");
    expect(healthFolder("", "/var/lib/driftbox")).toBe("/var/lib/driftbox");
    expect(healthFolder(undefined, "/var/lib/driftbox")).toBe("/var/lib/driftbox");
  });
});
