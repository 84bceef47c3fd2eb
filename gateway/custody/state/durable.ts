// What survives a restart: the fold of all facts.

import { noCodes, type CodeRecord } from "../access/code-record.ts";
import { noCounters, type Counters } from "../access/counters.ts";
import type { Lockout, WrongTries } from "../access/lockouts.ts";
import { placesOf, type Layout } from "../layout.ts";
import { noOrders, type OrderMarks } from "../orders/order-marks.ts";
import { noSettings, type Settings } from "../orders/settings.ts";
import { noHoldings, type Holdings } from "../parcels/holdings.ts";
import { servedRecord, type ServiceRecord } from "../service/service-record.ts";
import type { AnonymousOpenings } from "../visits/anonymous.ts";
import { initialRecord, type CompartmentRecord } from "./compartment-record.ts";

/** When mains power was last lost, by the clocks of its boot. */
export interface PowerLoss {
  /** Lower-case hex. */
  readonly bootId: string;
  readonly monoMs: number;
  /** Claimed Unix time in ms; 0 = unknown. */
  readonly wallMs: number;
}

/** What survives a restart: a fold of facts and their times, nothing else. Plain JSON. */
export interface Durable {
  readonly nextSeq: number;
  /** Boot of the last fact, lower-case hex; empty = no fact yet. */
  readonly bootId: string;
  /** Monotonic time of the newest fact in ms, in its boot. */
  readonly lastMonoMs: number;
  /** How long the gateway was running in all its boots, up to the newest fact of each, in ms. */
  readonly runMs: number;
  /** Greatest wall time of any fact since the clock was last corrected, in ms; 0 = unknown. */
  readonly lastWallMs: number;
  readonly policyVersion: number;
  /** Of the document applied last, lower-case hex; empty = none, or not known. */
  readonly policyHash: string;
  readonly compartments: Readonly<Record<string, CompartmentRecord>>;
  /** Last rolling counter of each badge that proved one. */
  readonly counters: Counters;
  /** Newest lockout of each person and reader that had one; it may be over. */
  readonly lockouts: Readonly<Record<string, Lockout>>;
  readonly wrongTries: Readonly<Record<string, WrongTries>>;
  /** Openings of late for people whom nobody asked who they are. */
  readonly anonymous: AnonymousOpenings;
  /** Undefined: mains power is there, as far as facts say. */
  readonly powerLoss: PowerLoss | undefined;
  readonly holdings: Holdings;
  /** Commands of the center that were judged in this boot. */
  readonly orders: OrderMarks;
  readonly service: ServiceRecord;
  /** What is spent, and the least issues of pickup codes. */
  readonly codes: CodeRecord;
  /** As `policyVersion` and `policyHash`, of the grants. */
  readonly grantsVersion: number;
  readonly grantsHash: string;
  /** Documents that were turned away of late, each by its code and hash; oldest first. */
  readonly refusedDocuments: readonly string[];
  /** What operators changed at run time. */
  readonly settings: Settings;
}

/** Of a gateway with no facts: everything enabled and empty, as far as anybody knows. */
export function initialDurable(layout: Layout): Durable {
  const records = placesOf(layout).map(({ key }) => [key, initialRecord] as const);
  return {
    nextSeq: 0,
    bootId: "",
    lastMonoMs: 0,
    runMs: 0,
    lastWallMs: 0,
    policyVersion: 0,
    policyHash: "",
    compartments: Object.fromEntries(records),
    counters: noCounters,
    lockouts: {},
    wrongTries: {},
    anonymous: {},
    powerLoss: undefined,
    holdings: noHoldings,
    orders: noOrders,
    service: servedRecord,
    codes: noCodes,
    grantsVersion: 0,
    grantsHash: "",
    refusedDocuments: [],
    settings: noSettings,
  };
}
