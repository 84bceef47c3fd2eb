// A command of the center: judged once, its mark durable before its effect, its outcome stated.

import type { Draft } from "../decision.ts";
import { mayTell, takeUntold } from "../doors/flutter.ts";
import type { InputOf } from "../inputs.ts";
import { believed, clockToleranceMs } from "../access/rights.ts";
import { orderLifeMaxMs, type Order, type OrderRefusal } from "./order.ts";
import { hasRoom, markOf, runningOrders } from "./order-marks.ts";
import { obey, obstacleTo } from "./order-words.ts";

/** Under this name refusals that anybody on the way to the center can cause are counted. */
export const ordersSensor = "commands";

/**
 * Judges a command and obeys it. One that is refused leaves a mark as well: whoever gave it is told
 * that it was not done, so it is not done later either.
 */
export function receiveOrder(draft: Draft, order: Order): void {
  const { command } = order;
  const { orders } = draft.state.durable;
  if (markOf(orders, command) !== undefined) return refuseOften(draft, command, "repeated");
  if (!hasRoom(orders, draft.now.monoMs)) return refuseOften(draft, command, "busy");
  const reason = standingOf(draft, order) ?? obstacleTo(draft, order);
  if (reason !== undefined) return void draft.record("CommandRefused", { command, reason });
  const { word = "", box, compartment, givenBy } = order;
  draft.record("CommandAccepted", { command, word, box, compartment, givenBy });
  obey(draft, order);
}

/** What came as a command and is none: recorded while it is rare. */
export function refuseUnreadable(draft: Draft, { reason }: InputOf<"CommandUnreadable">): void {
  refuseOften(draft, "", reason);
}

/** Each of these can be caused without end by whoever holds the line: they are told sparingly. */
function refuseOften(draft: Draft, command: string, reason: OrderRefusal): void {
  if (mayTell(draft, ordersSensor)) draft.record("CommandRefused", { command, reason });
}

/** How many refusals were not told one by one. */
export function retellOrders(draft: Draft): void {
  const count = takeUntold(draft, ordersSensor);
  if (count === 0) return;
  draft.record("CommandRefused", { command: "", reason: `${count} refusals untold` });
}

/**
 * Whether a command is meant for this gateway, this boot and this time. Without a trusted clock no
 * deadline can be judged, so nothing is done; the boot alone says too little: it may last weeks.
 */
function standingOf({ state, now }: Draft, order: Order): OrderRefusal | undefined {
  const { durable, volatile } = state;
  if (!order.isOwn) return "wrong-gateway";
  if (order.bootId !== durable.bootId) return "wrong-boot";
  const { policy } = volatile;
  const issuedUs = policy?.issuedUs ?? 0;
  const { isWallTrusted, wallMs } = believed(now, { issuedUs }, durable.lastWallMs);
  const { issuedMs, deadlineMs } = order;
  if (!isWallTrusted || issuedMs > wallMs + clockToleranceMs) return "clock-not-trusted";
  const lifeMs = deadlineMs - issuedMs;
  if (!(lifeMs > 0 && lifeMs <= orderLifeMaxMs)) return "stale";
  if (deadlineMs <= wallMs || deadlineMs <= durable.orders.forgottenToMs) return "stale";
  return undefined;
}

/** First input of a run: nobody can tell what an order under way led to, and it is not repeated. */
export function concludeOrdersAtBoot(draft: Draft): void {
  for (const [command] of runningOrders(draft.state.durable.orders)) {
    draft.record("CommandExecuted", { command, outcome: "unknown" });
  }
}
