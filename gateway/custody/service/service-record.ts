// The fold of service: what is suspended, who is at work, and what persons still owe for.

import type { Fact, FactOf, Place } from "@driftbox/proto";
import type { FactMeta } from "../evolve.ts";
import { bounds } from "../layout.ts";

/** Who stopped the service: an order holds until it is taken back, a schedule until its end. */
export type SuspensionSource = "command" | "schedule";

export interface Suspension {
  /** Empty = every box. */
  readonly box: string;
  readonly source: SuspensionSource;
}

/** A fitter at work at a box. */
export interface Maintenance {
  readonly person: string;
  /** The start of the boot when it began in an earlier one. */
  readonly beganMonoMs: number;
}

/** A fact that a person has to answer for. */
export interface Owed extends Place {
  readonly seq: number;
  /** Who caused it; empty = nobody knows. */
  readonly person: string;
}

/** Plain JSON. */
export interface ServiceRecord {
  readonly suspensions: readonly Suspension[];
  /** By box. */
  readonly maintenance: Readonly<Record<string, Maintenance>>;
  /** Emergencies that wait for the signature of another person. */
  readonly unsigned: readonly Owed[];
  /** Openings by key or by force that nobody has explained, the newest of each compartment. */
  readonly unexplained: readonly Owed[];
}

export const servedRecord: ServiceRecord = {
  suspensions: [],
  maintenance: {},
  unsigned: [],
  unexplained: [],
};

/** Reasons of a schedule begin with this, so that its end is not taken for that of an order. */
export const scheduleMark = "schedule: ";

/** What a fact makes of the record. */
export function serviceAfter(service: ServiceRecord, fact: Fact, meta: FactMeta): ServiceRecord {
  switch (fact.kind) {
    case "ServiceSuspended":
      return { ...service, suspensions: [...without(service, fact), suspensionOf(fact)] };
    case "ServiceResumed":
      return { ...service, suspensions: without(service, fact) };
    case "MaintenanceBegun": {
      const { box, person } = fact;
      const begun = { person, beganMonoMs: meta.monoMs };
      return { ...service, maintenance: { ...service.maintenance, [box]: begun } };
    }
    case "MaintenanceEnded": {
      const { [fact.box]: _ended, ...maintenance } = service.maintenance;
      return { ...service, maintenance };
    }
    default:
      return owedAfter(service, fact, meta);
  }
}

function owedAfter(service: ServiceRecord, fact: Fact, meta: FactMeta): ServiceRecord {
  const { unsigned, unexplained } = service;
  switch (fact.kind) {
    case "EmergencyDeclared": {
      const { box, compartment, person } = fact;
      const owed = { box, compartment, person, seq: meta.seq };
      return { ...service, unsigned: [...unsigned, owed].slice(-bounds.unsignedMaxCount) };
    }
    case "SignatureGiven":
      return { ...service, unsigned: unsigned.filter(({ seq }) => seq !== fact.emergencySeq) };
    case "DoorForced":
    case "OverrideUsed": {
      const { box, compartment } = fact;
      const others = unexplained.filter((one) => !isAt(one, fact));
      const owed = { box, compartment, person: "", seq: meta.seq };
      return { ...service, unexplained: [...others, owed].slice(-bounds.unexplainedMaxCount) };
    }
    case "OverrideClosed": {
      const left = unexplained.filter((one) => !isAt(one, fact) || one.seq > fact.overrideSeq);
      return { ...service, unexplained: left };
    }
    default:
      return service;
  }
}

function isAt(one: Place, { box, compartment }: Place): boolean {
  return one.box === box && one.compartment === compartment;
}

type Change = FactOf<"ServiceSuspended"> | FactOf<"ServiceResumed">;

function suspensionOf({ box, reason }: Change): Suspension {
  return { box, source: reason.startsWith(scheduleMark) ? "schedule" : "command" };
}

function without(service: ServiceRecord, fact: Change): readonly Suspension[] {
  const { box, source } = suspensionOf(fact);
  return service.suspensions.filter((one) => one.box !== box || one.source !== source);
}
