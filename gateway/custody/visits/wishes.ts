// Wishes: what persons say at a panel of a box before they show a badge, and how long it stands.

import type { ListingMethod, RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { State, Visitor } from "../state.ts";

/** What can be wished for, and what is said with it: one row a kind, ruled in `wish-rules.ts`. */
interface WishWords {
  /** Parcels change hands between two persons, listed in one way. */
  readonly handover: { readonly method: ListingMethod };
}

export type WishKind = keyof WishWords;
/** The wish of kind K. */
export type WishOf<K extends WishKind> = { readonly kind: K } & WishWords[K];
export type Wish = { readonly [K in WishKind]: WishOf<K> }[WishKind];

/** A wish of kind K that stands at a box. It grants nothing; the next badge is held to its rule. */
export interface StandingWish<K extends WishKind = WishKind> {
  readonly box: string;
  /** The screen or keypad where it was said. */
  readonly panel: string;
  readonly wish: { readonly [One in K]: WishOf<One> }[K];
  /** Who came under it so far, in order, each person once. */
  readonly came: readonly Visitor[];
  /** Whose PIN the next digits are taken for. */
  readonly awaited: Visitor | undefined;
  readonly endMonoMs: number;
}

/** The wish that stands at a box. */
export function wishAt(state: State, box: string): StandingWish | undefined {
  return state.volatile.wishes[box];
}

/** The wish stands from now on, for the time a wish has, in place of any other at its box. */
export function standWish(draft: Draft, standing: Omit<StandingWish, "endMonoMs">): void {
  const { wishWithinMs } = draft.state.layout.timing;
  const endMonoMs = draft.now.monoMs + wishWithinMs;
  const { box } = standing;
  draft.observe({
    wishes: { ...draft.state.volatile.wishes, [box]: { ...standing, endMonoMs } },
  });
  draft.order({ kind: "setTimer", key: `wish:${box}`, afterMs: wishWithinMs });
}

/** The wish of a box is done, or over. */
export function clearWish(draft: Draft, box: string): void {
  const { [box]: ended, ...others } = draft.state.volatile.wishes;
  if (ended === undefined) return;
  draft.observe({ wishes: others });
  draft.order({ kind: "clearTimer", key: `wish:${box}` });
}

/** Somebody stays under the wish: what they came for takes others too. */
export function joinWish(draft: Draft, standing: StandingWish, visitor: Visitor): void {
  const others = standing.came.filter(({ person }) => person !== visitor.person);
  standWish(draft, { ...standing, came: [...others, visitor], awaited: undefined });
}

/** The wish waits for the PIN of somebody who showed a badge; then its rule is asked again. */
export function awaitPin(draft: Draft, standing: StandingWish, visitor: Visitor): void {
  standWish(draft, { ...standing, awaited: visitor });
}

/** Why a wish that is over turns somebody away who waits under it; undefined = nobody does. */
export function lateReason(
  standing: StandingWish,
): { readonly visitor: Visitor; readonly reason: RefusalReason } | undefined {
  const { awaited } = standing;
  return awaited === undefined ? undefined : { visitor: awaited, reason: "pin-missing" };
}
