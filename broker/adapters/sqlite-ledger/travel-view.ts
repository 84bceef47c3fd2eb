// Badge uses and positions out of events, as the search for impossible travel takes them.

import type { BadgeUse, Whereabouts } from "../../core/projections/travel.ts";
import type { EventView } from "../../ports/views.ts";

/** Uses whose time says something; codes, commands and people without a badge are nobody's use. */
export function badgeUsesOf(grants: readonly EventView[]): readonly BadgeUse[] {
  return grants.flatMap(({ cursor, site, gateway, person, happened, fact }) => {
    const { wallMs, errMs, isPlausible, source } = happened;
    const isByBadge = typeof fact["badgeRef"] === "string" && fact["badgeRef"] !== "";
    const isKnown = wallMs !== null && isPlausible && source !== "none";
    if (!isByBadge || !isKnown || person === null || person === "") return [];
    return [{ cursor, site, gateway, person, wallMs, errMs: errMs ?? 0 }];
  });
}

export function positionsOf(heartbeats: readonly EventView[]): readonly Whereabouts[] {
  return heartbeats.flatMap(({ gateway, happened, fact }) => {
    const { latitude, longitude } = fact;
    const { wallMs } = happened;
    const isPlace = typeof latitude === "number" && typeof longitude === "number";
    return isPlace && wallMs !== null ? [{ gateway, wallMs, latitude, longitude }] : [];
  });
}
