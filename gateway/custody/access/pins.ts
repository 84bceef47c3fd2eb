// A PIN at a box: it adds to the badge of who came last, calls for help, or counts as wrong.

import type { RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { InputOf } from "../inputs.ts";
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

/** Digits that were taken for the PIN of a visitor. */
interface Entry {
  readonly box: string;
  readonly reader: string;
  readonly policy: CompiledPolicy;
  readonly visit: Visit;
  readonly visitor: Visitor;
}

/** A PIN that nobody at the box is asked for any more says nothing. */
export function enterPin(draft: Draft, input: InputOf<"PinEntered">): void {
  const { box, reader } = input;
  endLate(draft, box);
  const { policy, canOpen } = draft.state.volatile;
  const visit = visitAt(draft.state, box);
  const visitor = awaitedVisitor(draft.state, box);
  if (policy === undefined || visit === undefined || visitor?.person !== input.person) return;
  const pins = pinsOf(policy, visitor.person);
  if (pins === undefined) return;
  const entry: Entry = { box, reader, policy, visit, visitor };
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

function turnAway(draft: Draft, entry: Entry, reason: RefusalReason, compartment?: number): void {
  const { box, reader, visit, visitor } = entry;
  const at = { box, compartment: compartment ?? visit.compartment };
  refuse(draft, { ...visitor, reader }, { ...at, reason });
  leave(draft, box, visitor.person);
}

/** The visitor may try again until the time of the visit, or their tries, are over. */
function countWrong(draft: Draft, entry: Entry): void {
  const { box, reader, visit, visitor } = entry;
  const { compartment } = visit;
  refuse(draft, { ...visitor, reader }, { box, compartment, reason: "wrong-pin" });
  for (const subject of pinSubjects(entry, visitor.person)) lockOutIfDue(draft, subject);
  if (isPinLocked(draft, entry)) leave(draft, box, visitor.person);
}

function prove(draft: Draft, entry: Entry): void {
  const { box, policy, visit, visitor } = entry;
  const visitors = [...visit.visitors.slice(0, -1), { ...visitor, hasPin: true }];
  const outlook = outlookAt(draft, policy, box, visitors);
  if (outlook.word === "ready") return open(draft, outlook);
  if (outlook.word === "waiting") return wait(draft, box, outlook);
  turnAway(draft, entry, outlook.reason, outlook.compartment);
}
