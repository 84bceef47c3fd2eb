// Volatile testimony about one compartment: what its sensors say, and what was concluded so far.

import type { Presence } from "@driftbox/proto";
import type { Pass } from "../access/passes.ts";
import type { SensorName } from "../doors/trust.ts";
import type { CompartmentRecord } from "./compartment-record.ts";

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

/** The last turn of a mechanical key. */
export interface KeyTurn {
  readonly isTurned: boolean;
  /** When it was turned, or turned back. */
  readonly sinceMonoMs: number;
  /** Whether the door opened, by whatever right, since it was turned. */
  readonly hasOpened: boolean;
}

/** Volatile part of one compartment: testimony of sensors and running timers. */
export interface CompartmentWatch {
  readonly contactIsOpen: boolean | undefined;
  readonly boltIsEngaged: boolean | undefined;
  /** By the presence sensor. */
  readonly isSeen: boolean | undefined;
  /** By the scale. */
  readonly isFelt: boolean | undefined;
  /** By both of them. */
  readonly isOccupied: boolean | undefined;
  /** Presence last settled with the door closed. */
  readonly settled: Presence;
  /** Presence when the session's door opened. */
  readonly presenceBefore: Presence;
  /** Tags read in the session, in order. */
  readonly tags: readonly string[];
  /** Those of them that nobody showed: a field noticed them. */
  readonly seen: readonly string[];
  /** Tags that came into a field while its door was open, and that a wish at the box may claim. */
  readonly underWish: readonly string[];
  /** Those of `tags` that were read before its door opened. */
  readonly shownOutside: readonly string[];
  /** Under what name goes in what the newest visitor without card brings, if no tag names it. */
  readonly claimed: string | undefined;
  /** What the session was granted to whoever held it; undefined = to somebody with a badge. */
  readonly pass: Pass | undefined;
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
  /** Undefined: its mechanical key was not turned in this run. */
  readonly keyTurn: KeyTurn | undefined;
  /** Undefined: no order ended in this run. */
  readonly orderEnd: OrderEnd | undefined;
  /** Sensors whose dissent was already recorded. */
  readonly dissents: readonly string[];
  /** Last words of sensors in quarantine, which count for nothing. */
  readonly unheard: { readonly [S in SensorName]?: boolean | undefined };
}

/** Of a compartment of which nothing was heard in this run. */
export function initialWatch(record: CompartmentRecord): CompartmentWatch {
  const { quarantined } = record.trust;
  const isDoubtful = quarantined.includes("presence") || quarantined.includes("weight");
  const settled = isDoubtful ? "unknown" : record.sensed;
  return {
    contactIsOpen: undefined,
    boltIsEngaged: undefined,
    isSeen: undefined,
    isFelt: undefined,
    isOccupied: undefined,
    settled,
    presenceBefore: settled,
    tags: [],
    seen: [],
    underWish: [],
    shownOutside: [],
    claimed: undefined,
    pass: undefined,
    pulse: undefined,
    isSecured: false,
    closedMonoMs: undefined,
    latchedMonoMs: undefined,
    isOpenUnseen: record.isDoorOpen,
    isOpenUntold: false,
    stirredMonoMs: undefined,
    keyTurn: undefined,
    orderEnd: undefined,
    dissents: [],
    unheard: {},
  };
}
