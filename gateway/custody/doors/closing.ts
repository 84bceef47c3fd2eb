// The end of an opening: the door is closed, the bolt engaged, presence settled; custody is stated.

import type { Place, Presence } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import { isDepositor } from "../access/deposit-rules.ts";
import type { ToldFact } from "../inputs.ts";
import { judgeClaim } from "../parcels/claims.ts";
import { claimOf, noteDepositClosed } from "../visits/deposit-visits.ts";
import { whereIs } from "../parcels/inventory.ts";
import { placeAt, placesOf, type PlaceLayout } from "../layout.ts";
import { judgeMovements, type Movements, type SessionEvidence } from "../parcels/movements.ts";
import { fusePresence, saidByTags, type Fused } from "./fusion.ts";
import { loseTrack } from "./presence.ts";
import { mayCollect } from "../access/rights.ts";
import { dissent, presenceWord, settleMs } from "./sensing.ts";
import {
  recordAt,
  watchAt,
  type CompartmentWatch,
  type HeldParcel,
  type Session,
} from "../state.ts";

/** A session with the place it is at. */
interface Closing {
  readonly place: PlaceLayout;
  readonly session: Session;
}

/** Time to sample presence and conclude; early or stale timers are ignored or set again. */
export function concludeClosing(draft: Draft, place: PlaceLayout): void {
  const { latchedMonoMs } = watchAt(draft.state, place.key);
  const record = recordAt(draft.state, place.key);
  if (latchedMonoMs === undefined || !record.isDoorOpen) return;
  const waitMs = latchedMonoMs + settleMs(draft.state, place) - draft.now.monoMs;
  if (waitMs > 0) {
    draft.order({ kind: "setTimer", key: `settle:${place.key}`, afterMs: waitMs });
    return;
  }
  const { session } = record;
  if (session?.stage === "open") closeSession(draft, { place, session });
  else closeUnexplained(draft, place);
}

/**
 * A door that shut before this run began is concluded as soon as its sensors have said so, before
 * anything else happens at the box: what comes next belongs to the next visitor.
 */
export function concludeShutBefore(draft: Draft, input: Place): void {
  const place = placeAt(draft.state.layout, input.box, input.compartment);
  if (place === undefined || settleMs(draft.state, place) > 0) return;
  draft.order({ kind: "clearTimer", key: `settle:${place.key}` });
  concludeClosing(draft, place);
}

function at(place: PlaceLayout): { readonly box: string; readonly compartment: number } {
  return { box: place.box.id, compartment: place.compartment.number };
}

function evidenceOf(draft: Draft, { place, session }: Closing): SessionEvidence {
  const watch = watchAt(draft.state, place.key);
  const { parcels } = recordAt(draft.state, place.key);
  return {
    session,
    inventory: parcels,
    presenceBefore: watch.presenceBefore,
    presenceAfter: judgedPresence(place, watch, parcels),
    tags: watch.tags,
  };
}

/** A beam that saw nothing before proves nothing of the envelopes that lie under it. */
function judgedPresence(
  { compartment }: PlaceLayout,
  { isOccupied, presenceBefore, tags }: CompartmentWatch,
  parcels: readonly HeldParcel[],
): Presence {
  const isBlind = compartment.isForThin === true && presenceBefore !== "occupied";
  const isHidden = isBlind && isOccupied === false && parcels.length + tags.length > 0;
  return isHidden ? "unknown" : presenceWord(isOccupied);
}

/** Presence by all witnesses, as recorded when a door has closed. */
function fusedAt(draft: Draft, place: PlaceLayout, tags: readonly string[]): Fused {
  const { boltIsEngaged, contactIsOpen, isOccupied } = watchAt(draft.state, place.key);
  const { hasDoorContact, isForThin = false } = place.compartment;
  const held = recordAt(draft.state, place.key).parcels.map(({ parcel }) => parcel);
  return fusePresence({
    witnesses: [
      { name: "infrared", says: presenceWord(isOccupied) },
      { name: "tags", says: saidByTags(tags, held) },
    ],
    isShutForSure: boltIsEngaged === true && (!hasDoorContact || contactIsOpen === false),
    isForThin,
  });
}

function closeSession(draft: Draft, closing: Closing): void {
  const { place, session } = closing;
  const seen = evidenceOf(draft, closing);
  const claim = claimOf(draft.state, place, session);
  const moved = claim === undefined ? judgeMovements(seen) : judgeClaim(seen, claim);
  const fused = fusedAt(draft, place, seen.tags);
  draft.record("DoorClosed", {
    ...at(place),
    grantSeq: session.grantSeq,
    openMs: openMs(draft, place),
    presenceBefore: seen.presenceBefore,
    presenceAfter: fused.presence,
    result: moved.result,
    confidence: fused.confidence,
    confidenceReason: fused.reason,
  });
  recordMovements(draft, closing, moved, seen);
  if (claim !== undefined) noteDepositClosed(draft, closing, moved);
  recordEmptied(draft, closing, moved);
  rest(draft, place);
}

function openMs(draft: Draft, place: PlaceLayout): number {
  const { openedMonoMs } = recordAt(draft.state, place.key);
  const { closedMonoMs } = watchAt(draft.state, place.key);
  return Math.max(0, Math.round((closedMonoMs ?? draft.now.monoMs) - openedMonoMs));
}

function recordMovements(
  draft: Draft,
  closing: Closing,
  moved: Movements,
  seen: SessionEvidence,
): void {
  const { place, session } = closing;
  const by = { ...at(place), grantSeq: session.grantSeq, person: session.person };
  for (const one of moved.collected) draft.record("ParcelCollected", { ...by, ...one });
  if (moved.unaccounted.length > 0) {
    const { presenceBefore, presenceAfter } = seen;
    const lastPerson = session.person;
    const parcels = moved.unaccounted;
    const fields = { ...at(place), parcels, presenceBefore, presenceAfter, lastPerson };
    draft.record("ParcelUnaccounted", fields);
  }
  for (const one of moved.deposited) {
    releaseElsewhere(draft, place, one.parcel);
    tellDepositor(draft, closing, "deposited", draft.record("ParcelDeposited", { ...by, ...one }));
  }
  for (const one of moved.unverified) {
    releaseElsewhere(draft, place, one.parcel);
    const seq = draft.record("DepositUnverified", { ...by, ...one });
    tellDepositor(draft, closing, "unverified", seq);
  }
  const isContradicted = moved.unverified.some(({ reason }) => reason === "no-presence-change");
  // What somebody without a name says is no witness against a sensor.
  if (isContradicted && !isDepositor(session)) {
    dissent(draft, place, { sensor: "presence", says: "empty", fused: "unverified" });
  }
}

/** Who has neither card nor name gets a check code of what was stated. */
function tellDepositor(
  draft: Draft,
  { place, session }: Closing,
  what: ToldFact,
  seq: number,
): void {
  if (isDepositor(session)) draft.order({ kind: "tellCode", box: place.box.id, seq, what });
}

/** A parcel that arrives here was still held to be elsewhere: it left there without a record. */
function releaseElsewhere(draft: Draft, place: PlaceLayout, parcel: string): void {
  const key = parcel === "" ? undefined : whereIs(draft.state, parcel);
  const other = placesOf(draft.state.layout).find((one) => one.key === key);
  if (other === undefined || other.key === place.key) return;
  const { settled } = watchAt(draft.state, other.key);
  draft.record("ParcelUnaccounted", {
    ...at(other),
    parcels: [parcel],
    presenceBefore: settled,
    presenceAfter: settled,
    lastPerson: recordAt(draft.state, other.key).lastPerson,
  });
}

/** An emptying: opened by somebody who may collect, and no compartment of the box holds a thing. */
function recordEmptied(draft: Draft, { place, session }: Closing, moved: Movements): void {
  const { state } = draft;
  if (isDepositor(session)) return;
  if (!mayCollect(state.volatile.policy, session.role, place.box.id)) return;
  const inBox = placesOf(state.layout).filter(({ box }) => box.id === place.box.id);
  const words = inBox.map(({ key }) =>
    key === place.key ? presenceWord(watchAt(state, key).isOccupied) : watchAt(state, key).settled,
  );
  const isBare = inBox.every(({ key }) => recordAt(state, key).parcels.length === 0);
  const isConfirmed = words.every((word) => word === "empty");
  const isLikely = moved.collected.length > 0 && !words.includes("occupied");
  if (!isBare || !(isConfirmed || isLikely)) return;
  draft.record("BoxEmptied", {
    box: place.box.id,
    person: session.person,
    grantSeq: session.grantSeq,
    confirmed: isConfirmed,
    parcelCount: moved.collected.length,
    ...(!isConfirmed && { doubt: doubtOf(inBox, words) }),
  });
}

/** Which compartments were not seen empty. */
function doubtOf(places: readonly PlaceLayout[], words: readonly Presence[]): string {
  const unseen = places.filter((_, index) => words[index] !== "empty");
  return `not seen empty: ${unseen.map(({ compartment }) => compartment.number).join(", ")}`;
}

/** The end of an opening that no session covers: forced, or its session was replaced. */
function closeUnexplained(draft: Draft, place: PlaceLayout): void {
  const watch = watchAt(draft.state, place.key);
  const { presenceBefore } = watch;
  const presenceAfter = presenceWord(watch.isOccupied);
  const { confidence, reason: confidenceReason } = fusedAt(draft, place, []);
  draft.record("DoorClosed", {
    ...at(place),
    grantSeq: 0,
    openMs: openMs(draft, place),
    presenceBefore,
    presenceAfter,
    result: "no-session",
    confidence,
    confidenceReason,
  });
  const isUnsure = presenceBefore === "unknown" || presenceAfter === "unknown";
  rest(draft, place);
  if (!isUnsure && presenceBefore !== presenceAfter) loseTrack(draft, place, presenceBefore);
}

/** Back to rest: what the sensors say now is the measure of later changes. */
function rest(draft: Draft, place: PlaceLayout): void {
  const { state } = draft;
  const isWaiting = recordAt(state, place.key).session !== undefined;
  const watch = watchAt(state, place.key);
  draft.watch(place.key, {
    settled: presenceWord(watch.isOccupied),
    tags: isWaiting ? watch.tags : [],
    pulse: isWaiting ? watch.pulse : undefined,
    closedMonoMs: undefined,
    latchedMonoMs: undefined,
    isOpenUnseen: false,
    stirredMonoMs: undefined,
  });
}

/**
 * A new grant takes over a place whose door was left open by an older session: what that session
 * moved will never be known.
 */
export function abandonSession(draft: Draft, place: PlaceLayout): void {
  const { session, parcels } = recordAt(draft.state, place.key);
  if (session?.stage !== "open") return;
  const { tags } = watchAt(draft.state, place.key);
  const isHeld = (tag: string): boolean => parcels.some(({ parcel }) => parcel === tag);
  const claimed = claimOf(draft.state, place, session)?.parcel ?? "";
  const brought = tags.filter((tag) => !isHeld(tag));
  const by = { ...at(place), grantSeq: session.grantSeq, person: session.person };
  for (const parcel of brought.length > 0 ? brought : [claimed]) {
    releaseElsewhere(draft, place, parcel);
    draft.record("DepositUnverified", { ...by, parcel, reason: "sensor-unknown" });
  }
}
