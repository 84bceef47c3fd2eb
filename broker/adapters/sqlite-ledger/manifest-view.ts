// A manifest as a read model shows it: what was issued, what was told, and whether it is overdue.

import type { ManifestFold } from "../../core/projections/manifests.ts";
import type { IssuedManifest, ManifestView } from "../../ports/custody-views.ts";
import type { EventView } from "../../ports/views.ts";

/** A manifest without a window should be closed this long after it was opened. */
const closedWithinMs = 24 * 3_600_000;

interface Told {
  readonly place: Pick<ManifestView, "site" | "gateway" | "manifest">;
  readonly told: Omit<ManifestFold, "openedCursor" | "closedCursor">;
  readonly opened: EventView | null;
  readonly closed: EventView | null;
  /** Undefined: the center did not issue it. */
  readonly issued: IssuedManifest | undefined;
  readonly nowMs: number;
}

export function manifestView({ place, told, opened, closed, issued, nowMs }: Told): ManifestView {
  const { fromMs = null, untilMs = null } = issued ?? {};
  const openedMs = opened === null ? nowMs : happenedMs(opened);
  const isOverdue = told.state === "open" && nowMs > (untilMs ?? openedMs + closedWithinMs);
  return { ...place, ...told, fromMs, untilMs, isOverdue, opened, closed };
}

/** As its gateway claims, if that can be; a clock that was never set says nothing. */
function happenedMs({ happened, receivedMs }: EventView): number {
  const { wallMs, isPlausible } = happened;
  return wallMs !== null && isPlausible ? wallMs : receivedMs;
}

/** One that its gateway has not told of. */
export function issuedView(issued: IssuedManifest, nowMs: number): ManifestView {
  const { isWithdrawn, ...manifest } = issued;
  const isOver = manifest.untilMs !== null && nowMs >= manifest.untilMs;
  return {
    ...manifest,
    state: isWithdrawn ? "withdrawn" : isOver ? "lapsed" : "issued",
    isOnBoard: false,
    found: [],
    missing: [],
    extra: [],
    persons: [],
    isOverdue: false,
    opened: null,
    closed: null,
  };
}
