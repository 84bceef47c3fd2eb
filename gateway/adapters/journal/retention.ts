// Which segments may go: receipted, below the snapshot, and older than the retention, unless there
// is too little room left to open a lock.

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
  /** So many may go whatever their age: room for openings is worth more than a second copy. */
  readonly wantedCount: number;
}

/** Segments that must go for openings to have room for `segmentsOfRoom` of them. */
export function wantedCount(openingRoomBytes: number, segmentBytes: number): number {
  return Math.max(0, segmentsOfRoom - Math.floor(openingRoomBytes / segmentBytes));
}

const segmentsOfRoom = 2;

/**
 * How many segments, counted from the oldest, may be removed. The newest always stays. A segment
 * without any wall time, or with one that is still to come, is as old as the next one with a time
 * that can be: records are in order, and a clock that once ran ahead must not keep them for ever.
 */
export function expiredCount(
  segments: readonly RetainedSegment[],
  bounds: RetentionBounds,
): number {
  const seqEnd = Math.min(bounds.receiptedNextSeq, bounds.snapshotNextSeq);
  const firstKept = segments.slice(0, -1).findIndex(({ nextSeq }) => nextSeq > seqEnd);
  const safe = segments.slice(0, firstKept === -1 ? -1 : firstKept);
  return Math.max(agedCount(safe, bounds), Math.min(safe.length, bounds.wantedCount));
}

function agedCount(segments: readonly RetainedSegment[], bounds: RetentionBounds): number {
  if (bounds.nowWallUs <= 0) return 0;
  const oldBeforeUs = bounds.nowWallUs - bounds.retentionMs * 1_000;
  let count = 0;
  for (const [index, { newestWallUs }] of segments.entries()) {
    if (newestWallUs <= 0 || newestWallUs > bounds.nowWallUs) continue;
    if (newestWallUs > oldBeforeUs) break;
    count = index + 1;
  }
  return count;
}
