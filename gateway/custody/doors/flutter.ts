// What comes too often: the first are told one by one, the others by their number.

import type { Draft } from "../decision.ts";
import { bounds } from "../layout.ts";

/** What may come too often: sensors whose wire flutters, and what anybody can send or press. */
export const flutterings = [
  "mains",
  "battery",
  "tamper",
  "door",
  "panel",
  "codes",
  "documents",
  "commands",
] as const;
export type Fluttering = (typeof flutterings)[number];

/** So many changes of one thing are told at once, */
export const toldMaxCount = 10;
/** and one more in each such time; what was not told is counted, and told with how it stands. */
export const toldEveryMs = 300_000;

/** The allowance of one thing. */
export interface Flutter {
  readonly leftCount: number;
  /** Since when the next one is gained. */
  readonly sinceMonoMs: number;
  readonly untoldCount: number;
}

/**
 * Whether a change may be told now. One that may not is counted, and told later by its number.
 * @param whose its box, compartment or kind; left out where there is one in all
 */
export function mayTell(draft: Draft, what: Fluttering, whose = ""): boolean {
  const key = `${what} ${whose}`;
  const { leftCount, sinceMonoMs, untoldCount } = allowance(draft, key);
  if (leftCount > 0 && untoldCount === 0) {
    keep(draft, key, { leftCount: leftCount - 1, sinceMonoMs, untoldCount });
    return true;
  }
  keep(draft, key, { leftCount, sinceMonoMs, untoldCount: untoldCount + 1 });
  if (untoldCount > 0) return false;
  draft.order({ kind: "setTimer", key: `flutter:${key}`, afterMs: toldEveryMs });
  return false;
}

function allowance({ state, now }: Draft, key: string): Flutter {
  const known = state.volatile.flutters[key];
  const full = { leftCount: toldMaxCount, sinceMonoMs: now.monoMs, untoldCount: 0 };
  if (known === undefined) return full;
  const gained = Math.floor((now.monoMs - known.sinceMonoMs) / toldEveryMs);
  const leftCount = known.leftCount + gained;
  if (leftCount >= toldMaxCount) return { ...full, untoldCount: known.untoldCount };
  return { ...known, leftCount, sinceMonoMs: known.sinceMonoMs + gained * toldEveryMs };
}

function keep(draft: Draft, key: string, flutter: Flutter): void {
  const { [key]: _before, ...others } = draft.state.volatile.flutters;
  const kept = Object.entries(others).slice(-(bounds.fluttersMaxCount - 1));
  draft.observe({ flutters: { ...Object.fromEntries(kept), [key]: flutter } });
}

/** Whose changes were not told, and how many; they are told from now on. */
export interface Untold {
  readonly what: Fluttering;
  readonly whose: string;
  readonly count: number;
}

/** @param key as the timer names it; undefined = all of them were told */
export function takeUntold(draft: Draft, key: string): Untold | undefined {
  const space = key.indexOf(" ");
  const what = flutterings.find((one) => one === key.slice(0, space));
  const { untoldCount: count, ...others } = allowance(draft, key);
  if (what === undefined || count === 0) return undefined;
  keep(draft, key, { ...others, untoldCount: 0 });
  return { what, whose: key.slice(space + 1), count };
}

/** In the words of `SensorDissented`. */
export function untoldWords(count: number): string {
  return `${count} changes untold`;
}
