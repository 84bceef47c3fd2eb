// Builds a world at rest from a description: every door shut, every bolt engaged, no coil on.

import type { Compartment, Parcel, Person, World } from "./model.ts";
import { coldCoil, physics } from "./physics.ts";
import { splitRandom } from "./prng.ts";

export interface CompartmentPlan {
  readonly box: string;
  readonly compartment: number;
  readonly board: string;
  readonly supplyGroup: string;
  readonly hasBeam: boolean;
}

export interface WorldPlan {
  readonly seed: number;
  readonly compartments: readonly CompartmentPlan[];
  readonly parcels: readonly Pick<Parcel, "number" | "tag" | "thicknessMm">[];
  readonly people: readonly Person[];
  /** Names of switches, all closed: mains there, battery full, enclosures shut. */
  readonly switches?: readonly string[];
}

export function buildWorld(plan: WorldPlan): World {
  return {
    nowMs: 0,
    random: splitRandom(plan.seed, "world"),
    compartments: plan.compartments.map(restingCompartment),
    parcels: plan.parcels.map((one) => ({ ...one, isSeenByBeam: false, at: "elsewhere" })),
    people: plan.people,
    presentations: [],
    darkBoards: [],
    brownOuts: [],
    weakSupplies: [],
    silent: [],
    switches: (plan.switches ?? []).map((name) => ({ name, isClosed: true })),
    signals: [],
  };
}

function restingCompartment(plan: CompartmentPlan): Compartment {
  return {
    ...plan,
    coil: coldCoil,
    bolt: "engaged",
    isKeyTurned: false,
    doorDegrees: 0,
    doorTarget: 0,
    doorSpeed: physics.handDegreesPerMs,
    isContactClosed: true,
    contactEdges: [],
    isBeamBroken: false,
    parcels: [],
    isJammed: false,
    isHeld: false,
    isLatchWorn: false,
    isBeamDead: false,
    isReedStuck: false,
    isReedWorn: false,
    isWelded: false,
  };
}
