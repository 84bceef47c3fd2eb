// One one-time code taken back: whichever of opening and revocation is in the chain first, counts.

import { onceAheadMaxDays, onceNumbersMaxCount } from "@driftbox/proto";
import { isCodeSpent } from "../access/code-record.ts";
import { parseReference, type Reference } from "../access/code-reference.ts";
import { believed, localDayOf } from "../access/rights.ts";
import type { Draft } from "../decision.ts";
import type { Order } from "./order.ts";

type OnceReference = Extract<Reference, { readonly word: "once" }>;

/** The one-time code that a text names, if one of its day and number could still open today. */
export function revocableAt({ state, now }: Draft, text: string): OnceReference | undefined {
  const { policy } = state.volatile;
  const reference = parseReference(text);
  if (policy === undefined || reference?.word !== "once") return undefined;
  const today = localDayOf(believed(now, policy, state.durable.lastWallMs), policy);
  const { day, number } = reference;
  const isOfNow = today !== undefined && day >= today && day <= today + onceAheadMaxDays;
  return isOfNow && number < onceNumbersMaxCount ? reference : undefined;
}

/** A code that has opened stays spent: nothing is taken back, and the outcome says so. */
export function revoke(draft: Draft, { box, code, command }: Order): "done" | "spent already" {
  const reference = revocableAt(draft, code);
  const isSpent =
    reference !== undefined && isCodeSpent(draft.state.durable.codes, { ...reference, box });
  if (isSpent) return "spent already";
  draft.record("CodeRevoked", { box, code, command });
  return "done";
}
