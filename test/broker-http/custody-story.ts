// What needs somebody in the story of the tests, its handovers and its manifests.

import type { HandoverView, ManifestView, TroubleView } from "../../broker/ports/custody-views.ts";
import type { EventView } from "../../broker/ports/views.ts";
import type { SampleReadModels } from "./sample-read-models.ts";

const hourMs = 3_600_000;

interface Told {
  readonly kind: string;
  /** Kind of the event that says so. */
  readonly by: string;
  readonly about?: string;
  readonly parcels?: readonly string[];
  readonly untilMs?: number;
}

function eventOf(models: SampleReadModels, kind: string): EventView {
  const [event] = models.eventsBefore(Number.MAX_SAFE_INTEGER, 1, { kind }).rows;
  if (event === undefined) throw new Error(`the story has no ${kind}`);
  return event;
}

function troublesOf(models: SampleReadModels, nowMs: number): readonly TroubleView[] {
  const told: readonly Told[] = [
    { kind: "DoorForced", by: "DoorForced" },
    { kind: "ParcelUnaccounted", by: "ParcelUnaccounted", parcels: ["2049338002"] },
    { kind: "DoorHeldOpen", by: "DoorHeldOpen" },
    {
      kind: "DepositUnverified",
      by: "DepositUnverified",
      about: "no-presence-change",
      parcels: ["2049338131"],
    },
    { kind: "SensorQuarantined", by: "SensorQuarantined", about: "door" },
    { kind: "EmergencyDeclared", by: "EmergencyDeclared", about: "急件 / Papers needed now" },
    { kind: "LockoutStarted", by: "LockoutStarted", untilMs: nowMs + hourMs / 6 },
    { kind: "TroublesLeftOff", by: "DoorForced", about: "DepositUnverified" },
    { kind: "ImpossibleTravel", by: "AccessGranted", about: "pier-gouqi" },
    {
      kind: "ContainerDoubtful",
      by: "ContainerOpened",
      about: "opened-on-the-way",
      parcels: ["red-7"],
    },
  ];
  const folded = told.map(({ kind, by, about = "", parcels = [], untilMs = null }) => {
    const event = eventOf(models, by);
    const { site, gateway, box, compartment, person } = event;
    const place = { site, gateway, box, compartment, person };
    return { kind, ...place, parcels, about, untilMs, event };
  });
  const { site, gateway } = eventOf(models, "GatewayStarted");
  const unsaid = { box: null, compartment: null, person: null, untilMs: null, event: null };
  const notTaken = { kind: "ManifestNotTaken", site, gateway, ...unsaid, about: "m-0912" };
  return [...folded, { ...notTaken, parcels: ["2049338127", "2049338128"] }];
}

function handoversOf(models: SampleReadModels): readonly HandoverView[] {
  const release = eventOf(models, "HandoverReleased");
  const { site, gateway } = release;
  const sides = { box: "ferry-12-box-a", giver: "A-2041", receiver: "V-3302" };
  const usual = { site, gateway, ...sides, method: "scan" as const, sealTags: ["S-0091"], release };
  return [
    {
      ...usual,
      handover: "ferry-12-box-a-52",
      state: "disputed",
      released: ["2049338129", "2049338128"],
      received: ["2049338129", "2049338200"],
      answer: eventOf(models, "HandoverDisputed"),
    },
    {
      ...usual,
      handover: "ferry-12-box-a-49",
      state: "accepted",
      released: ["2049338129", "2049338130"],
      received: ["2049338129"],
      answer: release,
    },
    {
      ...usual,
      handover: "ferry-12-box-a-47",
      receiver: "",
      state: "withdrawn",
      sealTags: [],
      released: ["2049338127"],
      received: [],
      answer: null,
    },
  ];
}

function manifestsOf(models: SampleReadModels, nowMs: number): readonly ManifestView[] {
  const opened = eventOf(models, "GatewayStarted");
  const { site, gateway } = opened;
  const expected = ["2049338127", "2049338128", "2049338131"];
  const usual: Omit<ManifestView, "manifest" | "state"> = {
    site,
    gateway,
    voyage: "zhoudu12-0914-am",
    isOnBoard: false,
    expected,
    found: [],
    missing: [],
    extra: [],
    persons: [],
    fromMs: nowMs - 6 * hourMs,
    untilMs: nowMs - hourMs,
    isOverdue: false,
    opened,
    closed: null,
  };
  return [
    { ...usual, manifest: "m-0914-pm", state: "issued", untilMs: nowMs + hourMs, opened: null },
    { ...usual, manifest: "m-0914-am", state: "open", isOverdue: true },
    { ...usual, manifest: "m-0912", state: "lapsed", opened: null },
    {
      ...usual,
      manifest: "m-0913",
      state: "closed",
      found: expected.slice(0, 2),
      missing: expected.slice(2),
      extra: ["2049338200"],
      persons: ["A-2041", "C-1107"],
      closed: opened,
    },
  ];
}

/** Adds what is open, handed over and expected; the events are told already. */
export function tellCustody(models: SampleReadModels, nowMs: number): void {
  models.troubleRows = troublesOf(models, nowMs);
  models.handoverRows = handoversOf(models);
  models.manifestRows = manifestsOf(models, nowMs);
}
