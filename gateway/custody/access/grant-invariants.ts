// What must hold of each grant: its persons, its proofs, and that nothing spent opens.

import { toHex, type FactOf } from "@driftbox/proto";
import type { Checks, Step } from "../checked-step.ts";
import type { Now } from "../inputs.ts";
import { placeKey } from "../layout.ts";
import { hasItsOrder } from "../orders/order-marks.ts";
import { isServiceGrant } from "../service/emergencies.ts";
import type { State } from "../state.ts";
import { anonymousFreeMs } from "../visits/anonymous.ts";
import { doSuffice } from "../visits/authorizers.ts";
import { isUnspent } from "./code-record.ts";
import { lastCounter } from "./counters.ts";
import { isLawfulPass, isOfPass } from "./passes.ts";
import type { CompiledPolicy } from "./policy.ts";
import { demandAt } from "./policy/demands.ts";
import { isOpenToAll } from "./policy/deposits.ts";

export const grantChecks: Checks = {
  "a grant has all the persons its compartment asks for": everyGrantHasItsPersons,
  "a badge whose counter has not grown is not granted": everyGrantedCounterGrows,
  "what is spent opens nothing": nothingSpentOpens,
};

/** Different persons, enough of them, of the organizations that are asked for. */
function everyGrantHasItsPersons({ before, decision, after, now }: Step): boolean {
  const { policy } = decision.observed.volatile;
  return decision.facts.every((fact, index) => {
    if (fact.kind !== "AccessGranted") return true;
    if (policy === undefined) return false;
    const grantSeq = before.durable.nextSeq + index;
    if (fact.proof === "none") return isLawfulDeposit(before, fact, policy, now);
    if (fact.proof === "command") return hasItsOrder(after, fact, grantSeq);
    if (isOfPass(fact.proof ?? "badge")) return isLawfulPass(before, fact, policy);
    const isEmergency = decision.facts.some(
      (one) => one.kind === "EmergencyDeclared" && one.grantSeq === grantSeq,
    );
    if (isServiceGrant({ state: decision.observed, now }, fact, isEmergency)) return true;
    if (isEmergency) return false;
    const others = decision.facts.flatMap((one) =>
      one.kind === "AuthorizerAdded" && one.grantSeq === grantSeq ? [one.badgeRef] : [],
    );
    const refs = [fact.badgeRef, ...others].map((ref) => toHex(ref));
    const badges = refs.map((ref) => policy.badges[ref]);
    const persons = new Set(badges.map((badge) => badge?.person));
    const place = placeKey(fact.box, fact.compartment);
    const demand = demandAt(policy.demands, fact.action, place);
    const organizations = badges.map((badge) => badge?.organization ?? "");
    const areDifferent = persons.size === refs.length && !persons.has(undefined);
    return areDifferent && others.length >= demand.authorizers && doSuffice(demand, organizations);
  });
}

/**
 * Nobody known opens only to deposit, where the policy allows it, and a bounded number of times.
 */
function isLawfulDeposit(
  before: State,
  { box, compartment, action, person }: FactOf<"AccessGranted">,
  policy: CompiledPolicy,
  now: Now,
): boolean {
  const key = placeKey(box, compartment);
  const isAllowed = (policy.deposits[key] ?? []).length > 0;
  const isAlone = isOpenToAll(demandAt(policy.demands, "deposit", key));
  const isFew = anonymousFreeMs(before, box, now.monoMs) === 0;
  return action === "deposit" && person === "" && isAllowed && isAlone && isFew;
}

function everyGrantedCounterGrows({ before, decision }: Step): boolean {
  return decision.facts.every((fact) => {
    if (fact.kind !== "AccessGranted" || fact.counter === undefined) return true;
    return fact.counter > lastCounter(before, toHex(fact.badgeRef));
  });
}

function nothingSpentOpens({ before, decision }: Step): boolean {
  return decision.facts.every(
    (fact) => fact.kind !== "AccessGranted" || isUnspent(before.durable.codes, fact),
  );
}
