// The state of custody: a durable part folded from facts alone, and volatile testimony beside it.

import type {
  Action,
  Assurance,
  LockFault,
  Presence,
  RefusalReason,
  Whereabouts,
} from "@driftbox/proto";
import { noCounters, type Counters } from "./access/counters.ts";
import type { Flutter } from "./doors/flutter.ts";
import { fullTrust, type SensorName, type Trust } from "./doors/trust.ts";
import { placesOf, type Layout } from "./layout.ts";
import { noCodes, type CodeRecord } from "./access/code-record.ts";
import type { Lockout, WrongTries } from "./access/lockouts.ts";
import type { CompiledGrants } from "./access/grants.ts";
import type { Pass } from "./access/passes.ts";
import type { CompiledPolicy } from "./access/policy.ts";
import { noOrders, type OrderMarks } from "./orders/order-marks.ts";
import type { Round } from "./orders/rounds.ts";
import { servedRecord, type ServiceRecord } from "./service/service-record.ts";
import { noHoldings, type Holdings } from "./parcels/holdings.ts";
import type { AnonymousOpenings } from "./visits/anonymous.ts";
import type { DepositVisit } from "./visits/deposit-visits.ts";
import type { StandingWish } from "./visits/wishes.ts";

/**
 * How far a session has come.
 * - `granted`: waits for its coil. `unlocking`: an intent is unresolved.
 * - `retrying`: jammed once or twice, waits for its coil again.
 * - `unconfirmed`: the pulse ended without an opening; it may still open, it is not pulsed again.
 * - `open`: the door was opened under it and is not closed yet.
 */
export type SessionStage = "granted" | "unlocking" | "retrying" | "unconfirmed" | "open";

/**
 * What a session rests on: `pass` = a code or a grant of a bearer; `maintenance` = begun by the
 * fitter who is at work at its box.
 */
export type SessionBasis = "right" | "pass" | "command" | "maintenance" | "emergency";

export interface Session {
  readonly grantSeq: number;
  readonly action: Action;
  readonly person: string;
  readonly role: string;
  /** Lower-case hex. */
  readonly badgeRef: string;
  readonly assurance: Assurance;
  readonly reader: string;
  readonly basis: SessionBasis;
  /** As the facts name it; empty = none. */
  readonly code: string;
  /** The signed grant; empty = none. */
  readonly grant: string;
  readonly stage: SessionStage;
  readonly grantedMonoMs: number;
  /** Unlock attempts so far. */
  readonly attempts: number;
  /** True when the gateway restarted in it: what was read before is lost. */
  readonly isOrphan: boolean;
}

export interface Intent {
  readonly seq: number;
  readonly grantSeq: number;
  readonly attempt: number;
  readonly deadlineMonoMs: number;
}

export interface HeldParcel {
  readonly parcel: string;
  /** False: a deposit was unverified; it is here or nowhere. */
  readonly isVerified: boolean;
  /** The grant it was put in under; absent: not known. */
  readonly grantSeq?: number;
}

export interface CoilPulse {
  /** Number of its intent. */
  readonly seq: number;
  /** When it was intended; the order may leave until the deadline. */
  readonly startMonoMs: number;
  readonly deadlineMonoMs: number;
  readonly pulseMs: number;
}

/** Durable part of one compartment. */
export interface CompartmentRecord {
  readonly isEnabled: boolean;
  readonly fault: LockFault | undefined;
  readonly parcels: readonly HeldParcel[];
  /** False: something may be inside, or gone, that no event names. */
  readonly isInventoryKnown: boolean;
  /** As last stated by a fact. */
  readonly presence: Presence;
  /** What the presence sensor itself said then. */
  readonly sensed: Presence;
  /** How far its sensors are believed. */
  readonly trust: Trust;
  readonly session: Session | undefined;
  readonly intent: Intent | undefined;
  readonly isDoorOpen: boolean;
  /** When the door opened; the start of the boot when it opened in an earlier one. */
  readonly openedMonoMs: number;
  readonly isForced: boolean;
  readonly isAjar: boolean;
  /** 0 none, 1 warned, 2 alarmed. */
  readonly heldStage: number;
  /** Who opened it last; empty = nobody yet. */
  readonly lastPerson: string;
  /** Who opened it last, if that was to collect. */
  readonly lastCollection: LastCollection | undefined;
  readonly pulses: readonly CoilPulse[];
}

export interface LastCollection {
  readonly person: string;
  /** The start of the boot when it was in an earlier one. */
  readonly monoMs: number;
}

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
}

/** One order to a coil and what is known of it. */
export interface PulseWatch {
  readonly intentSeq: number;
  /** When the driver reported the end of the order; undefined = not yet. */
  readonly endedMonoMs: number | undefined;
  readonly wasAnswered: boolean;
  /** True once the bolt was seen released since the order. */
  readonly hasReleased: boolean;
}

/** What the driver of a coil told of the end of an order. */
export interface OrderEnd {
  readonly intentSeq: number;
  /** From when the coil is off; undefined: it may be on until its board is heard again. */
  readonly offMonoMs: number | undefined;
}

/** Volatile part of one compartment: testimony of sensors and running timers. */
export interface CompartmentWatch {
  readonly contactIsOpen: boolean | undefined;
  readonly boltIsEngaged: boolean | undefined;
  readonly isOccupied: boolean | undefined;
  /** Presence last settled with the door closed. */
  readonly settled: Presence;
  /** Presence when the session's door opened. */
  readonly presenceBefore: Presence;
  /** Tags read in the session, in order. */
  readonly tags: readonly string[];
  readonly pulse: PulseWatch | undefined;
  /** True: since the last order ended the door was seen shut with its bolt engaged. */
  readonly isSecured: boolean;
  /** When the door was seen closed again and nothing was concluded yet. */
  readonly closedMonoMs: number | undefined;
  /** When the door was closed and the bolt engaged. */
  readonly latchedMonoMs: number | undefined;
  /** True: the door was recorded open in an earlier run and was not yet seen open in this one. */
  readonly isOpenUnseen: boolean;
  /** True: it stands open unexplained, and its wire changed too often for one more fact. */
  readonly isOpenUntold: boolean;
  /** When presence left its settled value with the door closed. */
  readonly stirredMonoMs: number | undefined;
  /** Undefined: no order ended in this run. */
  readonly orderEnd: OrderEnd | undefined;
  /** Sensors whose dissent was already recorded. */
  readonly dissents: readonly string[];
  /** Last words of sensors in quarantine, which count for nothing. */
  readonly unheard: { readonly [S in SensorName]?: boolean | undefined };
}

export interface TrayTag {
  readonly parcel: string;
  readonly readMonoMs: number;
}

/** Somebody at a box who proved something. */
export interface Visitor {
  readonly person: string;
  /** Lower-case hex. */
  readonly badgeRef: string;
  readonly assurance: Assurance;
  readonly reader: string;
  readonly hasPin: boolean;
  /** Held instead of a badge, by somebody who has no name here. */
  readonly pass?: Pass;
}

/** What persons began at a box; nothing is granted before all that is asked for is there. */
export interface Visit {
  /** Each person once, in the order they came. */
  readonly visitors: readonly Visitor[];
  /** Tags read before. */
  readonly tags: readonly string[];
  /** What it waits for: why it ends if that does not come. */
  readonly missing: RefusalReason;
  /** 0 = not known yet. */
  readonly compartment: number;
  readonly endMonoMs: number;
}

export interface DeviceWatch {
  readonly isOnline: boolean;
}

/** What is lost at a restart and comes again from devices and documents. Plain JSON. */
export interface Volatile {
  readonly policy: CompiledPolicy | undefined;
  readonly grants: CompiledGrants | undefined;
  readonly canOpen: boolean;
  readonly isStorageLow: boolean;
  /** Undefined: no sensor says. */
  readonly hasMains: boolean | undefined;
  readonly isBatteryLow: boolean;
  /** Tamper sensors that are active, as `<box> <sensor>`. */
  readonly tampers: readonly string[];
  /** Allowance of facts of each sensor that spoke of late. */
  readonly flutters: Readonly<Record<string, Flutter>>;
  readonly position: Whereabouts | undefined;
  readonly devices: Readonly<Record<string, DeviceWatch>>;
  /** Tags read at a box before a badge. */
  readonly trays: Readonly<Record<string, readonly TrayTag[]>>;
  /** Visits under way, by box. */
  readonly visits: Readonly<Record<string, Visit>>;
  /** Wishes that stand, by box. */
  readonly wishes: Readonly<Record<string, StandingWish>>;
  /** Visits of people without card, by box. */
  readonly deposits: Readonly<Record<string, DepositVisit>>;
  /** Rounds by command under way, by box. */
  readonly rounds: Readonly<Record<string, Round>>;
  readonly compartments: Readonly<Record<string, CompartmentWatch>>;
}

/** Immutable; a new value after each step, so the shell can keep the old one until durable. */
export interface State {
  readonly layout: Layout;
  readonly durable: Durable;
  readonly volatile: Volatile;
}

export const initialRecord: CompartmentRecord = {
  isEnabled: true,
  fault: undefined,
  parcels: [],
  isInventoryKnown: true,
  presence: "unknown",
  sensed: "unknown",
  trust: fullTrust,
  session: undefined,
  intent: undefined,
  isDoorOpen: false,
  openedMonoMs: 0,
  isForced: false,
  isAjar: false,
  heldStage: 0,
  lastPerson: "",
  lastCollection: undefined,
  pulses: [],
};

function initialWatch(record: CompartmentRecord): CompartmentWatch {
  const settled = record.trust.quarantined.includes("presence") ? "unknown" : record.sensed;
  return {
    contactIsOpen: undefined,
    boltIsEngaged: undefined,
    isOccupied: undefined,
    settled,
    presenceBefore: settled,
    tags: [],
    pulse: undefined,
    isSecured: false,
    closedMonoMs: undefined,
    latchedMonoMs: undefined,
    isOpenUnseen: record.isDoorOpen,
    isOpenUntold: false,
    stirredMonoMs: undefined,
    orderEnd: undefined,
    dissents: [],
    unheard: {},
  };
}

/** Volatile part of a gateway that has just started with these facts behind it. */
export function initialVolatile(durable: Durable): Volatile {
  const watches = Object.entries(durable.compartments).map(
    ([key, record]) => [key, initialWatch(record)] as const,
  );
  return {
    policy: undefined,
    grants: undefined,
    canOpen: true,
    isStorageLow: false,
    hasMains: undefined,
    isBatteryLow: false,
    tampers: [],
    flutters: {},
    position: undefined,
    devices: {},
    trays: {},
    visits: {},
    wishes: {},
    deposits: {},
    rounds: {},
    compartments: Object.fromEntries(watches),
  };
}

/** A gateway with no facts: everything enabled, empty and closed as far as anybody knows. */
export function initialState(layout: Layout): State {
  const records = placesOf(layout).map(({ key }) => [key, initialRecord] as const);
  const durable: Durable = {
    nextSeq: 0,
    bootId: "",
    lastMonoMs: 0,
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
  };
  return { layout, durable, volatile: initialVolatile(durable) };
}

/** Whether a compartment that is not configured any more has something left that must be told. */
export function isOwing({ intent, parcels, presence }: CompartmentRecord): boolean {
  return intent !== undefined || parcels.length > 0 || presence === "occupied";
}

/** Durable part of a compartment of the layout; throws for a key of none, which is a defect. */
export function recordAt(state: State, key: string): CompartmentRecord {
  const record = state.durable.compartments[key];
  if (record === undefined) throw new Error(`no compartment ${key}`);
  return record;
}

/** Volatile part of a compartment of the layout; throws for a key of none, which is a defect. */
export function watchAt(state: State, key: string): CompartmentWatch {
  const watch = state.volatile.compartments[key];
  if (watch === undefined) throw new Error(`no compartment ${key}`);
  return watch;
}
