// Which segments may go, by receipt, snapshot and age, whatever the clocks once said.

import { describe, expect, it } from "vitest";
import { expiredCount } from "../../../gateway/adapters/journal/retention.ts";

const dayUs = 86_400_000_000;
const now = 1_000 * dayUs;

/** Ten records a segment, with the greatest wall time of each in days. */
function expired(
  days: readonly number[],
  change: Partial<Parameters<typeof expiredCount>[1]> = {},
) {
  const segments = days.map((day, index) => ({
    nextSeq: (index + 1) * 10,
    newestWallUs: day * dayUs,
  }));
  const all = { receiptedNextSeq: 1_000, snapshotNextSeq: 1_000, wantedCount: 0 };
  const retentionMs = (30 * dayUs) / 1_000;
  return expiredCount(segments, { ...all, nowWallUs: now, retentionMs, ...change });
}

describe("retention", () => {
  it("lets go what is older than the retention, receipted and in the snapshot, never the newest", () => {
    expect(expired([900, 950, 990, 999])).toBe(2);
    expect(expired([900, 950, 990, 999], { receiptedNextSeq: 19 })).toBe(1);
    expect(expired([900, 950, 990, 999], { snapshotNextSeq: 5 })).toBe(0);
    expect(expired([900, 901])).toBe(1);
  });

  it("goes on after events that a clock running ahead had stamped in the future", () => {
    expect(expired([900, 5_000, 950, 999])).toBe(3);
    expect(expired([5_000, 990, 999])).toBe(0);
    expect(expired([900, 5_000, 5_000, 5_000])).toBe(1);
  });

  it("takes a segment without a time for as old as the next one that has it", () => {
    expect(expired([0, 900, 0, 999])).toBe(2);
    expect(expired([0, 0, 999])).toBe(0);
  });

  it("lets young ones go for want of room, but never what the center may not hold", () => {
    const young = [999, 999, 999, 999];
    expect(expired(young)).toBe(0);
    expect(expired(young, { wantedCount: 2 })).toBe(2);
    expect(expired(young, { wantedCount: 9, nowWallUs: 0 })).toBe(3);
    expect(expired(young, { wantedCount: 9, receiptedNextSeq: 19 })).toBe(1);
    expect(expired(young, { wantedCount: 9, snapshotNextSeq: 9 })).toBe(0);
  });

  it("keeps everything while no clock can be believed", () => {
    expect(expired([900, 950, 999], { nowWallUs: 0 })).toBe(0);
  });
});
