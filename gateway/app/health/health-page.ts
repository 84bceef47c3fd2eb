// How the gateway is, as one plain value that `doctor` and an operator read from a file.

import { toHex, type LockFault, type Whereabouts } from "@driftbox/proto";
import { placesOf, type PlaceLayout } from "../../custody/layout.ts";
import { compartmentWords, type CompartmentWords } from "../../custody/snapshot.ts";
import { recordAt, watchAt, type State } from "../../custody/state.ts";
import type { PositionFix, SymptomCounts } from "../../ports/devices.ts";
import type { ClockReading } from "../../ports/runtime.ts";
import type { JournalUse } from "../../ports/storage.ts";
import type { DeviceEntry, DeviceRole, LineEntry } from "../devices/device-book.ts";
import type { LoopCounts } from "../loop/loop.ts";
import type { PolicyRefusal } from "../uplink/policy-source.ts";

/** Plain JSON without secrets; null = not known or not there. Times in ms unless named. */
export interface HealthPage {
  readonly format: 1;
  readonly software: string;
  readonly site: string;
  readonly gateway: string;
  /** Lower-case hex. */
  readonly bootId: string;
  /** CLOCK_BOOTTIME when the devices had been started and when this page was made. */
  readonly startedMonoMs: number;
  readonly writtenMonoMs: number;
  readonly devices: readonly {
    readonly id: string;
    readonly role: DeviceRole;
    /** online | absent | opening | probing | backing-off */
    readonly state: string;
    readonly reason: string;
    readonly symptoms: SymptomCounts;
  }[];
  readonly lines: readonly {
    readonly id: string;
    readonly isActive: boolean | null;
    /** Changes faster than a door or a hand moves: the contact chatters. */
    readonly restlessCount: number;
  }[];
  readonly compartments: readonly (CompartmentWords & {
    readonly box: string;
    readonly number: number;
    readonly isEnabled: boolean;
    /** The lock's last fault that no opening has ended. */
    readonly fault: LockFault | null;
    /** Sensors of it that contradict what is known otherwise. */
    readonly dissents: readonly string[];
  })[];
  readonly queue: LoopCounts & { readonly unrecorded: number; readonly isPaused: boolean };
  readonly journal: JournalUse & {
    readonly nextSeq: number;
    readonly canOpen: boolean;
    readonly isLow: boolean;
  };
  readonly uplink: {
    readonly isConnected: boolean;
    /** Attempts that failed since the last connection. */
    readonly failures: number;
    /** Events without a receipt. */
    readonly outboxCount: number;
    readonly receiptedNextSeq: number;
    /** When the center issued the last receipt, by its own clock. */
    readonly receiptMs: number | null;
    /**
     * From sending the last receipted events to their receipt; null = none yet in this connection.
     */
    readonly roundTripMs: number | null;
  };
  readonly clock: {
    readonly source: string;
    readonly wallMs: number | null;
    readonly errMs: number | null;
    /** Whole minutes by which the receiver's time is ahead of this clock; null = it tells none. */
    readonly satellitesAheadMin: number | null;
  };
  /** Address of the screens on this machine; null = none are served. */
  readonly kioskUrl: string | null;
  readonly policy: { readonly version: number; readonly issuedMs: number } | null;
  /** Documents that were turned away and not followed by a good one of the same origin. */
  readonly policyRefusals: readonly PolicyRefusal[];
  readonly power: { readonly hasMains: boolean | null; readonly isBatteryLow: boolean };
  /** Tamper sensors that are active, as `<box> <sensor>`. */
  readonly tampers: readonly string[];
  readonly position: Whereabouts | null;
  readonly supervisor: {
    readonly watchdogMs: number | null;
    /** What stands still, in words; empty while work goes on. */
    readonly stuck: readonly string[];
  };
}

/** Everything a page is made of, as the parts of the gateway have it. */
export interface HealthSources {
  readonly names: { readonly software: string; readonly site: string; readonly gateway: string };
  readonly bootId: Uint8Array;
  readonly startedMonoMs: number;
  readonly reading: ClockReading;
  readonly devices: readonly DeviceEntry[];
  readonly lines: readonly LineEntry[];
  readonly fix: PositionFix | undefined;
  readonly queue: HealthPage["queue"];
  readonly journal: JournalUse;
  readonly uplink: Omit<HealthPage["uplink"], "receiptMs" | "roundTripMs">;
  readonly roundTripMs: number | undefined;
  /** Microseconds of the center's clock; undefined = no receipt yet. */
  readonly receiptIssuedUs: number | undefined;
  readonly state: State;
  readonly kioskUrl: string | undefined;
  readonly policyRefusals: readonly PolicyRefusal[];
  readonly watchdogMs: number | undefined;
  readonly stuck: readonly string[];
}

/** Pure. */
export function healthPageOf(sources: HealthSources): HealthPage {
  const { names, reading, journal, state, receiptIssuedUs } = sources;
  const { volatile, durable } = state;
  return {
    format: 1,
    ...names,
    bootId: toHex(sources.bootId),
    startedMonoMs: sources.startedMonoMs,
    writtenMonoMs: Math.floor(reading.monoUs / 1_000),
    devices: sources.devices.map(deviceWords),
    lines: sources.lines.map(({ isActive = null, ...line }) => ({ ...line, isActive })),
    compartments: placesOf(state.layout).map((place) => compartmentOf(state, place)),
    queue: sources.queue,
    journal: {
      ...journal,
      nextSeq: durable.nextSeq,
      canOpen: volatile.canOpen,
      isLow: volatile.isStorageLow,
    },
    uplink: {
      ...sources.uplink,
      roundTripMs: sources.roundTripMs === undefined ? null : Math.round(sources.roundTripMs),
      receiptMs: receiptIssuedUs === undefined ? null : Math.floor(receiptIssuedUs / 1_000),
    },
    clock: clockWords(reading, sources.fix),
    kioskUrl: sources.kioskUrl ?? null,
    policy: policyWords(state),
    policyRefusals: sources.policyRefusals,
    power: { hasMains: volatile.hasMains ?? null, isBatteryLow: volatile.isBatteryLow },
    tampers: volatile.tampers,
    position: volatile.position ?? null,
    supervisor: { watchdogMs: sources.watchdogMs ?? null, stuck: sources.stuck },
  };
}

function deviceWords({ id, role, health, symptoms }: DeviceEntry): HealthPage["devices"][number] {
  const reason = health.state === "online" ? "" : health.reason;
  return { id, role, state: health.state, reason, symptoms };
}

function compartmentOf(state: State, place: PlaceLayout): HealthPage["compartments"][number] {
  const { isEnabled, fault = null } = recordAt(state, place.key);
  return {
    box: place.box.id,
    number: place.compartment.number,
    isEnabled,
    ...compartmentWords(state, place),
    fault,
    dissents: watchAt(state, place.key).dissents,
  };
}

function clockWords(reading: ClockReading, fix: PositionFix | undefined): HealthPage["clock"] {
  const { source, wallUs, wallErrMs } = reading;
  const wallMs = wallUs === 0 ? null : Math.floor(wallUs / 1_000);
  return { source, wallMs, errMs: wallErrMs ?? null, satellitesAheadMin: aheadMin(reading, fix) };
}

function aheadMin({ wallUs, monoUs }: ClockReading, fix: PositionFix | undefined): number | null {
  if (wallUs === 0 || fix?.utcUs === undefined) return null;
  const satellitesUs = fix.utcUs + (monoUs - fix.heardMonoMs * 1_000);
  return Math.round((satellitesUs - wallUs) / 60_000_000);
}

function policyWords({ volatile: { policy } }: State): HealthPage["policy"] {
  if (policy === undefined) return null;
  return { version: policy.version, issuedMs: Math.floor(policy.issuedUs / 1_000) };
}

/** Whether two pages differ in more than the passing of time. */
export function isChanged(before: HealthPage, after: HealthPage): boolean {
  return JSON.stringify(timeless(before)) !== JSON.stringify(timeless(after));
}

function timeless(page: HealthPage): unknown {
  const { queue, clock, uplink } = page;
  return {
    ...page,
    writtenMonoMs: 0,
    queue: { ...queue, taken: 0 },
    clock: [clock.source, clock.satellitesAheadMin],
    uplink: { ...uplink, receiptMs: 0, roundTripMs: 0 },
  };
}
