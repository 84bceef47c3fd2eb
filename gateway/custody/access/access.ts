// A badge at a box: it opens, joins what others began, is refused with a reason, or says nothing.

import type { RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import { boxRefusal } from "./box-refusal.ts";
import {
  copyReason,
  counterOf,
  identify,
  lacksCounter,
  showCounter,
  visitorOf,
} from "./identity.ts";
import type { InputOf } from "../inputs.ts";
import { bounds } from "../layout.ts";
import { isLockedOut, isStrange, lockOutIfDue, strangersAt } from "./lockouts.ts";
import type { CompiledPolicy } from "./policy.ts";
import { believed, judgeBadge } from "./rights.ts";
import { badgeOf } from "../visits/session-basis.ts";
import { blockingPlaces } from "../visits/sessions.ts";
import { recordAt, type State, type Visitor } from "../state.ts";
import {
  awaitAgain,
  endLate,
  open,
  outlookAt,
  refuse,
  tagsAt,
  visitAt,
  wait,
} from "../visits/visits.ts";
import { presentedBy } from "../visits/admission.ts";
import { endLateWish, meetWish } from "../visits/wish-rules.ts";
import { wishAt, type StandingWish } from "../visits/wishes.ts";

type Badge = InputOf<"BadgePresented">;

/** The decision about a badge before anything is recorded. */
type Verdict =
  | { readonly word: "ignored" }
  /** Somebody who waits there shows the badge once more. */
  | { readonly word: "again"; readonly person: string }
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
  endLateWish(draft, input.box);
  const standing = wishAt(draft.state, input.box);
  if (standing !== undefined) return comeToWish(draft, input, standing);
  const verdict = judge(draft, input);
  if (verdict.word === "ignored") return showCounter(draft, input);
  if (verdict.word === "again") {
    showCounter(draft, input);
    return awaitAgain(draft, input.box, verdict.person);
  }
  if (verdict.word === "refused") return turnAway(draft, input, verdict);
  visit(draft, input, verdict);
}

/** Who comes under a wish needs no right at the box, unless the rule of the wish asks for one. */
function comeToWish(draft: Draft, input: Badge, standing: StandingWish): void {
  const identity = identify(draft.state, input);
  if (identity.word === "refused") return turnAway(draft, input, { ...identity, compartment: 0 });
  showCounter(draft, input);
  meetWish(draft, standing, identity.visitor);
}

function no(reason: RefusalReason, person = "", compartment = 0): Verdict {
  return { word: "refused", reason, person, compartment };
}

function judge(draft: Draft, input: Badge): Verdict {
  const { state, now } = draft;
  const { policy, canOpen } = state.volatile;
  const person = policy?.badges[input.badgeRef]?.person;
  const copied = copyReason(state, input);
  if (copied !== undefined) return no(copied, person);
  const busy = blockingPlaces(state, input.box, now.monoMs);
  if (busy.some((key) => isOpenedBy(state, key, input.badgeRef))) {
    return { word: "ignored" };
  }
  if (policy === undefined) return no(canOpen ? "no-policy" : "storage-full");
  const clocks = believed(now, policy, state.durable.lastWallMs);
  const brought = { box: input.box, tags: tagsAt(draft, input.box) };
  const shown = presentedBy(state, brought, { ...input, person: person ?? "" });
  const admission = judgeBadge(policy, shown, clocks);
  if (!admission.ok) return no(admission.reason, admission.person);
  const { badge } = admission.permission;
  if (lacksCounter(state, input)) return no("weak-credential", badge.person);
  if (!canOpen) return no("storage-full", badge.person);
  const reason = boxRefusal(state, now, { box: input.box, person: badge.person });
  if (reason !== undefined) return no(reason, badge.person);
  const visitor = visitorOf(input, badge.person);
  return judgeCompany(state, input.box, { word: "admitted", policy, visitor });
}

function isOpenedBy(state: State, key: string, badgeRef: string): boolean {
  const { session } = recordAt(state, key);
  return session !== undefined && badgeOf(session) === badgeRef;
}

type Admitted = Extract<Verdict, { readonly word: "admitted" }>;

/** A person counts once in a visit, whichever badge they hold to the reader. */
function judgeCompany(state: State, box: string, admitted: Admitted): Verdict {
  const { visitors = [], compartment } = visitAt(state, box) ?? {};
  const { person, badgeRef } = admitted.visitor;
  const own = visitors.find((one) => one.person === person);
  if (own?.badgeRef === badgeRef) return { word: "again", person };
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
