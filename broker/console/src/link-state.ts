// How well the center hears a gateway, as one of a few words.

import type { GatewayView } from "../../ports/views.ts";

export type LinkState = "live" | "slow" | "catching" | "silent" | "never" | "sleeping";

/** A gateway that says nothing for longer than this is slow, though its connection stands. */
const slowAfterMs = 120_000;
/** A live gateway always has a few events on their way to a receipt. */
const onTheWayMaxCount = 8;

export function linkStateOf(view: GatewayView, nowMs: number): LinkState {
  if (view.lastWordMs === null) return "never";
  if (view.status === "sleeping") return "sleeping";
  if (view.status === "lost") return "silent";
  const isBehind = (view.outboxCount ?? 0) > onTheWayMaxCount || view.parkedCount > 0;
  if (isBehind) return "catching";
  return nowMs - view.lastWordMs > slowAfterMs ? "slow" : "live";
}
