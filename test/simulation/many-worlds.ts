// Lives seeded worlds one after the other until enough box-days have passed, and adds them up.

import { World, type WorldOptions, type WorldResult } from "./world.ts";

export interface ManyWorlds {
  readonly seed: number;
  readonly worldCount: number;
  readonly boxDays: number;
  readonly eventCount: number;
  readonly tally: ReadonlyMap<string, number>;
  /** The first world whose monitors found something, with its own seed. */
  readonly broken: WorldResult | undefined;
  readonly wallS: number;
  readonly cpuS: number;
}

const daysOfAWorld = 30;

/** World n has seed `seed + n`. Stops at the first breach. */
export async function liveWorlds(seed: number, boxDaysMin: number): Promise<ManyWorlds> {
  const startedMs = performance.now();
  const cpu = process.cpuUsage();
  const tally = new Map<string, number>();
  let boxDays = 0;
  let eventCount = 0;
  let worldCount = 0;
  let broken: WorldResult | undefined;
  while (boxDays < boxDaysMin && broken === undefined) {
    const world = new World({ seed: seed + worldCount });
    const daysLeft = Math.ceil((boxDaysMin - boxDays) / world.boxes.length);
    const result = await world.live(Math.min(daysOfAWorld, daysLeft));
    worldCount += 1;
    boxDays += result.boxDays;
    eventCount += result.eventCount;
    for (const [name, count] of result.tally) tally.set(name, (tally.get(name) ?? 0) + count);
    if (result.breaches.length > 0) broken = result;
  }
  const { user, system } = process.cpuUsage(cpu);
  const wallS = (performance.now() - startedMs) / 1_000;
  return {
    seed,
    worldCount,
    boxDays,
    eventCount,
    tally,
    broken,
    wallS,
    cpuS: (user + system) / 1e6,
  };
}

export function liveWorld({
  days,
  ...options
}: WorldOptions & { readonly days: number }): Promise<WorldResult> {
  return new World(options).live(days);
}

/** What a failing run prints: the monitor, what it saw, and how to see it again. */
export function storyOf(broken: WorldResult): string {
  const lines = broken.breaches
    .slice(0, 5)
    .map(
      ({ monitor, atMs, detail }) => `day ${(atMs / 86_400_000).toFixed(3)}: ${monitor}: ${detail}`,
    );
  return [...lines, `replay: DRIFTBOX_SEED=${broken.seed} npx vitest run test/simulation`].join(
    "\n",
  );
}
