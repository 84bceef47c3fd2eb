// Service that is stopped, by a schedule or by an order: nothing new is taken in until it goes on.

import type { Policy } from "@driftbox/proto";
import { parsed, type Parsed } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { Now } from "../inputs.ts";
import type { Layout } from "../layout.ts";
import { invalid } from "../access/policy/verdict.ts";
import { believed } from "../access/rights.ts";
import type { State } from "../state.ts";
import { scheduleMark, type Suspension } from "./service-record.ts";

/** A time in which nobody is served, as in fog or gale. */
export interface PlannedSuspension {
  /** Empty = every box. */
  readonly box: string;
  readonly fromUs: number;
  readonly untilUs: number;
  readonly reason: string;
}

const suspensionsMaxCount = 256;
const reasonMaxChars = 200;
/** A later one is looked at again then: timers are not set for weeks. */
const lookMaxMs = 6 * 3_600_000;

/** Suspensions at boxes of other gateways of the site are dropped. Code: policy/invalid. */
export function compileSuspensions(
  policy: Policy,
  layout: Layout,
): Parsed<readonly PlannedSuspension[]> {
  const { length } = policy.suspensions;
  if (length > suspensionsMaxCount) {
    return invalid(`${length} suspensions, over ${suspensionsMaxCount}; drop past ones`);
  }
  const compiled: PlannedSuspension[] = [];
  for (const planned of policy.suspensions) {
    const box = planned.box ?? "";
    const { fromUs, untilUs } = { fromUs: planned.fromUs ?? 0, untilUs: planned.untilUs ?? 0 };
    if (untilUs <= fromUs) return invalid("a suspension that ends before it begins");
    if (box !== "" && !layout.boxes.some(({ id }) => id === box)) continue;
    const reason = (planned.reason ?? "").slice(0, reasonMaxChars);
    compiled.push({ box, fromUs, untilUs, reason });
  }
  return parsed(compiled);
}

/** Whether the facts say that service at a box is suspended. */
export function isSuspended({ durable }: State, box: string): boolean {
  return durable.service.suspensions.some((one) => one.box === box || one.box === "");
}

/** Whether nothing new is taken in at a box now, also where the schedule was not told yet. */
export function isClosed(state: State, now: Now, box: string): boolean {
  if (isSuspended(state, box)) return true;
  const { policy } = state.volatile;
  if (policy === undefined || policy.suspensions.length === 0) return false;
  const clock = believed(now, policy, state.durable.lastWallMs);
  if (!clock.isWallTrusted) return false;
  return policy.suspensions.some(
    (one) => (one.box === box || one.box === "") && isRunning(one, clock),
  );
}

interface Change extends Suspension {
  readonly reason: string;
}

export function suspendService(draft: Draft, { box, source, reason }: Change): "done" {
  if (isKnown(draft.state, { box, source })) return "done";
  draft.record("ServiceSuspended", { box, reason: reasonOf(source, reason) });
  return "done";
}

export function resumeService(draft: Draft, { box, source, reason }: Change): "done" {
  if (!isKnown(draft.state, { box, source })) return "done";
  draft.record("ServiceResumed", { box, reason: reasonOf(source, reason) });
  return "done";
}

function isKnown({ durable }: State, { box, source }: Suspension): boolean {
  return durable.service.suspensions.some((one) => one.box === box && one.source === source);
}

function reasonOf(source: Suspension["source"], reason: string): string {
  const isPlain = source === "command" && !reason.startsWith(scheduleMark);
  return isPlain ? reason : `${source}: ${reason}`;
}

/**
 * States what a schedule began or ended by now. A clock that nobody vouches for changes nothing: it
 * neither stops the service nor lets it go on.
 */
export function followSchedule(draft: Draft): void {
  const { policy } = draft.state.volatile;
  if (policy === undefined) return;
  const { suspensions } = draft.state.durable.service;
  const scheduled = suspensions.filter(({ source }) => source === "schedule");
  if (policy.suspensions.length === 0 && scheduled.length === 0) return;
  const now = believed(draft.now, policy, draft.state.durable.lastWallMs);
  if (!now.isWallTrusted) return;
  const running = policy.suspensions.filter((one) => isRunning(one, now));
  for (const { box } of scheduled) {
    if (running.some((one) => one.box === box)) continue;
    resumeService(draft, { box, source: "schedule", reason: "its time is over" });
  }
  for (const { box, reason } of running) suspendService(draft, { box, source: "schedule", reason });
}

function isRunning({ fromUs, untilUs }: PlannedSuspension, { wallMs }: Now): boolean {
  return fromUs <= wallMs * 1_000 && wallMs * 1_000 < untilUs;
}

/** Sets the timer for the next time at which the schedule may begin or end something. */
export function watchSchedule(draft: Draft): void {
  followSchedule(draft);
  const { policy } = draft.state.volatile;
  if (policy === undefined || policy.suspensions.length === 0) return;
  const { wallMs } = believed(draft.now, policy, draft.state.durable.lastWallMs);
  const turns = policy.suspensions.flatMap(({ fromUs, untilUs }) => [fromUs, untilUs]);
  const waits = turns.map((us) => Math.ceil(us / 1_000 - wallMs)).filter((ms) => ms > 0);
  if (waits.length === 0) return;
  const afterMs = Math.min(lookMaxMs, ...waits);
  draft.order({ kind: "setTimer", key: "service:", afterMs });
}
