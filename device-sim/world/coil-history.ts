// Compares what a journal tells of unlocks with orders that arrived and coils that were on.

import { blindSpans, isBlind } from "./blind-spans.ts";
import { explain, type Intent } from "./intents.ts";
import type { Happening } from "./model.ts";
import type { Violation } from "./monitors.ts";
import { newMs, type Sight } from "./sight.ts";

/** A coil is on at once when its order has arrived. */
const obeyMs = 50;
/** Boards count in steps, and a simulator on a busy machine lets go a little late. */
const onTimeMarginMs = 300;

export function coilFaults(
  here: readonly Happening[],
  sight: Sight,
  nowMs: number,
): readonly Violation[] {
  const pulses = pulseFaults(here, sight, nowMs);
  if (!sight.isComplete) return pulses;
  return [...pulses, ...orderFaults(here, sight, nowMs), ...onTimeFaults(here, sight)];
}

function timesOf(here: readonly Happening[], kind: Happening["kind"]): readonly number[] {
  return here.filter((one) => one.kind === kind).map(({ atMs }) => atMs);
}

/** No pulse told that never was; every pulse told that was ordered while the gateway saw. */
function pulseFaults(here: readonly Happening[], sight: Sight, nowMs: number): Violation[] {
  const { box, compartment, boltNeeds, told, isComplete } = sight;
  const energized = timesOf(here, "CoilEnergized");
  const orders = timesOf(here, "UnlockOrdered");
  const blind = blindSpans(here, boltNeeds, []);
  const sure = energized.filter((atMs) => {
    const isOrdered = orders.some((orderMs) => orderMs <= atMs && atMs <= orderMs + obeyMs);
    return isOrdered && atMs < nowMs - newMs && !isBlind(atMs, blind);
  });
  const least = isComplete ? sure.length : 0;
  if (told.pulses <= energized.length && told.pulses + told.doubts >= least) return [];
  const place = `${box}/${compartment}`;
  const times = least > told.pulses + told.doubts ? least : energized.length;
  const detail = `coil ${place} was energized ${times} times, the journal says ${told.pulses}`;
  return [{ monitor: "journal-equals-history", atMs: nowMs, detail, box, compartment }];
}

function orderFaults(here: readonly Happening[], sight: Sight, nowMs: number): Violation[] {
  const { box, compartment, told } = sight;
  return explain(timesOf(here, "UnlockOrdered"), told.intents)
    .filter(({ atMs, intent }) => intent === undefined && atMs < nowMs - newMs)
    .map(({ atMs }) => ({
      monitor: "unlock-deadline",
      atMs,
      detail: `an unlock of ${box}/${compartment} ${unexplained(atMs, told.intents)}`,
      box,
      compartment,
    }));
}

function unexplained(atMs: number, intents: readonly Intent[]): string {
  const before = intents.filter(({ intendedMs }) => intendedMs <= atMs);
  if (before.length === 0) return "was ordered without an intent";
  const lastMs = before.reduce((last, one) => Math.max(last, one.deadlineMs), -Infinity);
  if (atMs <= lastMs) return "was ordered once more than intended";
  return `arrived ${Math.round(atMs - lastMs)} ms after its deadline`;
}

/** A coil may be on for as long as its intent says. */
function onTimeFaults(here: readonly Happening[], { told, box, compartment }: Sight): Violation[] {
  const released = here.filter((one) => one.kind === "CoilReleased");
  const pulses = explain(timesOf(here, "CoilEnergized"), told.intents);
  return pulses.flatMap(({ atMs: fromMs, intent }) => {
    const off = released.find(({ atMs }) => atMs >= fromMs);
    if (intent?.pulseMs === undefined || off === undefined) return [];
    const { atMs, onMs } = off;
    if (onMs <= intent.pulseMs + onTimeMarginMs) return [];
    const what = `coil ${box}/${compartment} was on for ${onMs} ms`;
    const detail = `${what}, ordered were ${intent.pulseMs} ms`;
    return [{ monitor: "coil-on-time", atMs, detail, box, compartment }];
  });
}
