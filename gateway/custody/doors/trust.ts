// How far the sensors of a compartment are believed: a fold of their dissents.

import type { FactOf } from "@driftbox/proto";
import type { FactMeta } from "../evolve.ts";

/** A sensor that dissented so often */
export const dissentsMaxCount = 5;
/** within so long is quarantined. */
export const dissentsWithinMs = 86_400_000;

/** The sensors of a compartment that give testimony. */
export const sensorNames = ["door", "bolt", "presence", "weight"] as const;
export type SensorName = (typeof sensorNames)[number];

interface Dissents {
  readonly count: number;
  /** When the first of them was; the start of the boot when it was in an earlier one. */
  readonly sinceMonoMs: number;
}

/** How far the sensors of a compartment are believed. Plain JSON, folded from facts. */
export interface Trust {
  readonly dissents: { readonly [S in SensorName]?: Dissents };
  readonly quarantined: readonly SensorName[];
}

export const fullTrust: Trust = { dissents: {}, quarantined: [] };

export function isSensorName(text: string): text is SensorName {
  return sensorNames.some((name) => name === text);
}

/** What a fact about a sensor makes of the trust in it. */
export function trustAfter(
  trust: Trust,
  fact: FactOf<"SensorDissented"> | FactOf<"SensorQuarantined"> | FactOf<"SensorRestored">,
  meta: FactMeta,
): Trust {
  const { sensor } = fact;
  if (!isSensorName(sensor)) return trust;
  const { [sensor]: before, ...others } = trust.dissents;
  const without = trust.quarantined.filter((name) => name !== sensor);
  if (fact.kind === "SensorQuarantined") {
    return { dissents: others, quarantined: [...without, sensor] };
  }
  if (fact.kind === "SensorRestored") return { dissents: others, quarantined: without };
  const isRecent = before !== undefined && meta.monoMs - before.sinceMonoMs < dissentsWithinMs;
  const now = isRecent
    ? { ...before, count: before.count + 1 }
    : { count: 1, sinceMonoMs: meta.monoMs };
  return { ...trust, dissents: { ...others, [sensor]: now } };
}

/** In a new boot dissents count on from its start: nobody knows how long the power was away. */
export function rebasedTrust({ dissents, quarantined }: Trust, monoMs: number): Trust {
  const entries = Object.entries(dissents).map(
    ([sensor, { count }]) => [sensor, { count, sinceMonoMs: monoMs }] as const,
  );
  return { dissents: Object.fromEntries(entries), quarantined };
}
