// Every compartment with something inside, one after the other, for the person who waits there.

import type { Draft } from "../decision.ts";
import { placesOf, type PlaceLayout } from "../layout.ts";
import { canWait } from "../coils/solenoids.ts";
import { recordAt } from "../state.ts";
import { openByOrder, openingObstacle } from "./order-opening.ts";
import type { Order } from "./order.ts";

/** A round that takes longer ends with the compartment that is open. */
export const roundMaxMs = 10 * 60_000;

/** A round under way at a box; gone at a restart, which states its outcome as unknown. */
export interface Round {
  readonly command: string;
  readonly givenBy: string;
  readonly endMonoMs: number;
  /** Keys of the compartments still to come. */
  readonly left: readonly string[];
  readonly openedCount: number;
  readonly allCount: number;
}

export function beginRound(
  draft: Draft,
  { command, box, givenBy }: Order,
  places: readonly PlaceLayout[],
): "goes-on" {
  const [first, ...left] = places;
  if (first === undefined) throw new Error(`a round of nothing at ${box}`);
  setRound(draft, box, {
    command,
    givenBy,
    endMonoMs: draft.now.monoMs + roundMaxMs,
    left: left.map(({ key }) => key),
    openedCount: 0,
    allCount: places.length,
  });
  return openByOrder(draft, first, givenBy);
}

function setRound(draft: Draft, box: string, round: Round | undefined): void {
  const { [box]: _before, ...others } = draft.state.volatile.rounds;
  draft.observe({ rounds: round === undefined ? others : { ...others, [box]: round } });
}

/** How the turn of one compartment ended. */
export type TurnEnd = "shut" | "left-open" | "unopened";

/** The next compartment, where the last one was opened and shut again and the time is not over. */
export function goOn(draft: Draft, box: string, end: TurnEnd): void {
  const round = draft.state.volatile.rounds[box];
  if (round === undefined) return;
  const openedCount = round.openedCount + (end === "unopened" ? 0 : 1);
  const hasTime = draft.now.monoMs < round.endMonoMs;
  const next = end === "shut" && hasTime ? nextOf(draft, round) : undefined;
  if (next === undefined) {
    const outcome = `opened ${openedCount} of ${round.allCount}`;
    setRound(draft, box, undefined);
    return void draft.record("CommandExecuted", { command: round.command, outcome });
  }
  const left = round.left.slice(round.left.indexOf(next.key) + 1);
  setRound(draft, box, { ...round, left, openedCount });
  openByOrder(draft, next, round.givenBy);
}

/** The first of what is left that can still be opened; what became impossible is passed over. */
function nextOf({ state, now }: Draft, { left }: Round): PlaceLayout | undefined {
  return placesOf(state.layout).find(
    (place) =>
      left.includes(place.key) &&
      state.volatile.canOpen &&
      !recordAt(state, place.key).isDoorOpen &&
      openingObstacle(state, place) === undefined &&
      canWait(state, place, now.monoMs),
  );
}
