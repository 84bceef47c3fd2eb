// Compares what a journal tells of parcels with what hands put and took where a beam saw it.

import { blindSpans, isBlind } from "./blind-spans.ts";
import type { Happening } from "./model.ts";
import type { Violation } from "./monitors.ts";
import { newMs, settleMs, type Sight } from "./sight.ts";

/** One opening from the spring's push to the shut door, and how the beam read at both ends. */
interface Visit {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly wasBroken: boolean;
  readonly isBroken: boolean;
  readonly taken: readonly string[];
}

/**
 * Nothing told by a sensor's word that no hand did; and what a sensor saw come or go in a visit
 * that a session explains is told. Nothing is asked of a place without a sensor.
 */
export function parcelFaults(
  here: readonly Happening[],
  sight: Sight,
  nowMs: number,
): readonly Violation[] {
  const { box, compartment, told, hasPresence, isComplete } = sight;
  if (!hasPresence) return [];
  const count = (kind: Happening["kind"]): number => here.filter((one) => one.kind === kind).length;
  const details: string[] = [];
  const note = (happened: number, word: string, says: number): void => {
    const what = `parcels were ${word} ${box}/${compartment} ${happened} times`;
    details.push(`${what}, the journal says ${says}`);
  };
  const [puts, takes] = [count("ParcelPut"), count("ParcelTaken")];
  if (told.seenDeposits > puts) note(puts, "put into", told.seenDeposits);
  if (told.seenCollections > takes) note(takes, "taken from", told.seenCollections);
  if (isComplete && told.forced === 0) {
    const visits = sureVisits(here, sight, nowMs);
    const arrived = visits.filter((one) => !one.wasBroken && one.isBroken).length;
    if (arrived > told.arrivals) note(arrived, "put into", told.arrivals);
    const gone = visits.filter((one) => one.wasBroken && !one.isBroken);
    const known = gone.flatMap(({ taken }) => taken.filter((one) => told.deposited.includes(one)));
    const untold = known.filter((one) => !told.left.includes(one));
    if (untold.length > 0) note(known.length, "taken from", known.length - untold.length);
  }
  return details.map((detail) => {
    return { monitor: "journal-equals-history", atMs: nowMs, detail, box, compartment };
  });
}

/** Visits that the gateway saw from before the door opened until it had been shut for a while. */
function sureVisits(here: readonly Happening[], sight: Sight, nowMs: number): readonly Visit[] {
  const needs = [...new Set([...sight.needs, ...sight.boltNeeds])];
  const flaws = ["isBeamDead", "isReedStuck", "isLatchWorn", "isHeld"];
  const blind = blindSpans(here, needs, flaws);
  const visits = visitsOf(here);
  return visits.filter(({ fromMs, untilMs }, at) => {
    const calmUntilMs = visits[at + 1]?.fromMs ?? nowMs;
    const calmFromMs = visits[at - 1]?.untilMs ?? -Infinity;
    const isCalm = calmUntilMs - untilMs >= settleMs && fromMs - calmFromMs >= settleMs;
    const isSeen = !isBlind(fromMs, blind) && !isBlind(untilMs, blind);
    const wentBlind = blind.some((span) => span.fromMs >= fromMs && span.fromMs <= untilMs + newMs);
    return isCalm && isSeen && !wentBlind;
  });
}

function visitsOf(here: readonly Happening[]): readonly Visit[] {
  const visits: Visit[] = [];
  let isBroken = false;
  let open: { fromMs: number; wasBroken: boolean; taken: string[] } | undefined;
  for (const one of here) {
    if (one.kind === "BeamChanged") isBroken = one.isBroken;
    else if (one.kind === "DoorOpened") {
      open ??= { fromMs: one.atMs, wasBroken: isBroken, taken: [] };
    } else if (one.kind === "ParcelTaken") open?.taken.push(one.parcel);
    else if (one.kind === "DoorClosed" && open !== undefined) {
      visits.push({ ...open, untilMs: one.atMs, isBroken });
      open = undefined;
    }
  }
  return visits;
}
