// Lamp and buzzer that show where a box is, for a bounded time.

import type { Draft } from "../decision.ts";
import { restSign } from "../signals.ts";
import type { Order } from "./order.ts";
import { runningOrders } from "./order-marks.ts";

/** How long a box shows where it is. */
export const locateMs = 60_000;

export function locate(draft: Draft, { box }: Order): "goes-on" {
  draft.order({ kind: "signal", box, signal: "locate" });
  draft.order({ kind: "setTimer", key: `locate:${box}`, afterMs: locateMs });
  return "goes-on";
}

/** It was shown for its time, unless something else was shown meanwhile. */
export function locateDue(draft: Draft, box: string): void {
  for (const [command, mark] of runningOrders(draft.state.durable.orders)) {
    if (mark.word !== "locate" || mark.box !== box) continue;
    if (draft.now.monoMs < mark.monoMs + locateMs) continue;
    draft.record("CommandExecuted", { command, outcome: "shown" });
  }
  draft.order({ kind: "signal", box, ...restSign(draft.state, box) });
}
