// What must hold of orders from afar: none of them opens anything after its time.

import type { Checks, Step } from "../checked-step.ts";
import { placeKey } from "../layout.ts";
import { orderEndMs, runningOrders } from "./order-marks.ts";

export const orderChecks: Checks = {
  "a command pulses nothing after its deadline": noCommandPulsesLate,
  "a command that opens has its own grant": hasEachItsGrant,
};

function hasEachItsGrant({ after }: Step): boolean {
  const opening = runningOrders(after.durable.orders).filter(([, { word }]) => word === "open");
  const grants = opening.map(([, { grantSeq }]) => grantSeq);
  return !grants.includes(0) && new Set(grants).size === grants.length;
}

function noCommandPulsesLate({ after, decision, now }: Step): boolean {
  return decision.facts.every((fact) => {
    if (fact.kind !== "UnlockIntended") return true;
    const { session } = after.durable.compartments[placeKey(fact.box, fact.compartment)] ?? {};
    if (session?.basis.kind !== "command") return true;
    const endMs = orderEndMs(after.durable.orders, session.grantSeq);
    return now.monoMs <= endMs && fact.deadlineMonoUs <= endMs * 1_000;
  });
}
