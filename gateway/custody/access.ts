// A badge at a box: granted, refused with a reason, or part of the session it already has.

import { fromHex, type RefusalReason } from "@driftbox/proto";
import type { Draft } from "./decision.ts";
import type { InputOf } from "./inputs.ts";
import type { PlaceLayout } from "./layout.ts";
import { abandonSession } from "./closing.ts";
import { lastCounter } from "./counters.ts";
import { isStrange, lockoutEndMs, noteStranger } from "./lockouts.ts";
import type { CompiledBadge, CompiledPolicy } from "./policy.ts";
import { believed, judgeBadge, policyAgeS } from "./rights.ts";
import { selectCompartment, selectToCollect, type Selection } from "./selection.ts";
import { blockingPlaces } from "./sessions.ts";
import { canWait, runWaiting } from "./solenoids.ts";
import { recordAt, type State } from "./state.ts";
import { takeTray, trayOf } from "./tags.ts";

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
  | {
      readonly word: "granted";
      readonly policy: CompiledPolicy;
      readonly badge: CompiledBadge;
      readonly selection: Extract<Selection, { readonly ok: true }>;
    };

export function presentBadge(draft: Draft, input: Badge): void {
  if (!draft.state.layout.boxes.some(({ id }) => id === input.box)) return;
  if (input.isSpent === true) return showCounter(draft, input);
  const verdict = judge(draft, input);
  if (verdict.word === "ignored") return showCounter(draft, input);
  if (verdict.word === "refused") return refuse(draft, input, verdict);
  grant(draft, input, verdict);
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
  const { badge, rights } = admission;
  const hasProved = lastCounter(state, input.badgeRef) >= 0;
  if (hasProved && input.counter === undefined) return no("weak-credential", badge.person);
  if (!canOpen) return no("storage-full", badge.person);
  if (busy.length > 0) return no("box-busy", badge.person);
  const tray = trayOf(state, input.box, now.monoMs);
  const wish = { box: input.box, rights, tray };
  const wished = selectCompartment(state, wish);
  const isUnwise = wished.ok && wished.action === "deposit" && state.volatile.hasMains === false;
  const selection = isUnwise ? selectToCollect(state, wish) : wished;
  if (isUnwise && !selection.ok) {
    return no("power-failing", badge.person, wished.place.compartment.number);
  }
  if (!selection.ok) return no(selection.reason, badge.person, selection.compartment);
  const { number } = selection.place.compartment;
  if (!canWait(state, selection.place, now.monoMs)) return no("box-busy", badge.person, number);
  return { word: "granted", policy, badge, selection };
}

function isReplayed(state: State, { badgeRef, counter }: Badge): boolean {
  return counter !== undefined && counter <= lastCounter(state, badgeRef);
}

/** A read that decides nothing is stated if its counter is new, so that it is not played later. */
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

function refuse(
  draft: Draft,
  input: Badge,
  verdict: Extract<Verdict, { readonly word: "refused" }>,
): void {
  const isStranger = isStrange(verdict.reason, input.counter);
  if (isStranger && draft.now.monoMs < lockoutEndMs(draft.state, input)) return;
  draft.record("AccessRefused", {
    box: input.box,
    compartment: verdict.compartment,
    reason: verdict.reason,
    person: verdict.person,
    badgeRef: refBytes(input.badgeRef),
    reader: input.reader,
    policyVersion: policyVersion(draft.state),
    ...counterOf(draft, input),
  });
  if (isStranger) noteStranger(draft, input);
}

function grant(
  draft: Draft,
  input: Badge,
  verdict: Extract<Verdict, { readonly word: "granted" }>,
): void {
  const { policy, badge, selection } = verdict;
  const { place, action } = selection;
  abandonSession(draft, place);
  draft.record("AccessGranted", {
    box: place.box.id,
    compartment: place.compartment.number,
    action,
    person: badge.person,
    role: badge.role,
    badgeRef: refBytes(input.badgeRef),
    assurance: input.assurance,
    reader: input.reader,
    policyVersion: policy.version,
    policyAgeS: policyAgeS(policy, draft.now.wallMs),
    ...counterOf(draft, input),
  });
  startSession(draft, place);
  runWaiting(draft, place.compartment.supplyGroup);
}

function startSession(draft: Draft, place: PlaceLayout): void {
  draft.watch(place.key, { tags: [], pulse: undefined });
  takeTray(draft, place);
}

function policyVersion(state: State): number {
  return state.volatile.policy?.version ?? 0;
}

function refBytes(badgeRef: string): Uint8Array {
  const bytes = fromHex(badgeRef);
  if (bytes === undefined) throw new Error("a badge reference is not hexadecimal");
  return bytes;
}
