// What must hold of each order to a coil: its intent, its grant, its time, its rest.

import type { FactOf } from "@driftbox/proto";
import type { Checks, Step } from "../checked-step.ts";
import type { Effect } from "../inputs.ts";
import { placeAt, placeKey, placesOf } from "../layout.ts";
import type { CoilPulse, State } from "../state.ts";

type Pulse = Extract<Effect, { readonly kind: "pulseLock" }>;

const minuteMs = 60_000;

export const coilChecks: Checks = {
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
};

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
