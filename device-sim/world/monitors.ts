// Invariants over what happened: pure folds that name each violation when it is seen.

import { explain, type Intent } from "./intents.ts";
import type { Happening, Spot } from "./model.ts";

/** Every invariant that is watched, and the two words for what could not be judged at once. */
export const monitorNames = [
  "coil-on-time",
  "coil-duty",
  "coil-rest",
  "coil-burnt",
  "one-coil-per-group",
  "group-gap",
  "no-opening-without-record",
  "unlock-deadline",
  "journal-equals-history",
  "never-happens",
  "monitor-failed",
] as const;
export type MonitorName = (typeof monitorNames)[number];

/** An invariant that did not hold. `detail` says what was seen, in words. */
export interface Violation extends Partial<Spot> {
  readonly monitor: MonitorName;
  readonly atMs: number;
  readonly detail: string;
}

export interface MonitorState {
  /** Energized coils: place -> since when, in which supply group. */
  readonly coilsOn: ReadonlyMap<string, { readonly sinceMs: number; readonly group: string }>;
  /** Per place: when its coil was energized. */
  readonly energized: ReadonlyMap<string, Energized>;
  /** Per supply group: which coil was released last, and when. */
  readonly released: ReadonlyMap<string, { readonly place: string; readonly atMs: number }>;
  /** Per place: pulses that ended within the last minute. */
  readonly pulses: ReadonlyMap<
    string,
    readonly { readonly endMs: number; readonly onMs: number }[]
  >;
}

interface Energized extends Spot {
  readonly timesMs: readonly number[];
}

export interface MonitorLimits {
  readonly coilMaxOnMs: number;
  /** Share of any minute that a coil may be on. */
  readonly coilDutyMaxShare?: number;
  /** A coil rests at least this long. */
  readonly coilRestMs?: number;
  /** Between two coils of a supply group passes at least this. */
  readonly groupGapMs?: number;
}

/** A pulse may begin and end this much off its time: bytes travel, and timers fire late. */
const switchingMs = 100;
/** Switch-ons kept of one coil; a run that has more is judged by its first. */
const energizedMaxCount = 10_000;

/** Over which a coil's duty counts. */
const dutyWindowMs = 60_000;

export const noHistory: MonitorState = {
  coilsOn: new Map(),
  energized: new Map(),
  released: new Map(),
  pulses: new Map(),
};

export interface Watched {
  readonly state: MonitorState;
  readonly violations: readonly Violation[];
}

function keyOf(spot: Spot): string {
  return `${spot.box}/${spot.compartment}`;
}

function spotOf(state: MonitorState, place: string): Partial<Spot> {
  const { box, compartment } = state.energized.get(place) ?? {};
  return box === undefined || compartment === undefined ? {} : { box, compartment };
}

/** Folds one happening. Checks on-time, duty and health of coils, and the supply groups. */
export function watch(state: MonitorState, happening: Happening, limits: MonitorLimits): Watched {
  switch (happening.kind) {
    case "CoilEnergized":
      return watchEnergized(state, happening, limits);
    case "CoilReleased":
      return watchReleased(state, happening, limits);
    case "CoilBurnt": {
      const detail = `coil ${keyOf(happening)} has burnt`;
      const { atMs, box, compartment } = happening;
      return { state, violations: [{ monitor: "coil-burnt", atMs, detail, box, compartment }] };
    }
    default:
      return { state, violations: [] };
  }
}

function watchReleased(
  state: MonitorState,
  happening: Extract<Happening, { kind: "CoilReleased" }>,
  limits: MonitorLimits,
): Watched {
  const place = keyOf(happening);
  const { atMs, onMs, supplyGroup, box, compartment } = happening;
  const spot = { box, compartment };
  const coilsOn = new Map(state.coilsOn);
  coilsOn.delete(place);
  const before = state.pulses.get(place) ?? [];
  const recent = before.filter(({ endMs }) => endMs > atMs - dutyWindowMs);
  const pulses = [...recent, { endMs: atMs, onMs }];
  const violations: Violation[] = [];
  if (onMs > limits.coilMaxOnMs) {
    const detail = `coil ${place} was on for ${onMs} ms, limit ${limits.coilMaxOnMs} ms`;
    violations.push({ monitor: "coil-on-time", atMs, detail, ...spot });
  }
  const usedMs = pulses.reduce((sum, one) => sum + one.onMs, 0);
  if (usedMs > dutyWindowMs * (limits.coilDutyMaxShare ?? 1)) {
    const detail = `coil ${place} was on for ${usedMs} ms of one minute`;
    violations.push({ monitor: "coil-duty", atMs, detail, ...spot });
  }
  const released = new Map(state.released).set(supplyGroup, { place, atMs });
  const kept = new Map(state.pulses).set(place, pulses);
  return { state: { ...state, coilsOn, released, pulses: kept }, violations };
}

function watchEnergized(
  state: MonitorState,
  happening: Extract<Happening, { kind: "CoilEnergized" }>,
  limits: MonitorLimits,
): Watched {
  const place = keyOf(happening);
  const { supplyGroup: group, atMs, box, compartment } = happening;
  const others = [...state.coilsOn].filter(([, on]) => on.group === group).map(([key]) => key);
  const coilsOn = new Map(state.coilsOn).set(place, { sinceMs: atMs, group });
  const timesMs = state.energized.get(place)?.timesMs ?? [];
  const more = timesMs.length < energizedMaxCount ? [...timesMs, atMs] : timesMs;
  const energized = new Map(state.energized).set(place, { box, compartment, timesMs: more });
  const violations = pauseFaults(state, happening, limits);
  if (others.length > 0) {
    const what = `coil ${place} was energized while ${others.join(", ")} of group ${group} was on`;
    violations.push({ monitor: "one-coil-per-group", atMs, detail: what, box, compartment });
  }
  return { state: { ...state, coilsOn, energized }, violations };
}

/** What is on too soon after it was on itself, or after another coil of its group. */
function pauseFaults(
  state: MonitorState,
  happening: Extract<Happening, { kind: "CoilEnergized" }>,
  { coilRestMs = 0, groupGapMs = 0 }: MonitorLimits,
): Violation[] {
  const place = keyOf(happening);
  const { supplyGroup, atMs, box, compartment } = happening;
  const violations: Violation[] = [];
  const restedMs = atMs - (state.pulses.get(place)?.at(-1)?.endMs ?? -Infinity);
  if (restedMs < coilRestMs - switchingMs) {
    const detail = `coil ${place} rested ${restedMs} ms, at least ${coilRestMs} ms are due`;
    violations.push({ monitor: "coil-rest", atMs, detail, box, compartment });
  }
  const last = state.released.get(supplyGroup);
  const gapMs = atMs - (last?.atMs ?? -Infinity);
  if (last !== undefined && last.place !== place && gapMs < groupGapMs - switchingMs) {
    const detail = `coil ${place} was on ${gapMs} ms after ${last.place}, due are ${groupGapMs} ms`;
    violations.push({ monitor: "group-gap", atMs, detail, box, compartment });
  }
  return violations;
}

/** Coils that are over their limit right now, without waiting for their release. */
export function overdueCoils(
  state: MonitorState,
  nowMs: number,
  limits: MonitorLimits,
): readonly Violation[] {
  return [...state.coilsOn]
    .filter(([, on]) => nowMs - on.sinceMs > limits.coilMaxOnMs)
    .map(([place, on]) => ({
      monitor: "coil-on-time",
      atMs: nowMs,
      detail: `coil ${place} is on since ${nowMs - on.sinceMs} ms`,
      ...spotOf(state, place),
    }));
}

/**
 * Coils that were energized when no intent on record, or none that is not used up, explains it.
 * `intentsOf` gives the intents of a place that may have left for its board.
 */
export function openedWithoutRecord(
  state: MonitorState,
  nowMs: number,
  intentsOf: (spot: Spot) => readonly Intent[],
): readonly Violation[] {
  return [...state.energized.values()].flatMap(({ timesMs, box, compartment }) => {
    const explained = explain(timesMs, intentsOf({ box, compartment }));
    const missing = explained.filter(({ intent }) => intent === undefined);
    if (missing.length === 0) return [];
    const when = missing.map(({ atMs }) => `${Math.round(atMs)} ms`).slice(0, 4);
    const counted = `coil ${box}/${compartment} energized ${timesMs.length} times`;
    const detail = `${counted}, ${missing.length} without record, at ${when.join(", ")}`;
    return [{ monitor: "no-opening-without-record", atMs: nowMs, detail, box, compartment }];
  });
}
