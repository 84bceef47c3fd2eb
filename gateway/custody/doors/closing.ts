// The end of an opening: the door is closed, the bolt engaged, presence settled; custody is stated.

import type { Place, Presence } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import { isDepositor } from "../access/deposit-rules.ts";
import type { ToldFact } from "../inputs.ts";
import { judgeClaim } from "../parcels/claims.ts";
import { claimOf, noteDepositClosed } from "../visits/deposit-visits.ts";
import { whereIs } from "../parcels/inventory.ts";
import { unlistBut } from "../parcels/tag-lists.ts";
import { recordUnaccounted } from "../parcels/unaccounted.ts";
import { placeAt, placesOf, type PlaceLayout } from "../layout.ts";
import { judgeMovements, type Movements, type SessionEvidence } from "../parcels/movements.ts";
import { isOfOthers, isSurelyElsewhere } from "../parcels/tags.ts";
import { sessionTags } from "../parcels/wish-tags.ts";
import { fusePresence, presenceWord, saidByTags, type Fused } from "./fusion.ts";
import { loseTrack } from "./presence.ts";
import { broughtBack } from "../service/returns.ts";
import { mayCollect } from "../access/rights.ts";
import { dissent, settleMs } from "./sensing.ts";
import {
  recordAt,
  watchAt,
  type CompartmentWatch,
  type HeldParcel,
  type Session,
  type State,
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

/**
 * A label can be shown without its parcel. Where nothing is inside afterwards it takes nothing from
 * another compartment, and in the hands of nobody known it never does, nor from a person.
 */
function evidenceOf(draft: Draft, { place, session }: Closing): SessionEvidence {
  const { state } = draft;
  const watch = watchAt(state, place.key);
  const record = recordAt(state, place.key);
  const back = broughtBack(record, session, watch.shownOutside);
  const inventory = record.parcels.filter(({ parcel }) => !back.includes(parcel));
  const isNamed = personThere(session) !== "";
  const said = sessionTags(state, place).filter((tag) => isNamed || !isOfOthers(state, place, tag));
  const presenceAfter = judgedPresence(place, { ...watch, tags: said }, inventory);
  const isBare = presenceAfter === "empty";
  const tags = said.filter((tag) => !isBare || !isSurelyElsewhere(state, place, tag));
  return { session, inventory, presenceBefore: watch.presenceBefore, presenceAfter, tags };
}

/** A beam that saw nothing before proves nothing of the envelopes that lie under it. */
function judgedPresence(
  { compartment }: PlaceLayout,
  { isOccupied, isFelt, presenceBefore, tags }: CompartmentWatch,
  parcels: readonly HeldParcel[],
): Presence {
  const isBlind =
    compartment.isForThin === true && presenceBefore !== "occupied" && isFelt === undefined;
  const isHidden = isBlind && isOccupied === false && parcels.length + tags.length > 0;
  return isHidden ? "unknown" : presenceWord(isOccupied);
}

/** Presence by all witnesses, as recorded when a door has closed. */
function fusedAt(
  draft: Draft,
  place: PlaceLayout,
  { tags, inventory }: Pick<SessionEvidence, "tags" | "inventory">,
): Fused {
  const { boltIsEngaged, contactIsOpen, isSeen, isFelt } = watchAt(draft.state, place.key);
  const { hasDoorContact, isForThin = false } = place.compartment;
  const held = inventory.map(({ parcel }) => parcel);
  return fusePresence({
    witnesses: [
      { name: "infrared", says: presenceWord(isSeen) },
      { name: "weight", says: presenceWord(isFelt) },
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
  noteDisagreement(draft, place);
  const moved = claim === undefined ? judgeMovements(seen) : judgeClaim(seen, claim);
  const fused = fusedAt(draft, place, seen);
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

/** Of sensor and scale the one that notices nothing while the other does, dissents. */
function noteDisagreement(draft: Draft, place: PlaceLayout): void {
  const { isSeen, isFelt } = watchAt(draft.state, place.key);
  if (isSeen === undefined || isFelt === undefined || isSeen === isFelt) return;
  // A beam passes over a thin envelope, and nobody blames it.
  if (isFelt && place.compartment.isForThin === true) return;
  const sensor = isSeen ? "weight" : "presence";
  dissent(draft, place, { sensor, says: "empty", fused: "occupied" });
}

function openMs(draft: Draft, place: PlaceLayout): number {
  const { openedMonoMs } = recordAt(draft.state, place.key);
  const { closedMonoMs } = watchAt(draft.state, place.key);
  return Math.max(0, Math.round((closedMonoMs ?? draft.now.monoMs) - openedMonoMs));
}

/** Who may have a parcel now; empty = nobody with a name: who opens from afar is not there. */
function personThere({ basis, person }: Session): string {
  return basis.kind === "command" ? "" : person;
}

function recordMovements(
  draft: Draft,
  closing: Closing,
  moved: Movements,
  seen: SessionEvidence,
): void {
  const { place, session } = closing;
  const by = { ...at(place), grantSeq: session.grantSeq, person: personThere(session) };
  for (const one of moved.collected) draft.record("ParcelCollected", { ...by, ...one });
  if (moved.unaccounted.length > 0) {
    const { presenceBefore, presenceAfter } = seen;
    const lastPerson = session.person;
    const parcels = moved.unaccounted;
    const fields = { ...at(place), parcels, presenceBefore, presenceAfter, lastPerson };
    recordUnaccounted(draft, fields);
  }
  for (const one of moved.deposited) {
    releaseElsewhere(draft, place, one.parcel);
    tellDepositor(draft, closing, "deposited", draft.record("ParcelDeposited", { ...by, ...one }));
    unlistBut(draft, place, one.parcel);
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
  if (isDepositor(session) || !mayEmpty(state, place, session)) return;
  const inBox = placesOf(state.layout).filter(({ box }) => box.id === place.box.id);
  const words = inBox.map(({ key }) =>
    key === place.key
      ? presenceWord(watchAt(state, key).isOccupied)
      : presenceElsewhere(state, key),
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

/** What stands open is not empty yet; nor is what a sensor sees occupied, settled or not. */
function presenceElsewhere(state: State, key: string): Presence {
  const { settled, isOccupied } = watchAt(state, key);
  if (isOccupied === true) return "occupied";
  return recordAt(state, key).isDoorOpen ? "unknown" : settled;
}

/** Whoever may collect by the policy, or did so as the holder of a grant; a code names nobody. */
function mayEmpty({ volatile }: State, { box }: PlaceLayout, session: Session): boolean {
  const { role, action, basis } = session;
  const isByGrant = basis.kind === "badge" && basis.grant !== "" && action === "collect";
  return isByGrant || mayCollect(volatile.policy, role, box.id);
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
  const silence = { tags: [], inventory: [] };
  const { confidence, reason: confidenceReason } = fusedAt(draft, place, silence);
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
    seen: isWaiting ? watch.seen : [],
    underWish: [],
    pulse: isWaiting ? watch.pulse : undefined,
    closedMonoMs: undefined,
    latchedMonoMs: undefined,
    isOpenUnseen: false,
    stirredMonoMs: undefined,
  });
}

/**
 * A new grant takes over a place. Where an older session left the door open, what that one moved
 * will never be known; and what an open door let out before is not of the new one.
 */
export function abandonSession(draft: Draft, place: PlaceLayout): void {
  const { session, parcels } = recordAt(draft.state, place.key);
  const tags = session === undefined ? [] : evidenceOf(draft, { place, session }).tags;
  takePresenceAnew(draft, place);
  if (session?.stage !== "open") return;
  const isHeld = (tag: string): boolean => parcels.some(({ parcel }) => parcel === tag);
  const claimed = claimOf(draft.state, place, session)?.parcel ?? "";
  const brought = tags.filter((tag) => !isHeld(tag));
  const by = { ...at(place), grantSeq: session.grantSeq, person: personThere(session) };
  for (const parcel of brought.length > 0 ? brought : [claimed]) {
    releaseElsewhere(draft, place, parcel);
    draft.record("DepositUnverified", { ...by, parcel, reason: "sensor-unknown" });
  }
}

/**
 * A door that is open already as a new session begins: presence from now on is the measure of that
 * session. What came in under an older session is told as its deposit, what is gone as a loss.
 */
function takePresenceAnew(draft: Draft, place: PlaceLayout): void {
  const { isDoorOpen, session, parcels } = recordAt(draft.state, place.key);
  if (!isDoorOpen) return;
  const { presenceBefore: before, isOccupied } = watchAt(draft.state, place.key);
  const settled = presenceWord(isOccupied);
  draft.watch(place.key, { settled });
  if (settled === "unknown") return;
  draft.watch(place.key, { presenceBefore: settled });
  const isDoubtful = before === "unknown" && (settled === "occupied" || parcels.length === 0);
  const isDeposit = settled === "occupied" && session?.stage === "open";
  if (before !== settled && !isDoubtful && !isDeposit) loseTrack(draft, place, before);
}
