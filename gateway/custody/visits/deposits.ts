// Somebody without card deposits: asked for at a panel, opened by size, and answered for.

import type { RefusalReason } from "@driftbox/proto";
import { depositorRole } from "../access/deposit-rules.ts";
import type { Selection } from "../access/selection.ts";
import { runWaiting } from "../coils/solenoids.ts";
import type { Draft } from "../decision.ts";
import { mayTell, untoldWords } from "../doors/flutter.ts";
import type { InputOf } from "../inputs.ts";
import { compartmentSizes, placeAt, placeKey } from "../layout.ts";
import { recordAt } from "../state.ts";
import { madeParcel, offerDeposit, offerReopening, sizeRank } from "./deposit-offer.ts";
import {
  depositAt,
  depositTimerKey,
  endDeposit,
  keepDeposit,
  takeBack,
  type DepositAnswer,
  type DepositVisit,
} from "./deposit-visits.ts";
import { recordGrant } from "./granting.ts";
import { isSessionLive } from "./sessions.ts";
import { endLate, refuse, startSession } from "./visits.ts";

/** So often it is looked whether a door of a visit is still at work. */
export const doorWithinMs = 60_000;

/** Openings of one visit: the first, and so many more for what was forgotten or does not fit. */
export const visitOpeningsMaxCount = 3;

/** What a visit begins or goes on with. */
type Begun = Pick<DepositVisit, "panel" | "size" | "number" | "openings"> &
  Partial<Pick<DepositVisit, "parcel">>;

/** Somebody wants to put something in: a door opens, or they are told why none does. */
export function askDeposit(draft: Draft, input: InputOf<"DepositAsked">): void {
  const { box, panel, size, number = "" } = input;
  if (!draft.state.layout.boxes.some(({ id }) => id === box)) return;
  endLate(draft, box);
  const offer = offerDeposit(draft.state, draft.now, { box, size, number });
  if (!offer.ok) return turnAway(draft, { box, panel }, offer.reason);
  openFor(draft, offer, { panel, size, number, openings: 0 });
}

/** What somebody says of their deposit. Without one at the box, or at another panel, nothing. */
export function answerDeposit(draft: Draft, input: InputOf<"DepositAnswered">): void {
  const { box, panel, answer } = input;
  const visit = depositAt(draft.state, box);
  if (visit === undefined) {
    if (answer === "reopen") turnAway(draft, { box, panel }, "nothing-to-reopen");
    return;
  }
  if (visit.panel !== panel) return;
  if (visit.endMonoMs === undefined) return answerOpen(draft, visit, answer);
  if (draft.now.monoMs >= visit.endMonoMs) return depositDue(draft, box);
  if (answer === "reopen") return reopen(draft, visit);
  answerClosed(draft, { ...visit, said: answer });
}

/** Kept for the closing. A door that never opened may be tried once more. */
function answerOpen(draft: Draft, visit: DepositVisit, answer: DepositAnswer): void {
  if (answer !== "reopen") return keepDeposit(draft, { ...visit, said: answer });
  const key = placeKey(visit.box, visit.compartment);
  if (!isSessionLive(draft.state, key, draft.now.monoMs)) reopen(draft, visit);
}

/** The door is shut already. Whatever a sensor saw come stays, whatever is said. */
function answerClosed(draft: Draft, visit: DepositVisit): void {
  const place = placeAt(draft.state.layout, visit.box, visit.compartment);
  if (place === undefined) return;
  const isFree = recordAt(draft.state, place.key).session === undefined;
  const isBack = isFree && takeBack(draft, place, visit);
  if (isBack && visit.said === "too-big") return openLarger(draft, visit);
  endDeposit(draft, visit.box);
}

function reopen(draft: Draft, visit: DepositVisit): void {
  const { box, panel, compartment, openings } = visit;
  const place = placeAt(draft.state.layout, box, compartment);
  if (place === undefined || openings >= visitOpeningsMaxCount) {
    return turnAway(draft, visit, "nothing-to-reopen");
  }
  const offer = offerReopening(draft.state, draft.now, place, visit);
  if (!offer.ok) return turnAway(draft, { box, panel }, offer.reason);
  openFor(draft, offer, visit);
}

/** What they brought did not fit: the next larger size, with the same number. */
function openLarger(draft: Draft, visit: DepositVisit): void {
  const { box, compartment, number, panel, openings } = visit;
  endDeposit(draft, box);
  const place = placeAt(draft.state.layout, box, compartment);
  const size = place && compartmentSizes[sizeRank(place) + 1];
  if (size === undefined || openings >= visitOpeningsMaxCount) {
    return turnAway(draft, visit, "no-free-compartment");
  }
  const offer = offerDeposit(draft.state, draft.now, { box, size, number });
  if (!offer.ok) return turnAway(draft, visit, offer.reason);
  openFor(draft, offer, { panel, size, number, openings });
}

/** The time of a visit is over: what was stated of it stands. */
export function depositDue(draft: Draft, box: string): void {
  const visit = depositAt(draft.state, box);
  if (visit === undefined) return;
  if (visit.endMonoMs === undefined) return awaitDoor(draft, visit);
  const afterMs = visit.endMonoMs - draft.now.monoMs;
  if (afterMs > 0) return draft.order({ kind: "setTimer", key: depositTimerKey(box), afterMs });
  if (visit.said === "too-big") openLarger(draft, visit);
  else endDeposit(draft, box);
}

/** The door is at work, or was left open; one that did not open is nobody's after some time. */
function awaitDoor(draft: Draft, { box, compartment, grantSeq }: DepositVisit): void {
  const { session } = recordAt(draft.state, placeKey(box, compartment));
  const isAtWork = session?.grantSeq === grantSeq && session.stage !== "unconfirmed";
  if (isAtWork) setDepositTimer(draft, box);
  else endDeposit(draft, box);
}

function setDepositTimer(draft: Draft, box: string): void {
  draft.order({ kind: "setTimer", key: depositTimerKey(box), afterMs: doorWithinMs });
}

type Chosen = Extract<Selection, { readonly ok: true }>;

/** The grant to nobody known, and the pulse that follows, in one decision. */
function openFor(draft: Draft, { place }: Chosen, begun: Begun): void {
  const { panel, size, number, openings } = begun;
  const at = { box: place.box.id, compartment: place.compartment.number };
  endDeposit(draft, place.box.id);
  const grantSeq = recordGrant(draft, place, {
    action: "deposit",
    person: "",
    role: depositorRole,
    badgeRef: new Uint8Array(),
    assurance: "identifier",
    reader: panel,
    proof: "none",
  });
  const parcel = begun.parcel ?? (number || madeParcel(draft.state, grantSeq));
  const brought = { panel, size, number, parcel, grantSeq, openings: openings + 1 };
  keepDeposit(draft, { ...at, ...brought, said: undefined, isSeen: false, endMonoMs: undefined });
  setDepositTimer(draft, at.box);
  startSession(draft, place, []);
  draft.watch(place.key, { claimed: parcel });
  runWaiting(draft, place.compartment.supplyGroup);
}

/** Anybody can press a button: the first refusals are told one by one, the others as a number. */
function turnAway(
  draft: Draft,
  { box, panel }: Pick<DepositVisit, "box" | "panel">,
  reason: RefusalReason,
): void {
  const compartment = 0;
  if (mayTell(draft, "panel", box)) {
    refuse(draft, { person: "", badgeRef: "", reader: panel }, { box, compartment, reason });
  } else draft.order({ kind: "signal", box, signal: "refused", reason });
}

/** How many were turned away at the panel of a box that were not told one by one. */
export function retellPanel(draft: Draft, count: number, box: string): void {
  draft.record("SensorDissented", {
    box,
    compartment: 0,
    sensor: "panel",
    says: untoldWords(count),
    fused: "refused",
  });
}
