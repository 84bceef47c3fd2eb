// How the boxes of a fleet live: ferries with stretches without a link, branches with hours.

import { Dice, splitRandom } from "../world/index.ts";

/** A day of a fleet lasts so long, so that a short run sees all of it. */
export const fleetDayMs = 240_000;

export interface Profile {
  readonly kind: "ferry" | "branch";
  /** Where in its day the box is when the run begins. */
  readonly phaseMs: number;
  /** Parts of the day in which nobody can reach the box, as shares of a day. */
  readonly tunnels: readonly Span[];
  /** Part of the day in which people come. */
  readonly hours: Span;
  /** Mean time between two visits while people come. */
  readonly visitEveryMs: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Two of three boxes are on ferries. */
const ferryShare = 2 / 3;
const crossingsPerDay = 4;

/** The life of one box; the same for the same seed and number. */
export function profileOf(seed: number, index: number): Profile {
  const dice = new Dice(splitRandom(seed, `box ${index}`));
  const phaseMs = Math.floor(dice.fraction() * fleetDayMs);
  if (dice.fraction() >= ferryShare) {
    return {
      kind: "branch",
      phaseMs,
      tunnels: [],
      hours: { from: 0.35, to: 0.72 },
      visitEveryMs: 12_000,
    };
  }
  const tunnels = Array.from({ length: crossingsPerDay }, (_, crossing) => {
    const from = (crossing + 0.35 + dice.fraction() * 0.1) / crossingsPerDay;
    return { from, to: from + (0.1 + dice.fraction() * 0.2) / crossingsPerDay };
  });
  return { kind: "ferry", phaseMs, tunnels, hours: { from: 0.2, to: 0.9 }, visitEveryMs: 20_000 };
}

/** Whether the box can be reached at a time of the run. */
export function isReachable({ phaseMs, tunnels }: Profile, atMs: number): boolean {
  const share = shareOfDay(phaseMs + atMs);
  return !tunnels.some(({ from, to }) => share >= from && share < to);
}

export function isVisited({ phaseMs, hours }: Profile, atMs: number): boolean {
  const share = shareOfDay(phaseMs + atMs);
  return share >= hours.from && share < hours.to;
}

function shareOfDay(atMs: number): number {
  return (atMs % fleetDayMs) / fleetDayMs;
}
