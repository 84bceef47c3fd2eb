// Satellites that lie: no sequence of fixes takes time back, nor far ahead without long agreement.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agreeMinMs,
  floorToleranceUs,
  hearFix,
  newGnssTime,
  raiseFloor,
  timeBy,
  trustNetwork,
  type GnssTime,
} from "../../../gateway/adapters/runtime/gnss-time.ts";
import { SystemClock } from "../../../gateway/adapters/runtime/system-clock.ts";
import { pruneTimeUs } from "../../../gateway/app/safe-time.ts";
import { nowOf } from "../../../gateway/app/loop/step.ts";
import { believed, judgeBadge } from "../../../gateway/custody/access/rights.ts";
import { badges, compiled } from "../custody/story.ts";

const bootUtcUs = Date.UTC(2026, 10, 22, 2, 0, 0) * 1_000;
const hourUs = 3_600_000_000;

/** Fixes one a second from `fromMs` on, wrong by `wrongUs`. */
function hearing(time: GnssTime, fromMs: number, ms: number, wrongUs = 0): GnssTime {
  let heard = time;
  for (let at = fromMs; at < fromMs + ms; at += 1_000) {
    heard = hearFix(heard, { utcUs: bootUtcUs + at * 1_000 + wrongUs, heardMonoMs: at });
  }
  return heard;
}

function toldAt(time: GnssTime, monoMs: number) {
  const told = timeBy(time, monoMs * 1_000);
  return told && { aheadUs: told.wallUs - bootUtcUs - monoMs * 1_000, isOld: told.isDisputed };
}

const good = hearing(newGnssTime(0), 1_000, 10_000);

describe("fixes that jump", () => {
  it.each([2 * hourUs, -2 * hourUs])("by %d us are doubted for ten minutes", (wrongUs) => {
    const soon = hearing(good, 20_000, agreeMinMs, wrongUs);
    expect(toldAt(soon, 20_000 + agreeMinMs)).toEqual({ aheadUs: 0, isOld: true });
    const later = hearing(soon, 20_000 + agreeMinMs, 3_000, wrongUs);
    expect(toldAt(later, 25_000 + agreeMinMs)).toEqual({ aheadUs: wrongUs, isOld: false });
  });

  it("are forgotten when right ones come, or none", () => {
    const doubted = hearing(good, 20_000, 300_000, hourUs);
    const righted = hearing(doubted, 320_000, 1_000);
    const again = hearing(righted, 321_000, 400_000, hourUs);
    expect(toldAt(again, 721_000)).toEqual({ aheadUs: 0, isOld: true });
    expect(toldAt(doubted, 400_000)).toEqual({ aheadUs: 0, isOld: false });
    expect(toldAt(hearing(doubted, 400_000, 301_000, hourUs), 701_000)?.aheadUs).toBe(0);
  });

  it("do not get far in many small steps", () => {
    let time = good;
    for (let step = 1; step <= 30; step += 1) {
      time = hearing(time, step * 20_000, 15_000, step * 240_000_000);
    }
    expect(Math.abs(toldAt(time, 620_000)?.aheadUs ?? 0)).toBeLessThanOrEqual(300_100_000);
  });

  it("are measured by the network's time once it was known", () => {
    const reference = { offsetUs: bootUtcUs, heardMonoMs: 1_000 };
    const known = trustNetwork(newGnssTime(0), reference);
    expect(timeBy(hearing(known, 2_000, 60_000, hourUs), 62_000_000)).toBeUndefined();
    expect(toldAt(hearing(known, 2_000, 60_000), 62_000)?.aheadUs).toBe(0);
    const wrong = hearing(newGnssTime(0), 2_000, 60_000, hourUs);
    expect(timeBy(trustNetwork(wrong, reference), 62_000_000)).toBeUndefined();
  });
});

describe("a clock whose satellites contradict themselves", () => {
  it("is trusted as a battery is and corrects nothing, and prunes by receipts alone", () => {
    let monoUs = 1_000_000;
    const discipline = () => ({ isSynchronized: false, maxErrorMs: 0 });
    const host = { bootTimeUs: () => monoUs, wallUs: () => 0, discipline };
    const clock = new SystemClock({ hasRtc: false, host });
    const hear = (wrongUs: number): void => {
      monoUs += 1_000_000;
      clock.hear({ utcUs: bootUtcUs + monoUs + wrongUs, heardMonoMs: monoUs / 1_000 });
    };
    for (const wrongUs of [0, 0, hourUs, hourUs]) hear(wrongUs);
    const reading = clock.read();
    expect(reading).toMatchObject({ source: "rtc", wallUs: bootUtcUs + monoUs });
    expect(nowOf(reading)).toMatchObject({ isWallTrusted: true, isWallDisciplined: false });
    hear(0);
    expect(clock.read().source).toBe("gnss");
    expect(pruneTimeUs(clock.read(), 77)).toBe(77);
    expect(pruneTimeUs(clock.read(), undefined)).toBe(0);
    expect(pruneTimeUs({ ...clock.read(), source: "ntp" }, 77)).toBe(bootUtcUs + monoUs);
  });
});

describe("a policy that expired by a clock that ran some minutes ahead", () => {
  it("stays expired when satellites put the clock right within the tolerance", () => {
    const expiredMs = bootUtcUs / 1_000 + 299_000;
    const policy = compiled({ issuedUs: bootUtcUs - hourUs, expiresUs: expiredMs * 1_000 });
    const presented = { badgeRef: badges.courier, assurance: "identifier", box: "ferry" } as const;
    const atMs = (wallMs: number) => {
      const now = { monoMs: 1_000, wallMs, isWallTrusted: true, isWallDisciplined: true };
      return judgeBadge(policy, presented, believed(now, policy, expiredMs));
    };
    expect(atMs(bootUtcUs / 1_000)).toMatchObject({ ok: false, reason: "policy-expired" });
    expect(atMs(expiredMs - 3_600_000)).toMatchObject({ ok: true });
  });
});

describe("whatever fixes come", () => {
  it("time never falls below what was recorded, and an expired policy stays expired", () => {
    const fix = fc.record({
      gapMs: fc.constantFrom(300, 1_000, 9_000, 50_000, 700_000),
      wrongS: fc.oneof(
        fc.constantFrom(0, -299, 299, -301, 301, -86_400),
        fc.integer({ min: -9_000, max: 9_000 }),
      ),
      times: fc.constantFrom(1, 2, 3, 620),
    });
    const presented = { badgeRef: badges.courier, assurance: "identifier", box: "ferry" } as const;
    const property = fc.property(fc.array(fix, { maxLength: 25 }), fc.nat(20), (fixes, endAt) => {
      let [time, monoMs, lastWallMs, expiresUs] = [newGnssTime(0), 1_000, 0, 0];
      for (const [index, { gapMs, wrongS, times }] of fixes.entries()) {
        for (let each = 0; each < times; each += 1) {
          monoMs += gapMs;
          const utcUs = bootUtcUs + monoMs * 1_000 + wrongS * 1_000_000;
          time = hearFix(time, { utcUs, heardMonoMs: monoMs });
        }
        const told = timeBy(time, monoMs * 1_000);
        if (told === undefined) continue;
        const wallMs = Math.floor(told.wallUs / 1_000);
        expect(wallMs).toBeGreaterThanOrEqual(lastWallMs - floorToleranceUs / 1_000 - 1);
        const isWallDisciplined = !told.isDisputed;
        const now = { monoMs, wallMs, isWallTrusted: true, isWallDisciplined };
        // A policy that expired a moment ago is never in force again.
        if (expiresUs === 0 && index >= endAt) expiresUs = Math.max(wallMs, lastWallMs) * 1_000;
        const policy = compiled({ issuedUs: bootUtcUs - 9_000_000_000_000, expiresUs });
        lastWallMs = Math.max(lastWallMs, wallMs);
        const judged = judgeBadge(policy, presented, believed(now, policy, lastWallMs));
        expect(judged.ok).toBe(expiresUs === 0);
        time = raiseFloor(time, lastWallMs * 1_000);
      }
    });
    fc.assert(property, { numRuns: 150 });
  });
});
