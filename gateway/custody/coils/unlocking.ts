// From a pulse to its outcome: opened, jammed, refused or unknown, and the retry after a jam.

import type { Draft } from "../decision.ts";
import { enterByDoor, followDoor, noteSecured } from "../doors/doors.ts";
import type { InputOf } from "../inputs.ts";
import { placesOf, type PlaceLayout } from "../layout.ts";
import { timingOf } from "../orders/settings.ts";
import { concludeUnlock } from "./outcome.ts";
import { tapEndMs } from "../visits/sessions.ts";
import { coilFreeMs, endOrder, giveUp, runWaiting } from "./solenoids.ts";
import { recordAt, watchAt, type PulseWatch } from "../state.ts";

type Ended = InputOf<"PulseEnded">;

/** The driver's word about an order. It is no proof of an opening: sensors decide. */
export function endPulse(draft: Draft, input: Ended): void {
  const place = placesOf(draft.state.layout).find(
    ({ key }) => recordAt(draft.state, key).pulses.at(-1)?.seq === input.intentSeq,
  );
  if (place === undefined) return;
  const { pulse, orderEnd } = watchAt(draft.state, place.key);
  if (orderEnd?.intentSeq === input.intentSeq) return;
  endOrder(draft, place, input);
  if (pulse?.intentSeq === input.intentSeq) {
    const { monoMs: endedMonoMs } = draft.now;
    const wasAnswered = input.outcome === "answered";
    draft.watch(place.key, { pulse: { ...pulse, endedMonoMs, wasAnswered } });
  }
  if (recordAt(draft.state, place.key).intent?.seq === input.intentSeq) {
    followPulse(draft, place, input);
  }
  runWaiting(draft, place.compartment.supplyGroup);
}

function followPulse(draft: Draft, place: PlaceLayout, input: Ended): void {
  if (input.outcome === "not-sent") {
    concludeUnlock(draft, place, "refused", input.detail);
    draft.watch(place.key, { pulse: undefined });
    return;
  }
  if (recordAt(draft.state, place.key).isDoorOpen) {
    enterByDoor(draft, place, "the door was open already");
    followDoor(draft, place, undefined);
    return;
  }
  const { boltConfirmMs, openWithinMs } = timingOf(draft.state);
  const afterMs =
    input.outcome === "answered" ? Math.min(boltConfirmMs, openWithinMs) : openWithinMs;
  draft.order({ kind: "setTimer", key: `unlock:${place.key}`, afterMs });
}

/** Time to look at an intent that no door has answered yet. */
export function unlockDue(draft: Draft, place: PlaceLayout): void {
  const { intent } = recordAt(draft.state, place.key);
  const { pulse } = watchAt(draft.state, place.key);
  if (intent === undefined || pulse?.intentSeq !== intent.seq) return;
  const { monoMs } = draft.now;
  const timing = timingOf(draft.state);
  if (pulse.endedMonoMs === undefined) {
    const lastMs = intent.deadlineMonoMs + timing.openWithinMs;
    if (monoMs < lastMs) return wait(draft, place, lastMs - monoMs);
    return concludeUnopened(draft, place, "the driver never reported the order's end");
  }
  const sinceMs = monoMs - pulse.endedMonoMs;
  if (isJammed(draft, place, pulse) && sinceMs >= timing.boltConfirmMs) return jam(draft, place);
  if (sinceMs < timing.openWithinMs) {
    const isEarly = pulse.wasAnswered && sinceMs < timing.boltConfirmMs;
    return wait(draft, place, (isEarly ? timing.boltConfirmMs : timing.openWithinMs) - sinceMs);
  }
  concludeUnopened(draft, place, unopenedDetail(draft, place, pulse));
}

function wait(draft: Draft, place: PlaceLayout, afterMs: number): void {
  draft.order({ kind: "setTimer", key: `unlock:${place.key}`, afterMs });
}

/** An answered pulse after which the bolt was never seen to move. */
function isJammed(draft: Draft, place: PlaceLayout, pulse: PulseWatch): boolean {
  const { boltIsEngaged } = watchAt(draft.state, place.key);
  return pulse.wasAnswered && boltIsEngaged === true && !pulse.hasReleased;
}

function unopenedDetail(draft: Draft, place: PlaceLayout, pulse: PulseWatch): string {
  const { boltIsEngaged } = watchAt(draft.state, place.key);
  if (boltIsEngaged === false) return "the bolt is released, the door was not opened";
  if (pulse.hasReleased) return "the bolt released and engaged again, the door was not opened";
  return pulse.wasAnswered ? "no door, no bolt answered" : "the board did not answer";
}

/** Never pulsed again by itself. A bolt that stands released is a fault of its own. */
function concludeUnopened(draft: Draft, place: PlaceLayout, detail: string): void {
  concludeUnlock(draft, place, "unknown", detail);
  if (watchAt(draft.state, place.key).boltIsEngaged !== false) {
    draft.watch(place.key, { pulse: undefined });
    return noteSecured(draft, place);
  }
  draft.record("LockFaulted", {
    box: place.box.id,
    compartment: place.compartment.number,
    fault: "not-latched",
    attempts: recordAt(draft.state, place.key).session?.attempts ?? 0,
  });
}

/** A jam: again when the coil has rested and the grant still lives then, else a fault. */
function jam(draft: Draft, place: PlaceLayout): void {
  concludeUnlock(draft, place, "jammed", "the bolt stayed engaged");
  draft.watch(place.key, { pulse: undefined });
  const { session } = recordAt(draft.state, place.key);
  if (session === undefined) return;
  const { state } = draft;
  const isLast = session.attempts > state.layout.timing.retryMaxCount;
  const isTooLate = coilFreeMs(state, place) > tapEndMs(state, session);
  if (isLast || isTooLate) {
    giveUp(draft, place, "box-busy");
    noteSecured(draft, place);
  } else runWaiting(draft, place.compartment.supplyGroup);
}
