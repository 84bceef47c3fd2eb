// What must hold of the state itself: bounds, sequence numbers, and facts as its only source.

import type { Fact } from "@driftbox/proto";
import type { Checks, Step } from "./checked-step.ts";
import { bounds, placesOf } from "./layout.ts";
import { refusedDocumentsMaxCount } from "./access/refused-documents.ts";
import { areHoldingsBounded } from "./parcels/holdings.ts";
import type { State } from "./state.ts";
import { areWishesBounded } from "./visits/wishes.ts";

export const recordChecks: Checks = {
  "every collection is bounded": everythingIsBounded,
  "sequence numbers follow": sequenceFollows,
  "observation leaves the durable part alone": durableIsUntouched,
};

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
    durable.refusedDocuments.length <= refusedDocumentsMaxCount &&
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
      ({ tags, underWish }) =>
        Math.max(tags.length, underWish.length) <= bounds.sessionTagsMaxCount,
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
