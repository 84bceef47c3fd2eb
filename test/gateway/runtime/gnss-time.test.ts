// Time from satellites: believed after fixes that agree, worth less with age, never before a floor.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hearFix,
  latencyMaxMs,
  newGnssTime,
  raiseFloor,
  timeBy,
  type GnssTime,
} from "../../../gateway/adapters/runtime/gnss-time.ts";

const floorUs = Date.UTC(2026, 0, 1) * 1_000;
/** UTC at boot of the stories. */
const bootUtcUs = Date.UTC(2026, 10, 22, 2, 0, 0) * 1_000;
const dayMs = 86_400_000;

/** A fix for a moment after boot, heard with a delay. */
function fixAt(monoMs: number, delayMs = 300, wrongUs = 0) {
  return { utcUs: bootUtcUs + monoMs * 1_000 + wrongUs, heardMonoMs: monoMs + delayMs };
}

function after(...fixes: readonly ReturnType<typeof fixAt>[]): GnssTime {
  return fixes.reduce(hearFix, newGnssTime(floorUs));
}

describe("time from satellites", () => {
  it("is not known from one fix, and known from two that agree", () => {
    expect(timeBy(after(fixAt(1_000)), 2_000_000)).toBeUndefined();
    const told = timeBy(after(fixAt(1_000), fixAt(2_000)), 10_000_000);
    expect(told?.wallUs).toBe(bootUtcUs + 9_700_000);
    expect(told?.wallErrMs).toBe(latencyMaxMs + 1);
  });

  it("is not known from two fixes that contradict each other, or come in one burst", () => {
    expect(timeBy(after(fixAt(1_000), fixAt(2_000, 300, 5_000_000)), 3_000_000)).toBeUndefined();
    const burst = [fixAt(1_000, 5_000), fixAt(2_000, 4_010), fixAt(3_000, 3_020)];
    expect(timeBy(after(...burst), 7_000_000)).toBeUndefined();
    expect(timeBy(after(fixAt(1_000), fixAt(60_000)), 61_000_000)).toBeUndefined();
  });

  it("is never before the program was written, nor before a policy was issued", () => {
    const rollover = -1_024 * 7 * dayMs * 1_000;
    const old = after(fixAt(1_000, 300, rollover), fixAt(2_000, 300, rollover));
    expect(timeBy(old, 3_000_000)).toBeUndefined();
    const issuedUs = bootUtcUs + 3_600_000_000;
    const known = after(fixAt(1_000), fixAt(2_000));
    expect(timeBy(raiseFloor(known, issuedUs), 3_000_000)).toBeUndefined();
    expect(timeBy(raiseFloor(known, bootUtcUs + 60_000_000), 3_000_000)).toBeDefined();
    const later = hearFix(raiseFloor(known, issuedUs), fixAt(4_000));
    expect(timeBy(hearFix(later, fixAt(5_000)), 6_000_000)).toBeUndefined();
  });

  it("keeps the fix that came with the least delay", () => {
    const told = timeBy(after(fixAt(1_000, 700), fixAt(2_000, 400), fixAt(3_000, 600)), 4_000_000);
    expect(told?.wallUs).toBe(bootUtcUs + 3_600_000);
  });

  it("is not moved by one fix that is wrong, but by two that agree with each other", () => {
    const known = after(fixAt(1_000), fixAt(2_000));
    const once = hearFix(known, fixAt(3_000, 300, 7_000_000));
    expect(timeBy(once, 4_000_000)?.wallUs).toBe(bootUtcUs + 3_700_000);
    const twice = hearFix(once, fixAt(4_000, 300, 7_000_000));
    expect(timeBy(twice, 5_000_000)?.wallUs).toBe(bootUtcUs + 11_700_000);
  });

  it("is worth less with age, and nothing after a week", () => {
    const known = after(fixAt(1_000), fixAt(2_000));
    const errAfter = (ms: number) => timeBy(known, (2_300 + ms) * 1_000)?.wallErrMs;
    expect(errAfter(0)).toBe(latencyMaxMs);
    expect(errAfter(dayMs)).toBe(latencyMaxMs + 8_640);
    expect(errAfter(7 * dayMs + 1)).toBeUndefined();
  });

  it("is wrong by no more than it says, whatever the delays and the drift", () => {
    const fix = fc.record({
      gapMs: fc.integer({ min: 600, max: 5_000 }),
      delayMs: fc.integer({ min: 20, max: 380 }),
    });
    const drift = fc.integer({ min: -100, max: 100 });
    const waitMs = fc.integer({ min: 0, max: dayMs });
    fc.assert(
      fc.property(
        fc.array(fix, { minLength: 2, maxLength: 30 }),
        drift,
        waitMs,
        (fixes, ppm, ms) => {
          /** The boot clock runs wrong by `ppm`. */
          const monoOf = (trueMs: number): number => trueMs * (1 + ppm / 1_000_000);
          let trueMs = 1_000;
          let time = newGnssTime(floorUs);
          for (const { gapMs, delayMs } of fixes) {
            trueMs += gapMs;
            const utcUs = bootUtcUs + trueMs * 1_000;
            time = hearFix(time, { utcUs, heardMonoMs: monoOf(trueMs + delayMs) });
          }
          const nowMs = trueMs + 400 + ms;
          const told = timeBy(time, monoOf(nowMs) * 1_000);
          if (told === undefined) throw new Error("two fixes that agree tell the time");
          const wrongMs = Math.abs(told.wallUs / 1_000 - (bootUtcUs / 1_000 + nowMs));
          expect(wrongMs).toBeLessThanOrEqual(told.wallErrMs + 1);
        },
      ),
    );
  });

  it("never throws, whatever a receiver claims", () => {
    const claim = fc.record({
      utcUs: fc.option(fc.oneof(fc.double(), fc.maxSafeInteger()), { nil: undefined }),
      heardMonoMs: fc.integer({ min: 0, max: 100_000 }),
    });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 40 }), (claims) => {
        const told = timeBy(claims.reduce(hearFix, newGnssTime(floorUs)), 200_000_000);
        if (told !== undefined) expect(told.wallUs).toBeGreaterThanOrEqual(floorUs);
      }),
    );
  });
});
