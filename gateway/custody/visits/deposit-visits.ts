// The visit of somebody without card: what they bring, what they say, and what was stated of it.

import { isDepositor } from "../access/deposit-rules.ts";
import type { Draft } from "../decision.ts";
import type { CompartmentSize, PlaceLayout } from "../layout.ts";
import type { Claim } from "../parcels/claims.ts";
import type { Movements } from "../parcels/movements.ts";
import { recordAt, watchAt, type HeldParcel, type Session, type State } from "../state.ts";
import { madeParcel } from "./deposit-offer.ts";

/** `reopen` = the same door once more. */
export type DepositAnswer = "done" | "nothing-put-in" | "too-big" | "reopen";

/** From the closing of the door: so long an answer counts, and then the next person is there. */
export const answerWithinMs = 30_000;

export interface DepositVisit {
  readonly panel: string;
  readonly box: string;
  readonly compartment: number;
  readonly size: CompartmentSize;
  /** Of the envelope; empty = none. */
  readonly number: string;
  /** Under what name it goes in, if no tag names it. */
  readonly parcel: string;
  /** The newest opening. */
  readonly grantSeq: number;
  readonly openings: number;
  /** The last word so far. */
  readonly said: Exclude<DepositAnswer, "reopen"> | undefined;
  /** True: a sensor saw it come, whatever is said. */
  readonly isSeen: boolean;
  /** Undefined: the door has not closed yet. */
  readonly endMonoMs: number | undefined;
}

/** The visit of somebody without card at a box. */
export function depositAt(state: State, box: string): DepositVisit | undefined {
  return state.volatile.deposits[box];
}

export function keepDeposit(draft: Draft, visit: DepositVisit): void {
  draft.observe({ deposits: { ...draft.state.volatile.deposits, [visit.box]: visit } });
}

export function endDeposit(draft: Draft, box: string): void {
  const { [box]: ended, ...others } = draft.state.volatile.deposits;
  if (ended === undefined) return;
  draft.observe({ deposits: others });
  draft.order({ kind: "clearTimer", key: depositTimerKey(box) });
}

export function depositTimerKey(box: string): string {
  return `deposit:${box}`;
}

function visitOf(state: State, place: PlaceLayout, session: Session): DepositVisit | undefined {
  const visit = depositAt(state, place.box.id);
  return visit?.grantSeq === session.grantSeq ? visit : undefined;
}

/** What is claimed of a session without card; undefined: it is somebody's. */
export function claimOf(state: State, place: PlaceLayout, session: Session): Claim | undefined {
  if (!isDepositor(session)) return undefined;
  const visit = visitOf(state, place, session);
  const parcel = watchAt(state, place.key).claimed ?? madeParcel(state, session.grantSeq);
  return { parcel, isDenied: visit !== undefined && isDenied(visit) };
}

/**
 * The door of a session without card has closed and what it moved is stated: what they said before
 * is taken now, else they have some time to say it.
 */
export function noteDepositClosed(
  draft: Draft,
  { place, session }: { readonly place: PlaceLayout; readonly session: Session },
  { deposited, unverified }: Movements,
): void {
  const visit = visitOf(draft.state, place, session);
  if (visit === undefined) return;
  const { said, box } = visit;
  const isSeen = deposited.length > 0 || unverified.some(({ reason }) => reason === "no-tag");
  if (!isSeen && !takeBack(draft, place, visit) && isDenied(visit)) {
    const { parcels } = recordAt(draft.state, place.key);
    const isStated = parcels.some(({ parcel }) => parcel === visit.parcel);
    if (!isStated && unverified.length === 0) abandon(draft, visit, undefined);
  }
  if (said === "done" || said === "nothing-put-in") return endDeposit(draft, box);
  const afterMs = said === "too-big" ? 1 : answerWithinMs;
  keepDeposit(draft, { ...visit, isSeen, endMonoMs: draft.now.monoMs + afterMs });
  draft.order({ kind: "setTimer", key: depositTimerKey(box), afterMs });
}

function isDenied({ said }: DepositVisit): boolean {
  return said === "nothing-put-in" || said === "too-big";
}

/**
 * States that what was stated under the name of a visit is not in: nobody saw it come and they say
 * so, or it was seen and the compartment is empty now. False: it stays as it was stated.
 */
export function takeBack(draft: Draft, place: PlaceLayout, visit: DepositVisit): boolean {
  const { parcels, presence } = recordAt(draft.state, place.key);
  const held = parcels.find(({ parcel }) => parcel === visit.parcel);
  if (held === undefined) return false;
  const isBack = held.grantSeq !== visit.grantSeq && presence === "empty";
  const isTaken = isDenied(visit) && !visit.isSeen && !held.isVerified;
  if (!isBack && !isTaken) return false;
  abandon(draft, visit, held);
  return true;
}

function abandon(
  draft: Draft,
  { box, compartment, said, ...visit }: DepositVisit,
  held: HeldParcel | undefined,
): void {
  const reason = said === "too-big" ? said : "nothing-put-in";
  const taken = held === undefined ? {} : { parcel: held.parcel };
  const grantSeq = held?.grantSeq ?? visit.grantSeq;
  draft.record("DepositAbandoned", { box, compartment, grantSeq, reason, ...taken });
}
