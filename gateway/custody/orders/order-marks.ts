// The fold of commands: each id is remembered for as long as it could still be taken for a new one.

import type { Fact, FactOf } from "@driftbox/proto";
import type { FactMeta } from "../evolve.ts";
import { demandAt } from "../access/policy/demands.ts";
import { clockToleranceMs } from "../access/rights.ts";
import { placeKey } from "../layout.ts";
import type { State } from "../state.ts";
import { orderLifeMaxMs } from "./order.ts";

/** What became of one command. */
export interface OrderMark {
  /** Empty: it was refused. */
  readonly word: string;
  readonly box: string;
  readonly compartment: number;
  /** When it was judged, by the clocks of this boot. */
  readonly monoMs: number;
  readonly wallMs: number;
  /** By the monotonic clock of this boot: no coil is energized for it afterwards. */
  readonly deadlineMonoMs: number;
  /** The newest grant it led to; 0 = none. */
  readonly grantSeq: number;
  /** False: accepted, and its outcome is not stated yet. */
  readonly isDone: boolean;
}

/** Plain JSON. */
export interface OrderMarks {
  readonly byId: Readonly<Record<string, OrderMark>>;
  /** A command with a deadline before this was judged and forgotten. Unix ms of this boot. */
  readonly forgottenToMs: number;
}

export const noOrders: OrderMarks = { byId: {}, forgottenToMs: 0 };

/** Commands remembered at once; more are refused until the oldest can be forgotten. */
export const ordersMaxCount = 256;

/**
 * Two clocks may differ twice: when the command was issued, and when it was judged. A mark this old
 * has a deadline that has passed, and its deadline is at most this long after it was judged.
 */
const rememberMs = orderLifeMaxMs + 2 * clockToleranceMs;

/** What a fact makes of the marks. A new boot takes no command of an earlier one. */
export function ordersAfter(
  orders: OrderMarks,
  fact: Fact,
  meta: FactMeta,
  isNewBoot: boolean,
): OrderMarks {
  switch (fact.kind) {
    case "GatewayStarted":
      return isNewBoot ? ofNewBoot(orders, meta) : orders;
    case "CommandAccepted":
      return add(orders, fact.command, { ...markAt(meta), ...termsOf(fact) });
    case "CommandRefused": {
      const { command } = fact;
      const isKnown = command === "" || Object.hasOwn(orders.byId, command);
      return isKnown ? orders : add(orders, command, { ...markAt(meta), isDone: true });
    }
    case "CommandExecuted":
      return change(orders, fact.command, { isDone: true });
    case "AccessGranted": {
      const id = fact.proof === "command" ? grantedAt(orders, fact) : undefined;
      return id === undefined ? orders : change(orders, id, { grantSeq: meta.seq });
    }
    default:
      return orders;
  }
}

function termsOf(fact: FactOf<"CommandAccepted">): Partial<OrderMark> {
  const { word, box, compartment, deadlineMonoUs = 0 } = fact;
  return { word, box, compartment, deadlineMonoMs: Math.round(deadlineMonoUs / 1_000) };
}

function markAt({ monoMs, wallMs }: FactMeta): OrderMark {
  const nothing = { word: "", box: "", compartment: 0, grantSeq: 0, isDone: false };
  const deadlineMonoMs = monoMs;
  return { ...nothing, monoMs, wallMs, deadlineMonoMs };
}

function add(orders: OrderMarks, id: string, mark: OrderMark): OrderMarks {
  const entries = Object.entries(orders.byId);
  const kept = entries.filter(([, one]) => !isForgettable(one, mark.monoMs));
  const gone = entries.filter(([, one]) => isForgettable(one, mark.monoMs));
  const forgottenToMs = Math.max(
    orders.forgottenToMs,
    // Of accepted ones alone: their time was right, that of a refused one may be a year ahead.
    ...gone.flatMap(([, { word, wallMs }]) => (word === "" ? [] : [wallMs + rememberMs])),
  );
  return { byId: Object.fromEntries([...kept, [id, mark]]), forgottenToMs };
}

function change(orders: OrderMarks, id: string, to: Partial<OrderMark>): OrderMarks {
  const mark = markOf(orders, id);
  if (mark === undefined) return orders;
  return { ...orders, byId: { ...orders.byId, [id]: { ...mark, ...to } } };
}

/** Whether its id may go: its outcome is stated, and its deadline has passed for good. */
function isForgettable({ isDone, monoMs }: OrderMark, nowMonoMs: number): boolean {
  return isDone && nowMonoMs - monoMs >= rememberMs;
}

/** What is not stated yet stays, so that a boot can state it; its times count from this boot. */
function ofNewBoot(orders: OrderMarks, { monoMs, wallMs }: FactMeta): OrderMarks {
  const running = runningOrders(orders).map(([id, mark]) => [id, { ...mark, monoMs, wallMs }]);
  return { byId: Object.fromEntries(running), forgottenToMs: 0 };
}

export function markOf({ byId }: OrderMarks, id: string): OrderMark | undefined {
  return Object.hasOwn(byId, id) ? byId[id] : undefined;
}

/** Commands that were accepted and whose outcome is not stated yet, oldest first. */
export function runningOrders(orders: OrderMarks): readonly (readonly [string, OrderMark])[] {
  return Object.entries(orders.byId).filter(([, { isDone }]) => !isDone);
}

/** Monotonic time until which a coil may be energized under the grant of a command. */
export function orderEndMs({ byId }: OrderMarks, grantSeq: number): number {
  const mark = Object.values(byId).find((one) => one.grantSeq === grantSeq);
  return mark?.deadlineMonoMs ?? -Infinity;
}

/** Whether one more command can be remembered. */
export function hasRoom({ byId }: OrderMarks, nowMonoMs: number): boolean {
  const kept = Object.values(byId).filter((mark) => !isForgettable(mark, nowMonoMs));
  return kept.length < ordersMaxCount;
}

/** The command that a new grant at a place is of: the newest that has none, or a round. */
function grantedAt(
  orders: OrderMarks,
  { box, compartment }: { readonly box: string; readonly compartment: number },
): string | undefined {
  const found = runningOrders(orders).findLast(([, mark]) => {
    const isHere = mark.box === box;
    const isOpen = mark.word === "open" && mark.compartment === compartment && mark.grantSeq === 0;
    return isHere && (isOpen || mark.word === "collect-all");
  });
  return found?.[0];
}

/** Whether a grant from afar stands under a command that was accepted for its place. */
export function hasItsOrder(
  { durable, volatile }: State,
  { box, compartment }: FactOf<"AccessGranted">,
  grantSeq: number,
): boolean {
  const demands = volatile.policy?.demands ?? {};
  const { authorizers, otherOrganization } = demandAt(
    demands,
    "collect",
    placeKey(box, compartment),
  );
  if (authorizers > 0 || otherOrganization) return false;
  return Object.values(durable.orders.byId).some((mark) => {
    const isForPlace = mark.word === "collect-all" || mark.compartment === compartment;
    return mark.grantSeq === grantSeq && mark.box === box && isForPlace;
  });
}
