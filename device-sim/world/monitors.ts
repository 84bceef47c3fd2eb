// Invariants over what happened: pure folds that name each violation when it is seen.

import type { Happening, Spot } from "./model.ts";

/** An invariant that did not hold. `detail` says what was seen, in words. */
export interface Violation {
  readonly monitor: string;
  readonly atMs: number;
  readonly detail: string;
}

/** A statement of the gateway's journal that a monitor compares with physical history. */
export interface JournalFact extends Spot {
  readonly kind: string;
}

export interface MonitorState {
  /** Energized coils: place -> since when, in which supply group. */
  readonly coilsOn: ReadonlyMap<string, { readonly sinceMs: number; readonly group: string }>;
  /**
   * Per place: intents on record minus coils energized. Below zero is an opening without record.
   */
  readonly intents: ReadonlyMap<string, number>;
  readonly energized: ReadonlyMap<string, number>;
  /** Per place: pulses that ended within the last minute. */
  readonly pulses: ReadonlyMap<
    string,
    readonly { readonly endMs: number; readonly onMs: number }[]
  >;
}

export interface MonitorLimits {
  readonly coilMaxOnMs: number;
  /** Share of any minute that a coil may be on. */
  readonly coilDutyMaxShare?: number;
}

/** Over which a coil's duty counts. */
const dutyWindowMs = 60_000;

export const noHistory: MonitorState = {
  coilsOn: new Map(),
  intents: new Map(),
  energized: new Map(),
  pulses: new Map(),
};

export interface Watched {
  readonly state: MonitorState;
  readonly violations: readonly Violation[];
}

function keyOf(spot: Spot): string {
  return `${spot.box}/${spot.compartment}`;
}

/** Folds one happening. Checks on-time, duty and health of coils, and the supply groups. */
export function watch(state: MonitorState, happening: Happening, limits: MonitorLimits): Watched {
  switch (happening.kind) {
    case "CoilEnergized":
      return watchEnergized(state, happening);
    case "CoilReleased":
      return watchReleased(state, happening, limits);
    case "CoilBurnt": {
      const detail = `coil ${keyOf(happening)} has burnt`;
      return { state, violations: [{ monitor: "coil-burnt", atMs: happening.atMs, detail }] };
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
  const { atMs, onMs } = happening;
  const coilsOn = new Map(state.coilsOn);
  coilsOn.delete(place);
  const before = state.pulses.get(place) ?? [];
  const recent = before.filter(({ endMs }) => endMs > atMs - dutyWindowMs);
  const pulses = [...recent, { endMs: atMs, onMs }];
  const violations: Violation[] = [];
  if (onMs > limits.coilMaxOnMs) {
    const detail = `coil ${place} was on for ${onMs} ms, limit ${limits.coilMaxOnMs} ms`;
    violations.push({ monitor: "coil-on-time", atMs, detail });
  }
  const usedMs = pulses.reduce((sum, one) => sum + one.onMs, 0);
  if (usedMs > dutyWindowMs * (limits.coilDutyMaxShare ?? 1)) {
    const detail = `coil ${place} was on for ${usedMs} ms of one minute`;
    violations.push({ monitor: "coil-duty", atMs, detail });
  }
  const after = { ...state, coilsOn, pulses: new Map(state.pulses).set(place, pulses) };
  return { state: after, violations };
}

function watchEnergized(
  state: MonitorState,
  happening: Extract<Happening, { kind: "CoilEnergized" }>,
): Watched {
  const place = keyOf(happening);
  const { supplyGroup: group, atMs } = happening;
  const others = [...state.coilsOn].filter(([, on]) => on.group === group).map(([key]) => key);
  const coilsOn = new Map(state.coilsOn).set(place, { sinceMs: atMs, group });
  const energized = new Map(state.energized).set(place, (state.energized.get(place) ?? 0) + 1);
  const detail = `coil ${place} was energized while ${others.join(", ")} of group ${group} was on`;
  return {
    state: { ...state, coilsOn, energized },
    violations: others.length > 0 ? [{ monitor: "one-coil-per-group", atMs, detail }] : [],
  };
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
    }));
}

/**
 * Takes note of a journal fact; only intents matter to the promise "no opening without a record".
 */
export function noteFact(state: MonitorState, fact: JournalFact): MonitorState {
  if (fact.kind !== "UnlockIntended") return state;
  const place = keyOf(fact);
  return {
    ...state,
    intents: new Map(state.intents).set(place, (state.intents.get(place) ?? 0) + 1),
  };
}

/** Places whose coil was energized more often than the journal intended. */
export function openedWithoutRecord(state: MonitorState, nowMs: number): readonly Violation[] {
  return [...state.energized]
    .filter(([place, count]) => count > (state.intents.get(place) ?? 0))
    .map(([place, count]) => ({
      monitor: "no-opening-without-record",
      atMs: nowMs,
      detail: `coil ${place} energized ${count} times, ${state.intents.get(place) ?? 0} on record`,
    }));
}
