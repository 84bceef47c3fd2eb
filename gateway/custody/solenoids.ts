// Rules for coils as scheduling: one a supply group, a gap between, rest and duty of each.

import type { Draft } from "./decision.ts";
import { bounds, placesOf, type PlaceLayout } from "./layout.ts";
import { grantEndMs, isStillAuthorized } from "./sessions.ts";
import { recordAt, watchAt, type CoilPulse, type Session, type State } from "./state.ts";

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
  const group = state.volatile.groupFreeMonoMs[place.compartment.supplyGroup] ?? 0;
  const rested = pulses.map((one) => one.startMonoMs + one.pulseMs + timing.coilMinOffMs);
  const dutiful = dutyFreeMs(pulses, place.compartment.pulseMs, timing.coilDutyMaxPercent);
  const neighbors = groupPulses(state, place.compartment.supplyGroup);
  const gapped = neighbors.map((one) => one.startMonoMs + one.pulseMs + timing.groupGapMs);
  return Math.max(watchAt(state, place.key).coilFreeMonoMs, group, dutiful, ...rested, ...gapped);
}

function groupPulses(state: State, supplyGroup: string): readonly CoilPulse[] {
  return placesOf(state.layout)
    .filter(({ compartment }) => compartment.supplyGroup === supplyGroup)
    .flatMap(({ key }) => recordAt(state, key).pulses.slice(-1));
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
    (one) => one.place.key !== place.key && monoMs <= grantEndMs(state, one.session),
  );
  if (others.length >= bounds.waitingMaxCount) return false;
  return coilFreeMs(state, place) <= monoMs + state.layout.timing.grantLifeMs / 2;
}

/** Sessions that wait for a coil of a supply group, oldest grant first. */
export function waitingIn(state: State, supplyGroup: string): readonly Waiting[] {
  return placesOf(state.layout)
    .filter(({ compartment }) => compartment.supplyGroup === supplyGroup)
    .flatMap((place) => {
      const { session } = recordAt(state, place.key);
      const isWaiting = session?.stage === "granted" || session?.stage === "retrying";
      return session !== undefined && isWaiting ? [{ place, session }] : [];
    })
    .toSorted((a, b) => a.session.grantSeq - b.session.grantSeq);
}

/**
 * Energizes the coil of the first waiting session of a supply group whose turn has come, and sets
 * the timer for the next turn. Sessions whose grant has ended are given up.
 */
export function runWaiting(draft: Draft, supplyGroup: string): void {
  for (const { place, session } of waitingIn(draft.state, supplyGroup)) {
    if (!mayStillPulse(draft, session)) giveUp(draft, place);
  }
  const ready = alive(draft, supplyGroup).find(
    ({ place }) => coilFreeMs(draft.state, place) <= draft.now.monoMs,
  );
  if (ready !== undefined) intendUnlock(draft, ready);
  const next = alive(draft, supplyGroup).map(({ place }) => coilFreeMs(draft.state, place));
  if (next.length === 0) return;
  const afterMs = Math.max(1, Math.min(...next) - draft.now.monoMs);
  draft.order({ kind: "setTimer", key: coilTimerKey(supplyGroup), afterMs });
}

function alive(draft: Draft, supplyGroup: string): readonly Waiting[] {
  return waitingIn(draft.state, supplyGroup).filter(({ session }) => mayStillPulse(draft, session));
}

function mayStillPulse(draft: Draft, session: Session): boolean {
  const isAlive = draft.now.monoMs <= grantEndMs(draft.state, session);
  return isAlive && draft.state.volatile.canOpen && isStillAuthorized(draft, session);
}

/** A grant that was never pulsed just lapses; one that jammed leaves a fault. */
export function giveUp(draft: Draft, place: PlaceLayout): void {
  const { session } = recordAt(draft.state, place.key);
  if (session?.stage !== "retrying") return;
  const { attempts } = session;
  draft.record("LockFaulted", { ...at(place), fault: "jammed", attempts });
}

function at(place: PlaceLayout): { readonly box: string; readonly compartment: number } {
  return { box: place.box.id, compartment: place.compartment.number };
}

/** The intent first, then the pulse it announces; the group is taken until the order has ended. */
function intendUnlock(draft: Draft, { place, session }: Waiting): void {
  const { timing } = draft.state.layout;
  const { pulseMs } = place.compartment;
  const deadlineMonoMs = Math.floor(draft.now.monoMs) + timing.orderLifeMs;
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
  takeGroup(draft, place, deadlineMonoMs + pulseMs);
  draft.order({ kind: "pulseLock", ...at(place), intentSeq, pulseMs, deadlineMonoMs });
  const afterMs = timing.orderLifeMs + timing.openWithinMs;
  draft.order({ kind: "setTimer", key: `unlock:${place.key}`, afterMs });
}

/** Notes that a coil may be on until a time, so that it and its group rest afterwards. */
export function takeGroup(draft: Draft, place: PlaceLayout, onUntilMonoMs: number): void {
  const { timing } = draft.state.layout;
  const { supplyGroup } = place.compartment;
  const { groupFreeMonoMs } = draft.state.volatile;
  draft.watch(place.key, { coilFreeMonoMs: onUntilMonoMs + timing.coilMinOffMs });
  draft.observe({
    groupFreeMonoMs: { ...groupFreeMonoMs, [supplyGroup]: onUntilMonoMs + timing.groupGapMs },
  });
}
