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
}

export interface MonitorLimits {
  readonly coilMaxOnMs: number;
}

export const noHistory: MonitorState = {
  coilsOn: new Map(),
  intents: new Map(),
  energized: new Map(),
};

export interface Watched {
  readonly state: MonitorState;
  readonly violations: readonly Violation[];
}

function keyOf(spot: Spot): string {
  return `${spot.box}/${spot.compartment}`;
}

/** Folds one happening. Checks the coil limit and the supply groups. */
export function watch(state: MonitorState, happening: Happening, limits: MonitorLimits): Watched {
  if (happening.kind === "CoilEnergized") return watchEnergized(state, happening);
  if (happening.kind !== "CoilReleased") return { state, violations: [] };
  const place = keyOf(happening);
  const coilsOn = new Map(state.coilsOn);
  coilsOn.delete(place);
  const { atMs, onMs } = happening;
  const isOver = onMs > limits.coilMaxOnMs;
  const detail = `coil ${place} was on for ${onMs} ms, limit ${limits.coilMaxOnMs} ms`;
  return {
    state: { ...state, coilsOn },
    violations: isOver ? [{ monitor: "coil-on-time", atMs, detail }] : [],
  };
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
