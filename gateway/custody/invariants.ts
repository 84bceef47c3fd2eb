// What must hold of every decision, whatever happened before: asserted in production and in tests.

import { toHex, type Fact, type FactOf } from "@driftbox/proto";
import { doSuffice } from "./visits/authorizers.ts";
import { lastCounter } from "./access/counters.ts";
import { isUnspent } from "./access/code-record.ts";
import { isLawfulPass, isOfPass } from "./access/passes.ts";
import type { Decision } from "./decision.ts";
import { evolve } from "./evolve.ts";
import type { Effect, Now } from "./inputs.ts";
import { bounds, placeAt, placeKey, placesOf } from "./layout.ts";
import { isEachClosingOfTwo, isEachHandoverOfTwo } from "./handover/two-persons.ts";
import { areHoldingsBounded, custodyOf } from "./parcels/holdings.ts";
import { isEachHeldOnce, isEachMovedKnown, movesParcels } from "./parcels/one-custodian.ts";
import type { CompiledPolicy } from "./access/policy.ts";
import { areWishesBounded } from "./visits/wishes.ts";
import { demandAt } from "./access/policy/demands.ts";
import { isOpenToAll } from "./access/policy/deposits.ts";
import { hasItsOrder } from "./orders/order-marks.ts";
import { anonymousFreeMs } from "./visits/anonymous.ts";
import { isServiceGrant } from "./service/emergencies.ts";
import type { CoilPulse, State } from "./state.ts";

/** One step: the state before it, its decision, and the state with its facts folded. */
interface Step {
  readonly before: State;
  readonly decision: Decision;
  readonly after: State;
  readonly now: Now;
}

type Check = (step: Step) => boolean;
type Pulse = Extract<Effect, { readonly kind: "pulseLock" }>;

const minuteMs = 60_000;

/** Each name with the check that tells whether it holds. */
const checks: Readonly<Record<string, Check>> = {
  "a pulse has its intent in the same decision": everyPulseHasIntent,
  "a pulse ends by its intent's deadline": everyPulseHasDeadline,
  "a pulse is not longer than its layout allows": everyPulseIsShort,
  "an intent has a living grant of its own place": everyIntentHasGrant,
  "an order for a coil ends soon after its tap": everyOrderIsFresh,
  "what is refused is not pulsed in the same decision": nothingRefusedIsPulsed,
  "a place has one unresolved intent at most": noIntentOverlaps,
  "a supply group has one coil on at a time": noGroupOverlaps,
  "a coil rests between pulses": everyCoilRests,
  "a coil keeps its duty": everyCoilKeepsDuty,
  "a grant has all the persons its compartment asks for": everyGrantHasItsPersons,
  "a parcel is in one place at most": everyParcelIsOnce,
  "each parcel has exactly one custodian": everyParcelHasCustodian,
  "a handover moves what one person released and another accepted": ({ before, decision }) =>
    isEachHandoverOfTwo(before.durable.holdings.releases, decision.facts),
  "a manifest is closed by two persons": ({ decision }) => isEachClosingOfTwo(decision.facts),
  "a badge whose counter has not grown is not granted": everyGrantedCounterGrows,
  "what is spent opens nothing": nothingSpentOpens,
  "every collection is bounded": everythingIsBounded,
  "sequence numbers follow": sequenceFollows,
  "observation leaves the durable part alone": durableIsUntouched,
};

export const invariantNames: readonly string[] = Object.keys(checks);

/**
 * Names of the invariants a decision breaks; empty when all hold.
 * @param after the state with the facts folded, where that was done already
 */
export function violations(
  state: State,
  decision: Decision,
  now: Now,
  after: State = folded(decision, now),
): readonly string[] {
  const step = { before: state, decision, after, now };
  return Object.entries(checks)
    .filter(([, holds]) => !holds(step))
    .map(([name]) => name);
}

/**
 * @throws Error, a defect: the process must stop and recover from its journal. Nothing of the
 * decision may be made durable or ordered.
 */
export function assertInvariants(
  state: State,
  decision: Decision,
  now: Now,
  after: State = folded(decision, now),
): void {
  const broken = violations(state, decision, now, after);
  if (broken.length > 0) throw new Error(`custody invariant broken: ${broken.join("; ")}`);
}

function folded({ facts, observed }: Decision, now: Now): State {
  return facts.reduce((state, fact) => {
    const { nextSeq: seq, bootId } = state.durable;
    return evolve(state, fact, { seq, monoMs: now.monoMs, wallMs: now.wallMs, bootId });
  }, observed);
}

function nothingRefusedIsPulsed({ decision: { facts } }: Step): boolean {
  return facts.every((fact, at) => {
    if (fact.kind !== "UnlockIntended") return true;
    const { box, compartment } = fact;
    const before = facts.slice(0, at).findLast((one) => {
      const isOfOpening = one.kind === "AccessGranted" || one.kind === "AccessRefused";
      return isOfOpening && one.box === box && one.compartment === compartment;
    });
    return before?.kind !== "AccessRefused";
  });
}

function pulsesOf(step: Step): readonly Pulse[] {
  return step.decision.effects.filter((effect) => effect.kind === "pulseLock");
}

interface NumberedIntent {
  readonly seq: number;
  readonly fact: FactOf<"UnlockIntended">;
}

function intentsOf({ before, decision }: Step): readonly NumberedIntent[] {
  return decision.facts.flatMap((fact, index) =>
    fact.kind === "UnlockIntended" ? [{ seq: before.durable.nextSeq + index, fact }] : [],
  );
}

function intentOf(step: Step, pulse: Pulse): NumberedIntent | undefined {
  return intentsOf(step).find(
    ({ seq, fact }) =>
      seq === pulse.intentSeq && fact.box === pulse.box && fact.compartment === pulse.compartment,
  );
}

function everyPulseHasIntent(step: Step): boolean {
  return pulsesOf(step).every((pulse) => intentOf(step, pulse) !== undefined);
}

function everyPulseHasDeadline(step: Step): boolean {
  return pulsesOf(step).every((pulse) => {
    const deadlineMonoUs = intentOf(step, pulse)?.fact.deadlineMonoUs ?? 0;
    return deadlineMonoUs > 0 && deadlineMonoUs === pulse.deadlineMonoMs * 1_000;
  });
}

function everyPulseIsShort(step: Step): boolean {
  const { layout } = step.before;
  return pulsesOf(step).every((pulse) => {
    const place = placeAt(layout, pulse.box, pulse.compartment);
    const isAsConfigured = place?.compartment.pulseMs === pulse.pulseMs;
    return isAsConfigured && pulse.pulseMs > 0 && pulse.pulseMs <= layout.timing.pulseMaxMs;
  });
}

function everyIntentHasGrant(step: Step): boolean {
  return intentsOf(step).every(({ fact }) => {
    const record = step.after.durable.compartments[placeKey(fact.box, fact.compartment)];
    return (
      record?.session?.grantSeq === fact.grantSeq && fact.grantSeq < step.after.durable.nextSeq
    );
  });
}

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

function everyOrderIsFresh({ after, decision, now }: Step): boolean {
  const { tapLifeMs, retryLifeMs } = after.layout.timing;
  return decision.facts.every((fact) => {
    if (fact.kind !== "UnlockIntended") return true;
    const { session } = after.durable.compartments[placeKey(fact.box, fact.compartment)] ?? {};
    const lifeMs = fact.attempt === 1 ? tapLifeMs : retryLifeMs;
    const lastMs = (session?.grantedMonoMs ?? -Infinity) + lifeMs;
    return now.monoMs <= lastMs && fact.deadlineMonoUs <= lastMs * 1_000;
  });
}

function noIntentOverlaps({ before, decision }: Step): boolean {
  const open = new Set<string>();
  for (const [key, record] of Object.entries(before.durable.compartments)) {
    if (record.intent !== undefined) open.add(key);
  }
  return decision.facts.every((fact) => {
    if (fact.kind === "UnlockConcluded") open.delete(placeKey(fact.box, fact.compartment));
    if (fact.kind !== "UnlockIntended") return true;
    const key = placeKey(fact.box, fact.compartment);
    const isFree = !open.has(key);
    open.add(key);
    return isFree;
  });
}

function groupOf(state: State, at: { readonly box: string; readonly compartment: number }): string {
  return placeAt(state.layout, at.box, at.compartment)?.compartment.supplyGroup ?? "";
}

/** No order still under way in the group, and the last pulse of each coil ended a gap ago. */
function noGroupOverlaps(step: Step): boolean {
  const { before, now } = step;
  const groups = pulsesOf(step).map((pulse) => groupOf(before, pulse));
  if (new Set(groups).size < groups.length) return false;
  const { groupGapMs } = before.layout.timing;
  return placesOf(before.layout)
    .filter(({ compartment }) => groups.includes(compartment.supplyGroup))
    .every(({ key }) => mayBeOnUntilMs(step, key) + groupGapMs <= now.monoMs);
}

/**
 * From what is durable: a coil may be on from its intent until a pulse after its deadline. Only the
 * driver's own word of this very order shortens that, and not below one pulse after the intent.
 */
function mayBeOnUntilMs({ before, decision }: Step, key: string): number {
  const pulse = before.durable.compartments[key]?.pulses.at(-1);
  if (pulse === undefined) return -Infinity;
  const { startMonoMs, deadlineMonoMs, pulseMs, seq } = pulse;
  const { orderEnd } = decision.observed.volatile.compartments[key] ?? {};
  if (orderEnd?.intentSeq !== seq) return deadlineMonoMs + pulseMs;
  return Math.max(orderEnd.offMonoMs ?? Infinity, startMonoMs + pulseMs);
}

/** Pulses of each coil that was ordered on in this step, oldest first, the new one last. */
function pulsedCoils(step: Step): readonly (readonly CoilPulse[])[] {
  return pulsesOf(step).map((pulse) => {
    const record = step.after.durable.compartments[placeKey(pulse.box, pulse.compartment)];
    return record?.pulses ?? [];
  });
}

function everyCoilRests(step: Step): boolean {
  const { coilMinOffMs } = step.before.layout.timing;
  const areOff = pulsesOf(step).every(({ box, compartment }) => {
    return mayBeOnUntilMs(step, placeKey(box, compartment)) + coilMinOffMs <= step.now.monoMs;
  });
  if (!areOff) return false;
  return pulsedCoils(step).every((pulses) =>
    pulses.slice(1).every((pulse, index) => {
      const earlier = pulses[index];
      if (earlier === undefined) return false;
      // Pulses of an earlier boot all count as made at the start of this one.
      const areOfEarlierBoot = pulse.startMonoMs === earlier.startMonoMs;
      const offMs = pulse.startMonoMs - earlier.startMonoMs - earlier.pulseMs;
      return areOfEarlierBoot || offMs >= coilMinOffMs;
    }),
  );
}

function everyCoilKeepsDuty(step: Step): boolean {
  const { coilDutyMaxPercent } = step.before.layout.timing;
  return pulsedCoils(step).every((pulses) => {
    const lastMs = pulses.at(-1)?.startMonoMs ?? 0;
    const recent = pulses.filter((pulse) => lastMs - pulse.startMonoMs < minuteMs);
    const onMs = recent.reduce((sum, pulse) => sum + pulse.pulseMs, 0);
    return onMs <= (minuteMs * coilDutyMaxPercent) / 100;
  });
}

function everyParcelIsOnce({ after }: Step): boolean {
  const all = Object.values(after.durable.compartments).flatMap(({ parcels }) => parcels);
  return new Set(all.map(({ parcel }) => parcel)).size === all.length;
}

function everyParcelHasCustodian({ before, after, decision }: Step): boolean {
  const custody = custodyOf(after.durable);
  const isMoved =
    movesParcels(decision.facts) || custody.carried !== before.durable.holdings.carried;
  return !isMoved || (isEachHeldOnce(custody) && isEachMovedKnown(custody, decision.facts));
}

function nothingSpentOpens({ before, decision }: Step): boolean {
  return decision.facts.every(
    (fact) => fact.kind !== "AccessGranted" || isUnspent(before.durable.codes, fact),
  );
}

function everythingIsBounded({ after, decision }: Step): boolean {
  const { volatile, durable } = after;
  const places = placesOf(after.layout).length;
  return (
    decision.facts.length <= bounds.factsMaxCount &&
    Object.keys(durable.compartments).length === places &&
    Object.keys(volatile.devices).length <= bounds.devicesMaxCount &&
    volatile.tampers.length <= bounds.tampersMaxCount &&
    Object.keys(volatile.flutters).length <= bounds.fluttersMaxCount &&
    countersAreBounded(after) &&
    areHoldingsBounded(durable.holdings) &&
    areWishesBounded(after) &&
    visitsAreBounded(after) &&
    Object.keys(volatile.deposits).length <= after.layout.boxes.length &&
    Object.keys(volatile.trays).length <= after.layout.boxes.length &&
    Object.values(volatile.trays).every((tray) => tray.length <= bounds.trayMaxCount) &&
    Object.values(durable.compartments).every(
      ({ parcels, pulses }) =>
        parcels.length <= bounds.parcelsMaxCount && pulses.length <= bounds.coilPulsesMaxCount,
    ) &&
    Object.values(volatile.compartments).every(
      ({ tags }) => tags.length <= bounds.sessionTagsMaxCount,
    )
  );
}

function countersAreBounded({ durable }: State): boolean {
  return durable.counters.count <= bounds.countersMaxCount;
}

function visitsAreBounded({ volatile, durable, layout }: State): boolean {
  return (
    Object.keys(volatile.visits).length <= layout.boxes.length &&
    Object.values(volatile.visits).every(
      ({ visitors, tags }) =>
        visitors.length > 0 &&
        visitors.length <= bounds.visitorsMaxCount &&
        tags.length <= bounds.sessionTagsMaxCount,
    ) &&
    Object.keys(durable.lockouts).length <= bounds.lockoutsMaxCount &&
    Object.keys(durable.wrongTries).length <= bounds.lockoutsMaxCount
  );
}

function everyGrantedCounterGrows({ before, decision }: Step): boolean {
  return decision.facts.every((fact) => {
    if (fact.kind !== "AccessGranted" || fact.counter === undefined) return true;
    return fact.counter > lastCounter(before, toHex(fact.badgeRef));
  });
}

/** Facts refer to grants and intents by numbers that exist by then; 0 = none. */
function sequenceFollows({ before, decision, after }: Step): boolean {
  const { nextSeq } = before.durable;
  const isEachEarlier = decision.facts.every((fact, index) =>
    referencesOf(fact).every((seq) => seq >= 0 && seq < nextSeq + index),
  );
  return isEachEarlier && after.durable.nextSeq === nextSeq + decision.facts.length;
}

function referencesOf(fact: Fact): readonly number[] {
  const grants = "grantSeq" in fact && fact.grantSeq !== 0 ? [fact.grantSeq] : [];
  return fact.kind === "UnlockConcluded" ? [...grants, fact.intentSeq] : grants;
}

function durableIsUntouched({ before, decision }: Step): boolean {
  return decision.observed.durable === before.durable;
}
