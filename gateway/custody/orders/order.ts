// An order of the center as the core sees it: what it asks for, and why it may be refused.

import type { Place } from "@driftbox/proto";

/** Words of a command, in the order of their numbers on the wire from 1. */
export const orderWords = [
  "open",
  "disable",
  "enable",
  "collect-all",
  "locate",
  "configure",
  "suspend",
  "resume",
  "reissue",
  "restore-sensor",
  "revoke",
] as const;
export type OrderWord = (typeof orderWords)[number];

export interface OrderSetting {
  readonly key: string;
  readonly value: string;
}

/** A command whose signature was checked. Texts are bounded by whoever read it. */
export interface Order extends Place {
  readonly command: string;
  /** Whether it names this gateway. */
  readonly isOwn: boolean;
  /** Boot that it was meant for, lower-case hex. */
  readonly bootId: string;
  /** In the center's time, Unix ms. */
  readonly issuedMs: number;
  readonly deadlineMs: number;
  /** Undefined: a word this version does not know. */
  readonly word: OrderWord | undefined;
  readonly reason: string;
  readonly givenBy: string;
  readonly parcel: string;
  readonly issue: number;
  readonly sensor: string;
  /** One-time code, as facts name it. */
  readonly code: string;
  readonly settings: readonly OrderSetting[];
}

/** Codes of `CommandRefused`, in the order they are looked at. */
export const orderRefusals = {
  forged: "no key of the center signed it",
  undecodable: "signed, but its content is over the limits or cannot be read",
  "wrong-gateway": "it names another gateway",
  "wrong-boot": "it was meant for another boot: whoever gave it did not know of the restart",
  "clock-not-trusted": "nobody vouches for the wall clock, or it is behind the center's",
  stale: "its deadline has passed, or it would live longer than commands may",
  "unknown-word": "a word that this version does not know",
  "unknown-place": "no such box, compartment or sensor",
  "bad-setting": "a setting that may not be changed at run time, or not to this value",
  "bad-code": "names no one-time code that could open",
  "storage-full": "nothing can be stored, so nothing may open",
  "in-maintenance": "a fitter is at work at the box",
  "person-at-box": "somebody has begun something there",
  "door-open": "a door of the box stands open",
  busy: "a session goes on at the box, a coil is not free in time, or too many commands came",
  "not-permitted": "no policy is in force, or the compartment asks for two persons at the box",
  "out-of-service": "the compartment is disabled",
  "lock-offline": "the lock board does not answer",
  "nothing-to-collect": "nothing is known to be inside",
  repeated: "a command of this id was judged before; it is never done twice",
} as const;
export type OrderRefusal = keyof typeof orderRefusals;

/** From its issue to its deadline, at most: a later opening is nobody's wish any more. */
export const orderLifeMaxMs = 15 * 60_000;
