// Whose badge was read, and whether it is the original: all that is judged before any right is.

import type { RefusalReason } from "@driftbox/proto";
import { lastCounter } from "./counters.ts";
import type { Draft } from "../decision.ts";
import type { InputOf } from "../inputs.ts";
import type { CompiledPolicy } from "./policy.ts";
import { isWeaker, nameOf } from "./rights.ts";
import type { State, Visitor } from "../state.ts";
import { refBytes } from "../visits/visits.ts";

type Badge = InputOf<"BadgePresented">;

export type Identity =
  | { readonly word: "refused"; readonly reason: RefusalReason; readonly person: string }
  | { readonly word: "known"; readonly policy: CompiledPolicy; readonly visitor: Visitor };

/** Judges a badge without asking what it may open. */
export function identify(state: State, input: Badge): Identity {
  const no = (reason: RefusalReason, person = ""): Identity => {
    return { word: "refused", reason, person };
  };
  const { policy, canOpen } = state.volatile;
  const copied = copyReason(state, input);
  if (copied !== undefined) return no(copied, policy?.badges[input.badgeRef]?.person);
  if (policy === undefined) return no(canOpen ? "no-policy" : "storage-full");
  const named = nameOf(policy, input.badgeRef);
  if (!named.ok) return no(named.reason, named.person);
  const { person, assurance: least } = named.badge;
  const isWeak = isWeaker(input.assurance, least) || lacksCounter(state, input);
  if (isWeak) return no("weak-credential", person);
  if (!canOpen) return no("storage-full", person);
  return { word: "known", policy, visitor: visitorOf(input, person) };
}

export function visitorOf({ badgeRef, assurance, reader }: Badge, person: string): Visitor {
  return { person, badgeRef, assurance, reader, hasPin: false };
}

/** Why a read shows that the badge is a copy. */
export function copyReason(state: State, input: Badge): RefusalReason | undefined {
  if (input.isForged === true) return "forged-credential";
  return isCounted(state, input) && isReplayed(state, input) ? "counter-replayed" : undefined;
}

/** Whether a badge that has shown a counter shows none now. */
export function lacksCounter(state: State, { badgeRef, counter }: Badge): boolean {
  return counter === undefined && lastCounter(state, badgeRef) >= 0;
}

function isReplayed(state: State, { badgeRef, counter }: Badge): boolean {
  return counter !== undefined && counter <= lastCounter(state, badgeRef);
}

/** Whether the counter of a badge is kept: that of a stranger is not. Without policy nobody is. */
function isCounted({ volatile: { policy } }: State, { badgeRef }: Badge): boolean {
  return policy === undefined || policy.badges[badgeRef] !== undefined;
}

/** What the facts say of a badge's counter: nothing of a stranger's, and nothing unproved. */
export function counterOf(draft: Draft, input: Badge): { readonly counter?: number } {
  const isProved = input.isForged !== true && input.counter !== undefined;
  return isProved && isCounted(draft.state, input) ? { counter: input.counter } : {};
}

/** A read that decides nothing by itself is stated if its counter is new: never played later. */
export function showCounter(draft: Draft, input: Badge): void {
  const { counter } = counterOf(draft, input);
  if (counter === undefined || isReplayed(draft.state, input)) return;
  const { box, reader } = input;
  draft.record("CredentialShown", { box, badgeRef: refBytes(input.badgeRef), reader, counter });
}
