// A badge at a box: it opens, joins what others began, is refused with a reason, or says nothing.

import type { RefusalReason } from "@driftbox/proto";
import { lastCounter } from "./counters.ts";
import type { Draft } from "../decision.ts";
import type { InputOf } from "../inputs.ts";
import { bounds } from "../layout.ts";
import { isLockedOut, isStrange, lockOutIfDue, strangersAt } from "./lockouts.ts";
import type { CompiledPolicy } from "./policy.ts";
import { believed, judgeBadge } from "./rights.ts";
import { blockingPlaces } from "../visits/sessions.ts";
import { recordAt, type State, type Visitor } from "../state.ts";
import { endLate, open, outlookAt, refBytes, refuse, visitAt, wait } from "../visits/visits.ts";

type Badge = InputOf<"BadgePresented">;

/** The decision about a badge before anything is recorded. */
type Verdict =
  | { readonly word: "ignored" }
  | {
      readonly word: "refused";
      readonly reason: RefusalReason;
      readonly person: string;
      readonly compartment: number;
    }
  | { readonly word: "admitted"; readonly policy: CompiledPolicy; readonly visitor: Visitor };

export function presentBadge(draft: Draft, input: Badge): void {
  if (!draft.state.layout.boxes.some(({ id }) => id === input.box)) return;
  if (input.isSpent === true) return showCounter(draft, input);
  endLate(draft, input.box);
  const verdict = judge(draft, input);
  if (verdict.word === "ignored") return showCounter(draft, input);
  if (verdict.word === "refused") return turnAway(draft, input, verdict);
  visit(draft, input, verdict);
}

function no(reason: RefusalReason, person = "", compartment = 0): Verdict {
  return { word: "refused", reason, person, compartment };
}

function judge(draft: Draft, input: Badge): Verdict {
  const { state, now } = draft;
  const { policy, canOpen } = state.volatile;
  const person = policy?.badges[input.badgeRef]?.person;
  if (input.isForged === true) return no("forged-credential", person);
  if (isCounted(state, input) && isReplayed(state, input)) return no("counter-replayed", person);
  const busy = blockingPlaces(state, input.box, now.monoMs);
  if (busy.some((key) => recordAt(state, key).session?.badgeRef === input.badgeRef)) {
    return { word: "ignored" };
  }
  if (policy === undefined) return no(canOpen ? "no-policy" : "storage-full");
  const admission = judgeBadge(policy, input, believed(now, policy, state.durable.lastWallMs));
  if (!admission.ok) return no(admission.reason, admission.person);
  const { badge } = admission.permission;
  const hasProved = lastCounter(state, input.badgeRef) >= 0;
  if (hasProved && input.counter === undefined) return no("weak-credential", badge.person);
  if (!canOpen) return no("storage-full", badge.person);
  if (busy.length > 0) return no("box-busy", badge.person);
  const { badgeRef, assurance, reader } = input;
  const visitor = { person: badge.person, badgeRef, assurance, reader, hasPin: false };
  return judgeCompany(state, input.box, { word: "admitted", policy, visitor });
}

type Admitted = Extract<Verdict, { readonly word: "admitted" }>;

/** A person counts once in a visit, whichever badge they hold to the reader. */
function judgeCompany(state: State, box: string, admitted: Admitted): Verdict {
  const { visitors = [], compartment } = visitAt(state, box) ?? {};
  const { person, badgeRef } = admitted.visitor;
  const own = visitors.find((one) => one.person === person);
  if (own?.badgeRef === badgeRef) return { word: "ignored" };
  if (own !== undefined) return no("same-person", person, compartment);
  if (visitors.length >= bounds.visitorsMaxCount) return no("box-busy", person, compartment);
  return admitted;
}

function visit(draft: Draft, input: Badge, { policy, visitor }: Admitted): void {
  const { box } = input;
  const visitors = [...(visitAt(draft.state, box)?.visitors ?? []), visitor];
  const outlook = outlookAt(draft, policy, box, visitors);
  switch (outlook.word) {
    case "refused":
      return turnAway(draft, input, { ...outlook, person: visitor.person });
    case "waiting":
      showCounter(draft, input);
      return wait(draft, box, outlook);
    case "ready": {
      const opens = outlook.party[0]?.visitor === visitor;
      if (!opens) showCounter(draft, input);
      return open(draft, { ...outlook, ...(opens && counterOf(draft, input)) });
    }
  }
}

function isReplayed(state: State, { badgeRef, counter }: Badge): boolean {
  return counter !== undefined && counter <= lastCounter(state, badgeRef);
}

/** A read that decides nothing by itself is stated if its counter is new: never played later. */
function showCounter(draft: Draft, input: Badge): void {
  const { counter } = counterOf(draft, input);
  if (counter === undefined || isReplayed(draft.state, input)) return;
  const { box, reader } = input;
  draft.record("CredentialShown", { box, badgeRef: refBytes(input.badgeRef), reader, counter });
}

/** Whether the counter of a badge is kept: that of a stranger is not. Without policy nobody is. */
function isCounted({ volatile: { policy } }: State, { badgeRef }: Badge): boolean {
  return policy === undefined || policy.badges[badgeRef] !== undefined;
}

/** What the facts say of a badge's counter: nothing of a stranger's, and nothing unproved. */
function counterOf(draft: Draft, input: Badge): { readonly counter?: number } {
  const isProved = input.isForged !== true && input.counter !== undefined;
  return isProved && isCounted(draft.state, input) ? { counter: input.counter } : {};
}

function turnAway(
  draft: Draft,
  input: Badge,
  { reason, person, compartment }: Omit<Extract<Verdict, { readonly word: "refused" }>, "word">,
): void {
  const strangers = strangersAt(input);
  const isStranger = isStrange(reason, input.counter);
  if (isStranger && isLockedOut(draft.state, strangers, draft.now.monoMs)) return;
  const { box, reader, badgeRef } = input;
  const refusal = { box, compartment, reason, ...counterOf(draft, input) };
  refuse(draft, { person, badgeRef, reader }, refusal);
  if (isStranger) lockOutIfDue(draft, strangers);
}
