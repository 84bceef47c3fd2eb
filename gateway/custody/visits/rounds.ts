// Compartments of a box one after the other, for the person who waits there: the next one opens
// when the last is shut.

import { canWait } from "../coils/solenoids.ts";
import type { Draft } from "../decision.ts";
import { placesOf, type PlaceLayout } from "../layout.ts";
import { openByOrder, openingObstacle } from "../orders/order-opening.ts";
import { emptyWorkAt, openEmpty, servicePlace } from "../service/fitter-work.ts";
import { recordAt, type Visitor } from "../state.ts";

/** What the openings of a round rest on. */
export type RoundBasis =
  | { readonly kind: "command"; readonly command: string; readonly givenBy: string }
  /** The fitter at work; what they may open is judged at each turn. */
  | { readonly kind: "fitter"; readonly visitor: Visitor };

/** A round under way at a box; gone at a restart. */
export interface Round {
  readonly basis: RoundBasis;
  readonly endMonoMs: number;
  /** The grant of the turn under way. */
  readonly grantSeq: number;
  /** Keys of the compartments still to come. */
  readonly left: readonly string[];
  readonly openedCount: number;
  readonly allCount: number;
}

/** A round that takes longer ends with what is open. */
export const roundMaxMs = 10 * 60_000;

/**
 * Opens the first of the places, which can be opened now, and remembers the others.
 * @param endMonoMs no turn begins after it
 */
export function beginRound(
  draft: Draft,
  basis: RoundBasis,
  [first, ...left]: readonly PlaceLayout[],
  endMonoMs = Infinity,
): void {
  if (first === undefined) throw new Error("a round of nothing");
  setRound(draft, first.box.id, {
    basis,
    endMonoMs: Math.min(draft.now.monoMs + roundMaxMs, endMonoMs),
    grantSeq: openTurn(draft, basis, first),
    left: left.map(({ key }) => key),
    openedCount: 0,
    allCount: left.length + 1,
  });
}

function setRound(draft: Draft, box: string, round: Round | undefined): void {
  const { [box]: _before, ...others } = draft.state.volatile.rounds;
  draft.observe({ rounds: round === undefined ? others : { ...others, [box]: round } });
}

/**
 * Goes on with each round whose turn ended in this decision. A round waits while its door is open;
 * a door left open past the alarm ends it, and so does one that did not open.
 */
export function followRounds(draft: Draft): void {
  for (const [box, round] of Object.entries(draft.state.volatile.rounds)) {
    const end = turnEnd(draft, round);
    if (end !== undefined) goOn(draft, box, { ...round, openedCount: opened(round, end) }, end);
  }
}

/** How the turn of one compartment ended. */
type TurnEnd = "shut" | "left-open" | "unopened";

function turnEnd({ state, facts }: Draft, { grantSeq }: Round): TurnEnd | undefined {
  const records = Object.values(state.durable.compartments);
  const turn = records.find(({ session }) => session?.grantSeq === grantSeq);
  if (turn === undefined) {
    const isShut = facts.some((one) => one.kind === "DoorClosed" && one.grantSeq === grantSeq);
    return isShut ? "shut" : "unopened";
  }
  if (turn.session?.stage === "unconfirmed") return "unopened";
  return turn.session?.stage === "open" && turn.heldStage >= 2 ? "left-open" : undefined;
}

function opened({ openedCount }: Round, end: TurnEnd): number {
  return openedCount + (end === "unopened" ? 0 : 1);
}

function goOn(draft: Draft, box: string, round: Round, end: TurnEnd): void {
  const hasTime = draft.now.monoMs < round.endMonoMs;
  const next = end === "shut" && hasTime ? nextOf(draft, round) : undefined;
  if (next === undefined) return endRound(draft, box, round);
  const left = round.left.slice(round.left.indexOf(next.key) + 1);
  setRound(draft, box, { ...round, left, grantSeq: openTurn(draft, round.basis, next) });
}

function endRound(draft: Draft, box: string, { basis, openedCount, allCount }: Round): void {
  setRound(draft, box, undefined);
  if (basis.kind === "fitter") return;
  const outcome = `opened ${openedCount} of ${allCount}`;
  draft.record("CommandExecuted", { command: basis.command, outcome });
}

/** The first of what is left that can still be opened; what became impossible is passed over. */
function nextOf(draft: Draft, { basis, left }: Round): PlaceLayout | undefined {
  return placesOf(draft.state.layout).find(
    (place) =>
      left.includes(place.key) &&
      !recordAt(draft.state, place.key).isDoorOpen &&
      canOpen(draft, basis, place),
  );
}

function canOpen(draft: Draft, basis: RoundBasis, place: PlaceLayout): boolean {
  const { state, now } = draft;
  if (basis.kind === "fitter") return emptyWorkAt(draft, servicePlace(place), basis.visitor).ok;
  return (
    state.volatile.canOpen &&
    state.durable.service.maintenance[place.box.id] === undefined &&
    openingObstacle(state, place) === undefined &&
    canWait(state, place, now.monoMs)
  );
}

/** Returns the seq of its grant. */
function openTurn(draft: Draft, basis: RoundBasis, place: PlaceLayout): number {
  if (basis.kind === "command") return openByOrder(draft, place, basis.givenBy);
  const work = emptyWorkAt(draft, servicePlace(place), basis.visitor);
  if (!work.ok) throw new Error(`${place.key} was to be opened: ${work.reason}`);
  return openEmpty(draft, work, basis.visitor);
}
