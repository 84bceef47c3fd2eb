// A visit: what persons begin at a box, until all that is asked for is there or its time ends.

import { fromHex, type RefusalReason } from "@driftbox/proto";
import type { Aim, Guest } from "./authorizers.ts";
import type { Draft } from "../decision.ts";
import { bounds, type PlaceLayout } from "../layout.ts";
import { recordGrant, type GrantedTo } from "./granting.ts";
import { outlookOf, type Outlook } from "./outlook.ts";
import type { CompiledGrant } from "../access/grants.ts";
import { basisOf, basisOfGrant } from "../access/passes.ts";
import type { CompiledPolicy } from "../access/policy.ts";
import { runWaiting } from "../coils/solenoids.ts";
import { watchAt, type State, type Visit, type Visitor } from "../state.ts";
import { unlistAtOthers } from "../parcels/tag-lists.ts";
import { takeTray, trayOf } from "../parcels/tags.ts";
import { wishAt } from "./wishes.ts";

/** The visit under way at a box. */
export function visitAt(state: State, box: string): Visit | undefined {
  return state.volatile.visits[box];
}

/** Whose PIN the next digits at a box are taken for: of who came last, if they gave none yet. */
export function awaitedVisitor(state: State, box: string): Visitor | undefined {
  const asked = wishAt(state, box)?.awaited;
  if (asked !== undefined) return asked;
  const visitor = visitAt(state, box)?.visitors.at(-1);
  return visitor?.hasPin === false && visitor.pass === undefined ? visitor : undefined;
}

/** What visitors can do now, with the tags they brought. */
export function outlookAt(
  draft: Draft,
  policy: CompiledPolicy,
  box: string,
  visitors: readonly Visitor[],
): Outlook {
  const tags = tagsAt(draft, box);
  return outlookOf(draft.state, draft.now, { policy, box, visitors, tags });
}

/** Tags that were brought to a box and are not part of a session yet. */
export function tagsAt({ state, now }: Draft, box: string): readonly string[] {
  const brought = visitAt(state, box)?.tags ?? [];
  const all = new Set([...brought, ...trayOf(state, box, now.monoMs)]);
  return [...all].slice(0, bounds.trayMaxCount);
}

/** The visit goes on, with some time for what is still missing. */
export function wait(
  draft: Draft,
  box: string,
  { visitors, missing, compartment }: Extract<Outlook, { readonly word: "waiting" }>,
): void {
  const endMonoMs = draft.now.monoMs + draft.state.layout.timing.proofWithinMs;
  const tags = tagsAt(draft, box);
  setVisit(draft, box, { visitors, tags, missing, compartment, endMonoMs });
}

function setVisit(draft: Draft, box: string, visit: Visit): void {
  draft.observe({ visits: { ...draft.state.volatile.visits, [box]: visit } });
  const afterMs = Math.max(1, visit.endMonoMs - draft.now.monoMs);
  draft.order({ kind: "setTimer", key: `visit:${box}`, afterMs });
}

/** The next digits are of somebody who waits already, if they gave none yet. It takes no longer. */
export function awaitAgain(draft: Draft, box: string, person: string): void {
  const visit = visitAt(draft.state, box);
  const own = visit?.visitors.find((one) => one.person === person);
  if (visit === undefined || own === undefined || own.hasPin) return;
  const others = visit.visitors.filter((one) => one !== own);
  setVisit(draft, box, { ...visit, visitors: [...others, own] });
}

/** Nobody waits at the box any more, and nobody is turned away for it. */
export function clearVisit(draft: Draft, box: string): void {
  const { [box]: ended, ...others } = draft.state.volatile.visits;
  if (ended === undefined) return;
  draft.observe({ visits: others });
  draft.order({ kind: "clearTimer", key: `visit:${box}` });
}

/** One visitor leaves, already told why; a visit without visitors is over. */
export function leave(draft: Draft, box: string, person: string): void {
  const visit = visitAt(draft.state, box);
  const visitors = (visit?.visitors ?? []).filter((one) => one.person !== person);
  if (visit === undefined || visitors.length === 0) return clearVisit(draft, box);
  draft.observe({ visits: { ...draft.state.volatile.visits, [box]: { ...visit, visitors } } });
}

/** Before anything else at a box: a visit whose time is over is no more. */
export function endLate(draft: Draft, box: string): void {
  const visit = visitAt(draft.state, box);
  if (visit !== undefined && draft.now.monoMs >= visit.endMonoMs) visitDue(draft, box);
}

/** Ends a visit whose time is over: each of its visitors is refused for what did not come. */
export function visitDue(draft: Draft, box: string): void {
  const visit = visitAt(draft.state, box);
  if (visit === undefined) return;
  if (draft.now.monoMs < visit.endMonoMs) return setVisit(draft, box, visit);
  endVisit(draft, box, { reason: visit.missing });
}

interface VisitEnd {
  readonly reason: RefusalReason;
  /** Who is there in another way. */
  readonly without?: string;
}

/** Nobody waits at the box any more, and each who did is told why. */
export function endVisit(draft: Draft, box: string, { reason, without }: VisitEnd): void {
  const { visitors = [], compartment = 0 } = visitAt(draft.state, box) ?? {};
  clearVisit(draft, box);
  for (const visitor of visitors.filter(({ person }) => person !== without)) {
    refuse(draft, visitor, { box, compartment, reason });
  }
}

interface Refusal {
  readonly box: string;
  readonly compartment: number;
  readonly reason: RefusalReason;
  /** Rolling counter that the badge proved in this read. */
  readonly counter?: number;
}

/** States that somebody, or a badge of nobody known, was turned away. */
export function refuse(
  draft: Draft,
  who: Pick<Visitor, "person" | "badgeRef" | "reader" | "pass">,
  refusal: Refusal,
): void {
  draft.record("AccessRefused", {
    ...refusal,
    person: who.person,
    badgeRef: refBytes(who.badgeRef),
    reader: who.reader,
    policyVersion: draft.state.volatile.policy?.version ?? 0,
    ...(who.pass !== undefined && basisOf(who.pass)),
  });
}

interface Opening {
  readonly aim: Aim;
  readonly party: readonly Guest[];
  /** Counter that the opener's badge proved in this very read. */
  readonly counter?: number;
}

/** The grant, each of the others, and the pulse that follows, in one decision. */
export function open(draft: Draft, { aim, party, counter }: Opening): void {
  const [opener, ...others] = party;
  if (opener === undefined) return;
  const { place } = aim;
  const tags = tagsAt(draft, place.box.id);
  const at = { box: place.box.id, compartment: place.compartment.number };
  const grantSeq = recordGrant(draft, place, {
    ...grantedTo(aim, opener),
    ...(counter !== undefined && { counter }),
  });
  for (const { badge, visitor } of others) {
    const { person, organization } = badge;
    const badgeRef = refBytes(visitor.badgeRef);
    draft.record("AuthorizerAdded", {
      ...at,
      grantSeq,
      person,
      organization,
      badgeRef,
      ...proofOf(visitor),
    });
  }
  clearVisit(draft, place.box.id);
  startSession(draft, place, tags);
  draft.watch(place.key, { pass: opener.visitor.pass });
  runWaiting(draft, place.compartment.supplyGroup);
}

function grantedTo({ action, grant }: Aim, { badge, visitor }: Guest): GrantedTo {
  const basis = grant === undefined ? {} : basisOfGrant(grant);
  return {
    action,
    person: badge.person,
    role: badge.role,
    badgeRef: refBytes(visitor.badgeRef),
    ...proofOf(visitor),
    reader: visitor.reader,
    ...(visitor.pass === undefined ? basis : basisOf(visitor.pass)),
    ...issueOf(visitor.pass?.proof === "grant" ? visitor.pass.grant : grant),
  };
}

/** By its issue a grant that opens once is told from those that are too old to be remembered. */
function issueOf(grant: CompiledGrant | undefined): Pick<GrantedTo, "grantIssuedUs"> {
  return grant?.isOnce === true ? { grantIssuedUs: grant.issuedUs } : {};
}

function proofOf({
  assurance,
  hasPin,
  pass,
}: Visitor): Pick<Required<GrantedTo>, "assurance" | "proof"> {
  return { assurance, proof: pass?.proof ?? (hasPin ? "badge-and-pin" : "badge") };
}

/** What is read at the box from now on belongs to the session of a place. */
export function startSession(draft: Draft, place: PlaceLayout, tags: readonly string[]): void {
  draft.watch(place.key, { tags: [], seen: [], underWish: [], pulse: undefined });
  takeTray(draft, place);
  const { tags: taken } = watchAt(draft.state, place.key);
  const all = [...new Set([...tags, ...taken])];
  for (const tag of all) unlistAtOthers(draft, place.box.id, tag);
  draft.watch(place.key, { tags: all });
}

export function refBytes(badgeRef: string): Uint8Array {
  const bytes = fromHex(badgeRef);
  if (bytes === undefined) throw new Error("a badge reference is not hexadecimal");
  return bytes;
}
