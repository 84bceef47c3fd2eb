// A command of the center: judged once, its mark durable before its effect, its outcome stated.

import type { Draft } from "../decision.ts";
import { mayTell } from "../doors/flutter.ts";
import type { InputOf, Now } from "../inputs.ts";
import { believed, clockToleranceMs } from "../access/rights.ts";
import { orderLifeMaxMs, type Order, type OrderRefusal } from "./order.ts";
import { hasRoom, markOf, runningOrders } from "./order-marks.ts";
import { obey, obstacleTo } from "./order-words.ts";

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
  const deadlineMonoUs = deadlineMonoMs(draft, order) * 1_000;
  draft.record("CommandAccepted", { command, word, box, compartment, givenBy, deadlineMonoUs });
  obey(draft, order);
}

/** Its deadline by the clock that nobody sets, from when it was judged. */
function deadlineMonoMs(draft: Draft, { deadlineMs }: Order): number {
  return Math.floor(draft.now.monoMs + deadlineMs - clocksOf(draft).wallMs);
}

/** A command that was signed for this gateway and came too late into the loop, or found no room. */
export function missOrder(draft: Draft, { command, reason }: InputOf<"CommandMissed">): void {
  const { orders } = draft.state.durable;
  if (markOf(orders, command) !== undefined) return refuseOften(draft, command, "repeated");
  if (!hasRoom(orders, draft.now.monoMs)) return refuseOften(draft, command, reason);
  draft.record("CommandRefused", { command, reason });
}

/** What came as a command and is none: recorded while it is rare. */
export function refuseUnreadable(draft: Draft, { reason }: InputOf<"CommandUnreadable">): void {
  refuseOften(draft, "", reason);
}

/** Each of these can be caused without end by whoever holds the line: they are told sparingly. */
function refuseOften(draft: Draft, command: string, reason: OrderRefusal): void {
  if (mayTell(draft, "commands")) draft.record("CommandRefused", { command, reason });
}

/** How many refusals were not told one by one. */
export function retellOrders(draft: Draft, count: number): void {
  draft.record("CommandRefused", { command: "", reason: `${count} refusals untold` });
}

/**
 * Whether a command is meant for this gateway, this boot and this time. Without a trusted clock no
 * deadline can be judged, so nothing is done; the boot alone says too little: it may last weeks.
 */
function standingOf(draft: Draft, order: Order): OrderRefusal | undefined {
  const { durable } = draft.state;
  if (!order.isOwn) return "wrong-gateway";
  if (order.bootId !== durable.bootId) return "wrong-boot";
  const { isWallTrusted, wallMs } = clocksOf(draft);
  const { issuedMs, deadlineMs } = order;
  if (!isWallTrusted || issuedMs > wallMs + clockToleranceMs) return "clock-not-trusted";
  const lifeMs = deadlineMs - issuedMs;
  if (!(lifeMs > 0 && lifeMs <= orderLifeMaxMs)) return "stale";
  if (deadlineMs <= wallMs || deadlineMs <= durable.orders.forgottenToMs) return "stale";
  return undefined;
}

function clocksOf({ state, now }: Draft): Now {
  const { durable, volatile } = state;
  const { issuedUs = 0 } = volatile.policy ?? {};
  return believed(now, { issuedUs }, durable.lastWallMs);
}

/** First input of a run: nobody can tell what an order under way led to, and it is not repeated. */
export function concludeOrdersAtBoot(draft: Draft): void {
  for (const [command] of runningOrders(draft.state.durable.orders)) {
    draft.record("CommandExecuted", { command, outcome: "unknown" });
  }
}
