// Which segments may go: receipted, older than the retention and below the snapshot, all three.

/** What retention looks at in a segment. */
export interface RetainedSegment {
  readonly nextSeq: number;
  /** Greatest wall time of its records in microseconds; 0 = none claims one. */
  readonly newestWallUs: number;
}

export interface RetentionBounds {
  readonly receiptedNextSeq: number;
  readonly snapshotNextSeq: number;
  /** By a clock that is kept right from outside; 0 = there is none, and nothing is old. */
  readonly nowWallUs: number;
  readonly retentionMs: number;
}

/**
 * How many segments, counted from the oldest, may be removed. The newest always stays. A segment
 * without any wall time, or with one that is still to come, is as old as the next one with a time
 * that can be: records are in order, and a clock that once ran ahead must not keep them for ever.
 */
export function expiredCount(
  segments: readonly RetainedSegment[],
  bounds: RetentionBounds,
): number {
  if (bounds.nowWallUs <= 0) return 0;
  const seqEnd = Math.min(bounds.receiptedNextSeq, bounds.snapshotNextSeq);
  const oldBeforeUs = bounds.nowWallUs - bounds.retentionMs * 1_000;
  let count = 0;
  for (const [index, segment] of segments.slice(0, -1).entries()) {
    if (segment.nextSeq > seqEnd) break;
    const { newestWallUs } = segment;
    if (newestWallUs <= 0 || newestWallUs > bounds.nowWallUs) continue;
    if (newestWallUs > oldBeforeUs) break;
    count = index + 1;
  }
  return count;
}
