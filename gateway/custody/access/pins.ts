// A PIN at a box: it adds to the badge of who came last, calls for help, or counts as wrong.

import type { RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { InputOf } from "../inputs.ts";
import { boxRefusal } from "./box-refusal.ts";
import { isLockedOut, lockOutIfDue, pinSubjects } from "./lockouts.ts";
import type { CompiledPolicy } from "./policy.ts";
import { pinsOf } from "./policy/people.ts";
import type { Visit, Visitor } from "../state.ts";
import {
  awaitedVisitor,
  endLate,
  leave,
  open,
  outlookAt,
  refuse,
  visitAt,
  wait,
} from "../visits/visits.ts";
import { endLateWish, meetWish } from "../visits/wish-rules.ts";
import { standWish, wishAt, type StandingWish } from "../visits/wishes.ts";

/** Digits that were taken for the PIN of somebody, and what they are at the box for. */
interface Entry {
  readonly box: string;
  readonly reader: string;
  readonly policy: CompiledPolicy;
  readonly purpose: StandingWish | Visit;
  readonly visitor: Visitor;
}

/** A PIN that nobody at the box is asked for any more says nothing. */
export function enterPin(draft: Draft, input: InputOf<"PinEntered">): void {
  const { box, reader } = input;
  endLate(draft, box);
  endLateWish(draft, box);
  const { policy, canOpen } = draft.state.volatile;
  const standing = wishAt(draft.state, box);
  const purpose = standing?.awaited === undefined ? visitAt(draft.state, box) : standing;
  const visitor = awaitedVisitor(draft.state, box);
  if (policy === undefined || purpose === undefined || visitor?.person !== input.person) return;
  const pins = pinsOf(policy, visitor.person);
  if (pins === undefined) return;
  const entry: Entry = { box, reader, policy, purpose, visitor };
  // Before the PIN is looked at: a try that cannot be counted must not be answered.
  if (!canOpen) return turnAway(draft, entry, "storage-full");
  if (isPinLocked(draft, entry)) return turnAway(draft, entry, "locked-out");
  const isDuress = input.pinRef === pins.duressRef;
  if (input.pinRef !== pins.pinRef && !isDuress) return countWrong(draft, entry);
  if (isDuress) draft.record("DuressSignaled", { box, person: visitor.person });
  prove(draft, entry);
}

function isPinLocked(draft: Draft, entry: Entry): boolean {
  const subjects = pinSubjects(entry, entry.visitor.person);
  return subjects.some((one) => isLockedOut(draft.state, one, draft.now.monoMs));
}

/** 0 = none in particular. */
function compartmentOf({ purpose }: Entry): number {
  return "wish" in purpose ? 0 : purpose.compartment;
}

function sendAway(draft: Draft, { box, purpose, visitor }: Entry): void {
  if ("wish" in purpose) standWish(draft, { ...purpose, awaited: undefined });
  else leave(draft, box, visitor.person);
}

function turnAway(draft: Draft, entry: Entry, reason: RefusalReason, compartment?: number): void {
  const { box, reader, visitor } = entry;
  const at = { box, compartment: compartment ?? compartmentOf(entry) };
  refuse(draft, { ...visitor, reader }, { ...at, reason });
  sendAway(draft, entry);
}

/** The visitor may try again until the time of the visit, or their tries, are over. */
function countWrong(draft: Draft, entry: Entry): void {
  const { box, reader, visitor } = entry;
  const compartment = compartmentOf(entry);
  refuse(draft, { ...visitor, reader }, { box, compartment, reason: "wrong-pin" });
  for (const subject of pinSubjects(entry, visitor.person)) lockOutIfDue(draft, subject);
  if (isPinLocked(draft, entry)) sendAway(draft, entry);
}

function prove(draft: Draft, entry: Entry): void {
  const { box, policy, purpose, visitor } = entry;
  const proved = { ...visitor, hasPin: true };
  if ("wish" in purpose) return meetWish(draft, { ...purpose, awaited: undefined }, proved);
  const visitors = [...purpose.visitors.slice(0, -1), proved];
  const outlook = outlookAt(draft, policy, box, visitors);
  if (outlook.word === "refused") {
    return turnAway(draft, entry, outlook.reason, outlook.compartment);
  }
  // Since the badge was shown somebody may have opened by a right of service.
  const reason = boxRefusal(draft.state, draft.now, { box, person: visitor.person });
  if (reason !== undefined) return turnAway(draft, entry, reason, 0);
  if (outlook.word === "ready") return open(draft, outlook);
  wait(draft, box, outlook);
}
