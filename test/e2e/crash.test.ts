// Gateways and the center are killed again and again: what anybody saw is never lost or doubled.

import { afterEach, expect, it } from "vitest";
import { Crowd } from "./crowd.ts";
import { badges, Island, parcels, site } from "./island.ts";
import { heldOf } from "./ledger-pages.ts";
import { noDeaths, Reaper, type Deaths } from "./reaper.ts";
import { seedOf } from "./seed.ts";
import { pause } from "./until.ts";
import { assertWhole, sayAll } from "./whole-story.ts";

const gatewayKills = 200;
const centerKills = 12;
/** On a busy machine lives are slow and see little: then there are more of them. */
const unlocksLeast = 300;
const publishedLeast = 1_500;
const gatewayKillsMax = 600;
const closers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

function unlocksOf(island: Island): number {
  const counts = island.places.flatMap(({ unlocks }) => [...unlocks.values()]);
  return counts.reduce((sum, count) => sum + count, 0);
}

function publishedOf(island: Island): number {
  return island.places.reduce((sum, { logbook }) => sum + logbook.published.size, 0);
}

function isEnough(island: Island, deaths: Deaths): boolean {
  if (deaths.total < gatewayKills) return false;
  const isRich = unlocksOf(island) >= unlocksLeast && publishedOf(island) >= publishedLeast;
  return isRich || deaths.total >= gatewayKillsMax;
}

/** Lives and deaths of all gateways until there were enough. */
async function reapAll(island: Island, reapers: readonly Reaper[], deaths: Deaths): Promise<void> {
  await Promise.all(
    reapers.map(async (reaper) => {
      while (!isEnough(island, deaths) && reaper.violations.length === 0) await reaper.reapOnce();
    }),
  );
}

/** Kills the center in the middle of its work and checks that it kept what it had answered. */
async function killCenter(island: Island, reapers: readonly Reaper[]): Promise<string[]> {
  await island.center.kill();
  for (const [at, place] of island.places.entries()) {
    const reaper = reapers[at];
    if (reaper !== undefined) reaper.mayOpenLink = false;
    place.link.shut();
  }
  const answered = island.places.map(({ logbook }) =>
    Math.max(logbook.acknowledgedNextSeq, logbook.receiptedNextSeq),
  );
  await island.startCenter();
  const lost: string[] = [];
  for (const [at, { gateway }] of island.places.entries()) {
    const held = await heldOf(island.center.url, site, gateway);
    const floor = answered[at] ?? 0;
    if (held.nextSeq < floor) lost.push(`${gateway}: answered ${floor}, held ${held.nextSeq}`);
  }
  for (const [at, place] of island.places.entries()) {
    const reaper = reapers[at];
    if (reaper === undefined) continue;
    reaper.mayOpenLink = true;
    if (reaper.wantsLink) place.link.reopen();
  }
  return lost;
}

/** Spreads the center's deaths over the gateways' deaths. */
async function killCenterOften(
  island: Island,
  reapers: readonly Reaper[],
  deaths: Deaths,
): Promise<number> {
  const step = gatewayKills / (centerKills + 1);
  let kills = 0;
  while (kills < centerKills && reapers.every(({ violations }) => violations.length === 0)) {
    if (deaths.total < (kills + 1) * step) {
      await pause(20);
      continue;
    }
    expect(await killCenter(island, reapers)).toEqual([]);
    kills += 1;
  }
  return kills;
}

it("two hundred kills and a dying center lose nothing that anybody saw, and double nothing", async () => {
  const seed = seedOf("crash.test.ts");
  const uplink = { resendAfterMs: 1_000 };
  const shape: Parameters<typeof Island.open>[0]["shape"] = (crossing) => (way, packet) =>
    crossing.send(way, packet.bytes);
  const island = await Island.open({ seed, gateways: 4, boxesEach: 6, uplink, shape });
  closers.push(() => island.close());
  const boxes = island.places.flatMap((place) => place.boxes);
  const crowd = new Crowd({ stage: island.stage, boxes, badges, parcels, seed });
  closers.push(() => crowd.stop());
  const deaths = noDeaths();
  const reapers = island.places.map((place) => new Reaper(island, place, deaths, seed));
  const [centers] = await Promise.all([
    killCenterOften(island, reapers, deaths),
    reapAll(island, reapers, deaths),
  ]);
  crowd.stop();
  const unlocks = unlocksOf(island);
  const published = publishedOf(island);
  const { taps, doorsShut } = crowd;
  const seen = { ...deaths, centers, unlocks, published, taps, doorsShut };
  process.stderr.write(`${JSON.stringify(seen)} in ${island.folder}\n`);
  expect(reapers.flatMap(({ violations }) => violations)).toEqual([]);

  await Promise.all(island.places.map((place) => sayAll(island, place)));
  await assertWhole(island);

  expect(deaths.total).toBeGreaterThanOrEqual(gatewayKills);
  expect(centers).toBe(centerKills);
  expect(unlocks).toBeGreaterThanOrEqual(unlocksLeast);
  expect(published).toBeGreaterThanOrEqual(publishedLeast);
  for (const count of Object.values(deaths.byMoment)) expect(count).toBeGreaterThanOrEqual(5);
  expect(deaths.unready).toBeGreaterThanOrEqual(15);
  expect(deaths.midDrain).toBeGreaterThanOrEqual(5);
  expect(deaths.intentsWithoutFrame).toBeGreaterThanOrEqual(5);
  await island.close();
  island.remove();
}, 1_200_000);
