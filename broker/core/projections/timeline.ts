// Orders the events of one parcel: by sequence within a gateway, by claimed time between them.

export interface TimelinePoint {
  readonly gateway: number;
  readonly seq: number;
  /** 0 = unknown: the event then stands where its gateway's last known time puts it. */
  readonly wallUs: number;
}

/** Never by arrival. Within a gateway a clock that stepped back does not reorder events. */
export function timelineOrder<T extends TimelinePoint>(points: readonly T[]): T[] {
  const bySequence = [...points].toSorted((a, b) => a.gateway - b.gateway || a.seq - b.seq);
  let newestUs = 0;
  let gateway: number | undefined;
  const placed = bySequence.map((point) => {
    newestUs = Math.max(point.gateway === gateway ? newestUs : 0, point.wallUs);
    gateway = point.gateway;
    return { point, atUs: newestUs };
  });
  const inOrder = placed.toSorted(
    (a, b) => a.atUs - b.atUs || a.point.gateway - b.point.gateway || a.point.seq - b.point.seq,
  );
  return inOrder.map((each) => each.point);
}
