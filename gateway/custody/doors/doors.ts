// Doors and bolts: opened under a grant or forced, held open, closed, ajar.

import type { Draft } from "../decision.ts";
import { mayTell, untoldWords } from "./flutter.ts";
import { isOpenedByKey, noteKeyOpening, recordOverride } from "./mechanical-key.ts";
import type { InputOf } from "../inputs.ts";
import { placeAt, placesOf, type PlaceLayout } from "../layout.ts";
import { heard, quarantineIfDue } from "./quarantine.ts";
import { agree, dissent, fusedDoor, openGrantSeq, presenceAtOpening } from "./sensing.ts";
import { timingOf } from "../orders/settings.ts";
import { isOpeningLawful, isSessionBlocking } from "../visits/sessions.ts";
import { recordAt, watchAt } from "../state.ts";
import { takeTray } from "../parcels/tags.ts";
import { concludeUnlock } from "../coils/outcome.ts";

export function reportDoor(draft: Draft, input: InputOf<"DoorReported">): void {
  const place = placeAt(draft.state.layout, input.box, input.compartment);
  if (place === undefined) return;
  const { boltIsEngaged, contactIsOpen } = watchAt(draft.state, place.key);
  const isOpen = heard(draft, place, "door", input.isOpen);
  draft.watch(place.key, { contactIsOpen: isOpen });
  if (isOpen !== contactIsOpen) agree(draft, place, "door");
  followDoor(draft, place, boltIsEngaged);
}

export function reportBolt(draft: Draft, input: InputOf<"BoltReported">): void {
  const place = placeAt(draft.state.layout, input.box, input.compartment);
  if (place === undefined) return;
  const { boltIsEngaged, pulse } = watchAt(draft.state, place.key);
  const isEngaged = heard(draft, place, "bolt", input.isEngaged);
  draft.watch(place.key, { boltIsEngaged: isEngaged });
  if (isEngaged === true) agree(draft, place, "bolt");
  if (pulse !== undefined && isEngaged === false) {
    draft.watch(place.key, { pulse: { ...pulse, hasReleased: true } });
  }
  followDoor(draft, place, boltIsEngaged);
}

/**
 * Compares the door as sensors say now with the door as last recorded.
 * @param wasBoltEngaged the bolt's testimony before the report that led here.
 */
export function followDoor(
  draft: Draft,
  place: PlaceLayout,
  wasBoltEngaged: boolean | undefined,
): void {
  const isOpen = fusedDoor(place, watchAt(draft.state, place.key));
  const { isDoorOpen } = recordAt(draft.state, place.key);
  if (isOpen === undefined) return;
  if (isOpen && !isDoorOpen) return openDoor(draft, place, wasBoltEngaged);
  if (isOpen) return seeOpen(draft, place);
  if (isDoorOpen) return closeDoor(draft, place);
  draft.watch(place.key, { isOpenUntold: false });
  noteSecured(draft, place);
}

/**
 * Shut, with the bolt engaged and no order under way: whatever the last order released has ended.
 * A contact that has not spoken yet may still say that the door is open.
 */
export function noteSecured(draft: Draft, place: PlaceLayout): void {
  const { intent, isDoorOpen } = recordAt(draft.state, place.key);
  const { boltIsEngaged, contactIsOpen } = watchAt(draft.state, place.key);
  const isShut = !place.compartment.hasDoorContact || contactIsOpen === false;
  if (intent !== undefined || isDoorOpen || boltIsEngaged !== true || !isShut) return;
  draft.watch(place.key, { pulse: undefined, isSecured: true });
}

function openDoor(draft: Draft, place: PlaceLayout, wasBoltEngaged: boolean | undefined): void {
  const { monoMs } = draft.now;
  if (isOpeningLawful(draft.state, place.key, { monoMs, wasBoltEngaged })) {
    return enterByDoor(draft, place, "");
  }
  if (watchAt(draft.state, place.key).isOpenUntold) return;
  if (mayTell(draft, "door", place.key)) return forceDoor(draft, place);
  draft.watch(place.key, { isOpenUntold: true });
}

function forceDoor(draft: Draft, place: PlaceLayout): void {
  const isByKey = isOpenedByKey(draft, place);
  noteOpening(draft, place);
  if (isByKey) return recordOverride(draft, place);
  draft.record("DoorForced", { box: place.box.id, compartment: place.compartment.number });
}

/** A door that opened unexplained too often to be told each time: how often, and how it stands. */
export function retellDoor(draft: Draft, count: number, key: string): void {
  const place = placesOf(draft.state.layout).find((one) => one.key === key);
  if (place === undefined) return;
  const { isOpenUntold } = watchAt(draft.state, place.key);
  draft.record("SensorDissented", {
    box: place.box.id,
    compartment: place.compartment.number,
    sensor: "door",
    says: untoldWords(count),
    fused: isOpenUntold || recordAt(draft.state, place.key).isDoorOpen ? "open" : "closed",
  });
  quarantineIfDue(draft, place, "door");
  if (isOpenUntold) forceDoor(draft, place);
}

/** The door is open under the session of its place: outcome of the unlock, then the opening. */
export function enterByDoor(draft: Draft, place: PlaceLayout, detail: string): void {
  const { session } = recordAt(draft.state, place.key);
  if (session === undefined) return;
  concludeUnlock(draft, place, "opened", detail);
  noteOpening(draft, place);
  draft.record("DoorOpened", {
    box: place.box.id,
    compartment: place.compartment.number,
    grantSeq: session.grantSeq,
    person: session.person,
  });
  takeTray(draft, place);
  draft.watch(place.key, { shownOutside: watchAt(draft.state, place.key).tags });
  setHeldTimer(draft, place);
}

function noteOpening(draft: Draft, place: PlaceLayout): void {
  draft.watch(place.key, {
    presenceBefore: presenceAtOpening(watchAt(draft.state, place.key)),
    closedMonoMs: undefined,
    latchedMonoMs: undefined,
    isOpenUnseen: false,
    isOpenUntold: false,
    stirredMonoMs: undefined,
  });
  noteKeyOpening(draft, place);
  draft.order({ kind: "clearTimer", key: `presence:${place.key}` });
}

/** A door that is recorded open is open. Seen for the first time in a run: its visit goes on. */
function seeOpen(draft: Draft, place: PlaceLayout): void {
  if (watchAt(draft.state, place.key).isOpenUnseen) {
    draft.watch(place.key, { isOpenUnseen: false });
    const { session } = recordAt(draft.state, place.key);
    const isUnderWay = isSessionBlocking(draft.state, place.key, draft.now.monoMs);
    if (session?.stage === "open" && isUnderWay) takeTray(draft, place);
  }
  reopen(draft, place);
}

/** Opened again before its closing was concluded: still the same opening. */
function reopen(draft: Draft, place: PlaceLayout): void {
  if (watchAt(draft.state, place.key).closedMonoMs === undefined) return;
  draft.watch(place.key, { closedMonoMs: undefined, latchedMonoMs: undefined });
  draft.order({ kind: "clearTimer", key: `latch:${place.key}` });
  draft.order({ kind: "clearTimer", key: `settle:${place.key}` });
  setHeldTimer(draft, place);
}

function closeDoor(draft: Draft, place: PlaceLayout): void {
  const { timing } = draft.state.layout;
  const watch = watchAt(draft.state, place.key);
  const isLatched = watch.boltIsEngaged !== false;
  if (watch.closedMonoMs === undefined) {
    draft.watch(place.key, { closedMonoMs: draft.now.monoMs });
    draft.order({ kind: "clearTimer", key: `held:${place.key}` });
    if (!isLatched) setTimer(draft, place, "latch", timing.latchWithinMs);
  }
  if (isLatched && watch.latchedMonoMs === undefined) {
    draft.watch(place.key, { latchedMonoMs: draft.now.monoMs });
    draft.order({ kind: "clearTimer", key: `latch:${place.key}` });
    setTimer(draft, place, "settle", timing.presenceSettleMs);
  } else if (!isLatched && watch.latchedMonoMs !== undefined) {
    draft.watch(place.key, { latchedMonoMs: undefined });
    draft.order({ kind: "clearTimer", key: `settle:${place.key}` });
    setTimer(draft, place, "latch", timing.latchWithinMs);
  }
}

function setTimer(draft: Draft, place: PlaceLayout, purpose: string, afterMs: number): void {
  draft.order({ kind: "setTimer", key: `${purpose}:${place.key}`, afterMs });
}

/** Sets the timer of the next stage of a door that stands open under a session. */
function setHeldTimer(draft: Draft, place: PlaceLayout): void {
  const { heldStage, openedMonoMs } = recordAt(draft.state, place.key);
  const { heldOpenWarnMs, heldOpenAlarmMs } = timingOf(draft.state);
  if (heldStage >= 2) return;
  const stageMs = heldStage === 0 ? heldOpenWarnMs : heldOpenAlarmMs;
  const afterMs = Math.max(1, openedMonoMs + stageMs - draft.now.monoMs);
  setTimer(draft, place, "held", afterMs);
}

/** A door that stands open: first a warning at the box, then an alarm. */
export function heldDue(draft: Draft, place: PlaceLayout): void {
  const record = recordAt(draft.state, place.key);
  const watch = watchAt(draft.state, place.key);
  const isHeld = record.isDoorOpen && record.session?.stage === "open";
  if (!isHeld || watch.closedMonoMs !== undefined) return;
  const openMs = draft.now.monoMs - record.openedMonoMs;
  const { heldOpenWarnMs, heldOpenAlarmMs } = timingOf(draft.state);
  const stage = openMs >= heldOpenAlarmMs ? 2 : openMs >= heldOpenWarnMs ? 1 : 0;
  if (stage > record.heldStage) {
    const { id: box } = place.box;
    const compartment = place.compartment.number;
    const grantSeq = openGrantSeq(draft, place);
    draft.record("DoorHeldOpen", { box, compartment, grantSeq, openMs: Math.round(openMs), stage });
    const isContradicted = place.compartment.hasDoorContact && watch.boltIsEngaged === true;
    if (isContradicted) dissent(draft, place, { sensor: "door", says: "open", fused: "open" });
  }
  setHeldTimer(draft, place);
}

/** A closed door whose bolt has not engaged: ajar, and a fault when it stays so. */
export function latchDue(draft: Draft, place: PlaceLayout): void {
  const { isDoorOpen, isAjar, fault, session } = recordAt(draft.state, place.key);
  const { closedMonoMs, latchedMonoMs } = watchAt(draft.state, place.key);
  if (!isDoorOpen || closedMonoMs === undefined || latchedMonoMs !== undefined) return;
  const { latchWithinMs, heldOpenAlarmMs } = draft.state.layout.timing;
  const shutMs = draft.now.monoMs - closedMonoMs;
  if (shutMs < latchWithinMs) return setTimer(draft, place, "latch", latchWithinMs - shutMs);
  const at = { box: place.box.id, compartment: place.compartment.number };
  if (!isAjar) draft.record("DoorAjar", { ...at, grantSeq: openGrantSeq(draft, place) });
  if (shutMs < heldOpenAlarmMs) {
    return setTimer(draft, place, "latch", Math.max(1, heldOpenAlarmMs - shutMs));
  }
  if (fault === "not-latched") return;
  const attempts = session?.attempts ?? 0;
  draft.record("LockFaulted", { ...at, fault: "not-latched", attempts });
  dissent(draft, place, { sensor: "bolt", says: "released", fused: "ajar" });
}
