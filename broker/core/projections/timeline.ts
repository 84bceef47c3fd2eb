// Orders the events of one parcel: by sequence within a gateway, by claimed time between them.

import type { Header } from "@driftbox/proto";

export interface TimelinePoint {
  readonly gateway: number;
  readonly seq: number;
  readonly header: Pick<Header, "wallUs" | "wallErrMs">;
  /** Unix ms at the center. */
  readonly receivedMs: number;
}

/**
 * A claimed time may lie this far behind its own bound of error after the time it was received at:
 * two clocks that are both right differ by less.
 */
export const aheadToleranceMs = 60_000;

/** Nothing of this system happened before; a clock that says so was never set. */
const earliestMs = Date.UTC(2025, 0, 1);

/**
 * Whether an event can have happened when its gateway says. Not before such gateways existed, and
 * not after the center received it, by more than the tolerance and the claimed bound of error.
 * An unknown time is no claim.
 */
export function isPlausible({
  header,
  receivedMs,
}: Omit<TimelinePoint, "gateway" | "seq">): boolean {
  const { wallUs, wallErrMs } = header;
  if (wallUs === 0) return true;
  const wallMs = wallUs / 1_000;
  const latestMs = receivedMs + aheadToleranceMs + (wallErrMs ?? 0);
  return wallMs >= earliestMs && wallMs <= latestMs;
}

/**
 * Never by arrival, which only bounds a claim. Within a gateway a clock that stepped back does not
 * reorder events. An event whose time is unknown or not plausible stands behind the last one before
 * it in its gateway whose time is, else before the first one after it, else where it was received.
 */
export function timelineOrder<T extends TimelinePoint>(points: readonly T[]): T[] {
  const inSequence = points.toSorted((a, b) => a.gateway - b.gateway || a.seq - b.seq);
  const placed = new Map<T, number>();
  for (const group of groupsOf(inSequence)) {
    let atUs = group.map(claimOf).find((claim) => claim !== undefined);
    const isKnown = atUs !== undefined;
    for (const point of group) {
      const claim = isKnown ? claimOf(point) : point.receivedMs * 1_000;
      atUs = Math.max(atUs ?? 0, claim ?? 0);
      placed.set(point, atUs);
    }
  }
  const at = (point: T): number => placed.get(point) ?? 0;
  return inSequence.toSorted((a, b) => at(a) - at(b));
}

/** The points of each gateway, in order. */
function groupsOf<T extends TimelinePoint>(inSequence: readonly T[]): readonly (readonly T[])[] {
  const groups = new Map<number, T[]>();
  for (const point of inSequence) {
    const group = groups.get(point.gateway);
    if (group === undefined) groups.set(point.gateway, [point]);
    else group.push(point);
  }
  return [...groups.values()];
}

function claimOf(point: TimelinePoint): number | undefined {
  const { wallUs } = point.header;
  if (wallUs === 0 || !isPlausible(point)) return undefined;
  return Math.min(wallUs, point.receivedMs * 1_000);
}
