// What is durable of one compartment: what is in it, its session, its door and its coil.

import type { LockFault, Presence } from "@driftbox/proto";
import { fullTrust, type Trust } from "../doors/trust.ts";
import type { Session } from "./session.ts";

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
  /** Who collected last, if nobody else opened it since. */
  readonly lastCollection: LastCollection | undefined;
  readonly pulses: readonly CoilPulse[];
}

export interface LastCollection {
  readonly person: string;
  /** The start of the boot when it was in an earlier one. */
  readonly monoMs: number;
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

/** Whether a compartment that is not configured any more has something left that must be told. */
export function isOwing({ intent, parcels, presence }: CompartmentRecord): boolean {
  return intent !== undefined || parcels.length > 0 || presence === "occupied";
}
