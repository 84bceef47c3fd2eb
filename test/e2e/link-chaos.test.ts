// A link that cuts, delays, stalls, doubles and reorders what gateways and the center say.

import { afterEach, expect, it } from "vitest";
import { fillJournal } from "./backlog.ts";
import { ChaoticLink, noFaults, type FaultCounts } from "./chaotic-link.ts";
import { Crowd } from "./crowd.ts";
import { badges, Island, parcels } from "./island.ts";
import { seedOf } from "./seed.ts";
import { until } from "./until.ts";
import { assertWhole, drained, hasSaidAll, sayAll } from "./whole-story.ts";

const backlogCount = 4_000;
const chaosMaxMs = 240_000;
/** The link stays bad until each fault was there this often. */
const enough: readonly (readonly [keyof FaultCounts, number])[] = [
  ["cut", 12],
  ["cutInPacket", 8],
  ["delayed", 100],
  ["stalled", 4],
  ["halfOpen", 1],
  ["batchTwice", 15],
  ["batchesReordered", 10],
  ["receiptTwice", 8],
  ["receiptsReordered", 2],
];
const closers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

function missing(counts: FaultCounts): readonly string[] {
  return enough.filter(([name, least]) => counts[name] < least).map(([name]) => name);
}

it("a link that does everything wrong loses nothing, doubles nothing and changes no order", async () => {
  const seed = seedOf("link-chaos.test.ts");
  const counts = noFaults();
  const links = new Map<string, ChaoticLink>();
  const island = await Island.open({
    seed,
    gateways: 2,
    boxesEach: 3,
    uplink: { keepaliveS: 5, connectTimeoutMs: 3_000, resendAfterMs: 1_000 },
    shape: (crossing, { gateway }) => {
      const link = links.get(gateway) ?? new ChaoticLink(seed, gateway, counts);
      links.set(gateway, link);
      return link.shape(crossing);
    },
  });
  closers.push(() => island.close());
  for (const place of island.places) await fillJournal(place.dataFolder, backlogCount);
  const boxes = island.places.flatMap((place) => place.boxes);
  const crowd = new Crowd({ stage: island.stage, boxes, badges, parcels, seed });
  closers.push(() => crowd.stop());
  const gateways = island.places.map((place) => island.startGateway(place));

  const isEnough = (): boolean => missing(counts).length === 0;
  await until(isEnough, "every fault often enough", chaosMaxMs).catch(() => undefined);
  expect(missing(counts), JSON.stringify(counts)).toEqual([]);
  crowd.stop();
  for (const link of links.values()) link.isOn = false;
  const statesBefore = island.places.map(({ logbook }) => logbook.states);
  for (const { link } of island.places) {
    link.shut();
    link.reopen();
  }
  for (const [at, place] of island.places.entries()) {
    const [gateway, states = 0] = [gateways[at], statesBefore[at]];
    if (gateway === undefined) continue;
    await drained(island, { place, gateway, states });
    gateway.kill();
    await gateway.gone;
    if (!hasSaidAll(place)) await sayAll(island, place);
  }
  await assertWhole(island);
  const live = island.places.map(({ logbook }) => logbook.receiptedNextSeq - backlogCount);
  await island.close();
  const center = island.centerCounts();
  const said = { ...counts, live, center: Object.fromEntries(center) };
  process.stderr.write(`${JSON.stringify(said)} in ${island.folder}\n`);
  for (const count of live) expect(count).toBeGreaterThanOrEqual(20);
  expect(center.get("verdict/append")).toBeGreaterThanOrEqual(2 * (backlogCount + 20));
  for (const verdict of ["verdict/duplicate", "verdict/gap"]) {
    expect(center.get(verdict)).toBeGreaterThanOrEqual(100);
  }
  for (const verdict of ["fork", "rollback", "orphan", "quarantined", "reject"]) {
    expect(center.get(`verdict/${verdict}`) ?? 0, verdict).toBe(0);
  }
  island.remove();
}, 600_000);
