// Rules for coils as scheduling: one a supply group, a gap between, rest and duty of each.

import type { RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { InputOf } from "../inputs.ts";
import { bounds, placesOf, type PlaceLayout } from "../layout.ts";
import { timingOf } from "../orders/settings.ts";
import { credentialOf } from "../visits/session-basis.ts";
import { isWaiting, tapEndMs } from "../visits/sessions.ts";
import { withdrawal } from "../visits/withdrawal.ts";
import { recordAt, watchAt, type CoilPulse, type Session, type State } from "../state.ts";

const minuteMs = 60_000;

/** Where a session waits for its coil. */
interface Waiting {
  readonly place: PlaceLayout;
  readonly session: Session;
}

export function coilTimerKey(supplyGroup: string): string {
  return `coil:${supplyGroup}`;
}

/** Monotonic time from which the coil of a place may be energized again. */
export function coilFreeMs(state: State, place: PlaceLayout): number {
  const { timing } = state.layout;
  const { pulses } = recordAt(state, place.key);
  const dutiful = dutyFreeMs(pulses, place.compartment.pulseMs, timing.coilDutyMaxPercent);
  const { supplyGroup } = place.compartment;
  const group = placesOf(state.layout).filter((one) => one.compartment.supplyGroup === supplyGroup);
  const gapped = group.map(({ key }) => coilOffMs(state, key) + timing.groupGapMs);
  return Math.max(coilOffMs(state, place.key) + timing.coilMinOffMs, dutiful, ...gapped);
}

/**
 * Monotonic time from which the last pulse of a place is over. What no driver has told in this run
 * may have left as late as its deadline. Infinity: the coil may be on and nobody can tell.
 */
function coilOffMs(state: State, key: string): number {
  const pulse = recordAt(state, key).pulses.at(-1);
  if (pulse === undefined) return -Infinity;
  const { orderEnd } = watchAt(state, key);
  if (orderEnd?.intentSeq === pulse.seq) return orderEnd.offMonoMs ?? Infinity;
  return pulse.deadlineMonoMs + pulse.pulseMs;
}

/** From when one more pulse fits into the coil's share of the minute before its end. */
function dutyFreeMs(pulses: readonly CoilPulse[], pulseMs: number, dutyMaxPercent: number): number {
  const budgetMs = (minuteMs * dutyMaxPercent) / 100;
  let usedMs = pulseMs;
  for (const pulse of pulses.toReversed()) {
    usedMs += pulse.pulseMs;
    if (usedMs > budgetMs) return pulse.startMonoMs + minuteMs;
  }
  return 0;
}

/** Whether one more grant may wait for this coil: few enough wait, and its turn comes in time. */
export function canWait(state: State, place: PlaceLayout, monoMs: number): boolean {
  const waiting = waitingIn(state, place.compartment.supplyGroup);
  const others = waiting.filter(
    (one) => one.place.key !== place.key && monoMs <= tapEndMs(state, one.session),
  );
  if (others.length >= bounds.waitingMaxCount) return false;
  return coilFreeMs(state, place) < monoMs + state.layout.timing.tapLifeMs;
}

/** Sessions that wait for a coil of a supply group, oldest grant first. */
export function waitingIn(state: State, supplyGroup: string): readonly Waiting[] {
  return placesOf(state.layout)
    .filter(({ compartment }) => compartment.supplyGroup === supplyGroup)
    .flatMap((place) => {
      const { session } = recordAt(state, place.key);
      return isWaiting(session) ? [{ place, session }] : [];
    })
    .toSorted((a, b) => a.session.grantSeq - b.session.grantSeq);
}

/**
 * Energizes the coil of the first waiting session of a supply group whose turn has come, and sets
 * the timer for the next turn. Sessions that must not be pulsed any more are given up.
 */
export function runWaiting(draft: Draft, supplyGroup: string): void {
  for (const one of waitingIn(draft.state, supplyGroup)) {
    const why = obstacleOf(draft, one);
    if (why !== undefined) giveUp(draft, one.place, why);
  }
  const ready = waitingIn(draft.state, supplyGroup).find(
    ({ place }) => coilFreeMs(draft.state, place) <= draft.now.monoMs,
  );
  if (ready !== undefined) intendUnlock(draft, ready);
  const next = waitingIn(draft.state, supplyGroup).map(({ place, session }) =>
    Math.min(coilFreeMs(draft.state, place), tapEndMs(draft.state, session) + 1),
  );
  if (next.length === 0) return;
  const afterMs = Math.max(1, Math.min(...next) - draft.now.monoMs);
  draft.order({ kind: "setTimer", key: coilTimerKey(supplyGroup), afterMs });
}

/** Why a waiting session must not be pulsed any more: its time is over, or its right was taken. */
function obstacleOf(draft: Draft, { place, session }: Waiting): RefusalReason | undefined {
  if (draft.now.monoMs > tapEndMs(draft.state, session)) return "box-busy";
  return withdrawal(draft, place, session);
}

/** The program stood still: nobody knows whether the person is still there. */
export function giveUpWaiting(draft: Draft): void {
  const groups = placesOf(draft.state.layout).map(({ compartment }) => compartment.supplyGroup);
  for (const group of new Set(groups)) {
    for (const { place } of waitingIn(draft.state, group)) giveUp(draft, place, "box-busy");
  }
}

/** A grant that was never pulsed is turned away after all; one that jammed leaves a fault. */
export function giveUp(draft: Draft, place: PlaceLayout, reason: RefusalReason): void {
  const { session } = recordAt(draft.state, place.key);
  if (session === undefined) return;
  const { stage, attempts, person, reader } = session;
  if (stage === "retrying") {
    return void draft.record("LockFaulted", { ...at(place), fault: "jammed", attempts });
  }
  draft.record("AccessRefused", {
    ...at(place),
    reason,
    person,
    reader,
    policyVersion: draft.state.volatile.policy?.version ?? 0,
    ...credentialOf(session),
  });
}

function at(place: PlaceLayout): { readonly box: string; readonly compartment: number } {
  return { box: place.box.id, compartment: place.compartment.number };
}

/** The intent first, then the pulse it announces. */
function intendUnlock(draft: Draft, { place, session }: Waiting): void {
  const timing = timingOf(draft.state);
  const { pulseMs } = place.compartment;
  const { monoMs } = draft.now;
  const deadlineMonoMs = Math.floor(
    Math.min(monoMs + timing.orderLifeMs, tapEndMs(draft.state, session)),
  );
  const intentSeq = draft.record("UnlockIntended", {
    ...at(place),
    grantSeq: session.grantSeq,
    attempt: session.attempts + 1,
    pulseMs,
    deadlineMonoUs: deadlineMonoMs * 1_000,
  });
  draft.watch(place.key, {
    pulse: { intentSeq, endedMonoMs: undefined, wasAnswered: false, hasReleased: false },
    isSecured: false,
  });
  draft.order({ kind: "pulseLock", ...at(place), intentSeq, pulseMs, deadlineMonoMs });
  const afterMs = deadlineMonoMs - monoMs + timing.openWithinMs;
  draft.order({ kind: "setTimer", key: `unlock:${place.key}`, afterMs });
}

/**
 * Notes how an order for a coil ended. Where the driver does not know that the output was released
 * the coil counts as on, whatever its pulse time, until its board is heard again.
 */
export function endOrder(draft: Draft, place: PlaceLayout, input: InputOf<"PulseEnded">): void {
  const pulse = recordAt(draft.state, place.key).pulses.at(-1);
  if (pulse === undefined) return;
  const { monoMs } = draft.now;
  const mayRun = input.outcome !== "not-sent" && input.isReleased !== true;
  const lastMs = mayRun ? monoMs + pulse.pulseMs : monoMs;
  const offMonoMs =
    input.isReleased === false ? undefined : Math.max(lastMs, pulse.startMonoMs + pulse.pulseMs);
  draft.watch(place.key, { orderEnd: { intentSeq: pulse.seq, offMonoMs } });
}

/**
 * A board that is online has its outputs off: what was in doubt there is off from now on, though
 * not before its pulse is over by its own time.
 */
export function releaseCoils(draft: Draft, board: string): void {
  for (const { key, compartment } of placesOf(draft.state.layout)) {
    const { orderEnd } = watchAt(draft.state, key);
    const pulse = recordAt(draft.state, key).pulses.at(-1);
    if (compartment.board !== board || orderEnd === undefined || pulse === undefined) continue;
    if (orderEnd.offMonoMs !== undefined) continue;
    const offMonoMs = Math.max(draft.now.monoMs, pulse.startMonoMs + pulse.pulseMs);
    draft.watch(key, { orderEnd: { ...orderEnd, offMonoMs } });
    draft.order({ kind: "setTimer", key: coilTimerKey(compartment.supplyGroup), afterMs: 1 });
  }
}
