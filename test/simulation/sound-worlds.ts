// Five thousand box-days of seeded worlds as a test; two files of them run side by side.

import { randomInt } from "node:crypto";
import { expect } from "vitest";
import { liveWorlds, storyOf } from "./many-worlds.ts";

const boxDaysMin = 5_000;

/** Printed with every run; `DRIFTBOX_SEED` fixes it. */
export function drawnSeed(): number {
  return Number(process.env["DRIFTBOX_SEED"] ?? randomInt(1_000_000_000));
}

/** Less of any of these in five thousand box-days means that the worlds were idle. */
const leastCounts: Readonly<Record<string, number>> = {
  "badges shown": 1_000,
  "coil pulses": 1_000,
  "parcels put in": 500,
  "parcels taken out": 300,
  "forced doors on record": 50,
  jams: 20,
  "doors held open": 10,
  "clock steps": 20,
  "link cuts": 50,
  "messages lost": 20,
  "messages doubled": 20,
  "power cuts": 15,
  "process kills": 15,
  "kills in a pulse": 15,
  "cuts between append and effect": 5,
  "disk full episodes": 3,
  "appends that failed": 5,
  "center restarts": 20,
  starts: 100,
  AccessRefused: 100,
  DepositUnverified: 50,
  ParcelUnaccounted: 50,
};

/** Lives the worlds from this seed on, prints them, and expects nothing broken and nothing idle. */
export async function expectSoundWorlds(seed: number): Promise<void> {
  const run = await liveWorlds(seed, boxDaysMin);
  const { boxDays, worldCount, eventCount, tally, wallS, cpuS } = run;
  const of = (name: string): number => tally.get(name) ?? 0;
  const ends = of("power cuts") + of("process kills") + of("orderly stops");
  process.stdout.write(
    `simulation: seed ${seed}, ${worldCount} worlds, ${boxDays} box-days, ${eventCount} events, ` +
      `${ends} restarts, ${of("link cuts")} link cuts, ` +
      `${wallS.toFixed(1)} s wall, ${cpuS.toFixed(1)} s CPU\n`,
  );
  expect(run.broken === undefined ? "" : storyOf(run.broken)).toBe("");
  expect(boxDays).toBeGreaterThanOrEqual(boxDaysMin);
  const tooFew = Object.entries(leastCounts).filter(([name, least]) => of(name) < least);
  expect(tooFew.map(([name, least]) => `${name}: ${of(name)} of ${least}`)).toEqual([]);
}
