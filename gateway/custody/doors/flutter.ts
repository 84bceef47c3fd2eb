// Sensors whose wire flutters: the first changes are told one by one, the others by their number.

import type { Draft } from "../decision.ts";
import { bounds } from "../layout.ts";

/** So many changes of one sensor are told at once, */
export const toldMaxCount = 10;
/** and one more in each such time; what was not told is counted, and told with how it stands. */
export const toldEveryMs = 300_000;

/** The allowance of one sensor. */
export interface Flutter {
  readonly leftCount: number;
  /** Since when the next one is gained. */
  readonly sinceMonoMs: number;
  readonly untoldCount: number;
}

/** Whether a change of a sensor may be told now. One that may not is counted for `takeUntold`. */
export function mayTell(draft: Draft, sensor: string): boolean {
  const { leftCount, sinceMonoMs, untoldCount } = allowance(draft, sensor);
  if (leftCount > 0 && untoldCount === 0) {
    keep(draft, sensor, { leftCount: leftCount - 1, sinceMonoMs, untoldCount });
    return true;
  }
  keep(draft, sensor, { leftCount, sinceMonoMs, untoldCount: untoldCount + 1 });
  if (untoldCount > 0) return false;
  draft.order({ kind: "setTimer", key: `flutter:${sensor}`, afterMs: toldEveryMs });
  return false;
}

function allowance({ state, now }: Draft, sensor: string): Flutter {
  const known = state.volatile.flutters[sensor];
  const full = { leftCount: toldMaxCount, sinceMonoMs: now.monoMs, untoldCount: 0 };
  if (known === undefined) return full;
  const gained = Math.floor((now.monoMs - known.sinceMonoMs) / toldEveryMs);
  const leftCount = known.leftCount + gained;
  if (leftCount >= toldMaxCount) return { ...full, untoldCount: known.untoldCount };
  return { ...known, leftCount, sinceMonoMs: known.sinceMonoMs + gained * toldEveryMs };
}

function keep(draft: Draft, sensor: string, flutter: Flutter): void {
  const { [sensor]: _before, ...others } = draft.state.volatile.flutters;
  const kept = Object.entries(others).slice(-(bounds.fluttersMaxCount - 1));
  draft.observe({ flutters: { ...Object.fromEntries(kept), [sensor]: flutter } });
}

/** How many changes of a sensor were not told; they are from now on. */
export function takeUntold(draft: Draft, sensor: string): number {
  const { untoldCount, ...others } = allowance(draft, sensor);
  if (untoldCount > 0) keep(draft, sensor, { ...others, untoldCount: 0 });
  return untoldCount;
}

/** In the words of `SensorDissented`. */
export function untoldWords(count: number): string {
  return `${count} changes untold`;
}
