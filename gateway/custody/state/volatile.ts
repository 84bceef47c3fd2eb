// What is lost at a restart and comes again: documents, devices, and who is at which box.

import type { Assurance, RefusalReason, Whereabouts } from "@driftbox/proto";
import type { CompiledGrants } from "../access/grants.ts";
import type { Pass } from "../access/passes.ts";
import type { CompiledPolicy } from "../access/policy.ts";
import type { Flutter } from "../doors/flutter.ts";
import type { ManifestDocument } from "../manifests/manifests.ts";
import type { Round } from "../visits/rounds.ts";
import type { DepositVisit } from "../visits/deposit-visits.ts";
import type { StandingWish } from "../visits/wishes.ts";
import type { Durable } from "./durable.ts";
import { initialWatch, type CompartmentWatch } from "./watch.ts";

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
  /** Manifests of the center that no room was left for; the next closing makes some. */
  readonly waitingManifests: ManifestDocument | undefined;
  /** Visits of people without card, by box. */
  readonly deposits: Readonly<Record<string, DepositVisit>>;
  /** Rounds under way, by box. */
  readonly rounds: Readonly<Record<string, Round>>;
  readonly compartments: Readonly<Record<string, CompartmentWatch>>;
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
    waitingManifests: undefined,
    deposits: {},
    rounds: {},
    compartments: Object.fromEntries(watches),
  };
}
