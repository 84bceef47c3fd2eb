// Times that no satellite can move: how early it cannot be, and how late it is at least.

import type { State } from "../custody/state.ts";
import type { ClockReading } from "../ports/runtime.ts";

/** It is later than this, in microseconds: a policy was issued and events were recorded by then. */
export function knownPastUs({ durable, volatile }: State): number {
  return Math.max(volatile.policy?.issuedUs ?? 0, durable.lastWallMs * 1_000);
}

/**
 * The time that the age of records is measured by: the network's, else when the center issued its
 * newest receipt. Time from satellites alone removes nothing, for whoever feigns it could empty a
 * journal. 0 = not known.
 */
export function pruneTimeUs(reading: ClockReading, receiptIssuedUs: number | undefined): number {
  const { source, wallUs } = reading;
  return source === "ntp" || source === "center" ? wallUs : (receiptIssuedUs ?? 0);
}
