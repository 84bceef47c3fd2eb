// The checks of doctor on facts made by hand: nothing is wrong, or one thing is, and it is named.

import { describe, expect, it } from "vitest";
import type { HealthPage } from "../../../gateway/app/health/health-page.ts";
import { checksOf } from "../../../gateway/doctor/checks.ts";
import type { Facts } from "../../../gateway/doctor/facts.ts";
import { healthyFacts, healthyPage, nowMs, paged, recorded, wrongIn } from "./facts-fixture.ts";

const dayMs = 86_400_000;
const { host } = healthyFacts;

function compartment(change: Partial<HealthPage["compartments"][number]>): Facts {
  const compartments = healthyPage.compartments.map((one) => ({ ...one, ...change }));
  return paged({ compartments });
}

function hosted(change: Partial<Facts["host"]>): Facts {
  return { ...healthyFacts, host: { ...host, ...change } };
}

function ported(change: Partial<Facts["ports"][number]>): Facts {
  return { ...healthyFacts, ports: healthyFacts.ports.map((port) => ({ ...port, ...change })) };
}

function foldered(change: object): Facts {
  return { ...healthyFacts, folder: { ...healthyFacts.folder, ...change } };
}

function flawed(kind: "foreign" | "damaged" | "torn"): Facts {
  const { journal } = healthyFacts;
  if (journal.state !== "read") throw new Error("the healthy journal is readable");
  const flaw = { kind, detail: "byte 512" };
  return { ...stopped, journal: { ...journal, flaw } };
}

const stopped: Facts = { ...healthyFacts, processes: { holder: undefined, rivals: [] } };
const rival = { pid: 8, command: "driftbox gateway", configPath: healthyFacts.configPath };
const place = { box: "box-a", compartment: 1 };
const refusedBy = {
  kind: "AccessRefused",
  ...place,
  person: "",
  badgeRef: new Uint8Array(16),
  reader: "reader-a",
  policyVersion: 1,
} as const;

const passed = {
  presenceBefore: "empty",
  presenceAfter: "empty",
  result: "nothing-moved",
} as const;
const { queue, journal, uplink, clock } = healthyPage;
const file = { name: "gateway.key", uid: 990, mode: 0o640 };
const root = { name: ".", uid: 990, mode: 0o700 };

/** Facts, and the only rows that are wrong with them. */
const cases: readonly (readonly [string, Facts, readonly string[]])[] = [
  ["a gateway that is well", healthyFacts, []],
  ["a stopped gateway", stopped, ["fail gateway: not-running"]],
  [
    "a second gateway",
    { ...healthyFacts, processes: { ...healthyFacts.processes, rivals: [rival] } },
    ["fail gateway: second-process"],
  ],
  [
    "a page that grows old under a held journal",
    { ...healthyFacts, page: { ...pageFacts(), ageMs: 600_000 } },
    ["fail gateway: stands-still"],
  ],
  [
    "a page in the data folder that grows old on a full disk",
    {
      ...healthyFacts,
      page: { ...pageFacts(), path: `${healthyFacts.config.data}/health.json`, ageMs: 600_000 },
      host: { ...healthyFacts.host, freeBytes: 0 },
    },
    ["fail gateway: disk-full", "fail disk: disk-full"],
  ],
  [
    "a page nobody wrote",
    { ...healthyFacts, page: { state: "missing", path: "/run/driftbox/health.json" } },
    ["warn gateway: page-missing"],
  ],
  ["a latch that jams", compartment({ fault: "jammed" }), ["fail lock/box-a/1: jammed"]],
  [
    "a bolt that does not hold",
    compartment({ fault: "not-latched" }),
    ["fail lock/box-a/1: not-latched"],
  ],
  [
    "a bolt that was released while the door contact stayed shut",
    {
      ...compartment({ fault: "not-latched" }),
      journal: recorded(
        { kind: "UnlockConcluded", ...place, intentSeq: 1, outcome: "unknown", detail: "" },
        { kind: "LockFaulted", ...place, fault: "not-latched", attempts: 1 },
      ).journal,
    },
    ["fail lock/box-a/1: never-opened"],
  ],
  [
    "a bolt that engaged long after the door was shut",
    recorded(
      { kind: "DoorAjar", ...place, grantSeq: 1 },
      { kind: "DoorClosed", ...place, grantSeq: 1, openMs: 1, ...passed },
    ),
    ["warn lock/box-a/1: latched-late"],
  ],
  [
    "a lock that opened by itself",
    compartment({ fault: "opened-unasked" }),
    ["fail lock/box-a/1: opened-unasked"],
  ],
  [
    "a compartment taken out of service",
    compartment({ isEnabled: false }),
    ["warn lock/box-a/1: out-of-service"],
  ],
  ["a forced door", compartment({ door: "forced" }), ["fail door/box-a/1: door-forced"]],
  ["a door held open", compartment({ door: "held-open" }), ["warn door/box-a/1: door-held"]],
  ["a door ajar", compartment({ door: "ajar" }), ["warn door/box-a/1: door-unlatched"]],
  [
    "a contact without a word",
    compartment({ door: "unknown" }),
    ["warn door/box-a/1: sensor-unreadable"],
  ],
  [
    "a contact that lies",
    compartment({ dissents: ["door"] }),
    ["warn sensor/box-a/1/door: contact-dissents"],
  ],
  [
    "a beam that lies",
    compartment({ dissents: ["presence"] }),
    ["warn sensor/box-a/1/presence: presence-dissents"],
  ],
  [
    "a bolt that lies",
    compartment({ dissents: ["bolt"] }),
    ["warn sensor/box-a/1/bolt: bolt-dissents"],
  ],
  [
    "no mains power",
    paged({ power: { hasMains: false, isBatteryLow: false } }),
    ["warn power: mains-lost"],
  ],
  [
    "a low battery",
    paged({ power: { hasMains: false, isBatteryLow: true } }),
    ["fail power: battery-low"],
  ],
  ["an open enclosure", paged({ tampers: ["box-a lid-a"] }), ["fail tamper/lid-a: tamper-active"]],
  [
    "a part that stands still",
    paged({ supervisor: { watchdogMs: 15_000, stuck: ["loop"] } }),
    ["fail supervisor: stuck"],
  ],
  [
    "nobody who watches",
    paged({ supervisor: { watchdogMs: null, stuck: [] } }),
    ["warn supervisor: no-watchdog"],
  ],
  [
    "inputs that wait for space",
    paged({ queue: { ...queue, isPaused: true } }),
    ["fail supervisor: journal-full"],
  ],
  [
    "inputs that were lost",
    paged({ queue: { ...queue, refused: 2 } }),
    ["warn inputs: inputs-lost"],
  ],
  [
    "a newer program than the gateway",
    paged({ software: "driftbox old" }),
    ["warn software/version: version-differs"],
  ],
  [
    "a clock that nobody keeps",
    paged({ clock: { ...clock, source: "none" } }),
    ["fail clock: clock-untrusted"],
  ],
  [
    "a clock off by minutes",
    paged({ clock: { ...clock, errMs: 90_000 } }),
    ["warn clock: clock-inexact"],
  ],
  [
    "a cut link",
    paged({ uplink: { ...uplink, isConnected: false, failures: 3 } }),
    ["warn uplink: link-down"],
  ],
  [
    "a center that is silent for days",
    paged({ uplink: { ...uplink, outboxCount: 4, receiptMs: nowMs - 4 * dayMs } }),
    ["warn uplink: receipts-late"],
  ],
  [
    "a link that takes seconds",
    paged({ uplink: { ...uplink, roundTripMs: 3_100 } }),
    ["warn uplink: link-slow"],
  ],
  ["no policy", paged({ policy: null }), ["fail policy/age: no-policy"]],
  [
    "an old policy",
    paged({ policy: { version: 1, issuedMs: nowMs - 8 * dayMs } }),
    ["warn policy/age: policy-old"],
  ],
  [
    "a policy of the future",
    paged({ policy: { version: 1, issuedMs: nowMs + 2 * dayMs } }),
    ["warn policy/age: policy-future"],
  ],
  [
    "a policy file that was refused",
    paged({ policyRefusals: [{ origin: "file", code: "policy/invalid", detail: "no box-z" }] }),
    ["warn policy/refused: policy-refused"],
  ],
  [
    "a policy file that is older than what the center sent",
    paged({ policyRefusals: [{ origin: "file", code: "policy/older", detail: "version 1" }] }),
    [],
  ],
  [
    "a journal with little room",
    paged({ journal: { ...journal, isLow: true } }),
    ["warn journal/room: journal-low"],
  ],
  [
    "a full journal",
    paged({ journal: { ...journal, canOpen: false } }),
    ["fail journal/room: journal-full"],
  ],
  [
    "a journal of another gateway",
    flawed("foreign"),
    ["fail gateway: not-running", "fail journal/chain: journal-foreign"],
  ],
  [
    "a damaged journal",
    flawed("damaged"),
    ["fail gateway: not-running", "fail journal/chain: journal-damaged"],
  ],
  [
    "a torn tail",
    flawed("torn"),
    ["fail gateway: not-running", "warn journal/chain: journal-torn"],
  ],
  [
    "a forged badge",
    recorded({ ...refusedBy, reason: "forged-credential" }),
    ["warn badges: forged-badge"],
  ],
  [
    "a counter played again",
    recorded({ ...refusedBy, reason: "counter-replayed" }),
    ["warn badges: copied-badge"],
  ],
  [
    "a clock that was moved",
    recorded({ kind: "ClockStepped", stepUs: 9e9, wallBeforeUs: 0, wallAfterUs: 9e9 }),
    ["warn clock/steps: clock-stepped"],
  ],
  [
    "an order whose end nobody knows",
    recorded({ kind: "UnlockConcluded", ...place, intentSeq: 1, outcome: "unknown", detail: "" }),
    ["warn lock/box-a/1: outcome-unknown"],
  ],
  [
    "a key that others may read",
    foldered({ files: [root, file] }),
    ["fail keys/permissions: key-open"],
  ],
  [
    "a folder that others may enter",
    foldered({ files: [{ ...root, mode: 0o755 }] }),
    ["fail data/owner: folder-open"],
  ],
  [
    "a file of another user",
    foldered({ files: [root, { ...file, uid: 0, mode: 0o600 }] }),
    ["fail data/owner: folder-owner"],
  ],
  [
    "a folder that is not enrolled",
    foldered({ misfit: "no enrollment" }),
    ["fail keys/enrollment: not-enrolled"],
  ],
  [
    "a folder that cannot be read",
    { ...healthyFacts, folder: { state: "unreadable", detail: "EACCES" } },
    ["fail data/owner: folder-unreadable"],
  ],
  [
    "a reader without a key",
    foldered({ readerKeys: [{ reader: "r", hasCurrent: false, hasPending: false }] }),
    ["fail reader-keys/r: reader-key-missing"],
  ],
  [
    "a key that was never proved",
    foldered({ readerKeys: [{ reader: "r", hasCurrent: true, hasPending: true }] }),
    ["warn reader-keys/r: reader-key-pending"],
  ],
  ["a disk that is nearly full", hosted({ freeBytes: 1 }), ["fail disk: disk-full"]],
  ["a port that is gone", ported({ state: "missing" }), ["fail port/lock-a: port-missing"]],
  ["a port of another group", ported({ state: "forbidden" }), ["fail port/lock-a: port-forbidden"]],
  [
    "a port by its number",
    ported({ port: "/dev/ttyUSB0" }),
    ["warn udev/by-id/lock-a: unstable-name"],
  ],
  [
    "an adapter that holds bytes back",
    ported({ latencyMs: 16 }),
    ["warn ftdi/latency/lock-a: slow-latency"],
  ],
  ["no battery-backed clock", hosted({ clocks: [] }), ["fail boot/rtc: rtc-missing"]],
  [
    "a board nobody resets",
    hosted({ hardwareWatchdog: undefined }),
    ["warn watchdog/hardware: no-hardware-watchdog"],
  ],
  [
    "a unit without a watchdog",
    hosted({ unit: { path: "u", watchdogSec: undefined } }),
    ["warn supervisor/unit: unit-without-watchdog"],
  ],
];

function pageFacts() {
  const { page } = healthyFacts;
  if (page.state !== "read") throw new Error("the healthy page is readable");
  return page;
}

describe("the checks of doctor", () => {
  it.each(cases)("name %s and nothing else", (_, facts, wrong) => {
    expect(wrongIn(facts)).toEqual(wrong);
  });

  it("do not call half a sentence noise, which every receiver says when its port is opened", () => {
    const receiver = { id: "position", role: "position", state: "online", reason: "" } as const;
    const position = { latitude: 30, longitude: 122, quality: 1 };
    const heard = (noise: number) =>
      wrongIn(paged({ position, devices: [{ ...receiver, symptoms: { noise } }] }));
    expect(heard(60)).toEqual([]);
    expect(heard(600)).toEqual(["warn device/position: disturbed-line"]);
  });

  it("name GPIO chips and lines that are missing, held, silent or chatter", () => {
    const gpio = healthyFacts.gpio;
    if (gpio === undefined) throw new Error("the healthy gateway has GPIO");
    const line = { line: "GPIO5", missing: undefined, consumer: "" };
    const lines = [
      { ...line, missing: "there is no line GPIO5" },
      { ...line, line: "GPIO6", consumer: "spi0" },
      { ...line, line: "GPIO7" },
      { ...line, line: "GPIO8" },
      { ...line, line: "GPIO9" },
    ];
    const rested = { isActive: true, restlessCount: 0 };
    const facts = {
      ...paged({
        lines: [
          { ...rested, id: "GPIO7", isActive: null },
          { ...rested, id: "GPIO8", restlessCount: 4 },
          { ...rested, id: "GPIO9", restlessCount: 5 },
        ],
      }),
      gpio: { ...gpio, lines },
    };
    expect(wrongIn(facts)).toEqual([
      "fail gpio/line/GPIO5: chip-missing",
      "fail gpio/line/GPIO6: line-held",
      "fail gpio/line/GPIO7: line-unreadable",
      "warn gpio/line/GPIO9: contact-chatters",
    ]);
    const bare = { ...healthyFacts, gpio: { ...gpio, misfit: "no chip", lines: [] } };
    expect(wrongIn(bare)).toEqual(["fail gpio/chip: chip-missing"]);
  });

  it("say that a screen is dark only where there should be one", () => {
    const config = { ...healthyFacts.config, kiosk: { port: 8_088, helpNumber: "" } };
    expect(wrongIn(paged({ kioskUrl: null }))).toEqual([]);
    expect(wrongIn({ ...paged({ kioskUrl: "http://127.0.0.1:8088/kiosk/" }), config })).toEqual([]);
    expect(wrongIn({ ...healthyFacts, config })).toEqual(["warn kiosk: screen-dark"]);
  });

  it("say which policy was refused, with its code", () => {
    const detail = "roles[0].rights[0].box: there is no box box-z";
    const policyFile = "/etc/driftbox/ferry-12.policy";
    const facts = paged({ policyRefusals: [{ origin: "file", code: "policy/invalid", detail }] });
    const named = { ...facts, config: { ...facts.config, policyFile } };
    const row = checksOf(named).find(({ name }) => name === "policy/refused");
    expect(row?.seen.en).toBe(`${policyFile}: policy/invalid: ${detail}`);
  });
});
