// A code or a grant at a box, resolved before: it opens, joins a visit, or is refused and counted.

import type { RefusalReason } from "@driftbox/proto";
import { blockingPlaces } from "../visits/sessions.ts";
import { mayTell, untoldWords } from "../doors/flutter.ts";
import { endLate, open, outlookAt, refuse, visitAt, wait } from "../visits/visits.ts";
import { endLateWish } from "../visits/wish-rules.ts";
import type { Draft } from "../decision.ts";
import type { InputOf } from "../inputs.ts";
import { bounds } from "../layout.ts";
import { recordAt, type Visitor } from "../state.ts";
import { boxRefusal } from "./box-refusal.ts";
import { codesAt, isLockedOut, lockOutIfDue } from "./lockouts.ts";
import { isBehind, nobody, type Pass } from "./passes.ts";
import type { CompiledPolicy } from "./policy.ts";

/** What was entered or scanned, once its digits are gone. */
export type CodeMeaning =
  | { readonly word: "pass"; readonly pass: Pass }
  /** No code has so many digits, or this check digit: it is told, and not counted. */
  | { readonly word: "slip" }
  /** It could be a code of this box, and is none. */
  | { readonly word: "unknown" }
  /** Digits that only a clock could tell. */
  | { readonly word: "undated" }
  /** A signed grant that is forged, damaged, or not for this box. */
  | { readonly word: "bad-grant" };

type Code = InputOf<"CodePresented">;

export function presentCode(draft: Draft, input: Code): void {
  const { box, reader, meaning } = input;
  if (!draft.state.layout.boxes.some(({ id }) => id === box)) return;
  endLate(draft, box);
  endLateWish(draft, box);
  if (meaning.word === "slip" || isOfSession(draft, input)) return;
  const reason = unread(draft, input);
  // Whoever goes on trying is told again now and then, and not without end.
  if (reason === "locked-out" && !mayTell(draft, "codes", box)) return;
  if (reason !== undefined) return turnAway(draft, input, { reason, compartment: 0 });
  const { policy } = draft.state.volatile;
  if (policy === undefined || meaning.word !== "pass") return;
  const { pass } = meaning;
  const visitor: Visitor = { ...nobody, reader, pass };
  visit(draft, input, { policy, visitor });
}

/** How many tries during a lockout were not told one by one. */
export function retellCodes(draft: Draft, count: number, box: string): void {
  draft.record("SensorDissented", {
    box,
    compartment: 0,
    sensor: "codes",
    says: untoldWords(count),
    fused: "locked out",
  });
}

/** Whether it is shown again while the door that it opens is at work. */
function isOfSession({ state, now }: Draft, { box, meaning }: Code): boolean {
  if (meaning.word !== "pass") return false;
  const { pass } = meaning;
  return blockingPlaces(state, box, now.monoMs).some((key) => {
    const { session } = recordAt(state, key);
    return session?.basis.kind === "pass" && isBehind(pass, session.basis);
  });
}

/**
 * Why a code is not even looked at, or is none. A try that cannot be counted must not be answered,
 * and a signature cannot be guessed: only digits are locked out.
 */
function unread({ state, now }: Draft, input: Code): RefusalReason | undefined {
  const { policy, canOpen } = state.volatile;
  const { meaning } = input;
  if (!canOpen) return "storage-full";
  if (policy === undefined) return "no-policy";
  const isSigned =
    meaning.word === "bad-grant" || (meaning.word === "pass" && meaning.pass.proof === "grant");
  if (!isSigned && isLockedOut(state, codesAt(input), now.monoMs)) return "locked-out";
  if (meaning.word === "bad-grant") return "grant-invalid";
  if (meaning.word === "undated") return "clock-not-trusted";
  return meaning.word === "unknown" ? "wrong-code" : undefined;
}

interface Guest {
  readonly policy: CompiledPolicy;
  readonly visitor: Visitor;
}

/** One holder of a pass in a visit: two of them are nobody that could be told apart. */
function visit(draft: Draft, input: Code, { policy, visitor }: Guest): void {
  const { box } = input;
  const { visitors = [], compartment = 0 } = visitAt(draft.state, box) ?? {};
  const hasOther = visitors.some(({ pass }) => pass !== undefined);
  if (hasOther || visitors.length >= bounds.visitorsMaxCount) {
    return turnAway(draft, input, { reason: "box-busy", compartment });
  }
  const outlook = outlookAt(draft, policy, box, [...visitors, visitor]);
  if (outlook.word === "refused") return turnAway(draft, input, outlook);
  const reason = boxRefusal(draft.state, draft.now, { box, person: visitor.person });
  if (reason !== undefined) return turnAway(draft, input, { reason, compartment: 0 });
  if (outlook.word === "waiting") return wait(draft, box, outlook);
  open(draft, outlook);
}

interface Refusal {
  readonly reason: RefusalReason;
  readonly compartment: number;
}

/** Nothing that was not looked at is named. */
function turnAway(draft: Draft, input: Code, { reason, compartment }: Refusal): void {
  const { box, reader, meaning } = input;
  const isNamed = meaning.word === "pass" && !unreadReasons.has(reason);
  const pass = isNamed ? meaning.pass : undefined;
  const who = { ...nobody, reader, ...(pass !== undefined && { pass }) };
  refuse(draft, who, { box, compartment, reason });
  if (reason === "wrong-code") lockOutIfDue(draft, codesAt(input));
}

const unreadReasons: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  "storage-full",
  "no-policy",
  "locked-out",
  "wrong-code",
]);
