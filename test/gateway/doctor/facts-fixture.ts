// Facts of a gateway with which nothing is wrong, and small changes to them.

import { provision } from "../app/provision.ts";
import type { HealthPage } from "../../../gateway/app/health/health-page.ts";
import { loadConfig, type GatewayConfig } from "../../../gateway/config/config.ts";
import { checksOf } from "../../../gateway/doctor/checks.ts";
import type { Check } from "../../../gateway/doctor/check.ts";
import type { Facts, RecentFact } from "../../../gateway/doctor/facts.ts";

export const nowMs = 1_790_000_000_000;

function someConfig(): GatewayConfig {
  const place = provision({ mqttPort: 1, readerPort: 2, boardPort: 3 });
  const settings = ["hasRtc=true", "journal.maxMiB=16"];
  const config = loadConfig({ path: place.configPath, settings, environment: {} });
  place.remove();
  return config;
}

export const healthyConfig = someConfig();

export const healthyPage: HealthPage = {
  format: 1,
  software: "driftbox test",
  site: "ferry-12",
  gateway: "ferry-12-a",
  bootId: "07".repeat(16),
  startedMonoMs: 1_000,
  writtenMonoMs: 3_601_000,
  devices: [
    { id: "reader-a", role: "reader", state: "online", reason: "", symptoms: {} },
    { id: "lock-a", role: "board", state: "online", reason: "", symptoms: {} },
  ],
  lines: [],
  compartments: [
    {
      box: "box-a",
      number: 1,
      isEnabled: true,
      lock: "secured",
      door: "closed",
      presence: "empty",
      fault: null,
      dissents: [],
    },
  ],
  queue: {
    coalesced: 0,
    refused: 0,
    stale: 0,
    waiting: 0,
    taken: 9,
    unrecorded: 0,
    isPaused: false,
  },
  journal: {
    oldestSeq: 0,
    segmentCount: 1,
    usedBytes: 4_096,
    openingRoomBytes: 8_388_608,
    nextSeq: 12,
    canOpen: true,
    isLow: false,
  },
  uplink: {
    isConnected: true,
    failures: 0,
    outboxCount: 0,
    receiptedNextSeq: 12,
    receiptMs: nowMs - 1_000,
    roundTripMs: 40,
  },
  clock: { source: "ntp", wallMs: nowMs, errMs: 10, satellitesAheadMin: null },
  policy: { version: 1, issuedMs: nowMs - 3_600_000 },
  kioskUrl: null,
  policyRefusals: [],
  power: { hasMains: true, isBatteryLow: false },
  tampers: [],
  position: null,
  supervisor: { watchdogMs: 15_000, stuck: [] },
};

const process = {
  pid: 7,
  command: "driftbox gateway",
  configPath: "/etc/driftbox/gateway.yaml",
};

export const healthyFacts: Facts = {
  config: healthyConfig,
  configPath: process.configPath,
  valueCount: 49,
  page: { state: "read", path: "/run/driftbox/health.json", page: healthyPage, ageMs: 1_000 },
  processes: { holder: process, rivals: [] },
  folder: {
    state: "read",
    files: [
      { name: ".", uid: 990, mode: 0o700 },
      { name: "gateway.key", uid: 990, mode: 0o600 },
    ],
    misfit: undefined,
    readerKeys: [{ reader: "reader-a", hasCurrent: true, hasPending: false }],
  },
  journal: {
    state: "read",
    segmentCount: 1,
    fileBytes: 8_388_608,
    nextSeq: 12,
    keyEpoch: 0,
    flaw: undefined,
    recent: [],
  },
  ports: [
    {
      port: "/dev/driftbox/lock-a",
      devices: ["lock-a"],
      isPolled: true,
      state: "there",
      resolved: "/dev/ttyUSB0",
      stableName: "/dev/driftbox/lock-a",
      latencyMs: 1,
    },
  ],
  gpio: {
    chip: "pinctrl-bcm2711",
    driver: "chardev",
    misfit: undefined,
    lines: [{ line: "GPIO17", missing: undefined, consumer: "driftbox/GPIO17" }],
  },
  host: {
    nowMs,
    isSynchronized: true,
    maxErrorMs: 10,
    clocks: ["rtc0"],
    hardwareWatchdog: "watchdog0 active",
    unit: { path: "/usr/lib/systemd/system/driftbox-gateway.service", watchdogSec: "15s" },
    freeBytes: 1_073_741_824,
    model: "Raspberry Pi 4 Model B",
    keepsLines: false,
    nodeVersion: "v20.20.2",
    software: "driftbox test",
  },
  probe: undefined,
};

/** The same gateway with another health page. */
export function paged(change: Partial<HealthPage>, facts: Facts = healthyFacts): Facts {
  const page = { ...healthyPage, ...change };
  return { ...facts, page: { state: "read", path: "health.json", page, ageMs: 1_000 } };
}

/** The same gateway with these newest records. */
export function recorded(...facts: readonly RecentFact["fact"][]): Facts {
  const recent = facts.map((fact, seq) => ({ seq, wallMs: nowMs, fact }));
  const { journal } = healthyFacts;
  if (journal.state !== "read") throw new Error("the healthy journal is readable");
  return { ...healthyFacts, journal: { ...journal, recent } };
}

/** Rows that are wrong, as `name: cause level`. */
export function wrongIn(facts: Facts): readonly string[] {
  return wrongRows(checksOf(facts));
}

export function wrongRows(checks: readonly Check[]): readonly string[] {
  return checks
    .filter(({ level }) => level !== "ok")
    .map(({ name, cause, level }) => `${level} ${name}: ${cause}`);
}
