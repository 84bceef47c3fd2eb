// The story the tests tell: papers leave the pier, the ferry loses its link, the box is opened at
// sea, its events arrive late with a hole that fills, and a box on another pier is forced.

import { createHash } from "node:crypto";
import { checkCodeOf, type FactKind } from "@driftbox/proto";
import type { BoxView, CompartmentView, EventView, GatewayView } from "../../broker/ports/views.ts";
import { tellCustody } from "./custody-story.ts";
import { SampleReadModels } from "./sample-read-models.ts";

const minuteMs = 60_000;
/** 2026-09-14 12:12 in Shanghai: when the story is looked at. */
export const storyNowMs = Date.UTC(2026, 8, 14, 4, 12);
/** The parcel whose way the story follows. */
export const storyParcel = "2049338127";

const siteOf: Readonly<Record<string, string>> = {
  "ferry-12-a": "ferry-12",
  "ferry-7-a": "ferry-7",
  "gouqi-a": "pier-gouqi",
  "dinghai-a": "branch-dinghai",
  "lihu-a": "village-lihu",
};

interface Said {
  readonly gateway: string;
  readonly seq: number;
  readonly kind: FactKind | "Unknown";
  /** Minutes before now, by the gateway's clock; null = its clock was unknown. */
  readonly ago: number | null;
  /** Minutes from happening to arrival; 0 = live. */
  readonly lateBy?: number;
  readonly source?: string;
  /** True unless said. */
  readonly isPlausible?: boolean;
  readonly box?: string;
  readonly compartment?: number;
  readonly person?: string;
  readonly parcels?: readonly string[];
  readonly fact?: Readonly<Record<string, unknown>>;
}

function idOf(gateway: string, seq: number): Buffer {
  return createHash("sha256").update(`${gateway}/${seq}`).digest();
}

/** The check code of an event of the story. */
export function codeOf(gateway: string, seq: number): string {
  return checkCodeOf(idOf(gateway, seq));
}

/** One event of the story; ids are made from gateway and sequence, so they never change. */
export function said(cursor: number, row: Said): EventView {
  const late = row.lateBy ?? 0;
  const wallMs = row.ago === null ? null : storyNowMs - row.ago * minuteMs;
  const source = row.source ?? (row.ago === null ? "none" : "ntp");
  const id = idOf(row.gateway, row.seq).toString("hex");
  return {
    cursor,
    site: siteOf[row.gateway] ?? "elsewhere",
    gateway: row.gateway,
    epoch: 1,
    seq: row.seq,
    eventId: id,
    kind: row.kind,
    box: row.box ?? null,
    compartment: row.compartment ?? null,
    person: row.person ?? null,
    parcels: row.parcels ?? [],
    happened: {
      wallMs,
      errMs: source === "ntp" ? 40 : null,
      source,
      isPlausible: row.isPlausible ?? true,
    },
    receivedMs: (wallMs ?? storyNowMs - 24 * minuteMs) + late * minuteMs + 800,
    isLate: late > 0,
    sealState: late > 60 ? "chain" : "direct",
    fact: row.fact ?? {},
  };
}

const pier = { gateway: "ferry-12-a", box: "ferry-12-box-a", compartment: 1 } as const;
const sea = { ...pier, person: "A-2041", lateBy: 137, source: "rtc" } as const;
const branch = { gateway: "dinghai-a", box: "dinghai-cabinet" } as const;
const forced = { gateway: "gouqi-a", box: "gouqi-drop", compartment: 1 } as const;
const two = [storyParcel, "2049338128"];

/** In order of arrival. */
const rows: readonly Said[] = [
  { ...branch, seq: 310, kind: "GatewayStarted", ago: 402 },
  { ...branch, seq: 311, kind: "AccessGranted", ago: 331, compartment: 4, person: "T-0088" },
  { ...branch, seq: 312, kind: "DoorOpened", ago: 331, compartment: 4, person: "T-0088" },
  {
    ...branch,
    seq: 313,
    kind: "ParcelDeposited",
    ago: 330,
    compartment: 4,
    person: "T-0088",
    parcels: ["2049337990"],
    fact: { evidence: "tag-and-presence" },
  },
  { ...branch, seq: 314, kind: "DoorClosed", ago: 330, compartment: 4, fact: { openMs: 21_400 } },
  { ...pier, seq: 36, kind: "AccessGranted", ago: 270, person: "C-1107" },
  { ...pier, seq: 37, kind: "UnlockIntended", ago: 270, fact: { attempt: 1, pulseMs: 500 } },
  { ...pier, seq: 38, kind: "DoorOpened", ago: 270, person: "C-1107" },
  {
    ...pier,
    seq: 39,
    kind: "ParcelDeposited",
    ago: 269,
    person: "C-1107",
    parcels: two,
    fact: { evidence: "tag-and-presence" },
  },
  { ...pier, seq: 40, kind: "DoorClosed", ago: 269, fact: { result: "deposited", openMs: 34_000 } },
  {
    ...pier,
    compartment: 2,
    seq: 41,
    kind: "DepositUnverified",
    ago: 266,
    person: "C-1107",
    parcels: ["2049338131"],
    fact: { reason: "no-presence-change" },
  },
  { ...branch, seq: 315, kind: "AccessRefused", ago: 190, fact: { reason: "outside-schedule" } },
  { ...branch, seq: 316, kind: "DoorHeldOpen", ago: 96, compartment: 7, fact: { openMs: 121_000 } },
  { ...sea, seq: 42, kind: "AccessGranted", ago: 161 },
  { ...sea, seq: 43, kind: "DoorOpened", ago: 161 },
  {
    ...sea,
    seq: 44,
    kind: "ParcelCollected",
    ago: 160,
    parcels: two,
    fact: { evidence: "tag-and-presence" },
  },
  { ...sea, seq: 48, kind: "PowerRestored", ago: 118, lateBy: 94, fact: { offMs: 252_000 } },
  {
    ...sea,
    seq: 49,
    kind: "HandoverReleased",
    ago: 70,
    lateBy: 46,
    parcels: [storyParcel],
    fact: { giver: "A-2041", receiver: "V-3302" },
  },
  { gateway: "lihu-a", seq: 12, kind: "BootRecovered", ago: null, fact: { recovery: "torn-tail" } },
  { ...forced, seq: 88, kind: "DoorForced", ago: 9 },
  {
    ...forced,
    seq: 89,
    kind: "ParcelUnaccounted",
    ago: 8,
    parcels: ["2049338002"],
    fact: { parcels: ["2049338002"], presenceBefore: "occupied", presenceAfter: "empty" },
  },
  { ...branch, seq: 317, kind: "Unknown", ago: 3 },
  { ...branch, seq: 318, kind: "SensorQuarantined", ago: 3, compartment: 6 },
  {
    ...branch,
    seq: 319,
    kind: "EmergencyDeclared",
    ago: 2,
    compartment: 2,
    person: "T-0088",
    fact: { reason: "急件 / Papers needed now" },
  },
  { ...branch, seq: 320, kind: "LockoutStarted", ago: 2, fact: { durationS: 600 } },
  {
    gateway: "gouqi-a",
    seq: 90,
    kind: "ContainerOpened",
    ago: 2,
    person: "C-1107",
    parcels: ["red-7"],
    fact: { container: "red-7", enRoute: true },
  },
  {
    gateway: "gouqi-a",
    seq: 91,
    kind: "HandoverDisputed",
    ago: 1,
    parcels: ["2049338129", "2049338128", "2049338200"],
    fact: {
      handover: "ferry-12-box-a-52",
      giver: "A-2041",
      receiver: "V-3302",
      giverSays: ["2049338129", "2049338128"],
      receiverSays: ["2049338129", "2049338200"],
    },
  },
];

/** What fills the hole between 44 and 48, arriving as the story goes on. */
export const gapFiller: readonly Said[] = [
  { ...sea, seq: 45, kind: "DoorClosed", ago: 159, lateBy: 158, fact: { result: "collected" } },
  {
    ...sea,
    seq: 46,
    kind: "BoxEmptied",
    ago: 158,
    lateBy: 157,
    parcels: two,
    fact: { confirmed: true, parcelCount: 2 },
  },
  { ...sea, seq: 47, kind: "PowerLost", ago: 122, lateBy: 121 },
];

function compartment(number: number, change: Partial<CompartmentView> = {}): CompartmentView {
  const closed = { lock: "secured", door: "closed", presence: "empty" };
  return {
    compartment: number,
    ...closed,
    isEnabled: true,
    parcels: [],
    quarantined: [],
    ...change,
  };
}

function cabinet(): CompartmentView[] {
  const special: Readonly<Record<number, Partial<CompartmentView>>> = {
    4: { presence: "occupied", parcels: ["2049337990"] },
    5: { presence: "occupied", parcels: ["2049337991", "2049337992"] },
    6: { quarantined: ["door"] },
    7: { door: "open", lock: "released" },
    9: { isEnabled: false },
    11: { presence: "unknown" },
  };
  return Array.from({ length: 12 }, (_, index) => compartment(index + 1, special[index + 1]));
}

function boxesOfStory(): BoxView[] {
  const basis = "ledger" as const;
  const box = (gateway: string, name: string, agoMin: number): Omit<BoxView, "compartments"> => ({
    site: siteOf[gateway] ?? "elsewhere",
    gateway,
    box: name,
    basis,
    lastWordMs: storyNowMs - agoMin * minuteMs,
    troubles: [],
    room: null,
  });
  return [
    {
      ...box("ferry-12-a", "ferry-12-box-a", 0.2),
      basis: "snapshot",
      compartments: [
        compartment(1),
        compartment(2, { presence: "occupied", parcels: ["2049338131"] }),
      ],
    },
    { ...box("ferry-12-a", "ferry-12-box-b", 0.2), compartments: [compartment(1), compartment(2)] },
    {
      ...box("ferry-7-a", "ferry-7-box", 94),
      compartments: [compartment(1, { presence: "occupied", parcels: ["2049338050"] })],
    },
    {
      ...box("gouqi-a", "gouqi-drop", 0.5),
      troubles: ["DoorForced", "ParcelUnaccounted"],
      compartments: [compartment(1, { door: "forced" })],
    },
    {
      ...box("dinghai-a", "dinghai-cabinet", 0.1),
      troubles: ["DoorHeldOpen"],
      compartments: cabinet(),
    },
    {
      ...box("dinghai-a", "dinghai-drop", 0.1),
      compartments: [compartment(1, { presence: "occupied", parcels: ["2049338140"] })],
    },
    { ...box("lihu-a", "lihu-station", 24), compartments: [compartment(1), compartment(2)] },
  ];
}

const documents: GatewayView["documents"] = {
  policyVersion: 7,
  policyIssuedMs: storyNowMs - 3 * 24 * 60 * minuteMs,
  blockListMs: null,
  grantsVersion: 2,
  grantsIssuedMs: storyNowMs - 30 * 60 * minuteMs,
  grantCount: 4,
  publishedVersion: 7,
  staleAfterMs: 7 * 24 * 60 * minuteMs,
};

function gatewaysOfStory(): GatewayView[] {
  const row = (name: string, nextSeq: number, agoMin: number): GatewayView => ({
    site: siteOf[name] ?? "elsewhere",
    gateway: name,
    gatewayId: createHash("sha256").update(name).digest("hex").slice(0, 32),
    epoch: 1,
    nextSeq,
    standing: "accepted",
    status: "ready",
    lastWordMs: storyNowMs - agoMin * minuteMs,
    outboxCount: 0,
    parkedCount: 0,
    position: null,
    documents: { ...documents, blockListMs: storyNowMs - agoMin * minuteMs - 3_600_000 },
    gaps: [],
    decisionCount: 0,
  });
  return [
    {
      ...row("ferry-12-a", 45, 0.2),
      outboxCount: 28,
      parkedCount: 2,
      gaps: [{ fromSeq: 45, toSeq: 47, sinceMs: storyNowMs - 24 * minuteMs, state: "open" }],
    },
    { ...row("ferry-7-a", 208, 94), status: "lost", outboxCount: 12 },
    {
      ...row("gouqi-a", 90, 0.5),
      documents: { ...documents, blockListMs: storyNowMs, staleAfterMs: 48 * 60 * minuteMs },
    },
    row("dinghai-a", 318, 0.1),
    {
      ...row("lihu-a", 13, 24),
      standing: "quarantined",
      status: "sleeping",
      gaps: [{ fromSeq: 7, toSeq: 8, sinceMs: storyNowMs - 300 * minuteMs, state: "lost" }],
    },
  ];
}

/** The story up to `storyNowMs`, as the ledger would answer it. */
export function sampleStory(): SampleReadModels {
  const models = new SampleReadModels();
  for (const view of gatewaysOfStory()) models.setGateway(view);
  for (const view of boxesOfStory()) models.setBox(view);
  models.append(...rows.map((row, index) => said(index + 1, row)));
  tellCustody(models, storyNowMs);
  return models;
}

/** The hole of ferry 12 fills: three late events, nothing left to come. */
export function fillGap(models: SampleReadModels): void {
  const first = models.newestCursor() + 1;
  models.append(...gapFiller.map((row, index) => said(first + index, row)));
  const view = models.gateways().find((each) => each.gateway === "ferry-12-a");
  if (view === undefined) throw new Error("the story has no ferry 12");
  models.setGateway({ ...view, nextSeq: 50, outboxCount: 0, parkedCount: 0, gaps: [] });
}
